import { describe, expect, test } from 'vitest'
import { booked, day, departed, given, issued, taken, today, withState, type TriedCase } from './case-for-tests.ts'
import { collisionsOn } from './collisions.ts'
import type { Command, Context } from './command.ts'
import type { DepartureAnswer } from './inventory.ts'

const at = (on: string, command: Command): readonly [Command, Partial<Context>] => [command, { today: day(on) }]
const document = given([issued, taken], given(withState))
const second = given([{ ...taken, documentId: 'd2', validUntil: day('2026-06-25') }], document)
const journey = given([booked], second)
const cancel: Command = { kind: 'cancel-booking', bookingId: 'b1', on: today }
const cameBack = at('2026-06-21', { kind: 'record-arrival', outcome: 'refused-on-arrival', on: day('2026-06-21'), source: 'report' })
const answer = (destination: string, state: 'open' | 'held-here'): DepartureAnswer => ({ destination, answer: { state, gates: [], readings: [], alarms: [] } })
const collisions = ({ state }: TriedCase, on: string = today, { answers = [], warnFrom = on }: { readonly answers?: readonly DepartureAnswer[]; readonly warnFrom?: string } = {}) => collisionsOn(state, answers, day(on), day(warnFrom))
const kinds = (...of: Parameters<typeof collisions>) => collisions(...of).map(({ kind }) => kind)

describe('a journey collides with nothing', () => {
  test('once it is cancelled', () => {
    expect(kinds(journey, '2026-06-21')).toEqual(['booking-not-used'])
    expect(kinds(given([cancel], journey), '2026-06-21')).toEqual([])
  })

  test('once it was made, though the person came back', () => {
    expect(kinds(given([departed, cameBack], journey), '2026-06-22')).toEqual([])
  })

  test('when another document is lost or runs out than the one that it needs', () => {
    const lose = (documentId: string): Command => ({ kind: 'lose-document', documentId, on: today, source: 'note' })
    expect(kinds(given([lose('d2')], journey))).toEqual([])
    expect(kinds(given([lose('d1')], journey))).toEqual(['document-lost-before-departure'])
  })

  test('when a gate holds only where nobody is going', () => {
    expect(kinds(journey, today, { answers: [answer('KE', 'held-here'), answer('SO', 'open')] })).toEqual([])
    expect(kinds(journey, today, { answers: [answer('KE', 'open'), answer('SO', 'held-here')] })).toEqual(['gate-held-before-departure'])
  })
})

describe('a document runs out', () => {
  const warned = { warnFrom: '2026-06-25' }

  test('unbooked, when only another one is booked', () => {
    expect(collisions(second, today, warned)).toEqual([{ kind: 'document-expires-unbooked', documentId: 'd2', validUntil: '2026-06-25' }])
    expect(collisions(journey, today, warned)).toEqual([{ kind: 'document-expires-unbooked', documentId: 'd2', validUntil: '2026-06-25' }])
    expect(collisions(given([{ ...booked, documentId: 'd2' }], second), today, warned)).toEqual([])
    expect(collisions(given([{ ...booked, documentId: 'd2' }, cancel], second), today, warned)).toEqual([{ kind: 'document-expires-unbooked', documentId: 'd2', validUntil: '2026-06-25' }])
  })

  test('while a gate holds where it would lead, and not where another would', () => {
    expect(kinds(second, today, { ...warned, answers: [answer('KE', 'open'), answer('SO', 'held-here')] })).toEqual(['gate-held-until-expiry'])
    expect(kinds(second, today, { ...warned, answers: [answer('KE', 'held-here'), answer('SO', 'open')] })).toEqual(['document-expires-unbooked'])
  })

  test('on its last day still, and is expired the day after', () => {
    expect([kinds(second, '2026-06-25'), kinds(second, '2026-06-26')]).toEqual([['document-expires-unbooked'], ['document-expired-unused']])
  })

  test('without being missed, once it is lost', () => {
    expect(kinds(given([{ kind: 'lose-document', documentId: 'd2', on: today, source: 'note' }], second), '2026-06-26')).toEqual([])
  })

  test('without being missed, once a journey was made with it, whatever was booked besides', () => {
    const made = given([{ ...booked, bookingId: 'b0', documentId: 'd2' }, { kind: 'cancel-booking', bookingId: 'b0', on: today }, booked, departed, cameBack], second)
    expect(collisions(made, '2026-09-01')).toEqual([{ kind: 'document-expired-unused', documentId: 'd2', validUntil: '2026-06-25' }])
  })
})
