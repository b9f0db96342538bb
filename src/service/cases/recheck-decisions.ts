import { redecide } from '../../casework/redecide.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { loadCase } from '../../store/cases.ts'
import { decisionsOf, type KeptDecision } from '../../store/decisions.ts'
import { readOnly } from '../read-only.ts'
import { dayOf } from './ask-gates.ts'
import type { AskRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { isId } from './load-case-state.ts'
import { loadLawOfRevision } from './load-law.ts'

/** `other-law`: it was decided with a law book that this version of Comity does not ship; see the decision's own bytes. */
export type Rechecked = { readonly decision: KeptDecision; readonly verdict: 'same' | 'different' | 'other-law' }

/** Decides every kept decision of a case again, as the law stood and as we knew it then, and compares the bytes. */
export async function recheckDecisions(services: CaseServices, caseId: string): Promise<Result<readonly Rechecked[], AskRefusal | CaseRefusal>> {
  if (!isId(caseId)) return refuse({ code: 'bad-id', field: 'caseId', value: caseId })
  return readOnly(services, async (tx) => {
    const kept = await loadCase(tx, caseId)
    if (!kept) return refuse({ code: 'no-case' })
    const events = kept.map(({ event }) => event)
    const rechecked: Rechecked[] = []
    for (const decision of await decisionsOf(tx, caseId)) {
      const { book } = await loadLawOfRevision(tx, services, decision.lawRevision)
      const again = redecide(events, { ...decision, day: dayOf(decision) }, book)
      rechecked.push({ decision, verdict: decision.lawDigest !== book.digest ? 'other-law' : again.bytes === decision.bytes ? 'same' : 'different' })
    }
    return accept(rechecked)
  })
}
