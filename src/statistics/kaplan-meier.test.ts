import { expect, test } from 'vitest'
import { aalenJohansen } from './aalen-johansen.ts'
import { countsFromCells, type Cell } from './counts.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { nelsonAalen } from './nelson-aalen.ts'
import { incidenceQuantile, survivalQuantile } from './quantiles.ts'
import { restrictedMean } from './restricted-mean.ts'

// Answers on days 1, 2, 3 and 5; two still open when last seen, on days 2 and 4.
const six: Cell[] = [[1, 1], [2, 1], [2, 0], [3, 1], [4, 0], [5, 1]].map(([exitDay, event]) => ({ entryDay: 0, exitDay: exitDay!, event: event!, count: 1 }))
const curve = kaplanMeier(countsFromCells(six, 1), [1])

test('six people by hand: the share still waiting falls at each answer', () => {
  expect([...curve.days]).toEqual([1, 2, 3, 4, 5])
  expect([...curve.atRisk]).toEqual([6, 5, 3, 2, 1])
  // 5/6, then times 4/5, times 2/3, and at last times 0.
  close(curve.survival, [5 / 6, 2 / 3, 4 / 9, 4 / 9, 0])
})

test('six people by hand: Greenwood’s sum is 1/30, 1/30 + 1/20 = 1/12, then 1/12 + 1/6 = 1/4', () => {
  close(curve.variance, [(25 / 36) / 30, (4 / 9) / 12, (16 / 81) / 4, (16 / 81) / 4, 0])
})

test('six people by hand: the hazards add up to 1/6 + 1/5 + 1/3 + 1', () => {
  const { cumulativeHazard, variance } = nelsonAalen(countsFromCells(six, 1), [1])
  close(cumulativeHazard, [1 / 6, 11 / 30, 7 / 10, 7 / 10, 17 / 10])
  close(variance, [1 / 36, 1 / 36 + 1 / 25, 1 / 36 + 1 / 25 + 1 / 9, 1 / 36 + 1 / 25 + 1 / 9, 1 / 36 + 1 / 25 + 1 / 9 + 1])
})

test('six people by hand: the area under the curve is the mean wait', () => {
  // To day 5: 1 + 5/6 + 2/3 + 4/9 + 4/9. Areas left after days 1, 2 and 3: 43/18, 14/9 and 8/9.
  const { days, standardError } = restrictedMean(curve, 5)
  close([days, standardError ** 2], [61 / 18, (43 / 18) ** 2 / 30 + (14 / 9) ** 2 / 20 + (8 / 9) ** 2 / 6])
  expect(restrictedMean(curve, 1)).toEqual({ days: 1, standardError: 0, effectiveEvents: 0 })
  expect(restrictedMean(curve, 4).days).toBeCloseTo(53 / 18, 14)
})

test('an error that rests on few of the events says so', () => {
  // Six people’s parts are (43/18)²/30, (14/9)²/20 and (8/9)²/6, one event each: 4305² / (1849² + 1176² + 1280²) of 9720ths.
  expect(restrictedMean(curve, 5).effectiveEvents).toBeCloseTo(4305 ** 2 / (1849 ** 2 + 1176 ** 2 + 1280 ** 2), 12)
  // Four events on one day weigh alike.
  const together = countsFromCells([{ entryDay: 0, exitDay: 2, event: 1, count: 4 }, { entryDay: 0, exitDay: 6, event: 0, count: 6 }], 1)
  expect(restrictedMean(kaplanMeier(together, [1]), 5).effectiveEvents).toBeCloseTo(4, 12)
})

test('a quantile is the first day past the share, or the middle of the days on which it is just reached', () => {
  const daysTo = (probability: number) => survivalQuantile(curve, probability, 0.95, 'log-log').days
  expect([0, 0.25, 0.5, 1].map(daysTo)).toEqual([0, 2, 3, 5])
  // A third have had their answer from day 2 on, and more than a third only from day 3 on.
  expect(daysTo(1 / 3)).toBe(2.5)
})

test('with one outcome the days to a share are the same from either side', () => {
  const { days, incidence, variance } = aalenJohansen(countsFromCells(six, 1), 'multinomial')
  for (const probability of [0, 0.1, 0.25, 1 / 3, 0.5, 0.9, 1]) for (const kind of ['log-log', 'plain'] as const) {
    const { days: fromWaiting, lower, upper } = survivalQuantile(curve, probability, 0.95, kind)
    const fromAnswered = incidenceQuantile(days, incidence[0]!, variance[0]!, probability, 0.95, kind)
    expect(fromAnswered.days).toBe(fromWaiting)
    if (kind === 'log-log') expect(fromAnswered).toEqual({ days: fromWaiting, lower, upper })
  }
})

test('a share that is never reached has no day', () => {
  const mostlyOpen = countsFromCells([{ entryDay: 0, exitDay: 3, event: 1, count: 2 }, { entryDay: 0, exitDay: 9, event: 0, count: 38 }], 1)
  expect(survivalQuantile(kaplanMeier(mostlyOpen, [1]), 0.5, 0.95, 'log-log')).toEqual({ days: null, lower: null, upper: null })
})

test('an event that is not counted ends the wait without an answer', () => {
  const other = countsFromCells(six.map((cell) => (cell.event === 0 ? { ...cell, event: 2 } : cell)), 2)
  expect(kaplanMeier(other, [1])).toEqual(curve)
})

test('once everybody at risk has gone the curve stays at nought, though others enter later', () => {
  const gap = countsFromCells([{ entryDay: 0, exitDay: 2, event: 1, count: 1 }, { entryDay: 5, exitDay: 8, event: 1, count: 1 }, { entryDay: 5, exitDay: 9, event: 0, count: 1 }], 1)
  const after = kaplanMeier(gap, [1])
  expect([...after.survival]).toEqual([0, 0, 0])
  expect([...after.variance]).toEqual([0, 0, 0])
})

test('counts of nobody give a curve without rows', () => {
  expect(kaplanMeier(countsFromCells([], 1), [1]).days).toHaveLength(0)
})

test('an event code that the counts do not know is refused', () => {
  expect(() => kaplanMeier(countsFromCells(six, 1), [2])).toThrow(RangeError)
})

function close(ours: Iterable<number>, byHand: readonly number[]) {
  expect([...ours]).toEqual(byHand.map((value): unknown => expect.closeTo(value, 14)))
}
