import { expect, test } from 'vitest'
import { approved, booked, checked, contextOf, day, departed, drafted, given, heldBook, issued, openBook, opened, refusalOf, sampleOne, sent, somali, taken, today, withState, type TriedCase } from './case-for-tests.ts'
import type { Command, Context } from './command.ts'
import { decide } from './decide.ts'
import { gatedSteps, type CaseEvent } from './event.ts'

// For each command a case in which it is done, and what must be refused when a field of it is wrong.
type Tried = {
  readonly on: TriedCase
  readonly command: Command
  readonly context?: Partial<Context>
  /** Texts that may not be empty. */
  readonly filled?: readonly string[]
  /** Fields with a closed list. */
  readonly listed?: readonly string[]
  /** What must come before, on which day: the day before that is out of order. */
  readonly after?: { readonly field: string; readonly day: string }
}

const inState = given(withState)
const document = given([issued, taken], inState)
const journey = given([booked], document)
const gone = given([departed], journey)
const on20th = { today: day('2026-06-20') }
const dated = { on: today, source: 'file' }
const ordered: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-05-01'), source: 'order' }
const recorded: Command = { kind: 'record-fact', factId: 'f1', fact: 'medical-concern', value: 'yes', ...dated }
const noticed: Command = { kind: 'give-notice', noticeId: 'n1', to: 'person', about: 'decision', factIds: ['f1'], ...dated }
const corrected: Command = { kind: 'correct-fact', factId: 'f2', corrects: 'f1', value: 'no', ...dated }
const renamed: Command = { kind: 'record-identity', identity: { ...sampleOne, bornOn: '1991' }, source: 'file' }
const counsel: Command = { kind: 'record-counsel', counselId: 'c1', name: 'Sample Counsel', address: 'office', on: day('2026-05-01') }
const proposed: Command = { kind: 'propose-destination', destination: 'KE', clause: 'residence', on: day('2026-05-01'), source: 'file' }
const asked: Command = { kind: 'ask-destination', destination: 'KE', ...dated }
const home: Command = { kind: 'propose-destination', destination: 'SO', clause: 'us-8usc-1231-b-2-D', on: day('2026-05-01'), source: 'file' }
const detained: Command = { kind: 'record-detention', detained: true, on: day('2026-05-01'), source: 'file' }
const other = given([opened])
const absorbing = { other: { caseId: 'case-2', state: other.state } }
const absorbed = given([[{ kind: 'absorb-case', on: today, reason: 'one person' }, absorbing]], inState)
const merging = { caseId: 'case-2', other: { caseId: 'case-1', state: absorbed.state } }
const merged = given([[{ kind: 'merge-into', on: today, reason: 'one person' }, merging]], other)
const draft = given([opened, somali, drafted])

