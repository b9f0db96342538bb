import { describe, expect, test } from 'vitest'
import { approved, booked, checked, contextOf, day, departed, drafted, given, heldBook, issued, opened, refusalOf, sent, somali, taken, today, withState } from './case-for-tests.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import { lastOutcome, standingOf } from './request-standing.ts'
import { worklistEntry } from './worklist-entry.ts'

const inState = given(withState)
const document = given([issued, taken], inState)
const journey = given([booked], document)
const on20th = { today: day('2026-06-20') }
const gone = given([departed], journey)

describe('a case', () => {
  test('needs to be opened, once', () => {
    expect(decide(somali, undefined, contextOf(undefined))).toMatchObject({ refusal: { code: 'no-case' } })
    expect(refusalOf(opened, given([opened]))).toEqual({ code: 'case-already-open' })
  })

  test('is changed only by somebody who has seen it as it is', () => {
    expect(refusalOf(somali, inState, { version: 3 })).toEqual({ code: 'stale-version', expected: 3, actual: 6 })
    expect(decide(opened, undefined, { ...contextOf(undefined), version: 1 })).toMatchObject({ refusal: { code: 'stale-version' } })
  })

  test.each([
    ['2026-02-30', { code: 'impossible-day', field: 'on', value: '2026-02-30' }],
    ['yesterday', { code: 'impossible-day', field: 'on', value: 'yesterday' }],
    ['2026-06-02', { code: 'day-in-future', field: 'on', day: '2026-06-02', today: '2026-06-01' }],
  ])('does not begin on %s', (on, refusal) => {
    expect(decide({ ...opened, on: day(on) }, undefined, contextOf(undefined))).toMatchObject({ ok: false, refusal })
  })

  test.each([['XXA'], ['XXB'], ['XXC']])('%s tells a status and is no nationality', (country) => {
    expect(refusalOf({ ...somali, country }, inState)).toEqual({ code: 'status-code-as-country', country })
  })

  test.each([['ZZ'], ['SOM'], [''], ['SU'], ['so']])('"%s" is no state of today', (country) => {
    expect(refusalOf({ ...somali, country }, inState)).toEqual({ code: 'unknown-country', country })
  })

  test('may have several nationalities, and one on several grounds, but not twice the same', () => {
    const several = given([{ ...somali, country: 'KE' }, { ...somali, basis: 'own-document' }], inState)
    expect(several.state.nationalities).toHaveLength(3)
    expect(refusalOf(somali, several)).toEqual({ code: 'nationality-already-recorded', country: 'SO' })
  })

  test('takes no order against a citizen of the authority’s own state, and no step', () => {
    const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: today, source: 'order' }
    const citizen = given([{ ...somali, country: 'CA' }], given([opened]))
    expect(refusalOf(order, citizen)).toEqual({ code: 'own-citizen', country: 'CA' })
    expect(refusalOf({ kind: 'make-contact', destination: 'SO', on: today }, citizen)).toEqual({ code: 'own-citizen', country: 'CA' })
    const settled = given([{ kind: 'withdraw-nationality', country: 'CA', on: today, source: 'register' }], citizen)
    expect(refusalOf(order, settled)).toBeUndefined()
    expect(refusalOf({ ...order, orderKind: 'removal-order' }, settled)).toMatchObject({ code: 'not-in-list' })
  })

  test.each([['US'], ['PR'], ['GU'], ['AS']])('the United States remove nobody of %s', (country) => {
    const us = given([{ ...opened, jurisdiction: 'US' }, { ...somali, country }])
    expect(refusalOf({ kind: 'record-order', orderId: 'o1', orderKind: 'removal-order', on: today, source: 'order' }, us)).toEqual({ code: 'own-citizen', country })
  })

  test('passes from officer to officer with a note', () => {
    const handed = given([{ kind: 'assign-officer', officer: 'officer-2', note: 'leave' }], inState)
    expect(handed.state.officers.at(-1)).toEqual({ officer: 'officer-2', note: 'leave' })
    expect(refusalOf({ kind: 'assign-officer', officer: 'officer-2', note: 'again' }, handed)).toEqual({ code: 'same-officer', officer: 'officer-2' })
    expect(refusalOf({ kind: 'assign-officer', officer: 'officer-3', note: ' ' }, handed)).toEqual({ code: 'empty-field', field: 'note' })
  })

  test('that travels with others is still decided by itself: no command names a group of cases', () => {
    const together = given([{ kind: 'travel-with', group: 'g1' }], inState)
    expect(together.state.travelGroup).toBe('g1')
    expect(given([{ kind: 'travel-alone' }], together).state.travelGroup).toBeUndefined()
    expect(refusalOf({ kind: 'travel-alone' }, inState)).toEqual({ code: 'not-travelling-with-others' })
  })

  test('is not closed while something is open, and closed refuses all but what concerns the truth of it', () => {
    expect(refusalOf({ kind: 'close-case', reason: 'status-granted', on: today }, inState)).toEqual({ code: 'still-open', requests: ['q1'], bookings: [] })
    expect(refusalOf({ kind: 'close-case', reason: 'status-granted', on: today }, journey)).toMatchObject({ code: 'still-open', bookings: ['b1'] })
    const rebooked = given([{ kind: 'cancel-booking', bookingId: 'b1', on: today }, { ...booked, bookingId: 'b2' }], journey)
    expect(refusalOf({ kind: 'close-case', reason: 'status-granted', on: today }, rebooked)).toEqual({ code: 'still-open', requests: [], bookings: ['b2'] })
    const closed = given([{ kind: 'close-case', reason: 'status-granted', on: today }], document)
    expect(refusalOf({ ...drafted, requestId: 'q2' }, closed)).toMatchObject({ code: 'case-closed', reason: 'status-granted' })
    expect(refusalOf({ kind: 'record-fact', factId: 'f1', fact: 'medical-concern', value: 'yes', on: today, source: 'note' }, closed)).toBeUndefined()
    expect(given([{ kind: 'reopen-case', reason: 'new facts', on: today }], closed).state.closed).toBeUndefined()
    expect(refusalOf({ kind: 'reopen-case', reason: 'new facts', on: today }, document)).toEqual({ code: 'case-not-closed' })
  })

  test('is closed for a reason that fits', () => {
    expect(refusalOf({ kind: 'close-case', reason: 'departed', on: today }, document)).toEqual({ code: 'person-has-not-left' })
    expect(refusalOf({ kind: 'close-case', reason: 'merged', on: today }, document)).toEqual({ code: 'reason-does-not-fit', reason: 'merged' })
    expect(refusalOf({ kind: 'close-case', reason: 'departed', on: day('2026-06-20') }, gone, on20th)).toEqual({ code: 'not-confirmed' })
    const confirmed = given([[{ kind: 'confirm-departure', on: day('2026-06-20'), how: 'certificate-of-departure', source: 'certificate' }, on20th]], gone)
    expect(refusalOf({ kind: 'close-case', reason: 'left-without-removal', on: day('2026-06-20') }, confirmed, on20th)).toMatchObject({ code: 'reason-does-not-fit' })
    expect(refusalOf({ kind: 'close-case', reason: 'departed', on: day('2026-06-20') }, confirmed, on20th)).toBeUndefined()
  })
})

