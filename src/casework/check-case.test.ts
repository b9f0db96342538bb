import { describe, expect, test } from 'vitest'
import { booked, checked, day, drafted, given, issued, opened, sent, somali, taken, today, withState } from './case-for-tests.ts'
import type { CaseState, Request } from './case-state.ts'
import { checkCase } from './check-case.ts'
import type { Command, Context } from './command.ts'

type Done = Command | readonly [Command, Partial<Context>]

const at = (on: string, command: Command): Done => [command, { today: day(on) }]
const duplicate = { other: { caseId: 'case-2', state: given([opened, { kind: 'record-fact', factId: 'g1', fact: 'medical-concern', value: 'no', on: today, source: 'file' }]).state } }
const absorbing: Done = [{ kind: 'absorb-case', on: today, reason: 'one person' }, duplicate]
const parting: Done = [{ kind: 'undo-absorption', on: today, reason: 'two people' }, duplicate]

const person: readonly Done[] = [
  opened, somali, { ...somali, country: 'KE' }, { kind: 'withdraw-nationality', country: 'KE', on: today, source: 'register' },
  { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-02-01'), source: 'order' }, { kind: 'record-order', orderId: 'o2', orderKind: 'departure-order', on: day('2026-03-01'), source: 'order' },
  { kind: 'record-fact', factId: 'f1', fact: 'medical-concern', value: 'yes', on: day('2026-05-01'), source: 'note' },
  { kind: 'give-notice', noticeId: 'n1', to: 'person', about: 'decision', factIds: ['f1'], on: today, source: 'letter' }, { kind: 'give-notice', noticeId: 'n2', to: 'person', about: 'decision', factIds: [], on: today, source: 'letter' },
  { kind: 'correct-fact', factId: 'f2', corrects: 'f1', value: 'no', on: day('2026-05-01'), source: 'second look' }, { kind: 'tell-recipient', correctionId: 'f2', recipient: 'notice/n1', on: today, source: 'letter' },
  { kind: 'record-fact', factId: 'f3', fact: 'consented-to-moratorium-place', value: 'yes', on: day('2026-05-02'), destination: 'SO', place: 'Sampletown', source: 'form' },
  { kind: 'record-counsel', counselId: 'c1', name: 'Sample Counsel', address: 'office', on: today }, { kind: 'record-counsel', counselId: 'c2', name: 'Exemple Conseil', address: 'office', on: today },
  { kind: 'record-risk', riskId: 'k1', destination: 'SO', finding: 'no-substantial-risk', reasons: 'reports', on: today }, { kind: 'record-risk', riskId: 'k2', destination: 'SO', finding: 'no-substantial-risk', reasons: 'reports', on: today },
  absorbing, parting, absorbing, [{ kind: 'absorb-case', on: today, reason: 'one person' }, { other: { caseId: 'case-4', state: given([opened]).state } }],
]

const passport: Command = { ...drafted, requestId: 'q2', documentType: 'national-passport' }
const requests: readonly Done[] = [
  { kind: 'record-earlier-request', requestId: 'e1', destination: 'SO', consulate: 'Paris', documentType: 'national-passport', draftedOn: day('2025-12-01'), on: day('2025-12-02'), source: 'spreadsheet' },
  { kind: 'record-outcome', requestId: 'e1', outcome: 'refused-policy', on: day('2025-12-20'), source: 'spreadsheet' },
  drafted, at('2026-06-02', { ...checked, on: day('2026-06-02') }), [{ kind: 'approve-request', requestId: 'q1', on: day('2026-06-03') }, { officer: 'officer-2', today: day('2026-06-03') }], at('2026-06-04', { ...sent, on: day('2026-06-04') }),
  at('2026-06-05', { kind: 'acknowledge-request', requestId: 'q1', on: day('2026-06-05'), source: 'letter' }), at('2026-06-06', { kind: 'hold-interview', requestId: 'q1', on: day('2026-06-06') }),
  at('2026-06-07', { kind: 'record-outcome', requestId: 'q1', outcome: 'no-response', on: day('2026-06-07'), source: 'diary' }), at('2026-06-08', { ...issued, on: day('2026-06-08') }),
  passport, { ...checked, requestId: 'q2' }, [{ kind: 'approve-request', requestId: 'q2', on: today }, { officer: 'officer-2' }], { ...sent, requestId: 'q2' },
  { kind: 'record-outcome', requestId: 'q2', outcome: 'no-response', on: today, source: 'diary' }, { kind: 'withdraw-request', requestId: 'q2', reason: 'stay', on: today },
  { ...drafted, requestId: 'q3', destination: 'KE' },
]

const journeys: readonly Done[] = [
  taken, { ...taken, documentId: 'd3', validUntil: day('2026-06-30') }, at('2026-06-15', { kind: 'take-document', documentId: 'd2', destination: 'SO', documentType: 'charter-clearance', validFrom: day('2026-07-01'), validUntil: day('2026-07-01'), on: day('2026-06-15'), source: 'the document' }),
  booked, { kind: 'cancel-booking', bookingId: 'b1', on: today }, { ...booked, bookingId: 'b2' }, at('2026-06-20', { kind: 'depart', bookingId: 'b2', on: day('2026-06-20') }),
  at('2026-06-21', { kind: 'record-arrival', outcome: 'refused-on-arrival', on: day('2026-06-21'), source: 'report' }),
  at('2026-07-01', { ...booked, bookingId: 'b3', documentId: 'd2', departsOn: day('2026-07-01'), on: day('2026-07-01') }),
]

const here = given([...person, ...requests, ...journeys])
const gone = given([at('2026-07-01', { kind: 'depart', bookingId: 'b3', on: day('2026-07-01') })], here)
const closed = given([
  at('2026-07-02', { kind: 'withdraw-request', requestId: 'q3', reason: 'error', on: day('2026-07-02') }), at('2026-07-02', { kind: 'confirm-departure', on: day('2026-07-02'), how: 'seen-leaving', source: 'report' }),
  at('2026-07-02', { kind: 'close-case', reason: 'departed', on: day('2026-07-02') }),
], gone)
const leftAlone = given([{ kind: 'record-left', on: today, source: 'border record' }], given([opened]))
const merged = given([[{ kind: 'merge-into', on: today, reason: 'one person' }, { caseId: 'case-2', other: { caseId: 'case-1', state: given([[{ kind: 'absorb-case', on: today, reason: 'one person' }, { other: { caseId: 'case-2', state: given([opened]).state } }]], given([opened])).state } }]], given([opened]))

test.each(Object.entries({ here, gone, closed, leftAlone, merged, withState: given(withState), opened: given([opened]) }))('nothing is wrong with a case that commands have made: %s', (_name, { state }) => {
  expect(checkCase(state)).toEqual([])
})

type Change = (state: CaseState) => CaseState
type List = 'nationalities' | 'orders' | 'facts' | 'corrections' | 'told' | 'counsel' | 'notices' | 'risks' | 'requests' | 'documents' | 'bookings' | 'departures' | 'absorbed'

/** The case with one thing of one of its lists otherwise; the thing is named by its place in the list. */
function otherwise<Name extends List>(name: Name, place: number, change: Partial<CaseState[Name][number]>): Change {
  return (state) => ({ ...state, [name]: state[name].map((one, index) => (index === place ? { ...one, ...change } : one)) })
}

function lacking(name: List, place: number, key: string): Change {
  return (state) => ({ ...state, [name]: state[name].map((one, index) => (index === place ? Object.fromEntries(Object.entries(one).filter(([own]) => own !== key)) : one)) })
}

function answers(place: number, change: (outcomes: Request['outcomes']) => Request['outcomes']): Change {
  return (state) => ({ ...state, requests: state.requests.map((one, index) => (index === place ? { ...one, outcomes: change(one.outcomes) } : one)) })
}

const more = (change: Partial<CaseState>): Change => (state) => ({ ...state, ...change })
const both = (...changes: readonly Change[]): Change => (state) => changes.reduce((so, change) => change(so), state)
const [e1, q1, q2, q3] = [0, 1, 2, 3]
const [b1, b3] = [0, 2]
const [d1, d3] = [0, 1]
const [f1, f2, f3] = [0, 1, 2]
const signed = (by: string, on: string) => ({ by, on: day(on) })

/** Each breaks one thing, and is found by that one sentence. */
const faults: readonly (readonly [string, Change, string])[] = [
  ['two records of a fact have one id', otherwise('facts', f3, { id: 'g1' }), 'two facts of one id'],
  ['two orders have one id', otherwise('orders', 1, { orderId: 'o1' }), 'two orders of one id'],
  ['two requests have one id', otherwise('requests', q3, { requestId: 'q2' }), 'two requests of one id'],
  ['two documents have one id', otherwise('documents', d3, { documentId: 'd1' }), 'two documents of one id'],
  ['two bookings have one id', otherwise('bookings', b1, { bookingId: 'b3' }), 'two bookings of one id'],
  ['two counsel have one id', otherwise('counsel', 1, { counselId: 'c1' }), 'two counsel of one id'],
  ['two notices have one id', otherwise('notices', 1, { noticeId: 'n1' }), 'two notices of one id'],
  ['two risks have one id', otherwise('risks', 1, { riskId: 'k1' }), 'two risks of one id'],
  ['two corrections have one id', otherwise('corrections', 0, { correctionId: 'f2' }), 'two corrections of one id'],

  ['the case was opened on no day', more({ openedOn: day('0000-00-00') }), '0000-00-00 is no day'],
  ['its last step was on no day', more({ lastStepOn: day('2026-13-01') }), '2026-13-01 is no day'],
  ['a fact is true from no day', otherwise('facts', f1, { on: day('2026-02-30') }), '2026-02-30 is no day'],
  ['a journey begins on no day', otherwise('bookings', b1, { departsOn: day('2026-06-31') }), '2026-06-31 is no day'],
  ['a document begins on no day', otherwise('documents', d1, { validFrom: day('2026-05-32') }), '2026-05-32 is no day'],
  ['a document ends on no day', otherwise('documents', d1, { validUntil: day('2026-08-32') }), '2026-08-32 is no day'],
  ['the last step comes before the case was opened', more({ lastStepOn: day('2026-01-09') }), 'the last step comes before the first'],

  ['a fact has no source', otherwise('facts', f1, { source: ' ' }), 'fact f1 has no source'],
  ['somebody recorded what is computed', both(otherwise('facts', f3, { fact: 'moratorium' }), lacking('facts', f3, 'place')), 'fact f3 is computed, not recorded'],
  ['a fact about the person names a destination', otherwise('facts', f2, { destination: 'SO' }), 'fact f2 is about no destination'],
  ['a fact about a place says nothing of the country', lacking('facts', f3, 'destination'), 'fact f3 is about no place'],
  ['a fact that is about no place names one', otherwise('facts', f3, { fact: 'restricted-protection-granted' }), 'fact f3 is about no place'],
  ['a record corrects none that is there', otherwise('facts', f2, { corrects: 'f9' }), 'fact f2 corrects no earlier record of the same fact'],
  ['a record corrects one of another fact', otherwise('facts', f2, { fact: 'child-affected' }), 'fact f2 corrects no earlier record of the same fact'],
  ['a record corrects a later one', otherwise('facts', f2, { corrects: 'g1' }), 'fact f2 corrects no earlier record of the same fact'],
  ['a record corrects itself', otherwise('facts', f2, { corrects: 'f2' }), 'fact f2 corrects no earlier record of the same fact'],
  ['a record was corrected twice', both(otherwise('facts', f3, { fact: 'medical-concern', corrects: 'f1' }), lacking('facts', f3, 'destination'), lacking('facts', f3, 'place')), 'one record is corrected twice'],
  ['somebody was told of what was never corrected', otherwise('told', 0, { correctionId: 'f9' }), 'notice/n1 was told of no correction'],

  ['a request was checked before it was drafted', otherwise('requests', q1, { checked: signed('officer-1', '2026-05-31') }), 'request q1 has steps out of order'],
  ['a request was drafted after it was checked', otherwise('requests', q1, { drafted: signed('officer-1', '2026-06-03') }), 'request q1 has steps out of order'],
  ['a request was approved before it was checked', otherwise('requests', q1, { approved: signed('officer-2', '2026-06-01') }), 'request q1 has steps out of order'],
  ['a request was approved after it was sent', otherwise('requests', q1, { approved: signed('officer-2', '2026-06-05') }), 'request q1 has steps out of order'],
  ['a request was acknowledged before it was sent', otherwise('requests', q1, { acknowledgedOn: day('2026-06-03') }), 'request q1 has steps out of order'],
  ['a request was sent that nobody approved', lacking('requests', q1, 'approved'), 'request q1 was sent without a second person'],
  ['a request was sent that nobody drafted', lacking('requests', q1, 'drafted'), 'request q1 was sent without a second person'],
  ['a request was approved by who had drafted it', otherwise('requests', q1, { approved: signed('officer-1', '2026-06-03') }), 'request q1 was sent without a second person'],
  ['a request was approved by who had drafted it, under a name written otherwise', otherwise('requests', q1, { approved: signed(' Officer-1', '2026-06-03') }), 'request q1 was sent without a second person'],
  ['a request that Comity sent passes for an earlier one the other way round', otherwise('requests', e1, { earlier: false }), 'request e1 was sent without a second person'],
  ['a request was acknowledged that was never sent', otherwise('requests', q3, { acknowledgedOn: day('2026-06-05') }), 'request q3 was answered before it was sent'],
  ['an interview was held about a request that was never sent', otherwise('requests', q3, { interviews: [day('2026-06-05')] }), 'request q3 was answered before it was sent'],
  ['a request was answered that was never sent', otherwise('requests', q3, { outcomes: [{ outcome: 'issued', on: day('2026-06-05'), source: 'note' }] }), 'request q3 was answered before it was sent'],
  ['an answer came before the request was sent', answers(q1, (outcomes) => outcomes.map((one, index) => (index === 0 ? { ...one, on: day('2026-06-03') } : one))), 'request q1 has answers out of order'],
  ['an answer came before the one it follows', answers(q1, (outcomes) => outcomes.map((one, index) => (index === 1 ? { ...one, on: day('2026-06-06') } : one))), 'request q1 has answers out of order'],
  ['an answer says that the authority withdrew', answers(q2, (outcomes) => [...outcomes, { outcome: 'withdrawn-authority', on: today, source: 'note' }]), 'request q2 was withdrawn by an answer'],
  ['a request was withdrawn whose document had been issued', answers(q2, (outcomes) => [...outcomes, { outcome: 'issued', on: today, source: 'note' }]), 'request q2 was withdrawn after its document was issued'],
  ['a request asks a country that is none', otherwise('requests', q3, { destination: 'ZZ' }), 'request q3 goes nowhere'],
  ['a request asks the authority’s own state', otherwise('requests', q3, { destination: 'CA' }), 'request q3 goes nowhere'],

  ['a document ends before it begins', otherwise('documents', d3, { validFrom: day('2026-07-01') }), 'document d3 ends before it begins'],
  ['a document comes from a request that is not there', otherwise('documents', d3, { requestId: 'q9' }), 'document d3 comes from no request'],
  ['a document comes from a request to another state', otherwise('documents', d3, { destination: 'KE' }), 'document d3 comes from no request'],
  ['a document comes from a request that was never sent', otherwise('documents', d3, { requestId: 'q3', destination: 'KE' }), 'document d3 comes from no request'],

  ['two journeys are booked at once', lacking('bookings', b1, 'cancelledOn'), 'two bookings are open'],
  ['a journey has no document', otherwise('bookings', b1, { documentId: 'd9' }), 'booking b1 has no document that is valid on its day'],
  ['the document of a journey begins later', otherwise('bookings', b1, { documentId: 'd2' }), 'booking b1 has no document that is valid on its day'],
  ['the document of a journey has ended', otherwise('bookings', b1, { documentId: 'd3', departsOn: day('2026-07-01') }), 'booking b1 has no document that is valid on its day'],
  ['a journey was booked when its day had passed', otherwise('bookings', b1, { bookedOn: day('2026-06-21') }), 'booking b1 was made after its day'],
  ['a journey goes to the authority’s own state', otherwise('bookings', b1, { destination: 'CA' }), 'booking b1 goes nowhere'],

  ['the version is nothing', more({ version: 0 }), 'the version is no count'],
  ['the version is a part of one', more({ version: 1.5 }), 'the version is no count'],
  ['a case is merged and still open', more({ mergedInto: 'case-3' }), 'merged without being closed as merged'],
  ['a case is absorbed twice', lacking('absorbed', 0, 'undoneOn'), 'one case is absorbed twice'],
  ['a nationality is a word', otherwise('nationalities', 0, { country: 'Somalia' }), 'Somalia is no nationality'],
  ['a nationality is in small letters', otherwise('nationalities', 1, { country: 'ke' }), 'ke is no nationality'],
  ['a case was closed while a request waits', more({ closed: { reason: 'died', on: today } }), 'closed while a request waits'],
]

test.each(faults)('it is noticed, and nothing else is said, when %s', (_what, change, fault) => {
  expect(checkCase(change(here.state))).toEqual([fault])
})

describe('of somebody who has left', () => {
  const departures: readonly (readonly [string, Change, string])[] = [
    ['a journey that nobody booked', lacking('departures', 1, 'bookingId'), 'departure 1 follows no booking'],
    ['a journey under a booking that is not there', otherwise('departures', 1, { bookingId: 'b9' }), 'departure 1 follows no booking'],
    ['a journey to where nobody had booked', otherwise('departures', 1, { destination: 'KE' }), 'departure 1 follows no booking'],
    ['a journey on another day', otherwise('departures', 1, { on: day('2026-06-30') }), 'departure 1 follows no booking'],
    ['a journey that was cancelled', otherwise('bookings', b3, { cancelledOn: today }), 'departure 1 follows no booking'],
    ['a second journey by somebody who never came back', lacking('departures', 0, 'arrival'), 'departure 0 was followed by another without a return'],
    ['a second journey by somebody who was admitted', otherwise('departures', 0, { arrival: { outcome: 'admitted', on: day('2026-06-21') } }), 'departure 0 was followed by another without a return'],
  ]

  test.each(departures)('%s is noticed', (_what, change, fault) => {
    const { closed: _closed, ...open } = closed.state
    expect(checkCase(change(open))).toEqual(expect.arrayContaining([fault]))
    expect(checkCase(change(open)).filter((one) => one.startsWith('departure'))).toEqual([fault])
  })

  test('a removal is found unlawful on its day or later, and its return considered after that', () => {
    const found = (on: string, consideredOn?: string) => checkCase(otherwise('departures', 1, { foundUnlawful: { on: day(on), ...(consideredOn === undefined ? {} : { consideredOn: day(consideredOn) }) } })(gone.state))
    expect([found('2026-07-01'), found('2026-07-02', '2026-07-02'), found('2026-07-02', '2026-07-03')]).toEqual([[], [], []])
    const outOfOrder = ['departure 1 was found unlawful out of order']
    expect([found('2026-06-30'), found('2026-06-30', '2026-07-02'), found('2026-07-02', '2026-07-01')]).toEqual([outOfOrder, outOfOrder, outOfOrder])
  })

  test('who left alone was not removed, lawfully or not', () => {
    expect(checkCase(otherwise('departures', 0, { foundUnlawful: { on: today } })(leftAlone.state))).toEqual(['departure 0 was found unlawful out of order'])
  })

  test('a case that was closed while a return is still to be considered is noticed, unless the person died', () => {
    const found = otherwise('departures', 1, { foundUnlawful: { on: day('2026-07-02') } })(closed.state)
    expect(checkCase(found)).toEqual(['closed while bringing the person back is to be considered'])
    expect(checkCase({ ...found, closed: { reason: 'died', on: day('2026-07-02') } })).toEqual([])
  })

  test('two journeys under one booking are noticed, at both', () => {
    const twice = otherwise('departures', 0, { bookingId: 'b3', on: day('2026-07-01') })(gone.state)
    expect(checkCase(twice)).toEqual(expect.arrayContaining(['departure 0 shares its booking', 'departure 1 shares its booking']))
  })

  test('a day that is none is noticed', () => {
    expect(checkCase(otherwise('departures', 0, { on: day('2026-06-31') })(leftAlone.state))).toEqual(['2026-06-31 is no day'])
  })

  test('two of their own accord share no booking: they had none', () => {
    const back = given([{ kind: 'record-arrival', outcome: 'refused-on-arrival', on: today, source: 'note' }, { kind: 'record-left', on: today, source: 'border record' }], leftAlone)
    expect(checkCase(back.state)).toEqual([])
  })

  test('a case that is closed as departed, and nobody left, is noticed', () => {
    expect(checkCase({ ...closed.state, departures: [] })).toContain('closed as departed, and nobody left')
    expect(checkCase({ ...closed.state, departures: [], closed: { reason: 'died', on: today } })).not.toContain('closed as departed, and nobody left')
  })
})

test('a case that is closed as merged says into which it was', () => {
  const { mergedInto: _into, ...nowhere } = merged.state
  expect(checkCase(nowhere)).toEqual(['merged without being closed as merged'])
  expect(checkCase({ ...merged.state, closed: { reason: 'died', on: today } })).toEqual(['merged without being closed as merged'])
})

test('every fault of a case is said, not only the first', () => {
  expect(checkCase({ ...here.state, version: 0, openedOn: day('2027-01-01') })).toEqual(['the last step comes before the first', 'the version is no count'])
})