const tried: { readonly [Kind in Exclude<Command['kind'], 'open-case'>]: Tried } = {
  'record-identity': { on: inState, command: renamed },
  'record-nationality': { on: inState, command: { kind: 'record-nationality', country: 'KE', basis: 'own-document', ...dated }, listed: ['basis'] },
  'withdraw-nationality': { on: inState, command: { kind: 'withdraw-nationality', country: 'SO', ...dated }, after: { field: 'on', day: '2026-01-10' } },
  'record-order': { on: inState, command: ordered, listed: ['orderKind'] },
  'end-order': { on: given([ordered], inState), command: { kind: 'end-order', orderId: 'o1', reason: 'quashed', ...dated }, filled: ['reason'], after: { field: 'on', day: '2026-05-01' } },
  'assign-officer': { on: inState, command: { kind: 'assign-officer', officer: 'officer-2', note: 'leave' }, filled: ['officer', 'note'] },
  'travel-with': { on: inState, command: { kind: 'travel-with', group: 'g1' }, filled: ['group'] },
  'travel-alone': { on: given([{ kind: 'travel-with', group: 'g1' }], inState), command: { kind: 'travel-alone' } },
  'close-case': { on: document, command: { kind: 'close-case', reason: 'died', on: today }, listed: ['reason'], after: { field: 'on', day: '2026-01-10' } },
  'reopen-case': { on: given([{ kind: 'close-case', reason: 'died', on: today }], document), command: { kind: 'reopen-case', reason: 'mistake', on: today }, filled: ['reason'], after: { field: 'on', day: '2026-06-01' } },
  'record-fact': { on: inState, command: recorded, filled: ['factId'], listed: ['value'] },
  'correct-fact': { on: given([recorded], inState), command: corrected, filled: ['factId'], listed: ['value'] },
  'tell-recipient': { on: given([recorded, noticed, corrected], inState), command: { kind: 'tell-recipient', correctionId: 'f2', recipient: 'notice/n1', ...dated } },
  'send-correction': { on: given([renamed], inState), command: { kind: 'send-correction', correctionId: 'identity/7', requestId: 'q1', on: today } },
  'record-risk': { on: inState, command: { kind: 'record-risk', riskId: 'k1', destination: 'SO', finding: 'substantial-risk', reasons: 'reports', on: today }, filled: ['riskId', 'reasons'], listed: ['finding'] },
  'record-detention': { on: given([detained], inState), command: { kind: 'record-detention', detained: false, ...dated }, after: { field: 'on', day: '2026-05-01' } },
  'record-custody-review': { on: given([detained], inState), command: { kind: 'record-custody-review', ...dated }, after: { field: 'on', day: '2026-05-01' } },
  'propose-destination': { on: inState, command: proposed, filled: ['clause'] },
  'ask-destination': { on: given([proposed], inState), command: asked },
  'record-destination-answer': { on: given([proposed, asked], inState), command: { kind: 'record-destination-answer', destination: 'KE', answer: 'willing', ...dated }, listed: ['answer'], after: { field: 'on', day: '2026-06-01' } },
  'set-destination-aside': { on: given([proposed], inState), command: { kind: 'set-destination-aside', destination: 'KE', clause: 'unwilling', reason: 'no', ...dated }, filled: ['clause', 'reason'], after: { field: 'on', day: '2026-05-01' } },
  'set-answer-period': { on: given([home, { ...asked, destination: 'SO' }], inState), command: { kind: 'set-answer-period', destination: 'SO', answerBy: day('2026-08-01'), ...dated }, after: { field: 'on', day: '2026-06-01' } },
  'make-contact': { on: inState, command: { kind: 'make-contact', destination: 'SO', on: today } },
  'record-counsel': { on: inState, command: counsel, filled: ['counselId', 'name', 'address'] },
  'end-counsel': { on: given([counsel], inState), command: { kind: 'end-counsel', counselId: 'c1', on: today }, after: { field: 'on', day: '2026-05-01' } },
  'give-notice': { on: given([recorded], inState), command: noticed, filled: ['noticeId', 'about'], listed: ['to'] },
  'give-person-copy': { on: inState, command: { kind: 'give-person-copy', requestId: 'q1', on: today, receipt: 'signed' }, filled: ['receipt'], after: { field: 'on', day: '2026-06-01' } },
  'record-availability': { on: given([{ kind: 'record-availability', available: true, on: day('2026-05-01'), source: 'file' }], inState), command: { kind: 'record-availability', available: false, ...dated }, after: { field: 'on', day: '2026-05-01' } },
  'draft-request': { on: given([opened, somali]), command: drafted, filled: ['requestId', 'consulate'], listed: ['documentType'] },
  'record-earlier-request': { on: inState, command: { kind: 'record-earlier-request', requestId: 'e1', destination: 'SO', consulate: 'Paris', documentType: 'national-passport', draftedOn: day('2025-12-01'), on: day('2025-12-02'), source: 'file' }, filled: ['requestId', 'consulate'], listed: ['documentType'], after: { field: 'on', day: '2025-12-01' } },
  'check-request': { on: draft, command: checked, after: { field: 'on', day: '2026-06-01' } },
  'approve-request': { on: given([checked], draft), command: approved[0], context: approved[1], after: { field: 'on', day: '2026-06-01' } },
  'send-request': { on: given([checked, approved], draft), command: sent, after: { field: 'on', day: '2026-06-01' } },
  'acknowledge-request': { on: inState, command: { kind: 'acknowledge-request', requestId: 'q1', ...dated }, after: { field: 'on', day: '2026-06-01' } },
  'arrange-interview': { on: inState, command: { kind: 'arrange-interview', requestId: 'q1', heldOn: day('2026-06-10') } },
  'hold-interview': { on: inState, command: { kind: 'hold-interview', requestId: 'q1', on: today } },
  'record-outcome': { on: inState, command: issued, listed: ['outcome'], after: { field: 'on', day: '2026-06-01' } },
  'withdraw-request': { on: inState, command: { kind: 'withdraw-request', requestId: 'q1', reason: 'stay', on: today }, listed: ['reason'], after: { field: 'on', day: '2026-06-01' } },
  'take-document': { on: given([issued], inState), command: taken, filled: ['documentId'], listed: ['documentType'] },
  'lose-document': { on: document, command: { kind: 'lose-document', documentId: 'd1', ...dated }, after: { field: 'on', day: '2026-06-01' } },
  'make-booking': { on: document, command: booked, filled: ['bookingId'] },
  'cancel-booking': { on: journey, command: { kind: 'cancel-booking', bookingId: 'b1', on: today }, after: { field: 'on', day: '2026-06-01' } },
  'hand-over': { on: journey, command: { kind: 'hand-over', bookingId: 'b1', on: day('2026-06-20') }, context: on20th },
  depart: { on: journey, command: departed[0], context: on20th },
  'record-left': { on: inState, command: { kind: 'record-left', ...dated }, after: { field: 'on', day: '2026-01-10' } },
  'confirm-departure': { on: gone, command: { kind: 'confirm-departure', on: day('2026-06-20'), how: 'seen-leaving', source: 'file' }, context: on20th, listed: ['how'], after: { field: 'on', day: '2026-06-20' } },
  'record-arrival': { on: gone, command: { kind: 'record-arrival', outcome: 'admitted', on: day('2026-06-20'), source: 'file' }, context: on20th, listed: ['outcome'], after: { field: 'on', day: '2026-06-20' } },
  'record-unlawful-removal': { on: gone, command: { kind: 'record-unlawful-removal', bookingId: 'b1', on: day('2026-06-20'), source: 'judgment' }, context: on20th, after: { field: 'on', day: '2026-06-20' } },
  'record-return-considered': { on: given([[{ kind: 'record-unlawful-removal', bookingId: 'b1', on: day('2026-06-20'), source: 'judgment' }, on20th]], gone), command: { kind: 'record-return-considered', bookingId: 'b1', on: day('2026-06-20'), source: 'note' }, context: on20th, after: { field: 'on', day: '2026-06-20' } },
  'absorb-case': { on: inState, command: { kind: 'absorb-case', on: today, reason: 'one person' }, context: absorbing, filled: ['reason'] },
  'merge-into': { on: other, command: { kind: 'merge-into', on: today, reason: 'one person' }, context: merging, filled: ['reason'] },
  'undo-merge': { on: merged, command: { kind: 'undo-merge', on: today, reason: 'two people' }, context: merging, filled: ['reason'] },
  'undo-absorption': { on: absorbed, command: { kind: 'undo-absorption', on: today, reason: 'two people' }, context: absorbing, filled: ['reason'] },
}