describe('an identity', () => {
  const identity = (more: object): Command => ({ kind: 'record-identity', identity: { familyName: 'Exemple', givenNames: 'Deux', sex: 'unspecified', identityDocuments: [], ...more }, source: 'file' })

  test.each([['1990'], ['1990-02'], ['1990-02-28']])('may be known to be born %s', (bornOn) => {
    expect(refusalOf(identity({ bornOn }), inState)).toBeUndefined()
  })

  test.each([['1990-13'], ['1990-02-30'], ['90'], ['1990-2'], ['about 1990'], ['1990-02-']])('is not born on %s', (bornOn) => {
    expect(refusalOf(identity({ bornOn }), inState)).toEqual({ code: 'impossible-day', field: 'bornOn', value: bornOn })
  })

  test('needs a name, is not born tomorrow, and may be born in a country that is gone', () => {
    expect(refusalOf(identity({ familyName: ' ', givenNames: '' }), inState)).toEqual({ code: 'empty-field', field: 'familyName' })
    expect(refusalOf(identity({ bornOn: '2026-06-02' }), inState)).toMatchObject({ code: 'day-in-future' })
    expect(refusalOf(identity({ familyName: '', bornInCountry: 'SU' }), inState)).toBeUndefined()
    expect(refusalOf(identity({ bornInCountry: 'XXA' }), inState)).toEqual({ code: 'status-code-as-country', country: 'XXA' })
    expect(refusalOf(identity({ photograph: 'photo.jpg' }), inState)).toMatchObject({ code: 'not-in-list', field: 'photograph' })
    expect(refusalOf(identity({ identityDocuments: [{ documentType: 'passport', number: ' ', country: 'SO', copy: false }] }), inState)).toEqual({ code: 'empty-field', field: 'number' })
  })

  test('that changes takes back the approval of what was not sent yet', () => {
    const ready = given([opened, somali, drafted, checked, approved])
    for (const change of [identity({}), { ...somali, country: 'KE' } as Command, { kind: 'withdraw-nationality', country: 'SO', on: today, source: 'register' } as Command]) {
      const changed = given([change], ready)
      expect(standingOf(changed.state.requests[0]!)).toBe('drafted')
      expect(refusalOf(sent, changed)).toEqual({ code: 'request-not-approved', requestId: 'q1' })
    }
    expect(standingOf(given([identity({})], inState).state.requests[0]!)).toBe('sent')
  })
})

