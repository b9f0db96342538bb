import { expect, test } from 'vitest'
import { booked, day, departed, given, issued, taken, today, withState, type TriedCase } from './case-for-tests.ts'
import type { Command, Context } from './command.ts'
import { rechecksOf } from './recheck-days.ts'

const choice = { daysBeforeInterview: 3, daysBeforeDeparture: 5 }
const rechecks = ({ state }: TriedCase, on = today) => rechecksOf(state, on, choice)
const arranged = given([{ kind: 'arrange-interview', requestId: 'q1', heldOn: day('2026-06-10') }], given(withState))
const journey = given([issued, taken, booked], given(withState))
const cameBack: readonly [Command, Partial<Context>] = [{ kind: 'record-arrival', outcome: 'refused-on-arrival', on: day('2026-06-20'), source: 'report' }, { today: day('2026-06-20') }]
const beforeInterview = { on: '2026-06-07', before: 'interview', stepOn: '2026-06-10', about: 'q1' }
const beforeDeparture = { on: '2026-06-15', before: 'departure', stepOn: '2026-06-20', about: 'b1' }

test('the file is read again before an interview that is to come, up to its very day', () => {
  expect([rechecks(arranged), rechecks(arranged, day('2026-06-10')), rechecks(arranged, day('2026-06-11'))]).toEqual([[beforeInterview], [beforeInterview], []])
})

test('it is not read for an interview that was held, or about a request that was withdrawn', () => {
  expect(rechecks(given([[{ kind: 'hold-interview', requestId: 'q1', on: day('2026-06-10') }, { today: day('2026-06-10') }]], arranged), day('2026-06-10'))).toEqual([])
  expect(rechecks(given([{ kind: 'withdraw-request', requestId: 'q1', reason: 'stay', on: today }], arranged))).toEqual([])
  expect(rechecks(given(withState))).toEqual([])
})

test('it is read before a journey that stands: not one that was cancelled, and not one from which the person came back', () => {
  expect(rechecks(journey)).toEqual([beforeDeparture])
  expect(rechecks(given([{ kind: 'cancel-booking', bookingId: 'b1', on: today }], journey))).toEqual([])
  expect(rechecks(given([departed, cameBack], journey), day('2026-06-20'))).toEqual([])
})

test('it is not read any more when the person has left, or the case is closed', () => {
  const second = given([{ kind: 'record-left', on: today, source: 'border record' }], journey)
  expect(rechecks(second)).toEqual([])
  const over = given([issued, { kind: 'close-case', reason: 'died', on: today }], arranged)
  expect(rechecks(over)).toEqual([])
})

test('who came back and is booked again is read about again', () => {
  const again = given([departed, cameBack, [{ ...booked, bookingId: 'b2', departsOn: day('2026-07-01'), on: day('2026-06-20') }, { today: day('2026-06-20') }]], journey)
  expect(rechecks(again, day('2026-06-20'))).toEqual([{ on: '2026-06-26', before: 'departure', stepOn: '2026-07-01', about: 'b2' }])
})

test('on one day the interview comes before the journey', () => {
  const same = given([issued, taken, booked], given([{ kind: 'arrange-interview', requestId: 'q1', heldOn: day('2026-06-18') }], given(withState)))
  expect(rechecks(same).map(({ on, about }) => `${on} ${about}`)).toEqual(['2026-06-15 q1', '2026-06-15 b1'])
})

test('the earliest comes first, whether it is for an interview or for a journey', () => {
  const both = (heldOn: string) => rechecks(given([issued, taken, booked], given([{ kind: 'arrange-interview', requestId: 'q1', heldOn: day(heldOn) }], given(withState)))).map(({ on }) => on)
  expect(both('2026-06-10')).toEqual(['2026-06-07', '2026-06-15'])
  expect(both('2026-06-25')).toEqual(['2026-06-15', '2026-06-22'])
})
