import type { CaseState } from '../../casework/case-state.ts'
import type { DestinationSearch } from '../../casework/destination-order.ts'
import type { KeptEvent } from '../../casework/event.ts'
import { searchOfCase } from '../../casework/read-destination.ts'
import { recipientsToTell, type RecipientToTell } from '../../casework/recipients-to-tell.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import { invariant } from '../../kernel/invariant.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { messagesOf, type KeptMessage } from '../../store/outbound.ts'
import { findCaseRow, type CaseRow } from '../../store/worklist.ts'
import { readOnly } from '../read-only.ts'
import type { Database } from '../../store/tables.ts'
import type { AskRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { isId, loadCaseState, loadCaseStates } from './load-case-state.ts'
import { loadLaw } from './load-law.ts'

/** Everything that the page of a case shows; what IRPA 49(4) wants counted is not among it. */
export type CasePage = {
  readonly row: CaseRow
  readonly state: CaseState
  readonly events: readonly KeptEvent[]
  /** Who received what turned out wrong and has not been told. */
  readonly toTell: readonly RecipientToTell[]
  /** The same of the duplicates that were merged into this case: nobody is told from there while they are merged. */
  readonly toTellInDuplicates: readonly (RecipientToTell & { readonly caseId: string })[]
  /** Where the search for a country stands today, in the order of 8 USC 1231(b); of cases of the United States only. */
  readonly search?: DestinationSearch
  /** What left for a home state, in the order in which it left. */
  readonly left: readonly KeptMessage[]
}

/** One case as it is now, and what happened. */
export async function showCase(services: CaseServices, caseId: string): Promise<Result<CasePage, AskRefusal | CaseRefusal>> {
  if (!isId(caseId)) return refuse({ code: 'bad-id', field: 'caseId', value: caseId })
  return readOnly(services, async (tx) => {
    const [row, loaded] = [await findCaseRow(tx, caseId), await loadCaseState(tx, caseId)]
    if (!loaded) return refuse({ code: 'no-case' })
    invariant(row, 'a case with events has no file', { caseId })
    const { state, events } = loaded
    const search = state.jurisdiction === 'US' ? { search: searchOfCase(state, services.clock.today(), (await loadLaw(tx, services)).book) } : {}
    return accept({ row, state, events, toTell: recipientsToTell(state), toTellInDuplicates: await owedInDuplicates(tx, state), ...search, left: await messagesOf(tx, caseId) })
  })
}

async function owedInDuplicates(tx: Database, { absorbed }: CaseState): Promise<CasePage['toTellInDuplicates']> {
  const merged = absorbed.filter(({ undoneOn }) => undoneOn === undefined).map(({ caseId }) => caseId)
  if (merged.length === 0) return []
  return (await loadCaseStates(tx, merged)).flatMap(({ caseId, state }) => recipientsToTell(state).map((owed) => ({ caseId, ...owed })))
}