describe('a request', () => {
  test('is drafted, checked, approved by a second person, and sent', () => {
    const draft = given([opened, somali, drafted])
    expect(refusalOf(approved[0], draft, { officer: 'officer-2' })).toEqual({ code: 'request-not-checked', requestId: 'q1' })
    expect(refusalOf(sent, draft)).toEqual({ code: 'request-not-approved', requestId: 'q1' })
    const read = given([checked], draft)
    expect(refusalOf(checked, read)).toEqual({ code: 'request-not-drafted', requestId: 'q1' })
    expect(refusalOf(approved[0], read)).toEqual({ code: 'self-approval', officer: 'officer-1' })
    expect(refusalOf(approved[0], read, { officer: ' Officer-1' })).toMatchObject({ code: 'self-approval' })
    expect(refusalOf(sent, read)).toEqual({ code: 'request-not-approved', requestId: 'q1' })
    expect(standingOf(inState.state.requests[0]!)).toBe('sent')
    expect(refusalOf(sent, inState)).toEqual({ code: 'request-already-sent', requestId: 'q1' })
  })

  test('leaves only through an open gate, which the event names', () => {
    const ready = given([opened, somali, drafted, checked, approved])
    expect(refusalOf(sent, ready, { book: heldBook })).toMatchObject({ code: 'gate-held', step: 'request', destination: 'SO', answer: { state: 'held-everywhere' }, decision: { caseVersion: 5 } })
    const result = decide(sent, ready.state, contextOf(ready.state))
    expect(result).toMatchObject({ ok: true, value: { events: [{ kind: 'request-sent', destination: 'SO' }], decision: { caseVersion: 5, state: 'open', step: 'request' } } })
    if (result.ok) expect(result.value.events[0]).toMatchObject({ decisionDigest: result.value.decision?.digest })
  })

  test('is sent on the day on which its gates are asked, and not before it was approved', () => {
    const ready = given([opened, somali, drafted, checked, approved])
    expect(refusalOf({ ...sent, on: day('2026-05-31') }, ready)).toMatchObject({ code: 'out-of-order' })
    expect(refusalOf(sent, ready, { today: day('2026-06-02') })).toEqual({ code: 'not-today', day: today, today: '2026-06-02' })
  })

  test('may stand beside others, to other states or for other documents, but not twice to one office for one document', () => {
    expect(refusalOf({ ...drafted, requestId: 'q2' }, inState)).toEqual({ code: 'request-already-open', requestId: 'q1' })
    for (const other of [{ destination: 'KE' }, { documentType: 'national-passport' }, { consulate: 'Toronto' }]) expect(refusalOf({ ...drafted, requestId: 'q2', ...other } as Command, inState)).toBeUndefined()
    expect(refusalOf(drafted, inState)).toEqual({ code: 'id-in-use', id: 'q1' })
    expect(refusalOf({ ...drafted, requestId: 'q2' }, given([issued], inState))).toBeUndefined()
  })

  test.each([[{ destination: 'CA' }, 'own-state-as-destination'], [{ destination: 'XXA' }, 'status-code-as-country'], [{ consulate: ' ' }, 'empty-field'], [{ documentType: 'paper' }, 'not-in-list'], [{ agreement: 'unheard of' }, 'unknown-agreement'], [{ on: '2026-06-02' }, 'day-in-future']])('is not drafted with %o', (wrong, code) => {
    expect(refusalOf({ ...drafted, requestId: 'q2', ...wrong } as Command, given([opened, somali]))).toMatchObject({ code })
  })

  test('nobody knows is refused', () => {
    for (const kind of ['check-request', 'approve-request', 'send-request', 'hold-interview'] as const) expect(refusalOf({ kind, requestId: 'q9', on: today }, inState)).toEqual({ code: 'unknown-request', requestId: 'q9' })
  })

  test('of which the state is silent stays open, and any answer may follow', () => {
    const silence: Command = { kind: 'record-outcome', requestId: 'q1', outcome: 'no-response', on: today, source: 'diary' }
    const silent = given([silence, silence], inState)
    expect(standingOf(silent.state.requests[0]!)).toBe('sent')
    for (const outcome of ['issued', 'nationality-not-confirmed', 'refused-policy', 'insufficient-information', 'nationality-confirmed-no-document'] as const) {
      expect(refusalOf({ ...silence, outcome }, silent)).toBeUndefined()
    }
  })

  test('has its answers in the order of their days', () => {
    const silence = (on: string): readonly [Command, object] => [{ kind: 'record-outcome', requestId: 'q1', outcome: 'no-response', on: day(on), source: 'diary' }, { today: day(on) }]
    const silent = given([silence('2026-06-10'), silence('2026-06-20')], inState)
    expect(refusalOf({ ...issued, on: day('2026-06-15') }, silent, { today: day('2026-06-30') })).toMatchObject({ code: 'out-of-order', after: 'outcome-recorded', afterDay: '2026-06-20' })
  })

  test('that was answered takes no other answer, but what its document comes to', () => {
    const answered = given([issued], inState)
    expect(refusalOf({ ...issued, outcome: 'refused-policy' }, answered)).toEqual({ code: 'outcome-cannot-follow', outcome: 'refused-policy', standing: 'issued' })
    const refused = given([{ ...issued, outcome: 'nationality-not-confirmed' }], inState)
    expect(refusalOf(issued, refused)).toMatchObject({ code: 'outcome-cannot-follow' })
    expect(refusalOf({ kind: 'acknowledge-request', requestId: 'q1', on: today, source: 'note' }, answered)).toEqual({ code: 'request-ended', requestId: 'q1' })
    const pending = given([{ ...issued, outcome: 'nationality-confirmed-no-document' }], inState)
    expect(refusalOf(issued, pending)).toBeUndefined()
    // A document that is still owed can be called off, and must be before the case closes.
    expect(refusalOf({ kind: 'withdraw-request', requestId: 'q1', reason: 'status-granted', on: today }, pending)).toBeUndefined()
    expect(refusalOf({ kind: 'close-case', reason: 'status-granted', on: today }, pending)).toMatchObject({ code: 'still-open' })
    expect(refusalOf({ kind: 'withdraw-request', requestId: 'q1', reason: 'status-granted', on: today }, answered)).toEqual({ code: 'request-ended', requestId: 'q1' })
  })

  test('is not answered before it was sent, nor withdrawn by an answer', () => {
    const draft = given([opened, somali, drafted])
    expect(refusalOf(issued, draft)).toEqual({ code: 'request-not-sent', requestId: 'q1' })
    expect(refusalOf({ ...issued, outcome: 'withdrawn-authority' }, inState)).toMatchObject({ code: 'outcome-follows-from-another-command' })
    expect(refusalOf({ ...issued, outcome: 'issued-refused-on-arrival' }, inState)).toMatchObject({ code: 'outcome-follows-from-another-command' })
    expect(refusalOf({ ...issued, on: day('2026-05-31') }, inState)).toMatchObject({ code: 'out-of-order', after: 'request-sent' })
    expect(refusalOf({ ...issued, source: ' ' }, inState)).toEqual({ code: 'no-source' })
  })

  test.each([['status-granted'], ['stay'], ['lost-contact'], ['error']] as const)('is withdrawn because of %s, once, and by nobody who gives another reason', (reason) => {
    const withdrawal: Command = { kind: 'withdraw-request', requestId: 'q1', reason, on: today }
    const withdrawn = given([withdrawal], inState)
    expect(withdrawn.state.requests[0]).toMatchObject({ withdrawn: { reason } })
    expect(refusalOf(withdrawal, withdrawn)).toEqual({ code: 'request-ended', requestId: 'q1' })
    expect(refusalOf(issued, withdrawn)).toEqual({ code: 'request-ended', requestId: 'q1' })
    expect(refusalOf({ ...withdrawal, reason: 'convenience' } as unknown as Command, inState)).toMatchObject({ code: 'not-in-list' })
  })

  test('is acknowledged once, and interviews are held through their own gate', () => {
    const known = given([{ kind: 'acknowledge-request', requestId: 'q1', on: today, source: 'letter' }, { kind: 'arrange-interview', requestId: 'q1', heldOn: day('2026-06-10') }], inState)
    expect(refusalOf({ kind: 'acknowledge-request', requestId: 'q1', on: today, source: 'letter' }, known)).toEqual({ code: 'already-acknowledged', requestId: 'q1' })
    const interview: Command = { kind: 'hold-interview', requestId: 'q1', on: day('2026-06-10') }
    expect(refusalOf(interview, known, { today: day('2026-06-10'), book: heldBook })).toMatchObject({ code: 'gate-held', step: 'interview' })
    expect(given([[interview, { today: day('2026-06-10') }]], known).state.requests[0]!.interviews).toEqual(['2026-06-10'])
    expect(refusalOf({ kind: 'arrange-interview', requestId: 'q1', heldOn: day('2026-05-10') }, known)).toMatchObject({ code: 'day-in-past' })
    expect(refusalOf({ kind: 'arrange-interview', requestId: 'q1', heldOn: day('2026-06-10') }, given([opened, somali, drafted]))).toEqual({ code: 'request-not-sent', requestId: 'q1' })
  })

  test('of the time before the case was opened is history, with its source, and never an outbound message', () => {
    const earlier: Command = { kind: 'record-earlier-request', requestId: 'e1', destination: 'SO', consulate: 'Ottawa', documentType: 'national-passport', draftedOn: day('2025-11-01'), on: day('2025-12-01'), source: 'spreadsheet' }
    expect(given([earlier], inState).events.at(-1)?.kind).toBe('earlier-request-recorded')
    expect(refusalOf({ ...earlier, on: day('2026-01-11') }, inState)).toMatchObject({ code: 'out-of-order' })
    expect(refusalOf({ ...earlier, source: '' }, inState)).toEqual({ code: 'no-source' })
    expect(refusalOf({ ...earlier, draftedOn: day('2025-12-02') }, inState)).toMatchObject({ code: 'out-of-order' })
  })

  test('gives the person a copy against a receipt', () => {
    const copy: Command = { kind: 'give-person-copy', requestId: 'q1', on: today, receipt: 'signed' }
    expect(given([copy], inState).state.requests[0]!.personCopies).toEqual([{ on: today, receipt: 'signed', atVersion: 7 }])
    expect(refusalOf({ ...copy, receipt: ' ' }, inState)).toEqual({ code: 'empty-field', field: 'receipt' })
    expect(refusalOf({ ...copy, requestId: 'q9' }, inState)).toEqual({ code: 'unknown-request', requestId: 'q9' })
  })
})

