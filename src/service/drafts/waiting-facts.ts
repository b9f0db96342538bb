import type { CaseState } from '../../casework/case-state.ts'
import { isFactCode } from '../../law/facts.ts'
import { proposalsOfCase } from '../../store/approvals.ts'
import type { Transaction } from '../../store/tables.ts'
import { commandsIn, readProposal, type Handed } from '../approvals/write-proposal.ts'
import { isProtectedFact } from '../work/what-is-protected.ts'
import type { AskedFact } from './facts-asked-now.ts'

/** A fact that somebody proposed, and that counts once a second person agrees. */
export type WaitingFact = AskedFact & { readonly proposalId: string }

/** The facts of a case that wait for a second person now: of protected ones only with a purpose. Which answer was proposed stands in the proposal. */
export async function waitingFacts(tx: Transaction, { caseId, state, withProtected }: { readonly caseId: string; readonly state: CaseState; readonly withProtected: boolean }): Promise<readonly WaitingFact[]> {
  const waiting = (await proposalsOfCase(tx, caseId)).filter((one) => one.state === 'waiting' && one.subject === 'command')
  const proposed = waiting.flatMap(({ proposalId, content }) => commandsIn(readProposal(content)).flatMap((one) => factOf(one, state)).map((fact) => ({ ...fact, proposalId })))
  return proposed.filter(({ fact }) => withProtected || !isProtectedFact(fact))
}

/** Does a fact that a gate asks for wait already? One that is about a state, only for that state. */
export function findWaiting(waiting: readonly WaitingFact[], { fact, destination }: AskedFact): WaitingFact | undefined {
  return waiting.find((one) => one.fact === fact && one.destination === destination)
}

// A fact about a part of a state leaves the rest of it open.
function factOf({ command }: Handed, { facts }: CaseState): readonly AskedFact[] {
  if (command.kind === 'record-fact') return command.place === undefined && isFactCode(command.fact) ? [about(command.fact, command.destination)] : []
  const wrong = command.kind === 'correct-fact' ? facts.find(({ id }) => id === command.corrects) : undefined
  return wrong && wrong.place === undefined ? [about(wrong.fact, wrong.destination)] : []
}

function about(fact: AskedFact['fact'], destination: string | undefined): AskedFact {
  return destination === undefined ? { fact } : { fact, destination }
}
