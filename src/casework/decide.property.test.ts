import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import { factDefinition, facts, isFactCode } from '../law/facts.ts'
import { shippedBook } from '../law/shipped-book.ts'
import type { Agreement } from './agreement.ts'
import { bookWhere, heldBook, openBook, sampleOne } from './case-for-tests.ts'
import type { CaseState } from './case-state.ts'
import { checkCase } from './check-case.ts'
import type { Command, Context } from './command.ts'
import { decide } from './decide.ts'
import { gatedSteps, type CaseEvent, type GatedKind } from './event.ts'
import type { Decision } from './decision.ts'
import { evolve, evolveAll } from './evolve.ts'
import { arrivalOutcomes, closeReasons, confirmationMeans, documentTypes, nationalityBases, orderKinds, requestOutcomes, riskFindings, withdrawalReasons } from './lists.ts'
import { readerOf } from './read-case.ts'
import { redecide } from './redecide.ts'
import { recipientsToTell } from './recipients-to-tell.ts'
import { isAwaited, standingOf, type RequestStanding } from './request-standing.ts'

const start = dayNumber('2026-01-01' as PlainDate)
const recorded = Object.keys(facts).filter(isFactCode).filter((code) => factDefinition(code).computed === undefined)

// Few ids and few places, so that commands meet; now and then something that makes no sense at all.
const oddly = <T>(sense: fc.Arbitrary<T>, nonsense: readonly string[]) => fc.oneof({ weight: 30, arbitrary: sense }, { weight: 1, arbitrary: fc.constantFrom(...nonsense) as unknown as fc.Arbitrary<T> })
const id = (letter: string) => oddly(fc.integer({ min: 1, max: 3 }).map((number) => `${letter}${number}`), ['', ' ', '__proto__'])
const freshId = (letter: string) => fc.integer({ min: 1, max: 40 }).map((number) => `${letter}${number}`)
const country = oddly(fc.constantFrom('SO', 'KE'), ['CA', 'US', 'XXA', 'XXB', 'XXC', 'ZZ', '', 'SOM', 'SU'])
const text = oddly(fc.constantFrom('file', 'letter'), ['', '   '])
/** Days from now; resolved when it is known which day it is. */
const offset = fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: -200, max: 0 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 90 }) })
const listed = <const T extends string>(list: readonly T[]) => oddly(fc.constantFrom(...list), ['no such thing'])