describe('a document', () => {
  test('comes from an answer that brings one, to the state that gave it', () => {
    expect(refusalOf(taken, inState)).toEqual({ code: 'document-not-issued', requestId: 'q1' })
    const answered = given([issued], inState)
    expect(refusalOf({ ...taken, destination: 'KE' }, answered)).toEqual({ code: 'unknown-destination', destination: 'KE' })
    expect(refusalOf({ ...taken, requestId: 'q9' }, answered)).toEqual({ code: 'unknown-request', requestId: 'q9' })
    expect(refusalOf({ ...taken, validUntil: day('2026-05-31') }, answered)).toMatchObject({ code: 'day-in-past', field: 'validUntil' })
    expect(refusalOf({ ...taken, validFrom: day('2026-09-01') }, answered)).toMatchObject({ code: 'out-of-order' })
    expect(refusalOf(taken, answered, { book: heldBook })).toMatchObject({ code: 'gate-held', step: 'document' })
    expect(refusalOf(taken, answered)).toBeUndefined()
  })

  test('that expired unused says so only once it has expired', () => {
    const unused: Command = { kind: 'record-outcome', requestId: 'q1', outcome: 'expired-unused', on: day('2026-09-01'), source: 'file' }
    expect(refusalOf({ ...unused, on: day('2026-08-31') }, document, { today: day('2026-08-31') })).toMatchObject({ code: 'day-in-future', field: 'validUntil' })
    expect(refusalOf(unused, document, { today: day('2026-09-01') })).toBeUndefined()
    expect(refusalOf(unused, given([issued], inState), { today: day('2026-09-01') })).toEqual({ code: 'document-not-issued', requestId: 'q1' })
    const second = given([{ ...taken, documentId: 'd2', validUntil: day('2026-09-01') }, { ...taken, documentId: 'd3', validUntil: day('2026-07-01') }], document)
    expect(refusalOf(unused, second, { today: day('2026-09-01') })).toMatchObject({ code: 'day-in-future', day: '2026-09-01' })
    expect(refusalOf(unused, gone, { today: day('2026-09-01') })).toMatchObject({ code: 'document-not-valid' })
  })

  test('that is lost is lost', () => {
    const lost = given([{ kind: 'lose-document', documentId: 'd1', on: today, source: 'note' }], document)
    expect(refusalOf(booked, lost)).toEqual({ code: 'document-lost', documentId: 'd1', lostOn: today })
    expect(refusalOf({ kind: 'lose-document', documentId: 'd1', on: today, source: 'note' }, lost)).toMatchObject({ code: 'document-lost' })
    expect(refusalOf({ kind: 'lose-document', documentId: 'd9', on: today, source: 'note' }, lost)).toEqual({ code: 'unknown-document', documentId: 'd9' })
  })
})

