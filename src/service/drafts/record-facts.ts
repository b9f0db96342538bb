import type { FactValue } from '../../casework/fact-record.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { canonicalJson } from '../../law/canonical.ts'
import { finishDraft, type Answers } from '../../store/drafts.ts'
import { asksForTwo } from '../approvals/asks-for-two.ts'
import type { FactsTogether } from '../approvals/look-ahead.ts'
import { findProposedTogether } from '../approvals/propose.ts'
import { idFrom } from '../cases/case-id-of.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { submitCommand, type SubmitRefusal } from '../work/submit-command.ts'
import { submitTogether } from '../work/submit-together.ts'
import type { AskedFact } from './facts-asked-now.ts'
import type { RecordServices } from './read-case-to-record.ts'

export type FactToRecord = AskedFact & { readonly value: FactValue; readonly on: PlainDate; readonly source: string }

/** What became of one fact. Those that wait together for a second person name the same proposal. */
export type FactOutcome = AskedFact & { readonly value: FactValue } & FactEnd

type FactEnd = { readonly kind: 'done' } | { readonly kind: 'proposed'; readonly proposalId: string } | { readonly kind: 'refused'; readonly refusal: SubmitRefusal }

type HandedFact = FactsTogether['handed'][number]

/**
 * Records several facts of one case, and says of each what became of it. What opens nothing is recorded first, each by a command of its own;
 * what needs a second person comes last and in one proposal, which is about the case as it then is. The same batch again records nothing twice.
 */
export async function recordFacts(services: RecordServices, signedIn: SignedIn, { draftId, caseId, version }: { readonly draftId: string; readonly caseId: string; readonly version: number }, facts: readonly FactToRecord[]): Promise<readonly FactOutcome[]> {
  const outcomes: FactOutcome[] = []
  const waiting: { readonly one: FactToRecord; readonly handed: HandedFact }[] = []
  let seen = version
  const commandId = idFrom(['commands-of-facts', signedIn.accountId, draftId])
  const before = await findProposedTogether(services.database, signedIn, { caseId, commandId })
  for (const one of facts) {
    const handed = handedOf(one, commandId)
    const asks = before.has(handed.commandId) ? { people: 2 } : await asksForTwo(services, { caseId, version: seen, ...handed, officer: signedIn.handle })
    if (asks.people === 2) waiting.push({ one, handed })
    else outcomes.push(said(one, await record(handed)))
  }
  const ends = await propose(waiting.map(({ handed }) => handed))
  for (const { one, handed } of waiting) outcomes.push(said(one, ends.get(handed.commandId) ?? (await record(handed))))
  return outcomes

  async function record(handed: HandedFact): Promise<FactEnd> {
    const answer = await submitCommand(services, signedIn, { caseId, version: seen, ...handed })
    if (!answer.ok) return { kind: 'refused', refusal: answer.refusal }
    if (answer.value.kind === 'proposed') return answer.value
    seen = Math.max(seen, answer.value.appended.version)
    return { kind: 'done' }
  }

  /** What became of those that wait, by the id of each command; of one alone, and of those that open nothing after all, nothing yet. */
  async function propose(handed: readonly HandedFact[]): Promise<ReadonlyMap<string, FactEnd>> {
    if (before.size > 0) return new Map(handed.map((one) => [one.commandId, proposedBefore(one)]))
    if (handed.length < 2) return new Map()
    const answer = await submitTogether(services, signedIn, { caseId, commandId, version: seen, handed })
    if (!answer.ok) return new Map(handed.map((one) => [one.commandId, { kind: 'refused', refusal: answer.refusal }]))
    if (answer.value.kind === 'opens-nothing') return new Map()
    const { proposalId, refused } = answer.value
    return new Map(handed.map((one): [string, FactEnd] => {
      const refusal = refused.get(one.commandId)
      return [one.commandId, refusal ? { kind: 'refused', refusal } : { kind: 'proposed', proposalId }]
    }))
  }

  function proposedBefore({ commandId: id, command }: HandedFact): FactEnd {
    const earlier = before.get(id)
    const same = earlier !== undefined && canonicalJson(earlier.command) === canonicalJson(command)
    return same ? { kind: 'proposed', proposalId: earlier.proposalId } : { kind: 'refused', refusal: { code: 'command-repeated-differently', commandId: id } }
  }
}

/** A fact as a command of its own, with ids that follow from the batch. */
function handedOf({ fact, destination, value, on, source }: FactToRecord, batchId: string): HandedFact {
  const [commandId, factId] = ['command-of-fact', 'record-of-fact'].map((what) => idFrom([what, batchId, fact, destination ?? '']))
  return { commandId: commandId ?? '', command: { kind: 'record-fact', factId: factId ?? '', fact, value, on, ...(destination === undefined ? {} : { destination }), source } }
}

function said({ fact, destination, value }: FactToRecord, end: FactEnd): FactOutcome {
  return { fact, ...(destination === undefined ? {} : { destination }), value, ...end }
}

/** Keeps what became of each, and of what was typed only what is to be mended. */
export async function keepFactOutcomes({ database }: RecordServices, { accountId }: SignedIn, draftId: string, outcomes: readonly FactOutcome[], answers: Answers): Promise<void> {
  await finishDraft(database, { draftId, accountId, outcome: { facts: outcomes }, answers })
}
