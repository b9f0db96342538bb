import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Counts, countsFromCells } from '../src/statistics/counts.ts'

/** What R says, from `src/statistics/vectors`; the script of the same name in `scripts/r-vectors` made it. */
export function readVectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../src/statistics/vectors/${name}.json`, import.meta.url), 'utf8'))
}

/** Rows of entry, exit, event, count and, where there is one, cluster. */
export function countsOf(rows: readonly (readonly number[])[], outcomes: number): Counts {
  const cells = rows.map(([entryDay, exitDay, event, count, cluster]) => ({
    entryDay: entryDay!, exitDay: exitDay!, event: event!, count: count!, ...(cluster === undefined ? {} : { cluster }),
  }))
  return countsFromCells(cells, outcomes)
}

/** Every number within `tolerance` of R's, relative; where R has nought or nearly so, within a hundredth of that. */
export function agree(ours: ArrayLike<number>, theirs: readonly number[], what: string, tolerance = 1e-9): void {
  expect(ours.length, `${what}: how many`).toBe(theirs.length)
  theirs.forEach((value, index) => {
    const near = Math.abs(ours[index]! - value) <= tolerance * Math.max(Math.abs(value), 0.01)
    expect(near, `${what}, number ${index}: ours ${ours[index]}, R ${value}`).toBe(true)
  })
}
