import { describe, expect, test } from 'vitest'
import type { LawBook } from '../law/book.ts'
import { factDefinition, facts, isFactCode, type FactCode } from '../law/facts.ts'
import type { Condition } from '../law/rule.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { approved, booked, bookWhere, checked, day, departed, drafted, given, heldBook, issued, openBook, opened, sent, somali, taken, today, withState, type TriedCase } from './case-for-tests.ts'
import type { Agreement } from './agreement.ts'
import { collisionsOn } from './collisions.ts'
import type { Command } from './command.ts'
import { allGates } from './gates/all.ts'
import { inventoryOf, isValidFor, possibleDestinations } from './inventory.ts'
import { rechecksOf } from './recheck-days.ts'
import { stallOf } from './stall.ts'
import { departureAnswers, duesOf, worklistEntry } from './worklist-entry.ts'

const read = new Set(allGates.filter((gate) => gate.jurisdictions.includes('CA') && gate.steps.includes('departure')).flatMap((gate) => gate.facts))
const some = (effect: 'closes' | 'ends', about: 'person' | 'destination'): FactCode => {
  const code = Object.keys(facts).filter(isFactCode).find((one) => read.has(one) && factDefinition(one).effect === effect && factDefinition(one).about === about && factDefinition(one).computed === undefined)
  if (code === undefined) throw new Error('no such fact')
  return code
}
const [closing, closingThere, ending] = [some('closes', 'person'), some('closes', 'destination'), some('ends', 'person')]

const ordered: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-02-01'), source: 'order' }
const available: Command = { kind: 'record-availability', available: true, on: today, source: 'report' }
const withDocument = given([...withState, ordered, issued, taken])
const fact = (code: FactCode, destination?: string): Command => ({ kind: 'record-fact', factId: `f-${code}-${destination}`, fact: code, value: 'yes', on: today, ...(destination === undefined ? {} : { destination }), source: 'decision' })

const statute = (when: Condition): LawBook => ({ ...bookWhere(when, 'statute'), rules: bookWhere(when, 'statute').rules.map((rule) => ({ ...rule, authority: 'statute' })) })
const inventory = ({ state }: TriedCase, book = openBook, on = today) => inventoryOf(state, departureAnswers(state, { today: on, book }), on, book)

