import { describe, expect, test } from 'vitest'
import { approved, booked, checked, contextOf, day, departed, drafted, given, issued, opened, refusalOf, sampleOne, sent, somali, taken, today, withState, type TriedCase } from './case-for-tests.ts'
import type { Command, Context } from './command.ts'
import { decide } from './decide.ts'
import { recipientsToTell } from './recipients-to-tell.ts'

// Where a case has several things of a kind, a command is about the one that it names and says nothing of the others.

const inState = given(withState)
const document = given([issued, taken], inState)
const journey = given([booked], document)
const at = (on: string, command: Command): readonly [Command, Partial<Context>] => [command, { today: day(on) }]
const report = (on: string, outcome: 'admitted' | 'refused-on-arrival'): readonly [Command, Partial<Context>] => at(on, { kind: 'record-arrival', outcome, on: day(on), source: 'report' })

describe('of two destinations', () => {
  const propose = (destination: string, on: string): Command => ({ kind: 'propose-destination', destination, clause: 'residence', on: day(on), source: 'file' })
  const ask = (destination: string, on = '2026-06-01'): Command => ({ kind: 'ask-destination', destination, on: day(on), source: 'note' })
  const answer = (destination: string, on = '2026-06-01'): Command => ({ kind: 'record-destination-answer', destination, answer: 'willing', on: day(on), source: 'note' })
  const aside = (destination: string, on: string): Command => ({ kind: 'set-destination-aside', destination, clause: 'later', reason: 'unsafe', on: day(on), source: 'note' })
  const two = given([propose('KE', '2026-05-01'), propose('ET', '2026-05-20')], inState)

  test('the one may be proposed while the other stands', () => {
    expect(two.state.destinations.map(({ destination }) => destination)).toEqual(['KE', 'ET'])
    expect(two.events.at(-1)).toStrictEqual({ kind: 'destination-proposed', destination: 'ET', clause: 'residence', on: '2026-05-20', source: 'file' })
  })

  test('the one answers that was asked, after it was', () => {
    const asked = given([ask('KE')], two)
    expect([refusalOf(answer('KE'), asked), refusalOf(answer('ET'), asked)]).toEqual([undefined, { code: 'destination-not-asked', destination: 'ET' }])
    const later = given([at('2026-06-10', ask('ET', '2026-06-10'))], asked)
    expect(refusalOf(answer('KE', '2026-06-05'), later, { today: day('2026-06-10') })).toBeUndefined()
    expect(refusalOf(answer('ET', '2026-06-05'), later, { today: day('2026-06-10') })).toMatchObject({ code: 'out-of-order', afterDay: '2026-06-10' })
  })

  test('the one is set aside from its own proposal on', () => {
    expect(refusalOf(aside('KE', '2026-05-10'), two)).toBeUndefined()
    expect(refusalOf(aside('ET', '2026-05-10'), two)).toMatchObject({ code: 'out-of-order', afterDay: '2026-05-20' })
    expect(given([aside('KE', '2026-05-10')], two).state.destinations.map(({ setAside }) => setAside?.on)).toEqual(['2026-05-10', undefined])
  })

  test('a country that is proposed anew has to be asked anew, and is set aside from then on', () => {
    const anew = given([ask('KE'), aside('KE', '2026-06-01'), at('2026-06-10', propose('KE', '2026-06-10'))], two)
    expect(refusalOf(answer('KE'), anew)).toEqual({ code: 'destination-not-asked', destination: 'KE' })
    expect(refusalOf(aside('KE', '2026-06-05'), anew, { today: day('2026-06-10') })).toMatchObject({ code: 'out-of-order', afterDay: '2026-06-10' })
  })
})

