import { expect, test } from 'vitest'
import { agree, readVectors } from '../../test/r-vectors.ts'
import { type BandedDistribution, shareWithin, turnbull } from './turnbull.ts'

type Vector = { name: string; bands: [number, number | null, number][]; days: number[]; within: number[] }

const band = (fromDay: number, toDay: number | null, count = 1) => ({ fromDay, toDay, count })
const bandsOf = ({ bands }: BandedDistribution) => bands.map(({ fromDay, toDay }) => [fromDay, toDay])

for (const vector of (readVectors('tests') as { bands: Vector[] }).bands) {
  test(`banded durations agree with R: ${vector.name}`, () => {
    const found = turnbull(vector.bands.map(([fromDay, toDay, count]) => band(fromDay, toDay, count)))
    expect(found.converged).toBe(true)
    agree(vector.days.map((day) => shareWithin(found, day).least), vector.within, 'share within', 1e-6)
  })
}

test('the published curve of the breast cosmesis trial is found again', () => {
  const { bands } = (readVectors('tests') as { bands: Vector[] }).bands[0]!
  const found = turnbull(bands.map(([fromDay, toDay, count]) => band(fromDay, toDay, count)))
  // Months and share without retraction as Klein and Moeschberger print them (Survival Analysis, section 5.2),
  // where the iteration stopped a little before the maximum.
  const published = [[5, 0.954], [7, 0.92], [8, 0.832], [12, 0.761], [25, 0.668], [34, 0.586], [40, 0.467]] as const
  for (const [month, without] of published) agree([1 - shareWithin(found, month).least], [without], `month ${month}`, 0.004)
})

test('four stays worked by hand: one that could lie on both sides takes none', () => {
  // Likelihood p² × 1 × (1 − p), with p the share of days 3 to 4: largest at p = 2/3.
  const found = turnbull([band(0, 4, 2), band(3, 9), band(5, 9)])
  expect(bandsOf(found)).toEqual([[3, 4], [5, 9]])
  agree(found.bands.map(({ share }) => share), [2 / 3, 1 / 3], 'shares', 1e-8)
})

test('bands that do not overlap give each its share of the cases', () => {
  const found = turnbull([band(0, 3, 6), band(4, 7, 3), band(8, null, 1)])
  agree(found.bands.map(({ share }) => share), [0.6, 0.3, 0.1], 'shares')
  expect(found.bands.at(-1)).toMatchObject({ fromDay: 8, toDay: null })
})

test('a share on a day inside a band has two bounds', () => {
  const found = turnbull([band(0, 3, 6), band(4, 7, 4)])
  const bounds = [3, 4, 6, 7].map((day) => shareWithin(found, day))
  agree(bounds.map(({ least }) => least), [0.6, 0.6, 0.6, 1], 'least')
  agree(bounds.map(({ most }) => most), [0.6, 1, 1, 1], 'most')
})

test('only the days that the bands have in common carry probability', () => {
  expect(bandsOf(turnbull([band(0, 2), band(1, 5)]))).toEqual([[1, 2]])
})

test('probability goes where those with a limit could not have been seen', () => {
  // Two took one day; three took two to four; one took one day and could not have been seen on days three or four.
  const above = turnbull([band(1, 1, 2), band(2, 4, 3), { ...band(1, 1), seenToDay: 2 }])
  expect(bandsOf(above)).toEqual([[1, 1], [3, 4]])
  agree(above.bands.map(({ share }) => share), [2 / 5, 3 / 5], 'shares', 1e-7)
  const below = turnbull([band(5, 5, 2), band(2, 4, 3), { ...band(5, 5), seenFromDay: 4 }])
  expect(bandsOf(below)).toEqual([[2, 3], [5, 5]])
  agree(below.bands.map(({ share }) => share), [3 / 5, 2 / 5], 'shares', 1e-7)
})

test('durations that could only be seen when short are weighed up', () => {
  // Of those with a limit of two days one took one and one took two: half and half, whoever else took one day.
  const found = turnbull([
    { ...band(1, 1), seenToDay: 1 },
    { ...band(1, 1), seenToDay: 2 },
    { ...band(2, 2), seenToDay: 2 },
  ])
  agree(found.bands.map(({ share }) => share), [1 / 2, 1 / 2], 'shares', 1e-7)
})

type Reversed = { name: string; windowDays: number; conditionalOnDays: number; cells: number[][]; days: number[]; share: number[] }

for (const { name, windowDays, conditionalOnDays, cells, days, share } of (readVectors('tests') as { reversed: Reversed[] }).reversed.slice(0, 8)) {
  test(`bands of one day, seen within a limit, agree with R in reversed time: ${name}`, () => {
    const seen = cells
      .map(([entry, exit, , count]) => ({ day: windowDays + 1 - exit!, limit: windowDays - entry!, count: count! }))
      .filter(({ day }) => day <= conditionalOnDays)
      .map(({ day, limit, count }) => ({ ...band(day, day, count), seenToDay: Math.min(limit, conditionalOnDays) }))
    const found = turnbull(seen)
    expect(found.converged).toBe(true)
    agree(days.map((day) => shareWithin(found, day).least), share, 'share within', 1e-6)
  })
}

test('nobody counted, no bands', () => {
  expect(turnbull([])).toEqual({ bands: [], iterations: 0, gap: 0, converged: true })
})