describe('the inventory', () => {
  test('is ready to return only with all four: identified, a valid document, no gate, and available', () => {
    const ready = given([available], withDocument)
    expect(inventory(ready)).toBe('ready-to-return')
    expect(inventory(withDocument)).toBe('working')
    expect(inventory(given([{ ...available, available: false }], withDocument))).toBe('monitoring')
    expect(inventory(ready, heldBook)).toBe('working')
    expect(inventory(ready, openBook, day('2026-08-31'))).toBe('ready-to-return')
    expect(inventory(ready, openBook, day('2026-09-01'))).toBe('working')
    expect(inventory(given([{ ...taken, documentId: 'd2' }, { kind: 'lose-document', documentId: 'd2', on: today, source: 'note' }], ready))).toBe('ready-to-return')
    expect(inventory(given([{ kind: 'lose-document', documentId: 'd1', on: today, source: 'note' }], ready))).toBe('working')
  })

  test.each([['own-statement', 'working'], ['copy-of-document', 'working'], ['own-document', 'ready-to-return'], ['register-answer', 'ready-to-return'], ['consular-statement', 'ready-to-return'], ['earlier-decision', 'ready-to-return']] as const)('rests on an identity that others vouch for: %s is %s', (basis, expected) => {
    const passport = given([opened, { ...somali, basis }, ordered, { ...taken, requestId: undefined, documentType: 'charter-clearance' } as unknown as Command, available])
    expect(inventory(passport)).toBe(expected)
  })

  test('is monitoring without an order, whatever the gates say, and while every request is with a state', () => {
    expect(inventory(given([opened, somali]))).toBe('monitoring')
    expect(inventory(given([opened, somali, fact(closing)]), statute({ fact: closing }))).toBe('monitoring')
    const waiting = given([...withState, ordered])
    expect(inventory(waiting)).toBe('monitoring')
    expect(inventory(given([{ ...drafted, requestId: 'q2', destination: 'KE' }], waiting))).toBe('working')
    expect(inventory(given([{ kind: 'end-order', orderId: 'o1', reason: 'quashed', on: today, source: 'court' }], waiting))).toBe('monitoring')
    expect(inventory(given([opened, somali, ordered]))).toBe('working')
  })

  test('is stayed when the law holds the departure because of something that happened', () => {
    const stayed = given([fact(closing)], withDocument)
    expect(inventory(stayed, statute({ fact: closing }))).toBe('stayed')
    expect(inventory(stayed, statute({ all: [{ always: true }, { any: [{ fact: closing }] }] }))).toBe('stayed')
    const asked = { ...statute({ question: 'held' }), questions: [{ code: 'held', condition: { fact: closing }, provision: 'p' }, { code: 'other', condition: { fact: ending }, provision: 'p' }] }
    expect(inventory(stayed, asked)).toBe('stayed')
    expect(inventory(given([fact(closing), fact(ending)], withDocument), statute({ fact: ending }))).toBe('working')
  })

  test('is not stayed by a policy, by what may be so, by a step that is still to be taken, or for one of two destinations', () => {
    const stayed = given([fact(closing)], withDocument)
    expect(inventory(stayed, bookWhere({ fact: closing }, 'policy'))).toBe('working')
    expect(inventory(withDocument, statute({ fact: closing }))).toBe('working')
    expect(inventory(stayed, statute({ always: true }))).toBe('working')
    expect(inventory(stayed, { ...statute({ fact: closing }), rules: statute({ fact: closing }).rules.map((rule) => ({ ...rule, text: 'unverified' })) })).toBe('working')
    expect(inventory(stayed, statute({ no: { no: { fact: closing } } }))).toBe('working')
    const twoStates = given([{ ...somali, country: 'KE' }, fact(closingThere, 'SO')], withDocument)
    const there = { ...statute({ fact: closingThere }), rules: statute({ fact: closingThere }).rules.map((rule) => ({ ...rule, reach: 'destination' as const })) }
    expect(inventory(twoStates, there)).toBe('working')
    expect(inventory(given([fact(closingThere, 'KE')], twoStates), there)).toBe('stayed')
  })

  test('is ready to return to one state though a gate holds for another, of somebody who is vouched for in one nationality though not in another', () => {
    const twoStates = given([{ ...somali, country: 'KE' }, { ...somali, basis: 'own-document' }, available], given([opened, somali, ordered, { ...taken, requestId: undefined, documentType: 'charter-clearance' } as unknown as Command]))
    const [home, elsewhere] = (['open', 'held-here'] as const).map((state, index) => ({ destination: ['SO', 'KE'][index] ?? '', answer: { state, gates: [], readings: [], alarms: [] } }))
    if (!home || !elsewhere) throw new Error('no answer')
    expect(inventoryOf(twoStates.state, [home, elsewhere], today, openBook)).toBe('ready-to-return')
    expect(inventoryOf(twoStates.state, [elsewhere], today, openBook)).toBe('working')
  })

  test('is monitoring when the one order that there was has ended, though there is work to do', () => {
    const ended = given([{ kind: 'end-order', orderId: 'o1', reason: 'quashed', on: today, source: 'court' }], given([opened, somali, ordered]))
    expect(inventory(ended)).toBe('monitoring')
    expect(inventory(given([{ kind: 'record-order', orderId: 'o2', orderKind: 'departure-order', on: today, source: 'order' }], ended))).toBe('working')
  })

  test('is monitoring while a request is with a state, though another one was answered', () => {
    const passport = { ...drafted, requestId: 'q2', documentType: 'national-passport' } as const
    expect(inventory(given([...withState, ordered, { ...issued, outcome: 'refused-policy' }, passport, { ...checked, requestId: 'q2' }, [{ kind: 'approve-request', requestId: 'q2', on: today }, { officer: 'officer-2' }], { ...sent, requestId: 'q2' }]))).toBe('monitoring')
  })

  test('is no stay when no gate was asked, and one when a single gate says so', () => {
    const stayed = given([fact(closing)], withDocument)
    expect(inventoryOf(stayed.state, [], today, statute({ fact: closing }))).toBe('working')
    const single = statute({ no: { always: true } })
    const [asking] = allGates.filter((gate) => gate.jurisdictions.includes('CA') && gate.steps.includes('departure') && gate.facts.includes(closing) && gate.rules.length > 0)
    if (!asking) throw new Error('no gate asks')
    expect(inventory(stayed, { ...single, rules: single.rules.map((rule) => (rule.code === asking.rules[0] ? { ...rule, when: { fact: closing } } : rule)) })).toBe('stayed')
  })

  test('is no stay when what happened is not what the rule asks for', () => {
    const no: Command = { kind: 'record-fact', factId: 'f-no', fact: closing, value: 'no', on: today, source: 'decision' }
    expect(inventory(given([no], withDocument), statute({ any: [{ always: true }, { fact: closing }] }))).toBe('working')
    const asked = { ...statute({ question: 'held' }), questions: [{ code: 'held', condition: { always: true }, provision: 'p' }, { code: 'other', condition: { fact: closing }, provision: 'p' }] as const }
    expect(inventory(given([fact(closing)], withDocument), asked)).toBe('working')
  })

  test('is stayed for somebody of no known state when the law holds everywhere', () => {
    expect(inventory(given([opened, ordered, fact(closing)]), statute({ fact: closing }))).toBe('stayed')
  })

  test('is departed once the person has left, and closed once the case is', () => {
    const gone = given([booked, departed], withDocument)
    expect(inventory(gone)).toBe('departed')
    expect(inventory(given([{ kind: 'close-case', reason: 'died', on: today }], withDocument))).toBe('closed')
    const back = given([[{ kind: 'record-arrival', outcome: 'refused-on-arrival', on: day('2026-06-21'), source: 'report' }, { today: day('2026-06-21') }]], gone)
    expect(inventory(back)).toBe('working')
  })

  test('under the law as it is, a case of which nothing is known is held and is work to do', () => {
    expect(inventory(withDocument, shippedBook())).toBe('working')
  })
})

