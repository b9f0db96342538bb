import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { possibleValues } from './attacker.ts'
import { base, roundTable } from './controlled-rounding.ts'
import { withTotals, type CountTable, type TotalledTable } from './count-table.ts'
import { checkRelease } from './release-check.ts'

const key = 'a key for tests only'
const seed = 20_171_001

function table(counts: number[][]): CountTable {
  return { rows: counts.map((_, row) => `Q${row}`), columns: (counts[0] ?? []).map((_, column) => `${2010 + column}`), counts }
}

const small = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }))
const tables = (rows: number, columns: number, cell: fc.Arbitrary<number>) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }).map(table)

test('whoever has the rounded table and knows the method cannot tell a count under ten from four others', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }), fc.gen(), (rows, columns, draw) => {
    const truth = draw(tables, rows, columns, small)
    expect(checkRelease(truth, { editions: [roundTable(truth, 'returns', key)] }).ok).toBe(true)
  }), { seed, numRuns: 200 })
})

test('the totals help no attacker: each count keeps all that its own rounding leaves', () => {
  fc.assert(fc.property(tables(5, 4, small), (truth) => {
    const edition = roundTable(truth, 'returns', key)
    const released = [...edition.counts.flat(), ...edition.rowTotals, ...edition.columnTotals, edition.total]
    for (const [index, { least, most }] of possibleValues(truth, { editions: [edition] }).entries()) {
      const count = released[index] ?? NaN
      expect([least, most]).toEqual([Math.max(0, count - base + 1), count + base - 1])
    }
  }), { seed, numRuns: 100 })
})

test('the bounds are those of trying every table', () => {
  fc.assert(fc.property(tables(2, 2, fc.integer({ min: 0, max: 11 })), fc.subarray(['row 0', 'column 1', 'all', 'cell 1 0']), (truth, known) => {
    const edition = roundTable(truth, 'returns', key)
    const exact = known.map((name) => ({
      'row 0': { row: 'Q0', column: null }, 'column 1': { row: null, column: '2011' }, all: { row: null, column: null }, 'cell 1 0': { row: 'Q1', column: '2010' },
    })[name] ?? { row: null, column: null })
    const found = possibleValues(truth, { editions: [edition], exact }).map(({ least, most }) => [least, most])
    expect(found).toEqual(everyTable(truth, edition, known))
  }), { seed, numRuns: 60 })
})

test('a total that another office published exactly can give people away, and the release is refused', () => {
  // By hand: 0 + 6 went out as 0 + 10 = 10. Ten can be six to fourteen; who knows that the total is six knows the rest.
  const truth = table([[0, 6]])
  const edition = withTotals(table([[0, 10]]))
  expect(checkRelease(truth, { editions: [edition] }).ok).toBe(true)
  const outcome = checkRelease(truth, { editions: [edition], exact: [{ row: 'Q0', column: null }] })
  const cells = outcome.ok ? [] : outcome.refusal.cells
  expect(cells).toContainEqual({ row: 'Q0', column: '2010', value: 0, least: 0, most: 0, exact: false })
  expect(cells).toContainEqual({ row: 'Q0', column: '2011', value: 6, least: 6, most: 6, exact: false })
  expect(cells.some(({ exact }) => exact)).toBe(false)
})

test('two roundings of one count say more than either, and the second release is refused', () => {
  // By hand: 3 was once released as 0 (0 to 4) and then as 5 (1 to 9): only 1, 2, 3 and 4 are left.
  const truth = table([[3]])
  const edition = (count: number): TotalledTable => withTotals({ ...truth, counts: [[count]] })
  expect(checkRelease(truth, { editions: [edition(0)] }).ok).toBe(true)
  expect(checkRelease(truth, { editions: [edition(5)] }).ok).toBe(true)
  const outcome = checkRelease(truth, { editions: [edition(0), edition(5)] })
  expect(outcome.ok ? [] : outcome.refusal.cells[0]).toEqual({ row: 'Q0', column: '2010', value: 3, least: 1, most: 4, exact: false })
})

test('hiding cells under ten beside true totals, without more, is seen through', () => {
  // Nothing is released of the hidden cells, so their only bounds come from the totals: 2 = 30 − 28.
  const truth = table([[2, 28], [40, 50]])
  const hidden: { row: string | null; column: string | null }[] = [
    { row: 'Q0', column: '2011' }, { row: 'Q1', column: '2010' }, { row: 'Q1', column: '2011' },
    { row: 'Q0', column: null }, { row: 'Q1', column: null }, { row: null, column: '2010' }, { row: null, column: '2011' },
  ]
  const outcome = checkRelease(truth, { editions: [], exact: hidden })
  expect(outcome.ok ? [] : outcome.refusal.cells).toEqual([{ row: 'Q0', column: '2010', value: 2, least: 2, most: 2, exact: false }])
})

test('a released table that is no rounding of the true one is our own mistake', () => {
  const truth = table([[3]])
  expect(() => possibleValues(truth, { editions: [withTotals({ ...truth, counts: [[10]] })] })).toThrow('beside')
})

/** The bounds by brute force: every table of two by two whose cells and totals lie beside the released ones. */
function everyTable(truth: CountTable, edition: TotalledTable, known: readonly string[]): number[][] {
  const flat = (given: TotalledTable) => [...given.counts.flat(), ...given.rowTotals, ...given.columnTotals, given.total]
  const [released, exact] = [flat(edition), flat(withTotals(truth))]
  const fixed = known.map((name) => ({ 'cell 1 0': 2, 'row 0': 4, 'column 1': 7, all: 8 })[name] ?? -1)
  const values = Array.from({ length: 60 }, (_, value) => value)
  const fits = (numbers: readonly number[]) => numbers.every((value, place) => Math.abs(value - (released[place] ?? NaN)) < base && (!fixed.includes(place) || value === exact[place]))
  const beside = (place: number) => values.filter((value) => Math.abs(value - (released[place] ?? NaN)) < base)
  const bounds = released.map(() => [Infinity, -Infinity])
  for (const a of beside(0)) for (const b of beside(1)) for (const c of beside(2)) for (const d of beside(3)) {
    const numbers = [a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d]
    if (!fits(numbers)) continue
    for (const [place, [least = NaN, most = NaN]] of bounds.entries()) bounds[place] = [Math.min(least, numbers[place] ?? NaN), Math.max(most, numbers[place] ?? NaN)]
  }
  return bounds
}
