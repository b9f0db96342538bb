import { findCaseRow, findCasesByName, type CaseRow } from '../../store/worklist.ts'
import { readOnly } from '../read-only.ts'
import type { Services } from '../services.ts'
import { caseIdOf } from './case-id-of.ts'
import { isId } from './load-case-state.ts'

/** By its id, by the reference under which it was imported, or by how the person's names begin. By nothing else: no protected field, nothing of IRPA 49(4). */
export type CaseSearch =
  | { readonly by: 'id'; readonly caseId: string }
  | { readonly by: 'reference'; readonly system: string; readonly reference: string }
  | { readonly by: 'name'; readonly familyName: string; readonly givenNames: string }

/** Looks for cases. At most `limit`; narrow the search rather than leaf through people. */
export async function findCases(services: Services, search: CaseSearch, limit = 50): Promise<readonly CaseRow[]> {
  return readOnly(services, async (tx) => {
    if (search.by === 'name') return findCasesByName(tx, search.familyName, search.givenNames, limit)
    const caseId = search.by === 'id' ? search.caseId : caseIdOf(search.system, search.reference)
    const row = isId(caseId) ? await findCaseRow(tx, caseId) : undefined
    return row ? [row] : []
  })
}