test('a person might be taken to states of nationality, proposed ones and those of a document in hand', () => {
  const several = given([{ ...somali, country: 'KE' }, { kind: 'propose-destination', destination: 'ET', clause: 'residence', on: today, source: 'file' }], withDocument)
  expect(possibleDestinations(several.state)).toEqual(['ET', 'KE', 'SO'])
  const aside = given([{ kind: 'set-destination-aside', destination: 'ET', clause: 'unwilling', reason: 'no', on: today, source: 'file' }, { kind: 'withdraw-nationality', country: 'KE', on: today, source: 'register' }], several)
  expect(possibleDestinations(aside.state)).toEqual(['SO'])
})

test('a document that was lost leads nowhere', () => {
  const kenyan = given([{ ...taken, documentId: 'd2', requestId: undefined, destination: 'KE', documentType: 'charter-clearance' } as unknown as Command], withDocument)
  expect(possibleDestinations(kenyan.state)).toEqual(['KE', 'SO'])
  expect(possibleDestinations(given([{ kind: 'lose-document', documentId: 'd2', on: today, source: 'note' }], kenyan).state)).toEqual(['SO'])
})

test('a document is valid from its first day to its last, where it was made for; a passport elsewhere too', () => {
  const document = { documentId: 'd', destination: 'SO', documentType: 'uk-letter', validFrom: day('2026-06-01'), validUntil: day('2026-06-30'), takenOn: today } as const
  expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((on) => isValidFor(document, 'SO', day(on)))).toEqual([false, true, true, false])
  expect([isValidFor(document, 'KE', today), isValidFor({ ...document, documentType: 'national-passport' }, 'KE', today), isValidFor({ ...document, lostOn: today }, 'SO', today)]).toEqual([false, true, false])
})