describe('of two requests', () => {
  const two = given([{ ...drafted, requestId: 'q2', destination: 'KE' }], inState)
  const renamed = given([{ kind: 'record-identity', identity: { ...sampleOne, bornOn: '1991' }, source: 'file' }, { kind: 'record-identity', identity: { ...sampleOne, bornOn: '1992' }, source: 'file' }], two)
  const send = (requestId: string, correctionId = 'identity/8'): Command => ({ kind: 'send-correction', requestId, correctionId, on: today })

  test('a correction goes to the state that was told what was wrong, and to no other', () => {
    expect(refusalOf(send('q1'), renamed)).toBeUndefined()
    expect(refusalOf(send('q2'), renamed)).toEqual({ code: 'not-a-recipient', recipient: 'request/q2' })
    expect(refusalOf(send('q9'), renamed)).toEqual({ code: 'unknown-request', requestId: 'q9' })
    expect(given([send('q1')], renamed).events.at(-1)).toMatchObject({ kind: 'correction-sent', requestId: 'q1', destination: 'SO' })
  })

  test('each correction is told by itself', () => {
    const told = given([send('q1')], renamed)
    expect(recipientsToTell(told.state)).toEqual([{ correctionId: 'identity/9', recipient: 'request/q1' }])
    expect(refusalOf(send('q1'), told)).toEqual({ code: 'not-a-recipient', recipient: 'request/q1' })
    expect(refusalOf(send('q1', 'identity/9'), told)).toBeUndefined()
    expect(refusalOf(send('q1', 'identity/7'), told)).toEqual({ code: 'unknown-correction', correctionId: 'identity/7' })
    expect(told.state.contacts).toEqual([{ destination: 'SO', on: today }])
  })

  test('of one that was taken back, or that was sent before the case was kept here, no correction is sent', () => {
    const back = given([{ kind: 'withdraw-request', requestId: 'q1', reason: 'error', on: today }], renamed)
    expect(refusalOf(send('q1'), back)).toEqual({ code: 'request-ended', requestId: 'q1' })
    const earlier: Command = { kind: 'record-earlier-request', requestId: 'q0', destination: 'SO', consulate: 'Ottawa', documentType: 'emergency-travel-document', on: day('2025-01-01'), source: 'file' }
    const elsewhere = given([opened, earlier, { kind: 'record-identity', identity: { ...sampleOne, bornOn: '1991' }, source: 'file' }])
    const [owed] = recipientsToTell(elsewhere.state)
    expect(owed?.recipient).toBe('request/q0')
    expect(refusalOf(send('q0', owed?.correctionId), elsewhere)).toEqual({ code: 'request-left-elsewhere', requestId: 'q0' })
  })

  test('the one that is withdrawn is withdrawn', () => {
    const withdrawn = given([{ kind: 'withdraw-request', requestId: 'q2', reason: 'error', on: today }], two)
    expect(withdrawn.state.requests.map((one) => one.withdrawn?.reason)).toEqual([undefined, 'error'])
  })
})

test('every contact with a home state is kept: that it was made, that it was asked, that a correction was sent', () => {
  const told = given([{ kind: 'make-contact', destination: 'SO', on: today }, { kind: 'propose-destination', destination: 'KE', clause: 'residence', on: today, source: 'file' }, { kind: 'ask-destination', destination: 'KE', on: today, source: 'note' }, { kind: 'make-contact', destination: 'ET', on: today }], inState)
  expect(told.state.contacts.map(({ destination }) => destination)).toEqual(['SO', 'KE', 'ET'])
})

describe('who must be told of a correction', () => {
  const fact = (factId: string): Command => ({ kind: 'record-fact', factId, fact: 'medical-concern', value: 'yes', on: day('2026-05-01'), source: 'note' })
  const notice = (noticeId: string, ...factIds: readonly string[]): Command => ({ kind: 'give-notice', noticeId, to: 'person', about: 'decision', factIds, on: today, source: 'letter' })
  const correct = (corrects: string): Command => ({ kind: 'correct-fact', factId: `${corrects}-right`, corrects, value: 'no', on: day('2026-05-01'), source: 'second look' })
  const owed = ({ state }: TriedCase) => recipientsToTell(state).map(({ correctionId, recipient }) => `${correctionId} ${recipient}`)
  const corrected = given([fact('f1'), fact('f2'), notice('n1', 'f1', 'f2'), notice('n2', 'f1'), correct('f1'), correct('f2')], inState)

  test('is whoever was told, of each thing that was wrong, until told of that very thing', () => {
    expect(owed(corrected)).toEqual(['f1-right notice/n1', 'f1-right notice/n2', 'f2-right notice/n1'])
    const tell: Command = { kind: 'tell-recipient', correctionId: 'f1-right', recipient: 'notice/n1', on: today, source: 'letter' }
    expect(owed(given([tell], corrected))).toEqual(['f1-right notice/n2', 'f2-right notice/n1'])
    expect(refusalOf({ ...tell, correctionId: 'f2-right', recipient: 'notice/n2' }, corrected)).toEqual({ code: 'not-a-recipient', recipient: 'notice/n2' })
  })

  test('is no state to which nothing was sent yet, or only what was right', () => {
    const renamed: Command = { kind: 'record-identity', identity: { ...sampleOne, bornOn: '1991' }, source: 'file' }
    const draft = given([opened, somali, drafted, renamed])
    expect(owed(draft)).toEqual([])
    expect(owed(given([checked, approved, sent], draft))).toEqual([])
    expect(owed(given([{ kind: 'give-person-copy', requestId: 'q1', on: today, receipt: 'signed' }], draft))).toEqual([])
  })

  test('is a state that was asked before the case was kept here', () => {
    const earlier: Command = { kind: 'record-earlier-request', requestId: 'e1', destination: 'SO', consulate: 'Paris', documentType: 'national-passport', on: day('2025-12-02'), source: 'spreadsheet' }
    expect(owed(given([opened, somali, { kind: 'record-identity', identity: { ...sampleOne, bornOn: '1991' }, source: 'file' }, earlier]))).toEqual(['identity/3 request/e1'])
  })
})

