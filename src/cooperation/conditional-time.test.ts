import { expect, test } from 'vitest'
import { countsFromCells, type Cell } from '../statistics/counts.ts'
import type { Group } from './answer-time.ts'
import { conditionalTime } from './conditional-time.ts'

// A window of 400 days. A case that began on window day s and took d days is on file when s + d <= 400.
const windowDays = 400
const reversed = (duration: number, limit: number, cluster: number): Cell =>
  ({ entryDay: windowDays - limit, exitDay: windowDays + 1 - duration, event: 1, count: 1, cluster })
const groupOf = (cells: readonly Cell[]): Group =>
  ({ country: 'GTM', stratum: '', clock: 'apprehension-to-departure', period: '2015-10-01/2016-11-04', requests: cells.length, counts: countsFromCells(cells, 1) })

// Half take 20 days and half 100; one begins every other day, so late starters with 100 days are missing from the file.
const starts = Array.from({ length: 200 }, (_, number) => number * 2)
const cases = starts.flatMap((start, number) => [20, 100].flatMap((duration) => (start + duration <= windowDays ? [reversed(duration, windowDays - start, number * 2 + (duration === 20 ? 0 : 1))] : [])))

test('the missing slow cases of the last days are made up for: half are completed by day 30, not more', () => {
  const figure = conditionalTime(groupOf(cases), windowDays).figures.find(({ measure, day }) => measure === 'completed-by' && day === 30)
  const naive = cases.filter(({ exitDay }) => exitDay === windowDays + 1 - 20).length / cases.length
  expect(naive).toBeGreaterThan(0.55)
  expect(figure?.value).toBeCloseTo(0.5, 1)
  expect(figure?.lower).toBeLessThan(0.5)
  expect(figure?.upper).toBeGreaterThan(0.5)
  expect(figure?.interval).toBe('cluster-log-log')
})

test('every share names its condition, and the caution says what kind of file it is', () => {
  const { figures, cautions } = conditionalTime(groupOf(cases), windowDays)
  expect(figures.filter(({ measure }) => measure === 'completed-by').every(({ withinDays }) => withinDays !== null && withinDays <= windowDays)).toBe(true)
  expect(cautions).toContain('conditional-on-completion')
})

test('days past the condition have no figure', () => {
  const short = starts.filter((start) => start <= windowDays - 10).map((start, number) => reversed(10, Math.min(windowDays - start, 60), number))
  const { figures } = conditionalTime(groupOf(short), windowDays)
  expect(figures.find(({ measure, day }) => measure === 'completed-by' && day === 90)).toMatchObject({ value: null, withheld: 'past-data' })
})

test('with few batches nothing is shown, and under ten cases nothing is tried', () => {
  const batches = cases.map((cell, index) => ({ ...cell, cluster: index % 8 }))
  const shown = (group: Group) => conditionalTime(group, windowDays).figures.filter(({ measure, value, day, withinDays }) => measure === 'completed-by' && value !== null && day !== withinDays)
  expect(shown(groupOf(batches))).toEqual([])
  expect(shown(groupOf(cases.slice(0, 9)))).toEqual([])
})

test('every group has the same condition, the last day of the grid within the window, however far its own data reach', () => {
  const conditions = [groupOf(cases), groupOf(cases.filter(({ exitDay }) => exitDay > windowDays - 99)), groupOf(cases.slice(0, 40))]
    .flatMap((group) => conditionalTime(group, windowDays).figures.flatMap(({ measure, withinDays }) => (measure === 'completed-by' ? [withinDays] : [])))
  expect(new Set(conditions)).toEqual(new Set([365]))
})