describe('collisions', () => {
  const collisions = ({ state }: TriedCase, book = openBook, on = today, warnFrom = on) => collisionsOn(state, departureAnswers(state, { today: on, book }), on, warnFrom).map(({ kind }) => kind)
  const journey = given([booked], withDocument)

  test('there are none while document, gate and booking agree', () => {
    expect(collisions(journey)).toEqual([])
    expect(collisions(withDocument)).toEqual([])
  })

  test('a gate that holds the journey as things are', () => {
    expect(collisions(journey, heldBook)).toEqual(['gate-held-before-departure'])
    expect(collisionsOn(journey.state, departureAnswers(journey.state, { today, book: heldBook }), today, today)).toEqual([{ kind: 'gate-held-before-departure', bookingId: 'b1', documentId: 'd1', departsOn: '2026-06-20' }])
  })

  test('a document that was lost, or that ends before the journey', () => {
    expect(collisions(given([{ kind: 'lose-document', documentId: 'd1', on: today, source: 'note' }], journey))).toEqual(['document-lost-before-departure'])
    const shorter = { ...journey, state: { ...journey.state, documents: journey.state.documents.map((one) => ({ ...one, validUntil: day('2026-06-19') })) } }
    expect(collisions(shorter)).toEqual(['document-expires-before-departure'])
  })

  test('a booking whose day has passed', () => {
    expect(collisions(journey, openBook, day('2026-06-20'))).toEqual([])
    expect(collisions(journey, openBook, day('2026-06-21'))).toEqual(['booking-not-used'])
  })

  test('a document that runs out without a journey, with a gate that holds it or without, and one that ran out', () => {
    expect(collisions(withDocument, openBook, today, day('2026-08-30'))).toEqual([])
    expect(collisions(withDocument, openBook, today, day('2026-08-31'))).toEqual(['document-expires-unbooked'])
    expect(collisions(withDocument, heldBook, today, day('2026-08-31'))).toEqual(['gate-held-until-expiry'])
    expect(collisions(journey, openBook, today, day('2026-08-31'))).toEqual([])
    expect(collisions(withDocument, openBook, day('2026-09-01'))).toEqual(['document-expired-unused'])
  })

  test('a document that served a journey did not expire unused, whoever came back; another one may', () => {
    const back = given([departed, [{ kind: 'record-arrival', outcome: 'refused-on-arrival', on: day('2026-06-21'), source: 'report' }, { today: day('2026-06-21') }]], given([{ ...taken, documentId: 'd2' }], journey))
    expect(collisionsOn(back.state, [], day('2026-09-01'), day('2026-09-01'))).toEqual([{ kind: 'document-expired-unused', documentId: 'd2', validUntil: '2026-08-31' }])
  })

  test('nothing collides any more for somebody who has left, or in a closed case', () => {
    expect(collisions(given([departed], journey), heldBook, day('2026-12-01'))).toEqual([])
    expect(collisions(given([{ kind: 'close-case', reason: 'died', on: today }], withDocument), heldBook, day('2026-12-01'))).toEqual([])
  })
})

test('the file is read again some days before an interview and before a departure, as the authority chose', () => {
  const arranged = given([ordered, { kind: 'arrange-interview', requestId: 'q1', heldOn: day('2026-06-10') }], given(withState))
  const choice = { daysBeforeInterview: 3, daysBeforeDeparture: 5 }
  expect(rechecksOf(arranged.state, today, choice)).toEqual([{ on: '2026-06-07', before: 'interview', stepOn: '2026-06-10', about: 'q1' }])
  expect(rechecksOf(arranged.state, day('2026-06-11'), choice)).toEqual([])
  expect(rechecksOf(given([booked], withDocument).state, today, choice)).toEqual([{ on: '2026-06-15', before: 'departure', stepOn: '2026-06-20', about: 'b1' }])
  expect(rechecksOf(given([booked, { kind: 'cancel-booking', bookingId: 'b1', on: today }], withDocument).state, today, choice)).toEqual([])
  const held = given([[{ kind: 'hold-interview', requestId: 'q1', on: day('2026-06-10') }, { today: day('2026-06-10') }]], arranged)
  expect(rechecksOf(held.state, day('2026-06-10'), choice)).toEqual([])
})