describe('a journey', () => {
  test.each([['2026-05-31', 'day-in-past'], ['2026-09-01', 'document-not-valid']])('is not booked for %s', (departsOn, code) => {
    expect(refusalOf({ ...booked, departsOn: day(departsOn) }, document)).toMatchObject({ code })
  })

  test('is booked for the last day on which its document is valid', () => {
    expect(refusalOf({ ...booked, departsOn: day('2026-08-31') }, document)).toBeUndefined()
  })

  test('goes where its document goes; a national passport goes further', () => {
    expect(refusalOf({ ...booked, destination: 'KE' }, document)).toEqual({ code: 'document-for-another-destination', documentId: 'd1', destination: 'KE' })
    const passport = given([{ ...taken, documentId: 'd2', documentType: 'national-passport' }], document)
    expect(refusalOf({ ...booked, documentId: 'd2', destination: 'KE' }, passport)).toBeUndefined()
    expect(refusalOf({ ...booked, documentId: 'd2', destination: 'CA' }, passport)).toMatchObject({ code: 'own-state-as-destination' })
  })

  test('is booked one at a time, and through its gate', () => {
    expect(refusalOf({ ...booked, bookingId: 'b2' }, journey)).toEqual({ code: 'booking-already-open', bookingId: 'b1' })
    expect(refusalOf(booked, document, { book: heldBook })).toMatchObject({ code: 'gate-held', step: 'booking' })
    const cancelled = given([{ kind: 'cancel-booking', bookingId: 'b1', on: today }], journey)
    expect(refusalOf({ ...booked, bookingId: 'b2' }, cancelled)).toBeUndefined()
    expect(refusalOf({ kind: 'cancel-booking', bookingId: 'b1', on: today }, cancelled)).toEqual({ code: 'booking-cancelled', bookingId: 'b1' })
    expect(refusalOf(departed[0], cancelled, on20th)).toEqual({ code: 'booking-cancelled', bookingId: 'b1' })
  })

  test('has a hand-over and a departure under a booking, each with the gate asked anew, to the destination that was booked', () => {
    const handOver: Command = { kind: 'hand-over', bookingId: 'b1', on: day('2026-06-20') }
    expect(refusalOf(handOver, document, on20th)).toEqual({ code: 'unknown-booking', bookingId: 'b1' })
    expect(refusalOf(departed[0], document, on20th)).toEqual({ code: 'unknown-booking', bookingId: 'b1' })
    expect(refusalOf(handOver, journey, { ...on20th, book: heldBook })).toMatchObject({ code: 'gate-held', step: 'hand-over', destination: 'SO' })
    const handed = given([[handOver, on20th]], journey)
    expect(refusalOf(handOver, handed, on20th)).toEqual({ code: 'already-handed-over', bookingId: 'b1' })
    expect(refusalOf(departed[0], handed, { ...on20th, book: heldBook })).toMatchObject({ code: 'gate-held', step: 'departure' })
    expect(given([departed], handed).events.at(-1)).toMatchObject({ kind: 'departed', destination: 'SO' })
  })

  test('begins on the day that was booked, or is booked again', () => {
    expect(refusalOf({ ...departed[0], on: day('2026-06-21') } as Command, journey, { today: day('2026-06-21') })).toMatchObject({ code: 'not-the-booked-day' })
    expect(refusalOf({ kind: 'hand-over', bookingId: 'b1', on: day('2026-06-21') }, journey, { today: day('2026-06-21') })).toMatchObject({ code: 'not-the-booked-day' })
    expect(refusalOf(departed[0], journey, { today: day('2026-06-21') })).toMatchObject({ code: 'not-today' })
  })

  test('does not begin with a document that was lost meanwhile', () => {
    expect(refusalOf(departed[0], given([{ kind: 'lose-document', documentId: 'd1', on: today, source: 'note' }], journey), on20th)).toMatchObject({ code: 'document-lost' })
  })

  test('once begun ends every step here', () => {
    expect(refusalOf(departed[0], gone, on20th)).toMatchObject({ code: 'person-has-left' })
    expect(refusalOf({ ...drafted, requestId: 'q2' }, gone, on20th)).toMatchObject({ code: 'person-has-left', leftOn: '2026-06-20' })
    expect(refusalOf({ kind: 'make-contact', destination: 'KE', on: day('2026-06-20') }, gone, on20th)).toMatchObject({ code: 'person-has-left' })
    expect(refusalOf({ kind: 'record-left', on: day('2026-06-20'), source: 'note' }, gone, on20th)).toMatchObject({ code: 'person-has-left' })
  })

  test('is confirmed once, when there was one', () => {
    const confirm: Command = { kind: 'confirm-departure', on: day('2026-06-20'), how: 'seen-leaving', source: 'report' }
    expect(refusalOf(confirm, journey, on20th)).toEqual({ code: 'person-has-not-left' })
    expect(refusalOf(confirm, given([[confirm, on20th]], gone), on20th)).toEqual({ code: 'already-confirmed' })
    expect(refusalOf({ ...confirm, on: day('2026-06-19') }, gone, on20th)).toMatchObject({ code: 'out-of-order' })
  })

  test('of one’s own accord needs no gate and no booking', () => {
    const left = given([{ kind: 'record-left', on: today, source: 'border record' }], given([opened, somali]))
    expect(left.state.departures).toMatchObject([{ kind: 'own-accord' }])
    expect(refusalOf({ kind: 'record-arrival', outcome: 'admitted', on: today, source: 'note' }, left)).toBeUndefined()
  })
})

