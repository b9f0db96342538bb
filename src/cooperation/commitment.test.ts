import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { actualsOf, readCommitment, readSeries, writeSeries, type PeriodCount, type TypedCommitment } from './commitment.ts'
import { knownCommitments } from './known-commitments.ts'
import { spanOf } from './period-span.ts'

const day = (text: string) => text as PlainDate
const counts = (...list: readonly (readonly [string, number])[]): readonly PeriodCount[] => list.flatMap(([period, count]) => {
  const span = spanOf(period)
  return span ? [{ period, count, ...span }] : []
})
const fiscal = { from: day('2024-04-01'), until: day('2025-03-31') }

test('actuals are the sum of the whole periods within, and say how far they reach', () => {
  expect(actualsOf(fiscal, counts(['2024-Q1', 1], ['2024-Q2', 10], ['2024-Q3', 20]))).toMatchObject({ count: 30, through: '2024-09-30', daysCounted: 183, days: 365, straddling: [] })
})

test('a year that lies in it only in part is not counted, and is named', () => {
  const found = actualsOf(fiscal, counts(['2023', 9], ['2024', 100], ['2025', 200]))
  expect([found.count, found.daysCounted, found.straddling.map(({ period }) => period)]).toEqual([null, 0, ['2024', '2025']])
})

test('a source that counts by months and by years is counted once, by what reaches farthest', () => {
  expect(actualsOf({ from: day('2024-01-01'), until: day('2024-12-31') }, counts(['2024', 100], ['2024-01', 7], ['2024-02', 8])).count).toBe(100)
  expect(actualsOf({ from: day('2024-01-01'), until: day('2025-12-31') }, counts(['2024', 100], ['2024-12', 9], ['2025-01', 8])).count).toBe(17)
})

test('a series is written and read as the same', () => {
  for (const text of ['own/departed', 'own/document-taken', 'figures/uk-returns/enforced/all', 'figures/x/removed/GIN']) {
    const series = readSeries(text)
    expect(series && writeSeries(series)).toBe(text)
  }
  for (const text of ['', 'own/officer', 'own/departed/officer-one', 'figures/x/removed', 'figures/x/removed/GIN/officer', 'figures//removed/all', 'figures/x/removed/gin']) expect(readSeries(text)).toBeUndefined()
})

test('what was announced in public has days in order, a source, and a series that can be read', () => {
  expect(new Set(knownCommitments.map(({ key }) => key)).size).toBe(knownCommitments.length)
  for (const { key, from, until, source, series, what, french } of knownCommitments) {
    expect(key).toMatch(/^[a-z0-9-]{1,60}$/)
    expect([until > from, source !== '', series === '' || readSeries(series) !== undefined, what.en !== '' && what.fr !== '', french !== undefined]).toEqual([true, true, true, true, true])
  }
})

const typed: TypedCommitment = { kind: 'target', whatEn: 'Sample', whatFr: 'Exemple', number: '20,000', unit: 'removals', from: '2026-01-01', until: '2026-12-31', announcedBy: 'Sample agency', announcedOn: '', source: 'file 1', series: '' }

test.each([['20,000', 20_000], ['20 000', 20_000], ['20\u00a0000', 20_000], ['1,234,567', 1_234_567], ['30.4', 30.4], ['30,4', 30.4], ['550', 550]])('%s is read as people mean it', (number, value) => {
  const read = readCommitment({ ...typed, number }, [], day('2026-03-02'))
  expect(read.ok && read.value.number).toBe(value)
})

test.each<[Partial<TypedCommitment>, string, string]>([
  [{ number: '' }, 'number', 'missing'], [{ number: '-5' }, 'number', 'not-a-number'], [{ number: '0' }, 'number', 'not-a-number'], [{ number: '1e9' }, 'number', 'not-a-number'], [{ whatFr: '' }, 'whatFr', 'missing'], [{ source: '' }, 'source', 'missing'],
  [{ until: '2026-01-01' }, 'until', 'not-after-start'], [{ unit: 'officers' }, 'unit', 'not-listed'], [{ series: 'own/departed' }, 'series', 'not-listed'], [{ announcedOn: '2026-03-03' }, 'announcedOn', 'in-future'],
])('a commitment with %j is not kept', (change, field, code) => {
  const read = readCommitment({ ...typed, ...change }, [], day('2026-03-02'))
  expect(read.ok ? [] : read.refusal).toContainEqual({ field, code })
})