describe('a correction of a fact', () => {
  const recorded = given([{ kind: 'record-fact', factId: 'f1', fact: 'consented-to-moratorium-place', value: 'yes', on: day('2026-05-01'), destination: 'SO', place: 'Sampletown', source: 'form' }], inState)
  const same = { kind: 'correct-fact', factId: 'f2', corrects: 'f1', value: 'yes', on: day('2026-05-01'), destination: 'SO', place: 'Sampletown', source: 'form' } as const satisfies Command

  test.each([['its value', { value: 'unknown' as const }], ['its day', { on: day('2026-05-02') }], ['its destination', { destination: 'KE' }], ['its place', { place: 'Exempleville' }]])('may change %s alone', (_what, more) => {
    expect(refusalOf({ ...same, ...more }, recorded)).toBeUndefined()
  })

  test('changes something', () => {
    expect(refusalOf(same, recorded)).toEqual({ code: 'nothing-changed' })
  })
})

test('a review of custody may be recorded where nobody recorded when it began', () => {
  expect(refusalOf({ kind: 'record-custody-review', on: today, source: 'note' }, inState)).toBeUndefined()
})

describe('of two nationalities', () => {
  const kenyan: Command = { ...somali, country: 'KE', on: day('2026-03-01') }
  const withdraw = (country: string, on: string): Command => ({ kind: 'withdraw-nationality', country, on: day(on), source: 'register' })
  const two = given([opened, somali, kenyan])

  test('the one is withdrawn that was recorded, from its own day on', () => {
    expect(refusalOf(withdraw('SO', '2026-02-01'), two)).toBeUndefined()
    expect(refusalOf(withdraw('KE', '2026-02-01'), two)).toMatchObject({ code: 'out-of-order', afterDay: '2026-03-01' })
    expect(refusalOf(withdraw('ET', '2026-04-01'), two)).toEqual({ code: 'unknown-nationality', country: 'ET' })
    expect(given([withdraw('SO', '2026-02-01')], two).state.nationalities.map(({ withdrawnOn }) => withdrawnOn)).toEqual(['2026-02-01', undefined])
  })

  test('one that was withdrawn, recorded anew and withdrawn again keeps both days', () => {
    const twice = given([withdraw('SO', '2026-02-01'), { ...somali, on: day('2026-03-01') }, withdraw('SO', '2026-04-01')], two)
    expect(twice.state.nationalities.filter(({ country }) => country === 'SO').map(({ withdrawnOn }) => withdrawnOn)).toEqual(['2026-02-01', '2026-04-01'])
    expect(refusalOf(withdraw('SO', '2026-05-01'), twice)).toEqual({ code: 'unknown-nationality', country: 'SO' })
  })
})

test('of two orders the one ends that is named, not before its own day', () => {
  const order = (orderId: string, on: string): Command => ({ kind: 'record-order', orderId, orderKind: 'departure-order', on: day(on), source: 'order' })
  const end = (orderId: string): Command => ({ kind: 'end-order', orderId, reason: 'quashed', on: day('2026-02-15'), source: 'court' })
  const two = given([order('o1', '2026-02-01'), order('o2', '2026-03-01')], inState)
  expect([refusalOf(end('o1'), two), refusalOf(end('o2'), two)?.code, refusalOf(end('o9'), two)]).toEqual([undefined, 'out-of-order', { code: 'unknown-order', orderId: 'o9' }])
  expect(given([end('o1')], two).state.orders.map(({ ended }) => ended?.reason)).toEqual(['quashed', undefined])
})

test('of two counsel the one ends that is named, and acts from the first day', () => {
  const counsel = (counselId: string): Command => ({ kind: 'record-counsel', counselId, name: 'Sample Counsel', address: 'office', on: day('2026-05-01') })
  const two = given([counsel('c1'), counsel('c2'), { kind: 'end-counsel', counselId: 'c2', on: today }], inState)
  expect(two.state.counsel.map(({ endedOn }) => endedOn)).toEqual([undefined, today])
  expect(refusalOf({ kind: 'give-notice', noticeId: 'n1', to: 'counsel', about: 'interview', factIds: [], on: day('2026-05-01'), source: 'letter' }, two)).toBeUndefined()
})

