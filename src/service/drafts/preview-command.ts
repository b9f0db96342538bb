import type { Command } from '../../casework/command.ts'
import { decide } from '../../casework/decide.ts'
import type { Decision } from '../../casework/decision.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import { readerOf } from '../../casework/read-case.ts'
import { decideStep, type StepAnswer } from '../../casework/decide-step.ts'
import { proposalsOfCase } from '../../store/approvals.ts'
import { asksForTwo } from '../approvals/asks-for-two.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { withoutProtected } from '../work/what-is-protected.ts'
import type { CaseToRecord, RecordServices } from './read-case-to-record.ts'

/** What would become of a command if it were handed in now: casework's own answer. Nothing happens and nothing is kept. */
export type Preview = {
  readonly refusal?: CaseRefusal
  /** It would be proposed, and wait for somebody else to agree. */
  readonly takesTwo: boolean
  /** Proposals about the case that wait for a second person: what is recorded ends them. */
  readonly endsWaiting: number
  /** Of a step that is gated: what its gates say, without reasons that this reader may not read. */
  readonly gates?: { readonly step: Decision['step']; readonly destination: string; readonly place?: string; readonly answer: StepAnswer }
}

export async function previewCommand(services: RecordServices, { handle }: Pick<SignedIn, 'handle'>, { caseId, state, today, book, purpose }: Omit<CaseToRecord, 'officers' | 'events' | 'waiting'>, command: Command): Promise<Preview> {
  const { clock, agreements, newId, database } = services
  const { people } = await asksForTwo(services, { caseId, command, commandId: newId(), officer: handle, version: state.version })
  const decided = decide(command, state, { caseId, version: state.version, officer: handle, at: clock.now(), today, book, agreements })
  const decision = decided.ok ? decided.value.decision : decided.refusal.code === 'gate-held' ? decided.refusal.decision : undefined
  const endsWaiting = people === 2 ? 0 : (await proposalsOfCase(database, caseId)).filter((proposal) => proposal.state === 'waiting').length
  return { takesTwo: people === 2, endsWaiting, ...(decided.ok ? {} : { refusal: decided.refusal }), ...(decision ? { gates: gatesOf(decision) } : {}) }

  function gatesOf({ step, destination, place }: Decision): NonNullable<Preview['gates']> {
    const answer = decideStep({ jurisdiction: state.jurisdiction, step, day: today, book, read: readerOf(state, destination, place, today, book, step) })
    return { step, destination, ...(place === undefined ? {} : { place }), answer: purpose === undefined ? withoutProtected(answer, book, today) : answer }
  }
}