type Draft = { readonly kind: string; readonly [field: string]: unknown }
const draft = (kind: string, fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Draft> => fc.record({ kind: fc.constant(kind), ...fields })

const drafts: readonly fc.Arbitrary<Draft>[] = [
  draft('record-identity', { identity: fc.constantFrom(sampleOne, { ...sampleOne, bornOn: '1991-02' }, { ...sampleOne, bornOn: '1991-02-30' }, { ...sampleOne, familyName: ' ', givenNames: '' }), source: text }),
  draft('record-nationality', { country, basis: listed(nationalityBases), on: offset, source: text }),
  draft('withdraw-nationality', { country, on: offset, source: text }),
  draft('record-order', { orderId: freshId('o'), orderKind: listed([...orderKinds.CA, ...orderKinds.US]), on: offset, source: text }),
  draft('end-order', { orderId: freshId('o'), reason: text, on: offset, source: text }),
  draft('assign-officer', { officer: id('officer-'), note: text }),
  draft('travel-with', { group: id('g') }), draft('travel-alone', {}),
  draft('close-case', { reason: listed(closeReasons), on: offset }), draft('reopen-case', { reason: text, on: offset }),
  draft('record-fact', { factId: freshId('f'), fact: oddly(fc.constantFrom(...recorded), ['no such fact', 'toString']), value: listed(['yes', 'no', 'unknown']), on: offset, destination: fc.option(country, { nil: undefined }), source: text }),
  draft('correct-fact', { factId: freshId('f'), corrects: freshId('f'), value: listed(['yes', 'no', 'unknown']), on: offset, destination: fc.option(country, { nil: undefined }), source: text }),
  draft('tell-recipient', { correctionId: fc.constantFrom('owed', 'owed', 'identity/5'), recipient: fc.constantFrom('owed', 'owed', 'nobody'), on: offset, source: text }),
  draft('send-correction', { correctionId: fc.constantFrom('owed', 'identity/5'), requestId: id('q'), on: offset }),
  draft('record-risk', { riskId: freshId('k'), destination: country, finding: listed(riskFindings), reasons: text, on: offset }),
  draft('record-detention', { detained: fc.boolean(), on: offset, source: text }), draft('record-detention', { detained: fc.constant(true), on: fc.constant(0), source: text }),
  draft('record-custody-review', { on: offset, source: text }),
  draft('propose-destination', { destination: country, clause: text, on: offset, source: text }),
  draft('ask-destination', { destination: country, on: offset, source: text }),
  draft('record-destination-answer', { destination: country, answer: listed(['willing', 'unwilling', 'not-final']), on: offset, source: text }),
  draft('set-destination-aside', { destination: country, clause: text, reason: text, on: offset, source: text }),
  draft('propose-destination', { destination: country, clause: fc.constant('us-8usc-1231-b-2-D'), on: fc.constant(0), source: text }), draft('set-answer-period', { destination: country, answerBy: offset, on: offset, source: text }),
  draft('make-contact', { destination: country, on: offset }),
  draft('record-counsel', { counselId: id('c'), name: text, address: text, on: offset }), draft('end-counsel', { counselId: id('c'), on: offset }),
  draft('give-notice', { noticeId: freshId('n'), to: listed(['person', 'counsel']), about: text, factIds: fc.array(freshId('f'), { maxLength: 1 }), on: offset, source: text }),
  draft('give-person-copy', { requestId: id('q'), on: offset, receipt: text }),
  draft('record-availability', { available: fc.boolean(), on: offset, source: text }),
  ...['check-request', 'approve-request', 'send-request', 'hold-interview'].flatMap((kind) => [draft(kind, { requestId: id('q'), on: offset }), draft(kind, { requestId: id('q'), on: fc.constant(0) })]),
  ...[1, 2].map(() => draft('draft-request', { requestId: id('q'), destination: country, consulate: text, documentType: listed(documentTypes), agreement: fc.option(fc.constantFrom('agreed', 'unheard of'), { nil: undefined }), on: offset })),
  draft('record-earlier-request', { requestId: id('q'), destination: country, consulate: text, documentType: listed(documentTypes), draftedOn: fc.option(fc.constantFrom(-400, -30), { nil: undefined }), on: fc.constantFrom(-300, 0), source: text }),
  draft('acknowledge-request', { requestId: id('q'), on: offset, source: text }),
  draft('arrange-interview', { requestId: id('q'), heldOn: offset }),
  ...[1, 2].map(() => draft('record-outcome', { requestId: id('q'), outcome: listed(requestOutcomes), on: offset, source: text })),
  draft('record-outcome', { requestId: id('q'), outcome: fc.constantFrom('issued', 'deemed-accepted', 'expired-unused'), on: fc.constant(0), source: text }),
  draft('withdraw-request', { requestId: id('q'), reason: listed(withdrawalReasons), on: offset }),
  ...[1, 2].map(() => draft('take-document', { documentId: id('d'), requestId: fc.option(id('q'), { nil: undefined }), destination: country, documentType: listed(documentTypes), validFrom: offset, validUntil: fc.constantFrom(0, 5, 60), on: offset, source: text })),
  draft('lose-document', { documentId: id('d'), on: offset, source: text }),
  ...[1, 2, 3].map(() => draft('make-booking', { bookingId: freshId('b'), destination: country, place: fc.option(text, { nil: undefined }), departsOn: fc.constantFrom(0, 0, 1, 20), documentId: id('d'), on: fc.constant(0) })),
  draft('cancel-booking', { bookingId: fc.constant('open'), on: offset }),
  draft('hand-over', { bookingId: fc.constant('open'), on: offset }), ...[1, 2].map(() => draft('depart', { bookingId: fc.constant('open'), on: offset })),
  draft('record-left', { on: offset, source: text }), draft('confirm-departure', { on: offset, how: listed(confirmationMeans), source: text }),
  draft('record-arrival', { outcome: listed(arrivalOutcomes), on: offset, source: text }),
  ...['absorb-case', 'merge-into', 'undo-merge', 'undo-absorption'].map((kind) => draft(kind, { on: offset, reason: text })),
]

const step = fc.record({
  draft: fc.oneof(...drafts), likely: fc.option(fc.nat(1000), { nil: undefined, freq: 2 }), which: fc.integer({ min: 0, max: 9 }), officer: fc.constantFrom('officer-1', 'officer-2', 'officer-3'),
  later: fc.constantFrom(0, 0, 0, 1, 20), held: fc.constantFrom(false, false, false, true), stale: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 1), impossible: fc.constantFrom(false, false, false, false, false, false, false, false, false, true),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
const steps = fc.array(step, { minLength: 40, maxLength: 120, size: 'max' })

const dayFields = ['on', 'answerBy', 'heldOn', 'validFrom', 'validUntil', 'departsOn', 'draftedOn']

/** Days are said from now, and the booking or the debt that is open is looked up: a person at a screen does the same. */
function commandOf(draft: Draft, state: CaseState, now: number, impossible: boolean): Command {
  const owed = state.corrections.at(-1)?.correctionId ?? 'none'
  const open = state.bookings.at(-1)?.bookingId ?? 'none'
  const fields = Object.entries(draft).filter(([, value]) => value !== undefined).map(([field, value]) => {
    if (dayFields.includes(field) && typeof value === 'number') return [field, impossible ? '2026-02-30' : dayFromNumber(now + value)]
    if (field === 'correctionId' && value === 'owed') return [field, owed]
    if (field === 'recipient' && value === 'owed') return [field, state.notices.at(-1) ? `notice/${state.notices.at(-1)?.noticeId}` : `copy/${state.requests[0]?.requestId}`]
    return [field, field === 'bookingId' && value === 'open' ? open : value]
  })
  return Object.fromEntries(fields) as Command
}

/** What would come next in an orderly office. Chance alone would rarely bring a case as far as a departure. */
function likelyCommand(pick: number, state: CaseState, on: PlainDate, otherId: string, other: CaseState): Command {
  const request = state.requests.find((one) => isAwaited(one)) ?? state.requests.at(-1)
  const standing = request === undefined ? 'none' : standingOf(request)
  const [requestId, documentId, bookingId] = [request?.requestId ?? 'q1', state.documents.at(-1)?.documentId ?? 'd1', state.bookings.at(-1)?.bookingId ?? 'b1']
  const [fresh, in30] = [state.version, dayFromNumber(dayNumber(on) + 30)]
  const byStanding: Readonly<Record<RequestStanding | 'none', readonly Command[]>> = {
    none: [{ kind: 'draft-request', requestId: `q${fresh}`, destination: 'SO', consulate: 'office', documentType: 'emergency-travel-document', agreement: 'agreed', on }],
    drafted: [{ kind: 'check-request', requestId, on }], checked: [{ kind: 'approve-request', requestId, on }], approved: [{ kind: 'send-request', requestId, on }],
    sent: [{ kind: 'acknowledge-request', requestId, on, source: 'note' }, { kind: 'arrange-interview', requestId, heldOn: on }, { kind: 'record-outcome', requestId, outcome: 'issued', on, source: 'note' }, { kind: 'hold-interview', requestId, on }, { kind: 'record-outcome', requestId, outcome: 'deemed-accepted', on, source: 'note' }],
    answered: [
      { kind: 'take-document', documentId: `d${fresh}`, requestId, destination: 'SO', documentType: 'emergency-travel-document', validFrom: on, validUntil: in30, on, source: 'the document' },
      { kind: 'make-booking', bookingId: `b${fresh}`, destination: 'SO', departsOn: on, documentId, on }, { kind: 'make-booking', bookingId: `b${fresh}`, destination: 'SO', departsOn: on, documentId, on },
      { kind: 'hand-over', bookingId, on }, { kind: 'depart', bookingId, on }, { kind: 'lose-document', documentId, on, source: 'note' }, { kind: 'cancel-booking', bookingId, on },
      { kind: 'confirm-departure', on, how: 'seen-leaving', source: 'note' }, { kind: 'record-outcome', requestId, outcome: 'expired-unused', on, source: 'note' },
      { kind: 'draft-request', requestId: `q${fresh}`, destination: 'SO', consulate: 'office', documentType: 'emergency-travel-document', on },
    ],
    withdrawn: [{ kind: 'draft-request', requestId: `q${fresh}`, destination: 'KE', consulate: 'office', documentType: 'national-passport', on }],
  }
  // A court may say so of any removal, whatever else is going on in the case.
  const removal = state.departures.findLast(({ bookingId: booked }) => booked !== undefined)
  if (removal?.bookingId !== undefined && pick % 3 === 0) return { kind: removal.foundUnlawful === undefined ? 'record-unlawful-removal' : 'record-return-considered', bookingId: removal.bookingId, on, source: 'judgment' }
  const booking = state.bookings.find((one) => one.departsOn === on && one.cancelledOn === undefined && !state.departures.some((left) => left.bookingId === one.bookingId))
  if (booking && pick % 4 > 0) return { kind: pick % 4 < 3 && booking.handedOverOn === undefined ? 'hand-over' : 'depart', bookingId: booking.bookingId, on }
  // Whoever has a document in hand books, and on the day itself: chance alone brings few to a departure, and what may follow one to nobody.
  const inHand = state.documents.findLast(({ lostOn, validUntil }) => lostOn === undefined && validUntil >= on)
  if (inHand && !booking && state.departures.length === 0 && pick % 3 > 0) return { kind: 'make-booking', bookingId: `b${fresh}`, destination: inHand.destination, departsOn: on, documentId: inHand.documentId, on }
  const owed = recipientsToTell(state).filter(({ recipient }) => recipient.startsWith('request/') === (pick % 3 === 0)).at(-1)
  if (owed && pick % 5 === 0) return owed.recipient.startsWith('request/') ? { kind: 'send-correction', correctionId: owed.correctionId, requestId: owed.recipient.slice('request/'.length), on } : { kind: 'tell-recipient', ...owed, on, source: 'letter' }
  const others: readonly Command[] = [
    ...(state.nationalities.some((one) => ['CA', 'US'].includes(one.country)) ? [{ kind: 'withdraw-nationality', country: 'CA', on, source: 'register' } as const] : []),
    ...(otherId === 'case-2' ? [] : isAwaitedAny(state) ? [{ kind: 'withdraw-request', requestId, reason: 'duplicate', on } as const] : [{ kind: 'close-case', reason: 'status-granted', on } as const]),
    ...(otherId === 'case-2' ? [{ kind: 'absorb-case', on, reason: 'one person' } as const] : []),
    ...state.orders.map(({ orderId }) => ({ kind: 'end-order', orderId, reason: 'quashed', on, source: 'court' }) as const),
    ...state.destinations.flatMap(({ destination }) => [{ kind: 'ask-destination', destination, on, source: 'note' }, { kind: 'record-destination-answer', destination, answer: 'willing', on, source: 'note' }, { kind: 'set-answer-period', destination, answerBy: in30, on, source: 'note' }] as const),
    ...state.counsel.slice(-1).map(({ counselId }) => ({ kind: 'end-counsel', counselId, on }) as const),
    ...(state.closed ? [{ kind: 'reopen-case', reason: 'new facts', on } as const] : []),
    ...(request ? [{ kind: 'give-person-copy', requestId, on, receipt: 'signed' } as const] : []),
    ...state.facts.slice(-1).map(({ id }) => ({ kind: 'give-notice', noticeId: `n${fresh}`, to: 'person', about: 'file', factIds: [id], on, source: 'letter' }) as const),
  ]
  if (pick % 3 > 0 && other.absorbed.some((one) => one.undoneOn === undefined && one.version === state.version)) return { kind: 'merge-into', on, reason: 'one person' }
  if (pick % 5 === 0 && state.mergedInto === otherId) return { kind: 'undo-merge', on, reason: 'two people' }
  const list = [...byStanding[standing], ...byStanding[standing], ...byStanding[standing], ...others]
  return list[pick % list.length] ?? { kind: 'travel-alone' }
}

const isAwaitedAny = ({ requests }: CaseState) => requests.some(isAwaited)

const agreed: Agreement = { code: 'agreed', country: 'SO', inForce: {}, text: 'verified', source: 'sample', replyFrom: 'sent', reply: { length: 14, unit: 'calendar-days', text: 'verified' }, silence: { means: 'consent', text: 'verified' }, weekend: [], holidays: [] }

// A hundred thousand commands: some seconds, and many more beside other work.
const patience = 240_000

const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647)

type Asked = { readonly caseId: string; readonly before: CaseState; readonly context: Context; readonly stale: number; readonly result: ReturnType<typeof decide> }

/** Two cases, three officers, days that pass: every command of the walk is asked, and what it brings happens. */
function walk(path: readonly Step[], books: { readonly open: LawBook; readonly held: LawBook }, visit: (asked: Asked, after: CaseState) => void): void {
  const cases = new Map<string, CaseState>(['case-1', 'case-2'].map((caseId) => [caseId, openedCase(caseId)]))
  let now = start
  for (const { draft, likely, which, officer, later, held, stale, impossible } of path) {
    now += later
    const [caseId, otherId] = which < 7 ? ['case-1', 'case-2'] : ['case-2', 'case-1']
    const [before, other] = [cases.get(caseId), cases.get(otherId)]
    if (!before || !other) throw new Error('a case is lost')
    const today = dayFromNumber(now)
    const context: Context = { caseId, version: before.version + stale, officer, at: `${today}T12:00:00.000Z`, today, book: held ? books.held : books.open, agreements: [agreed], other: { caseId: otherId, state: other } }
    const command = likely === undefined ? commandOf(draft, before, now, impossible) : likelyCommand(likely, before, today, otherId, other)
    const result = decide(command, before, context)
    const after = result.ok ? result.value.events.reduce<CaseState>(evolve, before) : before
    cases.set(caseId, after)
    visit({ caseId, before, context, stale, result }, after)
  }
}

test(`whatever is asked of a case, it answers, stays whole, and no gated event comes without an open gate at that version (seed ${seed})`, () => {
  const [happened, refused] = [new Set<string>(), new Set<string>()]
  fc.assert(fc.property(steps, (path) => walk(path, { open: openBook, held: heldBook }, ({ caseId, before, context, stale, result }, after) => {
    if (!result.ok) {
      refused.add(result.refusal.code)
      return
    }
    const { events, decision } = result.value
    for (const event of events) happened.add(event.kind)
    const wrong = [
      ...events.flatMap((event, index) => (isGated(event) && !(index === 0 && decision !== undefined && isOpenDecision(decision, event, caseId, before)) ? [`${event.kind} without its open gate`] : [])),
      ...(events.length === 0 || after.version !== before.version + events.length ? ['events and version disagree'] : []),
      ...(stale === 0 ? [] : ['a stale command was done']),
      ...(decision !== undefined && (context.book === heldBook || !events.some(isGated)) ? ['a decision that no event needs, or that no gate could give'] : []),
      ...checkCase(after),
    ]
    if (wrong.length > 0) throw new Error(wrong.join(', '))
  })), { seed, numRuns: 1000 })
  // The run is worth something only if it went everywhere.
  expect([...allKinds].filter((kind) => !happened.has(kind)).sort()).toEqual([])
  expect(refused.size).toBeGreaterThan(60)
}, patience)

test(`deciding again with the case of then, the law of then and the day gives the same bytes, also when the case has gone on (seed ${seed})`, () => {
  let compared = 0
  fc.assert(fc.property(steps, (path) => {
    const histories = new Map<string, CaseEvent[]>(['case-1', 'case-2'].map((caseId) => [caseId, [...openingEvents()]]))
    const decided: { readonly decision: Decision; readonly context: Context }[] = []
    walk(path, { open: openBook, held: shippedBook() }, ({ caseId, context, result }) => {
      if (result.ok) histories.get(caseId)?.push(...result.value.events)
      const decision = result.ok ? result.value.decision : result.refusal.code === 'gate-held' ? result.refusal.decision : undefined
      if (decision) decided.push({ decision, context })
    })
    for (const { decision, context } of decided) {
      const again = redecide(histories.get(decision.caseId) ?? [], { ...decision, day: context.today }, context.book)
      if (again.bytes !== decision.bytes || again.digest !== decision.digest) throw new Error(`decided again, it reads ${again.bytes} instead of ${decision.bytes}`)
      compared += 1
    }
  }), { seed, numRuns: 200 })
  expect(compared).toBeGreaterThan(100)
}, patience)

function isOpenDecision({ caseId: of, caseVersion, state, step, digest }: Decision, event: Extract<CaseEvent, { kind: GatedKind }>, caseId: string, before: CaseState): boolean {
  return of === caseId && caseVersion === before.version && state === 'open' && step === gatedSteps[event.kind] && digest === event.decisionDigest
}

function isGated(event: CaseEvent): event is Extract<CaseEvent, { kind: GatedKind }> {
  return event.kind in gatedSteps
}

function openedCase(caseId: string): CaseState {
  const state = evolveAll(openingEvents(caseId))
  if (!state) throw new Error('no case was opened')
  return state
}

function openingEvents(caseId = 'case-1'): readonly CaseEvent[] {
  const command: Command = { kind: 'open-case', jurisdiction: 'CA', identity: sampleOne, on: dayFromNumber(start), source: 'file' }
  const result = decide(command, undefined, { caseId, version: 0, officer: 'officer-1', at: '2026-01-01T00:00:00.000Z', today: dayFromNumber(start), book: openBook, agreements: [] })
  return result.ok ? result.value.events : []
}

// The compiler demands the whole list.
const everyKind: Readonly<Record<Exclude<CaseEvent['kind'], 'case-opened'>, true>> = {
  'identity-recorded': true, 'nationality-recorded': true, 'nationality-withdrawn': true, 'order-recorded': true, 'order-ended': true, 'officer-assigned': true, 'travels-with': true, 'travels-alone': true,
  'case-absorbed': true, 'absorption-undone': true, 'merged-into': true, 'merge-undone': true, 'case-closed': true, 'case-reopened': true, 'fact-recorded': true, 'recipient-told': true, 'correction-sent': true,
  'destination-proposed': true, 'destination-asked': true, 'destination-answered': true, 'destination-set-aside': true, 'answer-period-set': true, 'counsel-recorded': true, 'counsel-ended': true, 'notice-given': true, 'contact-made': true,
  'risk-recorded': true, 'availability-recorded': true, 'detention-recorded': true, 'custody-reviewed': true, 'request-drafted': true, 'earlier-request-recorded': true, 'request-checked': true, 'request-approved': true, 'request-sent': true,
  'request-acknowledged': true, 'person-copy-given': true, 'interview-arranged': true, 'interview-held': true, 'outcome-recorded': true, 'request-withdrawn': true, 'document-taken': true, 'document-lost': true,
  'booking-made': true, 'booking-cancelled': true, 'handed-over': true, departed: true, 'left-without-removal': true, 'departure-confirmed': true, 'arrival-recorded': true, 'removal-found-unlawful': true, 'return-considered': true,
}
const allKinds = Object.keys(everyKind)

test('every fact of every case is answered, whatever was recorded', () => {
  const state = openedCase('case-1')
  const read = readerOf(state, 'SO', undefined, dayFromNumber(start), bookWhere({ always: true }, 'any'))
  for (const code of Object.keys(facts).filter(isFactCode)) expect(['yes', 'no', 'unknown', 'conflict']).toContain(read(code).value)
})