describe('of two journeys', () => {
  const rebooked = given([{ kind: 'cancel-booking', bookingId: 'b1', on: today }, at('2026-06-05', { ...booked, bookingId: 'b2', on: day('2026-06-05') })], journey)
  const back = given([at('2026-06-20', { kind: 'depart', bookingId: 'b2', on: day('2026-06-20') }), report('2026-06-21', 'refused-on-arrival')], rebooked)

  test('the one is cancelled that is named, not before it was booked', () => {
    expect(rebooked.state.bookings.map(({ cancelledOn }) => cancelledOn)).toEqual([today, undefined])
    expect(refusalOf({ kind: 'cancel-booking', bookingId: 'b2', on: day('2026-06-04') }, rebooked, { today: day('2026-06-05') })).toMatchObject({ code: 'out-of-order', afterDay: '2026-06-05' })
    expect(refusalOf({ kind: 'cancel-booking', bookingId: 'b9', on: today }, rebooked)).toEqual({ code: 'unknown-booking', bookingId: 'b9' })
  })

  test('the one that was made cannot be cancelled; the next one can', () => {
    const again = given([at('2026-06-22', { ...booked, bookingId: 'b3', departsOn: day('2026-06-30'), on: day('2026-06-22') })], back)
    expect(refusalOf({ kind: 'cancel-booking', bookingId: 'b2', on: day('2026-06-22') }, again, { today: day('2026-06-22') })).toEqual({ code: 'person-has-left', leftOn: '2026-06-20' })
    expect(refusalOf({ kind: 'cancel-booking', bookingId: 'b3', on: day('2026-06-22') }, again, { today: day('2026-06-22') })).toBeUndefined()
  })

  test('that somebody was refused is said of the request whose document was used', () => {
    const passport: Command = { ...drafted, requestId: 'q2', documentType: 'national-passport' }
    const both = given([passport, { ...checked, requestId: 'q2' }, [{ kind: 'approve-request', requestId: 'q2', on: today }, { officer: 'officer-2' }], { ...sent, requestId: 'q2' }, { ...issued, requestId: 'q2' }, { ...taken, documentId: 'd2', requestId: 'q2', documentType: 'national-passport' }], document)
    const refusedWith = (documentId: string) => given([{ ...booked, bookingId: 'b0' }, { kind: 'cancel-booking', bookingId: 'b0', on: today }, { ...booked, documentId }, departed, report('2026-06-21', 'refused-on-arrival')], both).state.requests.map(({ outcomes }) => outcomes.at(-1)?.outcome)
    expect([refusedWith('d1'), refusedWith('d2')]).toEqual([['issued-refused-on-arrival', 'issued'], ['issued', 'issued-refused-on-arrival']])
  })

  test('a document that no request brought is nobody’s answer, and neither is leaving alone', () => {
    const clearance: Command = { kind: 'take-document', documentId: 'd2', destination: 'SO', documentType: 'charter-clearance', validFrom: today, validUntil: day('2026-08-31'), on: today, source: 'the document' }
    const refusedWithout = given([clearance, { ...booked, documentId: 'd2' }, departed, report('2026-06-21', 'refused-on-arrival')], document)
    expect(refusedWithout.events.at(-1)).toEqual({ kind: 'arrival-recorded', outcome: 'refused-on-arrival', on: '2026-06-21', source: 'report' })
    const alone = given([{ kind: 'record-left', on: today, source: 'border record' }, report('2026-06-21', 'refused-on-arrival')], document)
    expect(alone.events.at(-1)).toMatchObject({ kind: 'arrival-recorded' })
  })

  test('who was admitted has left, and nothing more is asked of any state', () => {
    const admitted = given([departed, report('2026-06-21', 'admitted')], journey)
    expect(refusalOf({ ...drafted, requestId: 'q2', on: day('2026-06-21') }, admitted, { today: day('2026-06-21') })).toEqual({ code: 'person-has-left', leftOn: '2026-06-20' })
  })
})