describe('an arrival', () => {
  const arrival = (outcome: 'admitted' | 'refused-on-arrival' | 'nationality-disputed'): readonly [Command, object] => [{ kind: 'record-arrival', outcome, on: day('2026-06-21'), source: 'report' }, { today: day('2026-06-21') }]
  const closing: readonly [Command, object][] = [[{ kind: 'confirm-departure', on: day('2026-06-20'), how: 'seen-leaving', source: 'report' }, on20th], [{ kind: 'close-case', reason: 'departed', on: day('2026-06-20') }, on20th]]
  const closed = given(closing, gone)

  test('with admission ends the journey', () => {
    const admitted = given([arrival('admitted')], closed)
    expect(admitted.state.closed).toBeDefined()
    expect(refusalOf(arrival('admitted')[0], admitted, { today: day('2026-06-21') })).toEqual({ code: 'already-arrived' })
  })

  test.each([['refused-on-arrival', 'issued-refused-on-arrival'], ['nationality-disputed', 'nationality-disputed']] as const)('%s opens the case again and says so of the request', (outcome, ofRequest) => {
    const back = given([arrival(outcome)], closed)
    expect(back.state.closed).toBeUndefined()
    expect(lastOutcome(back.state.requests[0]!)).toBe(ofRequest)
    expect(refusalOf({ ...drafted, requestId: 'q2', on: day('2026-06-21') }, back, { today: day('2026-06-21') })).toBeUndefined()
  })

  test('of somebody who came back does not confirm the departure, and belongs to the last journey of several', () => {
    const back = given([arrival('refused-on-arrival')], gone)
    expect(refusalOf({ kind: 'confirm-departure', on: day('2026-06-22'), how: 'seen-leaving', source: 'report' }, back, { today: day('2026-06-22') })).toEqual({ code: 'person-has-not-left' })
    const again = { today: day('2026-07-01') }
    const goneAgain = given([[{ ...booked, bookingId: 'b2', departsOn: day('2026-07-01'), on: day('2026-07-01') }, again], [{ kind: 'depart', bookingId: 'b2', on: day('2026-07-01') }, again]], back)
    expect(goneAgain.state.departures).toHaveLength(2)
    expect(refusalOf({ kind: 'record-arrival', outcome: 'admitted', on: day('2026-07-01'), source: 'report' }, goneAgain, again)).toBeUndefined()
  })

  test('needs a departure', () => {
    expect(refusalOf(arrival('admitted')[0], journey, { today: day('2026-06-21') })).toEqual({ code: 'person-has-not-left' })
  })
})

