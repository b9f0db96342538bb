import { expect, test } from 'vitest'
import { addCounts } from './add-counts.ts'
import { countsFromCells } from './counts.ts'

const short = [{ entryDay: 0, exitDay: 5, event: 1, count: 2 }]
const long = [{ entryDay: 3, exitDay: 9, event: 0, count: 4 }, { entryDay: 0, exitDay: 5, event: 2, count: 1 }]

test('the counts of two groups taken as one are the counts of all their intervals', () => {
  expect(addCounts([countsFromCells(short, 2), countsFromCells(long, 2)])).toEqual(countsFromCells([...short, ...long], 2))
})

test('cells are dropped when one part has none: half of them would be worse than none', () => {
  const { cells: _, ...margins } = countsFromCells(short, 2)
  expect(addCounts([margins, countsFromCells(long, 2)]).cells).toBeUndefined()
})

test('two countries’ batches of one number are two batches', () => {
  const batch = (exitDay: number) => countsFromCells([{ entryDay: 0, exitDay, event: 1, count: 2, cluster: 1 }, { entryDay: 0, exitDay, event: 1, count: 1, cluster: 2 }], 1)
  const { cells = [] } = addCounts([batch(4), batch(6), batch(9)])
  expect(new Set(cells.map(({ cluster }) => cluster)).size).toBe(6)
})
