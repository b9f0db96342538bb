import { describe, expect, test } from 'vitest'
import { shippedBook } from '../law/shipped-book.ts'
import { booked, day, departed, drafted, given, heldBook, issued, openBook, opened, taken, today, withState, type TriedCase } from './case-for-tests.ts'
import type { Command, Context } from './command.ts'
import { attentionOf } from './attention.ts'
import { inventoryOf } from './inventory.ts'
import { departureAnswers, duesOf, worklistEntry } from './worklist-entry.ts'

const context = { today, book: { ...openBook, periods: shippedBook().periods }, agreements: [] }
const inState = given(withState)
const document = given([issued, taken], inState)
const journey = given([booked], document)
const gone = given([departed], journey)
const cameBack: readonly [Command, Partial<Context>] = [{ kind: 'record-arrival', outcome: 'refused-on-arrival', on: day('2026-06-21'), source: 'report' }, { today: day('2026-06-21') }]
const arranged = given([{ kind: 'arrange-interview', requestId: 'q1', heldOn: day('2026-06-10') }], inState)
const at = (on: string, command: Command): readonly [Command, Partial<Context>] => [command, { today: day(on) }]
const dues = ({ state }: TriedCase, on = today) => duesOf(state, { ...context, today: on })

test('a case of which nobody knows a nationality, whom it was given to or what to do shows none of these', () => {
  expect(worklistEntry(given([opened]).state, context)).toStrictEqual({ inventory: 'monitoring', openedOn: '2026-01-10', lastStepOn: '2026-01-10', attention: { on: today, collisions: [], answers: [] } })
})

test('the country is the one of the last request that is still to be answered, or of a nationality', () => {
  const countryOf = (tried: TriedCase) => worklistEntry(tried.state, context).country
  expect(countryOf(document)).toBe('SO')
  const second = given([{ ...drafted, requestId: 'q2', destination: 'KE' }], inState)
  expect(countryOf(second)).toBe('KE')
  expect(countryOf(given([{ kind: 'withdraw-request', requestId: 'q2', reason: 'error', on: today }], second))).toBe('SO')
})

test('where the gates are not asked, nothing in the entry would be another if they were', () => {
  const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'deportation-order', on: day('2026-01-11'), source: 'order' }
  const ordered = given([order], inState)
  const ended = given([{ kind: 'end-order', orderId: 'o1', reason: 'undone', on: today, source: 'order' }], ordered)
  for (const book of [openBook, heldBook, shippedBook()]) {
    for (const { state } of [given([opened]), inState, ordered, ended, arranged, document, journey, gone, given([cameBack], gone), given([{ kind: 'close-case', reason: 'died', on: today }], document)]) {
      const entry = worklistEntry(state, { ...context, book: { ...book, periods: shippedBook().periods } })
      const answers = departureAnswers(state, { today, book })
      expect(entry.inventory).toBe(inventoryOf(state, answers, today, book))
      expect(entry.attention).toEqual(attentionOf(state, { next: entry.attention.next, answers, today }))
    }
  }
})

test('nobody asks whether somebody may leave who has left, nor in a closed case; who came back is asked about again', () => {
  const asked = ({ state }: TriedCase) => departureAnswers(state, { today, book: heldBook }).map(({ destination, answer }) => [destination, answer.state])
  expect(asked(document)).toEqual([['SO', 'held-everywhere']])
  expect(asked(given([{ kind: 'close-case', reason: 'died', on: today }], document))).toEqual([])
  expect(asked(gone)).toEqual([])
  expect(asked(given([cameBack], gone))).toEqual([['SO', 'held-everywhere']])
  expect(asked(given([opened]))).toEqual([['', 'held-everywhere']])
})

test('the place that is asked about is that of a journey that stands, to this very state, or of a proposal that stands', () => {
  const readingOf = (commands: readonly Command[]) => departureAnswers(given(commands, document).state, { today, book: shippedBook() }).find(({ destination }) => destination === 'SO')?.answer.readings.find(([code]) => code === 'moratorium')?.[1].value
  const there: Command = { ...booked, place: 'Mogadishu' }
  const proposed: Command = { kind: 'propose-destination', destination: 'SO', place: 'Mogadishu', clause: 'nationality', on: today, source: 'file' }
  expect([readingOf([]), readingOf([there]), readingOf([proposed])]).toEqual(['unknown', 'yes', 'yes'])
  expect(readingOf([there, { kind: 'cancel-booking', bookingId: 'b1', on: today }])).toBe('unknown')
  expect(readingOf([{ ...taken, documentId: 'd2', documentType: 'national-passport' }, { ...there, destination: 'KE', documentId: 'd2' }])).toBe('unknown')
  expect(readingOf([proposed, { kind: 'set-destination-aside', destination: 'SO', clause: 'later', reason: 'no', on: today, source: 'file' }])).toBe('unknown')
})

