import { accept, refuse, type Result } from '../../kernel/result.ts'
import { writeAccess } from '../../store/access-log.ts'
import { nameKey } from '../../store/name-key.ts'
import type { Transaction } from '../../store/tables.ts'
import { findCasesByName, type CaseRow } from '../../store/worklist.ts'
import { whoAsks, type Actor } from '../access/actor.ts'
import { reachOf } from '../access/permissions.ts'
import { isId } from '../cases/load-case-state.ts'
import type { Services } from '../services.ts'
import { reachCase } from './reach-case.ts'

/** What is looked for. There is no field for anything else, and none for what is protected. */
export type Wanted = { readonly familyName: string; readonly givenNames: string; readonly caseId: string }

export type SearchFault = { readonly code: 'empty' | 'needs-family-name' | 'too-short' | 'too-long' | 'bad-id'; readonly field: keyof Wanted }

/** `more`: not all are here; narrow the search rather than leaf through people. */
export type Found = { readonly rows: readonly CaseRow[]; readonly more: boolean }

export const mostFound = 50
const longestName = 200

/** Looks for cases that somebody reaches. How many were found is written down first, in the same transaction; what was looked for is not. */
export async function searchCases({ database }: Services, signedIn: Actor, wanted: Wanted): Promise<Result<Found, SearchFault>> {
  const fault = faultIn(wanted)
  if (fault) return refuse(fault)
  return database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const found = await find(tx, signedIn, wanted)
    const rows = found.slice(0, mostFound)
    await writeAccess(tx, { ...whoAsks(signedIn), action: 'cases.search', about: { cases: rows.length } })
    return accept({ rows, more: found.length > mostFound })
  })
}

async function find(tx: Transaction, signedIn: Actor, { familyName, givenNames, caseId }: Wanted): Promise<readonly CaseRow[]> {
  if (caseId !== '') {
    const row = await reachCase(tx, signedIn, 'cases.search', caseId)
    return row ? [row] : []
  }
  const officer = reachOf(signedIn.roles, 'cases.search') === 'all' ? undefined : signedIn.handle
  return findCasesByName(tx, familyName, givenNames, mostFound + 1, officer)
}

function faultIn({ familyName, givenNames, caseId }: Wanted): SearchFault | undefined {
  if (caseId !== '') return isId(caseId) ? undefined : { code: 'bad-id', field: 'caseId' }
  if (familyName === '') return { code: givenNames === '' ? 'empty' : 'needs-family-name', field: 'familyName' }
  if (familyName.length > longestName) return { code: 'too-long', field: 'familyName' }
  if (givenNames.length > longestName) return { code: 'too-long', field: 'givenNames' }
  return nameKey(familyName, '').length < 2 ? { code: 'too-short', field: 'familyName' } : undefined
}
