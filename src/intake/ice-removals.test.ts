import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { countFiles } from './count-files.ts'
import type { DurationTally } from './tally.ts'

const folder = '../shared/data/us-ice-removals'
const files = ['ICERemovals_FY2016.csv.gz', 'ICERemovals_FY2017.csv.gz'].map((name) => `${folder}/${name}`)
const present = files.every((file) => existsSync(file))

// The rows are about single people, so they are not in this repository: without them these tests are left out.
describe.skipIf(!present)('the removals that ICE released (left out where the files are not there)', () => {
  let tally: DurationTally

  beforeAll(async () => {
    const counted = await countFiles(files, {})
    if (!counted.ok || counted.value.kind !== 'durations') throw new Error(JSON.stringify(counted))
    tally = counted.value
  })

  test('the counts by fiscal year are those that the agency published', () => {
    const rows = Map.groupBy(tally.byPeriod, ({ period }) => period)
    const totals = [...rows].map(([period, cells]) => [period, cells.reduce((sum, cell) => sum + cell.rows, 0)])
    expect(Object.fromEntries(totals)).toEqual({ FY2016: 240_255, FY2017: 226_119 })
  })

  test('every row is used, timed or not, and none is lost', () => {
    const { rowsRead, rowsUsed, quarantined, countedWithoutDuration } = tally.reconciliation
    expect({ rowsRead, rowsUsed, quarantined }).toEqual({ rowsRead: 466_374, rowsUsed: 466_374, quarantined: [] })
    const untimed = countedWithoutDuration.reduce((sum, { rows }) => sum + rows, 0)
    expect(tally.groups.reduce((sum, group) => sum + group.requests, 0)).toBe(466_374 - untimed)
  })

  test('the window is the two fiscal years, and the data speak to its last day', () => {
    expect([tally.asOf, tally.windowDays, tally.truncation]).toEqual(['2017-09-30', 730, 'right'])
  })
})
