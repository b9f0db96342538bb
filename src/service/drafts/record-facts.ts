import type { FactValue } from '../../casework/fact-record.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { finishDraft, type Answers } from '../../store/drafts.ts'
import { asksForTwo } from '../approvals/asks-for-two.ts'
import { idFrom } from '../cases/case-id-of.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { submitCommand, type Submission, type SubmitRefusal } from '../work/submit-command.ts'
import type { AskedFact } from './facts-asked-now.ts'
import type { RecordServices } from './read-case-to-record.ts'

export type FactToRecord = AskedFact & { readonly value: FactValue; readonly on: PlainDate; readonly source: string }

/** What became of one fact. */
export type FactOutcome = AskedFact & { readonly value: FactValue } & ({ readonly kind: 'done' } | { readonly kind: 'proposed'; readonly proposalId: string } | { readonly kind: 'refused'; readonly refusal: SubmitRefusal })

/**
 * Records several facts of one case, each by a command of its own, and says of each what became of it. What needs a second person comes
 * last: a proposal is about the case as it stands, and would die with the next fact. The same batch again records nothing twice.
 */
export async function recordFacts(services: RecordServices, signedIn: SignedIn, { draftId, caseId, version }: { readonly draftId: string; readonly caseId: string; readonly version: number }, facts: readonly FactToRecord[]): Promise<readonly FactOutcome[]> {
  const outcomes: FactOutcome[] = []
  const waiting: FactToRecord[] = []
  let seen = version
  for (const one of facts) {
    const asks = await asksForTwo(services, { ...submissionOf(one, seen), officer: signedIn.handle })
    if (asks.people === 2) waiting.push(one)
    else outcomes.push(await record(one))
  }
  for (const one of waiting) outcomes.push(await record(one))
  return outcomes

  async function record(one: FactToRecord): Promise<FactOutcome> {
    const answer = await submitCommand(services, signedIn, submissionOf(one, seen))
    const said = { fact: one.fact, ...(one.destination === undefined ? {} : { destination: one.destination }), value: one.value }
    if (!answer.ok) return { ...said, kind: 'refused', refusal: answer.refusal }
    if (answer.value.kind === 'proposed') return { ...said, kind: 'proposed', proposalId: answer.value.proposalId }
    seen = Math.max(seen, answer.value.appended.version)
    return { ...said, kind: 'done' }
  }

  function submissionOf({ fact, destination, value, on, source }: FactToRecord, at: number): Submission {
    const name = [signedIn.accountId, draftId, fact, destination ?? '']
    return { caseId, version: at, commandId: idFrom(['command-of-fact', ...name]), command: { kind: 'record-fact', factId: idFrom(['record-of-fact', ...name]), fact, value, on, ...(destination === undefined ? {} : { destination }), source } }
  }
}

/** Keeps what became of each, and of what was typed only what is to be mended. */
export async function keepFactOutcomes({ database }: RecordServices, { accountId }: SignedIn, draftId: string, outcomes: readonly FactOutcome[], answers: Answers): Promise<void> {
  await finishDraft(database, { draftId, accountId, outcome: { facts: outcomes }, answers })
}
