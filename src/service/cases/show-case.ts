import type { CaseState } from '../../casework/case-state.ts'
import type { KeptEvent } from '../../casework/event.ts'
import { recipientsToTell, type RecipientToTell } from '../../casework/recipients-to-tell.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import { invariant } from '../../kernel/invariant.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { messagesOf, type KeptMessage } from '../../store/outbound.ts'
import { findCaseRow, type CaseRow } from '../../store/worklist.ts'
import { readOnly } from '../read-only.ts'
import type { Services } from '../services.ts'
import type { AskRefusal } from './case-refusal.ts'
import { isId, loadCaseState } from './load-case-state.ts'

/** Everything that the page of a case shows; what IRPA 49(4) wants counted is not among it. */
export type CasePage = {
  readonly row: CaseRow
  readonly state: CaseState
  readonly events: readonly KeptEvent[]
  /** Who received what turned out wrong and has not been told. */
  readonly toTell: readonly RecipientToTell[]
  /** What left for a home state, in the order in which it left. */
  readonly left: readonly KeptMessage[]
}

/** One case as it is now, and what happened. */
export async function showCase(services: Services, caseId: string): Promise<Result<CasePage, AskRefusal | CaseRefusal>> {
  if (!isId(caseId)) return refuse({ code: 'bad-id', field: 'caseId', value: caseId })
  return readOnly(services, async (tx) => {
    const [row, loaded] = [await findCaseRow(tx, caseId), await loadCaseState(tx, caseId)]
    if (!loaded) return refuse({ code: 'no-case' })
    invariant(row, 'a case with events has no file', { caseId })
    return accept({ row, state: loaded.state, events: loaded.events, toTell: recipientsToTell(loaded.state), left: await messagesOf(tx, caseId) })
  })
}
