import { hasLeft, type CaseState } from '../../casework/case-state.ts'
import type { StepAnswer } from '../../casework/decide-step.ts'
import type { AskedPlace } from '../../casework/opens-something.ts'
import { placeOfStep } from '../../casework/place-of-step.ts'
import { answerStep } from '../../casework/take-step.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { accept, type Result } from '../../kernel/result.ts'
import type { LawBook } from '../../law/book.ts'
import { everyStep, type Step } from '../../law/rule.ts'
import { proposalsOfCase } from '../../store/approvals.ts'
import { finishDraft } from '../../store/drafts.ts'
import { lookAtMerge, type Both, type MergeAct, type MergeRefusal } from '../approvals/look-at-merge.ts'
import { destinationsOf } from '../cases/ask-gates.ts'
import { readCaseToRecord, type CaseToRecord, type RecordServices } from '../drafts/read-case-to-record.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { submitMerge, type MergeSubmission, type SubmitMergeRefusal, type SubmittedMerge } from './submit-merge.ts'

/** What the gates of one place say of a step: an answer, or nothing where nothing is decided any more, because the case is closed or the person has left. */
export type GatesOfBoth = AskedPlace & { readonly steps: readonly { readonly step: Step; readonly before: Both<StepAnswer | undefined>; readonly after: Both<StepAnswer | undefined> }[] }

/** What would become of a merge if it were handed in now. Nothing happens and nothing is kept. */
export type MergePreview = {
  readonly refusal?: MergeRefusal
  /** It would be proposed, and wait for somebody else to agree. */
  readonly takesTwo: boolean
  /** Proposals about either case that wait for a second person: a merge ends them. */
  readonly endsWaiting: number
  readonly gates: readonly GatesOfBoth[]
}

/** Two cases of one officer, as they are; undefined: one is not there, or not theirs, which are the same. Both looks are written down first. */
export async function readBothCases(services: RecordServices, signedIn: SignedIn, caseId: string, otherId: string): Promise<readonly [CaseToRecord, CaseToRecord] | undefined> {
  const [one, other] = [await readCaseToRecord(services, signedIn, caseId), await readCaseToRecord(services, signedIn, otherId)]
  return one && other ? [one, other] : undefined
}

export async function previewMerge(services: RecordServices, { handle }: Pick<SignedIn, 'handle'>, act: MergeAct): Promise<MergePreview> {
  const ahead = await lookAtMerge(services, handle, act)
  if (!ahead.ok) return { refusal: ahead.refusal, takesTwo: false, endsWaiting: 0, gates: [] }
  const { before, after, openings, today, book } = ahead.value
  const takesTwo = openings.stays.length + openings.duplicate.length > 0
  const about = takesTwo ? [] : (await Promise.all([act.stays, act.duplicate].map((caseId) => proposalsOfCase(services.database, caseId)))).flat()
  const endsWaiting = new Set(about.filter(({ state }) => state === 'waiting').map(({ proposalId }) => proposalId)).size
  const places = [...new Map([before.stays, before.duplicate, after.stays, after.duplicate].flatMap(destinationsOf).map((one) => [`${one.destination} ${one.place ?? ''}`, one])).values()]
  const asked = (state: CaseState, place: AskedPlace, step: Step) => answerAt(state, place, step, { today, book })
  return { takesTwo, endsWaiting, gates: places.map((place) => ({ ...place, steps: everyStep.map((step) => ({ step, before: { stays: asked(before.stays, place, step), duplicate: asked(before.duplicate, place, step) }, after: { stays: asked(after.stays, place, step), duplicate: asked(after.duplicate, place, step) } })) })) }
}

function answerAt(state: CaseState, { destination, place }: AskedPlace, step: Step, asked: { readonly today: PlainDate; readonly book: LawBook }): StepAnswer | undefined {
  if (state.closed || hasLeft(state)) return undefined
  return answerStep(state, asked, { step, destination, place: placeOfStep(state, { step, destination, place }) })
}

/** Hands in what was answered about two records. Done or proposed: of the draft nothing stays but what became of it. */
export async function submitMergeDraft(services: RecordServices, signedIn: SignedIn, draftId: string, submission: MergeSubmission): Promise<Result<SubmittedMerge, SubmitMergeRefusal>> {
  const answer = await submitMerge(services, signedIn, submission)
  if (!answer.ok) return answer
  const { act: { stays, duplicate } } = submission
  const became = answer.value.kind === 'done' ? { kind: 'done' } : { kind: 'proposed', proposalId: answer.value.proposalId }
  await finishDraft(services.database, { draftId, accountId: signedIn.accountId, outcome: { ...became, stays, duplicate } })
  return accept(answer.value)
}
