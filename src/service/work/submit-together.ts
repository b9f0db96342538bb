import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Actor } from '../access/actor.ts'
import { lookAhead, type FactsTogether } from '../approvals/look-ahead.ts'
import { proposeTogether } from '../approvals/propose.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { reachCase } from './reach-case.ts'
import type { SubmitRefusal } from './submit-command.ts'

/** One proposal for all but those that are refused, by the id of their command; or together they let go of nothing, and nothing was done. */
export type SubmittedTogether = { readonly kind: 'proposed'; readonly proposalId: string; readonly refused: ReadonlyMap<string, CommandRefusal> } | { readonly kind: 'opens-nothing' }

/** Proposes several facts of one case as one, for one agreement. Nothing has happened in the case yet. */
export async function submitTogether(services: CaseServices, signedIn: Actor, facts: FactsTogether): Promise<Result<SubmittedTogether, SubmitRefusal>> {
  const reached = await services.database.transaction().execute((tx) => reachCase(tx, signedIn, 'case.change', facts.caseId))
  const ahead = reached && (await lookAhead(services, signedIn.handle, facts))
  if (!ahead) return refuse({ code: 'not-reached' })
  if (ahead.openings.length === 0) return accept({ kind: 'opens-nothing' })
  const kept = await proposeTogether(services.database, signedIn, facts, ahead)
  return kept.ok ? accept({ kind: 'proposed', proposalId: kept.value, refused: ahead.refused }) : kept
}