const all = Object.entries(tried) as readonly (readonly [Command['kind'], Tried])[]
const refused = ({ on, command, context }: Tried, wrong: object) => refusalOf({ ...command, ...wrong }, on, context)
const happened = { ...gatedSteps } as Partial<Record<CaseEvent['kind'], string>>

test.each(all)('%s is done where it belongs', (_kind, one) => {
  expect(refused(one, {})).toBeUndefined()
})

test.each(all)('%s is not done on an impossible day, nor in the future', (_kind, one) => {
  for (const field of ['on', 'heldOn', 'draftedOn', 'departsOn', 'answerBy', 'validFrom', 'validUntil'].filter((name) => name in one.command)) {
    expect(refused(one, { [field]: '2026-02-30' })).toMatchObject({ code: 'impossible-day', value: '2026-02-30' })
    if (field === 'on' || field === 'draftedOn') expect(['day-in-future', 'not-today', 'not-the-booked-day']).toContain(refused(one, { [field]: '2027-01-01' })?.code)
  }
})

test.each(all.filter(([, one]) => 'source' in one.command))('%s is not done without a source', (_kind, one) => {
  expect(refused(one, { source: ' ' })).toEqual({ code: 'no-source' })
})

test.each(all.filter(([, one]) => one.filled))('%s is not done with an empty field', (_kind, one) => {
  for (const field of one.filled ?? []) expect(refused(one, { [field]: '  ' })).toMatchObject({ code: 'empty-field' })
})

