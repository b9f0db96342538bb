import { expect, test } from 'vitest'
import { dayNumber, type PlainDate } from '../../kernel/day.ts'
import { answersByMonth, departuresByMonth } from './read-effects.ts'

const day = (text: string) => text as PlainDate

test('answers of a month stand over the days that requests were open in it, worked out by hand', () => {
  const changes = [
    { country: 'GH', day: day('2026-01-11'), change: 2, answers: 0 },
    { country: 'GH', day: day('2026-01-31'), change: -1, answers: 1 },
    { country: 'GH', day: day('2026-03-02'), change: -1, answers: 0 },
    { country: 'KE', day: day('2026-03-30'), change: 1, answers: 0 },
  ]
  const series = answersByMonth(changes, day('2026-04-01'))
  // January: two from the 11th to the 31st (21 days each), one of them no more on the 31st. February: one. March: one for a day.
  expect(series.get('GHA')?.map(({ events, exposure }) => [events, exposure])).toEqual([[1, 2 * 21 - 1], [0, 28], [0, 1]])
  expect(series.get('KEN')?.map(({ fromDay, events, exposure }) => [fromDay, events, exposure])).toEqual([[dayNumber(day('2026-03-01')), 0, 2]])
})

test('a month in which nobody departed to a state is nought, and the month that is not over is left out', () => {
  const series = departuresByMonth([{ country: 'GH', month: '2025-12', count: 3 }, { country: 'KE', month: '2026-02', count: 1 }], day('2026-03-01'))
  expect([series.get('GHA')?.map(({ events }) => events), series.get('KEN')?.map(({ events }) => events), series.get('GHA')?.map(({ exposure }) => exposure)]).toEqual([[3, 0, 0], [0, 0, 1], [31, 31, 28]])
})

test('without a case there is no series', () => {
  expect([answersByMonth([], day('2026-03-01')).size, departuresByMonth([], day('2026-03-01')).size]).toEqual([0, 0])
})