describe('what falls due', () => {
  test('is the day of a journey and the look before it, while it is booked', () => {
    expect(dues(journey)).toEqual([{ on: '2026-06-17', for: 'recheck-before-departure' }, { on: '2026-06-20', for: 'departure' }, { on: '2026-08-31', for: 'document-expiry' }])
    expect(dues(given([{ kind: 'cancel-booking', bookingId: 'b1', on: today }], journey))).toEqual([{ on: '2026-08-31', for: 'document-expiry' }])
  })

  test('is nothing for who has left, and no journey that was made for who came back', () => {
    expect(dues(gone)).toEqual([])
    expect(dues(given([cameBack], gone), day('2026-06-21'))).toEqual([{ on: '2026-08-31', for: 'document-expiry' }])
    const again = given([cameBack, [{ ...booked, bookingId: 'b2', departsOn: day('2026-07-01'), on: day('2026-06-21') }, { today: day('2026-06-21') }]], gone)
    expect(dues(again, day('2026-06-21')).map((due) => `${due.on} ${due.for}`)).toEqual(['2026-06-28 recheck-before-departure', '2026-07-01 departure', '2026-08-31 document-expiry'])
  })

  test('is to consider bringing back who was removed unlawfully, though they have left; and nothing once it was considered', () => {
    const found = given([at('2026-07-01', { kind: 'record-unlawful-removal', bookingId: 'b1', on: day('2026-06-25'), source: 'court' })], gone)
    expect(dues(found, day('2026-07-01'))).toEqual([{ on: '2026-06-25', for: 'return-to-consider' }])
    expect(dues(given([at('2026-07-02', { kind: 'record-return-considered', bookingId: 'b1', on: day('2026-07-02'), source: 'decision' })], found), day('2026-07-02'))).toEqual([])
    expect(dues(given([at('2026-07-02', { kind: 'close-case', reason: 'died', on: day('2026-07-02') })], found), day('2026-07-02'))).toEqual([])
  })

  test('is nothing in a closed case', () => {
    expect(dues(given([{ kind: 'close-case', reason: 'died', on: today }], document))).toEqual([])
  })

  test('is the end of a document that is in hand, until its last day and on it', () => {
    expect(dues(document, day('2026-08-31'))).toEqual([{ on: '2026-08-31', for: 'document-expiry' }])
    expect(dues(document, day('2026-09-01'))).toEqual([])
    expect(dues(given([{ kind: 'lose-document', documentId: 'd1', on: today, source: 'note' }], document))).toEqual([])
  })

  test('is an interview while the state has the request, until one is held on its day or later', () => {
    const heldOn = (on: string) => dues(given([[{ kind: 'hold-interview', requestId: 'q1', on: day(on) }, { today: day(on) }]], arranged)).filter((due) => due.for === 'interview')
    const interview = { on: '2026-06-10', for: 'interview' }
    expect(dues(arranged)).toContainEqual(interview)
    expect(dues(given([issued], arranged))).not.toContainEqual(interview)
    expect([heldOn('2026-06-09'), heldOn('2026-06-10'), heldOn('2026-06-11')]).toEqual([[interview], [], []])
  })

  test('comes in the order of the days, and on one day in one order: the person’s custody first, papers last', () => {
    const detained = given([[{ kind: 'record-detention', detained: true, on: day('2026-06-18'), source: 'note' }, { today: day('2026-06-18') }]], given([{ ...taken, documentId: 'd2', validUntil: day('2026-06-20') }], journey))
    expect(dues(detained).map((due) => `${due.on} ${due.for}`)).toEqual(['2026-06-17 recheck-before-departure', '2026-06-20 custody-review', '2026-06-20 departure', '2026-06-20 document-expiry', '2026-08-31 document-expiry'])
  })
})