describe('a removal that is found unlawful afterwards', () => {
  const on25th = { today: day('2026-06-25') }
  const found: Command = { kind: 'record-unlawful-removal', bookingId: 'b1', on: day('2026-06-25'), source: 'judgment' }
  const considered: Command = { kind: 'record-return-considered', bookingId: 'b1', on: day('2026-06-25'), source: 'note of the authority' }
  const confirmed: Command = { kind: 'confirm-departure', on: day('2026-06-20'), how: 'seen-leaving', source: 'report' }
  const close: Command = { kind: 'close-case', reason: 'departed', on: day('2026-06-25') }
  const closed = given([[confirmed, on20th], [close, on25th]], gone)

  test('opens the case again, and says in its history what is to be considered', () => {
    const reopened = given([[found, on25th]], closed)
    expect(reopened.state.closed).toBeUndefined()
    expect(reopened.events.slice(-2).map(({ kind }) => kind)).toEqual(['removal-found-unlawful', 'case-reopened'])
    expect(given([[found, on25th]], gone).events.at(-1)?.kind).toBe('removal-found-unlawful')
  })

  test('keeps it open until the authority has considered bringing the person back, unless the person died', () => {
    const reopened = given([[found, on25th]], closed)
    expect(refusalOf(close, reopened, on25th)).toEqual({ code: 'return-to-be-considered', bookingId: 'b1', foundOn: '2026-06-25' })
    expect(refusalOf({ ...close, reason: 'opened-in-error' }, reopened, on25th)).toMatchObject({ code: 'return-to-be-considered' })
    expect(refusalOf({ ...close, reason: 'died' }, reopened, on25th)).toBeUndefined()
    expect(refusalOf(close, given([[considered, on25th]], reopened), on25th)).toBeUndefined()
  })

  test('is found once, of somebody who was removed, and considered once', () => {
    const reopened = given([[found, on25th]], closed)
    expect(refusalOf(found, inState, on25th)).toEqual({ code: 'no-such-removal', bookingId: 'b1' })
    expect(refusalOf(considered, closed, on25th)).toMatchObject({ code: 'case-closed' })
    expect(refusalOf(considered, gone, on25th)).toEqual({ code: 'removal-not-found-unlawful', bookingId: 'b1' })
    expect(refusalOf(found, reopened, on25th)).toEqual({ code: 'nothing-changed' })
    expect(refusalOf(considered, given([[considered, on25th]], reopened), on25th)).toEqual({ code: 'nothing-changed' })
  })

  test('stays open also when its record is a duplicate of another', () => {
    const survivor = given([opened])
    const reopened = given([[found, on25th]], closed)
    const absorbed = given([[{ kind: 'absorb-case', on: day('2026-06-25'), reason: 'one person' }, { ...on25th, other: { caseId: 'case-2', state: reopened.state } }]], survivor)
    const merge: Command = { kind: 'merge-into', on: day('2026-06-25'), reason: 'one person' }
    expect(refusalOf(merge, reopened, { ...on25th, caseId: 'case-2', other: { caseId: 'case-1', state: absorbed.state } })).toMatchObject({ code: 'return-to-be-considered' })
  })

  test('is work for the authority, due since it was found, until it is considered', () => {
    const reopened = given([[found, on25th]], closed)
    const entry = ({ state }: typeof reopened) => worklistEntry(state, { today: day('2026-06-30'), book: heldBook, agreements: [] })
    expect(entry(reopened)).toMatchObject({ inventory: 'working', due: { on: '2026-06-25', for: 'return-to-consider' } })
    expect(entry(given([[considered, on25th]], reopened))).toMatchObject({ inventory: 'departed' })
    expect(entry(given([[considered, on25th]], reopened))).not.toHaveProperty('due')
  })

  test('opens no step: the person is still away', () => {
    expect(refusalOf({ kind: 'make-contact', destination: 'SO', on: day('2026-06-25') }, given([[found, on25th]], closed), on25th)).toMatchObject({ code: 'person-has-left' })
  })
})

