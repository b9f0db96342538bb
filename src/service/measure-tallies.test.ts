import { expect, test } from 'vitest'
import { findMethod } from '../cooperation/methods.ts'
import type { DurationGroup, DurationTally } from '../intake/tally.ts'
import type { PlainDate } from '../kernel/day.ts'
import { type Cell, countsFromCells } from '../statistics/counts.ts'
import { measureTallies } from './measure-tallies.ts'

const asOf = '2030-09-30' as PlainDate
const windowDays = 400

const group = (country: string, stratum: string, cells: readonly Cell[]): DurationGroup =>
  ({ country, stratum, clock: 'state', requests: cells.length, counts: countsFromCells(cells, 1) })

/** Made-up requests: answered after ten days and every ten days more. */
const answered = (count: number): Cell[] => Array.from({ length: count }, (_, number) => ({ entryDay: 0, exitDay: 10 * (number + 1), event: 1, count: 1 }))

function tallyOf(truncation: DurationTally['truncation'], groups: readonly DurationGroup[]): DurationTally {
  return {
    kind: 'durations', profile: 'made-up/1', inputs: [], reconciliation: { rowsRead: 0, rowsUsed: 0, quarantined: [], countedWithoutDuration: [] }, asOf,
    quarantine: { rows: [], unlisted: 0 }, truncation, outcomes: ['issued'], windowDays: truncation === 'right' ? windowDays : null, groups, byPeriod: [], spellings: [],
  }
}

const measured = (tally: DurationTally, method: string, byCountry = true) => {
  const found = findMethod(method)
  if (!found) throw new Error(`no method ${method}`)
  return measureTallies([tally], found, byCountry).figures
}

test('a country divided into strata is still counted once as a whole, and so are all countries together', () => {
  const [few, many] = [answered(12), answered(30)]
  const strata = (country: string) => [group(country, '', [...few, ...many]), group(country, 'area=north', few), group(country, 'area=south', many)]
  const divided = measured(tallyOf('cohort', [...strata('GIN'), ...strata('VNM')]), 'answer-time/1')
  const whole = measured(tallyOf('cohort', ['GIN', 'VNM'].map((country) => group(country, '', [...few, ...many]))), 'answer-time/1')
  const sizes = (figures: typeof divided) => Object.fromEntries(figures.filter(({ measure }) => measure === 'requests').map(({ country, stratum, value }) => [`${country} ${stratum}`, value]))
  expect(sizes(divided)).toEqual({ 'GIN ': 42, 'VNM ': 42, 'all ': 84, 'GIN area=north': 12, 'VNM area=north': 12, 'all area=north': 24, 'GIN area=south': 30, 'VNM area=south': 30, 'all area=south': 60 })
  expect(divided.filter(({ stratum }) => stratum === '')).toEqual(whole)
})

test('without countries apart only all of them are shown', () => {
  const figures = measured(tallyOf('cohort', [group('GIN', '', answered(12)), group('VNM', '', answered(30))]), 'answer-time/1', false)
  expect(new Set(figures.map(({ country }) => country))).toEqual(new Set(['all']))
})

test('batches of two countries stay two batches when all countries are taken together', () => {
  const batch = (duration: number, limit: number, cluster: number): Cell => ({ entryDay: windowDays - limit, exitDay: windowDays + 1 - duration, event: 1, count: 10, cluster })
  const cells = (slow: number, from: number) => Array.from({ length: 40 }, (_, number) => batch(number % 2 === 0 ? 20 : slow, 400 - number, from + number))
  const all = (groups: readonly DurationGroup[]) => measured(tallyOf('right', groups), 'conditional-time/1').find(({ country, measure, day }) => country === 'all' && measure === 'completed-by' && day === 30)
  const numberedAlike = all([group('GIN', '', cells(100, 1)), group('VNM', '', cells(80, 1))])
  expect(numberedAlike).toEqual({ ...all([group('GIN', '', [...cells(100, 1), ...cells(80, 41)])]), country: 'all' })
})
