import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { base, roundTable } from './controlled-rounding.ts'
import { withTotals, type CountTable } from './count-table.ts'

const key = 'a key for tests only'
const seed = 20_161_001

/** Tables of up to twelve countries and six years, most counts small, many zero. */
const tables = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 40_000 })), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
    .map((counts): CountTable => ({ rows: counts.map((_, row) => `Q${row}`), columns: Array.from({ length: columns }, (_, column) => `${2010 + column}`), counts })))

function everyTable(statement: (table: CountTable) => void): void {
  fc.assert(fc.property(tables, statement), { seed, numRuns: 300 })
}

test('every cell and every total becomes a multiple of five next to it', () => {
  everyTable((table) => {
    const [exact, rounded] = [withTotals(table), roundTable(table, 'returns', key)]
    const pairs = [
      ...exact.counts.flatMap((row, i) => row.map((count, j) => [count, rounded.counts[i]?.[j]])),
      ...exact.rowTotals.map((total, i) => [total, rounded.rowTotals[i]]),
      ...exact.columnTotals.map((total, j) => [total, rounded.columnTotals[j]]),
      [exact.total, rounded.total],
    ]
    for (const [count = NaN, released = NaN] of pairs) {
      expect(released % base).toBe(0)
      expect(Math.abs(released - count)).toBeLessThan(base)
    }
  })
})

test('rows and columns add up to the totals, exactly', () => {
  everyTable((table) => {
    const { counts, rowTotals, columnTotals, total } = roundTable(table, 'returns', key)
    const add = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
    expect(counts.map(add)).toEqual(rowTotals)
    expect(table.columns.map((_, j) => add(counts.map((row) => row[j] ?? NaN)))).toEqual(columnTotals)
    expect(add(rowTotals)).toBe(total)
  })
})

// This tells a reader that whatever is released above zero is at least one person.
test('nobody stays nobody, and a multiple stays what it is', () => {
  everyTable((table) => {
    const rounded = roundTable(table, 'returns', key)
    for (const [i, row] of table.counts.entries()) {
      for (const [j, count] of row.entries()) if (count % base === 0) expect(rounded.counts[i]?.[j]).toBe(count)
    }
  })
})

test('the same table is rounded the same again, in whatever order it comes', () => {
  everyTable((table) => {
    const rounded = roundTable(table, 'returns', key)
    expect(roundTable(table, 'returns', key)).toEqual(rounded)
    const turned = roundTable({ rows: table.rows.toReversed(), columns: table.columns.toReversed(), counts: table.counts.toReversed().map((row) => row.toReversed()) }, 'returns', key)
    expect(turned.counts.toReversed().map((row) => row.toReversed())).toEqual(rounded.counts)
  })
})

test('another key, or another table of the same shape, is rounded another way', () => {
  const counts = Array.from({ length: 12 }, (_, i) => [i + 1, 2 * i + 1, 7])
  const table = { rows: counts.map((_, i) => `Q${i}`), columns: ['a', 'b', 'c'], counts }
  expect(roundTable(table, 'returns', 'another key for tests')).not.toEqual(roundTable(table, 'returns', key))
  expect(roundTable(table, 'orders', key)).not.toEqual(roundTable(table, 'returns', key))
})

test('over many keys nothing is gained or lost', () => {
  const table = { rows: ['QA', 'QB', 'QC'], columns: ['2015', '2016'], counts: [[1, 7], [3, 0], [14, 2]] }
  const keys = 4000
  const sums = table.counts.map((row) => row.map(() => 0))
  for (let number = 0; number < keys; number++) {
    const { counts } = roundTable(table, 'returns', `key for tests, number ${number}`)
    for (const [i, row] of counts.entries()) for (const [j, count] of row.entries()) (sums[i] ?? [])[j] = (sums[i]?.[j] ?? 0) + count
  }
  // A rounded cell has standard deviation at most 2.5, its mean over 4,000 keys 0.04: five of those either way.
  for (const [i, row] of table.counts.entries()) for (const [j, count] of row.entries()) expect(Math.abs((sums[i]?.[j] ?? 0) / keys - count)).toBeLessThan(0.2)
})

// By hand: the only fractional cell sits with its two totals and the grand total on one walk, so all four go the same way.
test('a single count of three is five with its totals, or nothing with them', () => {
  const table = { rows: ['QA', 'QB'], columns: ['2015', '2016'], counts: [[3, 5], [10, 0]] }
  const up = [[5, 5], [10, 0]]
  const down = [[0, 5], [10, 0]]
  const seen = Array.from({ length: 40 }, (_, number) => roundTable(table, 'returns', `key for tests, number ${number}`).counts)
  expect(seen.every((counts) => [up, down].some((way) => JSON.stringify(way) === JSON.stringify(counts)))).toBe(true)
  expect(seen).toContainEqual(up)
  expect(seen).toContainEqual(down)
})

test('a table with holes, negative or broken counts is our own mistake', () => {
  expect(() => roundTable({ rows: ['QA'], columns: ['2015', '2016'], counts: [[1]] }, 'returns', key)).toThrow('holes')
  expect(() => roundTable({ rows: ['QA'], columns: ['2015'], counts: [[-1]] }, 'returns', key)).toThrow('whole')
  expect(() => roundTable({ rows: ['QA'], columns: ['2015'], counts: [[0.5]] }, 'returns', key)).toThrow('whole')
  expect(() => roundTable({ rows: ['QA'], columns: ['2015'], counts: [[1]] }, 'returns', 'short')).toThrow('guessed')
})