describe('a document expired unused', () => {
  const unused: Command = { kind: 'record-outcome', requestId: 'q1', outcome: 'expired-unused', on: day('2026-09-01'), source: 'file' }
  const then = { today: day('2026-09-01') }

  test('whatever became of the document of another request', () => {
    const other: Command = { kind: 'take-document', documentId: 'd2', destination: 'SO', documentType: 'charter-clearance', validFrom: today, validUntil: day('2026-12-31'), on: today, source: 'the document' }
    expect(refusalOf(unused, given([other], document), then)).toBeUndefined()
    const gone = given([other, { ...booked, bookingId: 'b0' }, { kind: 'cancel-booking', bookingId: 'b0', on: today }, { ...booked, documentId: 'd2' }, departed], document)
    expect(refusalOf(unused, gone, then)).toBeUndefined()
  })

  test('only where no journey was made with it, even when others were booked', () => {
    const used = given([{ ...booked, bookingId: 'b0' }, { kind: 'cancel-booking', bookingId: 'b0', on: today }, booked, departed], document)
    expect(refusalOf(unused, used, then)).toMatchObject({ code: 'document-not-valid', documentId: 'd1' })
  })
})

describe('a request of the time before the case was opened', () => {
  const earlier = { kind: 'record-earlier-request', requestId: 'e1', destination: 'SO', consulate: 'Paris', documentType: 'national-passport', on: day('2026-01-10'), source: 'spreadsheet' } as const satisfies Command

  test('may have gone out on the very day, and nobody need know who drafted it', () => {
    const known = given([earlier], inState)
    expect(known.events.at(-1)).toStrictEqual({ kind: 'earlier-request-recorded', requestId: 'e1', destination: 'SO', consulate: 'Paris', documentType: 'national-passport', sentOn: '2026-01-10', source: 'spreadsheet' })
    expect(known.state.requests[1]).not.toHaveProperty('drafted')
    expect(known.state.requests.map((one) => one.earlier)).toEqual([false, true])
    expect(given([{ ...earlier, draftedOn: day('2026-01-09') }], inState).state.requests[1]?.drafted).toEqual({ by: '', on: '2026-01-09' })
  })

  test('may be copied for the person, and withdrawn, from the day on which it went out', () => {
    const known = given([earlier], inState)
    expect(refusalOf({ kind: 'give-person-copy', requestId: 'e1', on: day('2026-01-10'), receipt: 'signed' }, known)).toBeUndefined()
    expect(refusalOf({ kind: 'withdraw-request', requestId: 'e1', reason: 'error', on: day('2026-01-09') }, known)).toMatchObject({ code: 'out-of-order', afterDay: '2026-01-10' })
    expect(refusalOf({ kind: 'withdraw-request', requestId: 'e1', reason: 'error', on: day('2026-01-10') }, known)).toBeUndefined()
  })
})

test('a request is withdrawn no earlier than it was sent, or, unsent, than it was drafted', () => {
  const withdraw = (on: string): Command => ({ kind: 'withdraw-request', requestId: 'q1', reason: 'error', on: day(on) })
  const draft = given([opened, somali, { ...drafted, on: day('2026-05-20') }])
  expect([refusalOf(withdraw('2026-05-19'), draft)?.code, refusalOf(withdraw('2026-05-20'), draft)]).toEqual(['out-of-order', undefined])
  const out = given([{ ...checked, on: day('2026-05-20') }, approved, sent], draft)
  expect([refusalOf(withdraw('2026-05-25'), out)?.code, refusalOf(withdraw('2026-06-01'), out)]).toEqual(['out-of-order', undefined])
})

test('an interview is held about a request that a state has, with somebody who is there', () => {
  const hold: Command = { kind: 'hold-interview', requestId: 'q1', on: today }
  expect(refusalOf(hold, given([opened, somali, drafted]))).toEqual({ code: 'request-not-sent', requestId: 'q1' })
  expect(refusalOf(hold, given([{ kind: 'record-left', on: today, source: 'border record' }], inState))).toEqual({ code: 'person-has-left', leftOn: today })
})

test('what one person drafted and approved is not sent, whoever let it through', () => {
  const ready = given([opened, somali, drafted, checked, approved])
  const state = { ...ready.state, requests: ready.state.requests.map((one) => ({ ...one, approved: { by: 'Officer-1 ', on: today } })) }
  expect(decide(sent, state, contextOf(state))).toMatchObject({ ok: false, refusal: { code: 'self-approval', officer: 'Officer-1 ' } })
})

test('who is born today may have a case; who is born tomorrow may not', () => {
  const born = (bornOn: string): Command => ({ kind: 'record-identity', identity: { ...sampleOne, bornOn }, source: 'file' })
  expect([refusalOf(born('2026-06-01'), inState), refusalOf(born('2026-06-02'), inState)?.code]).toEqual([undefined, 'day-in-future'])
  expect(refusalOf(born('1990-05-17T10:00'), inState)).toEqual({ code: 'impossible-day', field: 'bornOn', value: '1990-05-17T10:00' })
})