test('a case stalls by its age and by the age of its last step, and by nothing about the person', () => {
  const { state } = given([opened, somali, drafted])
  const limits = { caseDays: 150, stepDays: 30 }
  expect(stallOf(state, day('2026-06-08'), limits)).toEqual({ caseDays: 149, stepDays: 7, oldCase: false, noStep: false })
  expect(stallOf(state, day('2026-06-09'), limits)).toMatchObject({ caseDays: 150, oldCase: true, noStep: false })
  expect(stallOf(state, day('2026-07-01'), limits)).toEqual({ caseDays: 172, stepDays: 30, oldCase: true, noStep: true })
  expect(stallOf(given([booked, departed], withDocument).state, day('2027-01-01'), limits)).toBeUndefined()
})

describe('a worklist entry', () => {
  const context = { today, book: { ...openBook, periods: shippedBook().periods }, agreements: [] }

  test('says where the case stands, in whose hands it is, and what falls due next', () => {
    const entry = worklistEntry(given([{ kind: 'assign-officer', officer: 'officer-2', note: 'leave' }, booked], withDocument).state, context)
    expect(entry).toEqual({ inventory: 'working', openedOn: '2026-01-10', lastStepOn: today, country: 'SO', officer: 'officer-2', due: { on: '2026-06-17', for: 'recheck-before-departure' },
      attention: { on: today, next: { on: '2026-06-20', for: 'departure' }, collisions: [], answers: [] } })
  })

  test('lists dues by their day, what is overdue among them', () => {
    const busy = given([{ kind: 'record-detention', detained: true, on: day('2026-05-20'), source: 'note' }, booked], withDocument)
    expect(duesOf(busy.state, context)).toEqual([
      { on: '2026-05-22', for: 'custody-review' }, { on: '2026-06-17', for: 'recheck-before-departure' }, { on: '2026-06-20', for: 'departure' }, { on: '2026-08-31', for: 'document-expiry' },
    ])
    const asked = given([opened, somali, drafted, checked, approved, sent, { kind: 'arrange-interview', requestId: 'q1', heldOn: day('2026-06-10') }])
    expect(duesOf(asked.state, context)).toEqual([{ on: '2026-06-07', for: 'recheck-before-interview' }, { on: '2026-06-10', for: 'interview' }])
  })

  test('counts the days that an agreement gives the state', () => {
    const agreement: Agreement = { code: 'a1', country: 'SO', inForce: {}, text: 'verified', source: 'sample treaty', replyFrom: 'sent', reply: { length: 14, unit: 'calendar-days', text: 'unverified' }, weekend: [], holidays: [] }
    const asked = given([opened, somali, [{ ...drafted, agreement: 'a1' }, { agreements: [agreement] }], checked, approved, sent])
    expect(duesOf(asked.state, { ...context, agreements: [agreement] })).toEqual([{ on: '2026-06-15', for: 'state-reply' }])
  })

  test('asks about the part of the country that a booking or a proposal names', () => {
    const readingOf = (commands: readonly Command[]) => departureAnswers(given(commands, withDocument).state, { today, book: shippedBook() }).find(({ destination }) => destination === 'SO')?.answer.readings.find(([code]) => code === 'moratorium')?.[1].value
    const propose = (place: string): Command => ({ kind: 'propose-destination', destination: 'SO', place, clause: 'nationality', on: today, source: 'file' })
    expect(readingOf([])).toBe('unknown')
    expect(readingOf([propose('Mogadishu')])).toBe('yes')
    expect(readingOf([{ ...booked, place: 'Mogadishu' }])).toBe('yes')
    expect(readingOf([{ kind: 'propose-destination', destination: 'KE', place: 'Mogadishu', clause: 'residence', on: today, source: 'file' }])).toBe('unknown')
  })

  test('of a closed case has nothing due', () => {
    expect(worklistEntry(given([{ kind: 'close-case', reason: 'died', on: today }], withDocument).state, context)).toEqual({ inventory: 'closed', openedOn: '2026-01-10', lastStepOn: today, country: 'SO', attention: { on: today, collisions: [], answers: [] } })
  })

  test('is the same whether a protection fact is recorded or not, but for the inventory that the law makes of it', () => {
    const [plain, protectedPerson] = [withDocument, given([fact(closingThere, 'KE')], withDocument)].map(({ state }) => worklistEntry(state, context))
    expect(protectedPerson).toEqual(plain)
  })
})