test.each(all.filter(([, one]) => one.listed))('%s is not done with what is in no list', (_kind, one) => {
  for (const field of one.listed ?? []) expect(refused(one, { [field]: 'whatever' })).toMatchObject({ code: 'not-in-list', field, value: 'whatever' })
})

test.each(all.filter(([, one]) => one.after))('%s is done on the day of what must come before, and not the day before', (_kind, one) => {
  if (!one.after) throw new Error('nothing comes before')
  const dayBefore = new Date(Date.parse(one.after.day) - 86_400_000).toISOString().slice(0, 10)
  expect(refused(one, { [one.after.field]: one.after.day })).toBeUndefined()
  expect(refused(one, { [one.after.field]: dayBefore })).toMatchObject({ code: 'out-of-order' })
})

test.each(all.filter(([, one]) => 'destination' in one.command))('%s is not done for what is no other state', (kind, one) => {
  if (kind === 'record-fact' || kind === 'correct-fact') return
  for (const destination of ['CA', 'ZZ', 'XXB']) expect(['own-state-as-destination', 'unknown-country', 'status-code-as-country', 'unknown-destination', 'document-for-another-destination']).toContain(refused(one, { destination })?.code)
})

test.each(all)('%s is done at the version that was seen, or not at all', (_kind, { on, command, context }) => {
  expect(decide(command, on.state, { ...contextOf(on.state, context), version: on.state.version - 1 })).toMatchObject({ ok: false, refusal: { code: 'stale-version' } })
})

test.each(all)('%s goes through a gate exactly when it takes a step', (_kind, { on, command, context }) => {
  const [open, held] = [openBook, heldBook].map((book) => decide(command, on.state, contextOf(on.state, { ...context, book })))
  const kinds = open?.ok ? open.value.events.map(({ kind }) => kind) : []
  const step = kinds.map((kind) => happened[kind]).find((one) => one !== undefined)
  expect(held?.ok === false && held.refusal.code === 'gate-held' ? held.refusal.step : undefined).toBe(step)
  expect(open?.ok && open.value.decision?.step).toBe(step)
})

test('a case is opened with an identity, a day that has come, a source, and under the law of one of two states', () => {
  const refusal = (wrong: object) => decide({ ...opened, ...wrong }, undefined, contextOf(undefined))
  expect(refusal({})).toMatchObject({ ok: true })
  for (const [wrong, code] of [[{ source: '' }, 'no-source'], [{ jurisdiction: 'FR' }, 'not-in-list'], [{ on: day('2026-06-02') }, 'day-in-future'], [{ identity: { ...sampleOne, sex: 'x' } }, 'not-in-list']] as const) {
    expect(refusal(wrong)).toMatchObject({ refusal: { code } })
  }
})