describe('another period for the answer of a government', () => {
  const proposed: Command = { kind: 'propose-destination', destination: 'SO', clause: 'us-8usc-1231-b-2-D', on: today, source: 'file' }
  const asked: Command = { kind: 'ask-destination', destination: 'SO', on: today, source: 'note' }
  const period: Command = { kind: 'set-answer-period', destination: 'SO', answerBy: day('2026-08-15'), on: today, source: 'decision' }
  const waiting = given([proposed, asked], inState)

  test('is decided on after the first inquiry, for the country of nationality only, and lies ahead', () => {
    expect(refusalOf(period, given([proposed], inState))).toEqual({ code: 'destination-not-asked', destination: 'SO' })
    expect(refusalOf(period, inState)).toEqual({ code: 'unknown-destination', destination: 'SO' })
    expect(refusalOf(period, given([{ ...proposed, clause: 'us-8usc-1231-b-2-A' }, asked], inState))).toEqual({ code: 'no-other-answer-period', destination: 'SO', clause: 'us-8usc-1231-b-2-A' })
    expect(refusalOf({ ...period, answerBy: day('2026-05-31') }, waiting)).toMatchObject({ code: 'day-in-past', field: 'answerBy' })
    expect(refusalOf({ ...period, answerBy: today }, waiting)).toBeUndefined()
  })

  test('is kept with those before it', () => {
    const twice = given([period, { ...period, answerBy: day('2026-09-01') }], waiting)
    expect(twice.state.destinations[0]?.answerPeriods).toEqual([{ answerBy: '2026-08-15', on: today }, { answerBy: '2026-09-01', on: today }])
  })
})

test('in the United States a country is proposed, and set aside, under a clause that the law book knows', () => {
  const proposed: Command = { kind: 'propose-destination', destination: 'SO', clause: 'us-8usc-1231-b-2-A', on: today, source: 'file' }
  const aside: Command = { kind: 'set-destination-aside', destination: 'SO', clause: 'us-8usc-1231-b-2-C-iv', reason: 'reason on file', on: today, source: 'decision' }
  const [us, proposedThere] = [[{ ...opened, jurisdiction: 'US' }, somali], [{ ...opened, jurisdiction: 'US' }, somali, proposed]] as const
  expect(refusalOf({ ...proposed, clause: 'designated' }, given(us))).toMatchObject({ code: 'not-in-list', field: 'clause', value: 'designated' })
  for (const clause of ['prejudicial', ' ', 'us-8usc-1231-b-3']) expect(refusalOf({ ...aside, clause }, given(proposedThere))).toMatchObject({ code: 'not-in-list', field: 'clause', value: clause })
  for (const clause of [aside.clause, 'us-8usc-1231-b-2-E-vii', 'us-8usc-1231-b-2-D']) expect(refusalOf({ ...aside, clause }, given(proposedThere))).toBeUndefined()
})

test('a country that is proposed again keeps what was asked, answered and decided when it was proposed before', () => {
  const proposed: Command = { kind: 'propose-destination', destination: 'SO', clause: 'us-8usc-1231-b-2-A', place: 'Sampletown', on: today, source: 'file' }
  const asked: Command = { kind: 'ask-destination', destination: 'SO', on: today, source: 'note' }
  const answered: Command = { kind: 'record-destination-answer', destination: 'SO', answer: 'not-final', on: today, source: 'letter' }
  const aside: Command = { kind: 'set-destination-aside', destination: 'SO', clause: 'us-8usc-1231-b-2-C-iv', reason: 'reason on file', on: today, source: 'decision' }
  const again = given([proposed, asked, answered, aside, { ...proposed, clause: 'us-8usc-1231-b-2-D', place: 'Exampleville' }, asked, { ...answered, answer: 'willing' }], inState).state.destinations
  expect(again).toMatchObject([
    { place: 'Sampletown', clause: 'us-8usc-1231-b-2-A', askedOn: today, answers: [{ answer: 'not-final' }], setAside: { clause: 'us-8usc-1231-b-2-C-iv' } },
    { place: 'Exampleville', clause: 'us-8usc-1231-b-2-D', askedOn: today, answers: [{ answer: 'willing' }] },
  ])
  expect(again[1]).not.toHaveProperty('setAside')
})
