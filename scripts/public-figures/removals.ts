import { fileURLToPath } from 'node:url'
import { comparePublished } from '../../src/intake/compare-published.ts'
import { countFiles } from '../../src/intake/count-files.ts'
import { loadProfile } from '../../src/intake/find-profile.ts'
import type { DurationTally } from '../../src/intake/tally.ts'
import { dayFromNumber, dayNumber } from '../../src/kernel/day.ts'
import { invariant } from '../../src/kernel/invariant.ts'
import { accept, refuse, type Result } from '../../src/kernel/result.ts'
import type { PublishedComparison } from '../../src/cooperation/measurement.ts'
import { type Completed, releaseRemovals } from '../../src/service/release-removals.ts'
import { attributions } from './attributions.ts'
import { inOrder, type Made, type MakeRefusal, shortened } from './made.ts'

const name = 'us-ice-removals'
const [earlier, later] = ['FY2016', 'FY2017'] as const
const publishedProfile = fileURLToPath(new URL('us-ice-published.json', import.meta.url))

/** The removals that ICE released row by row: nothing of the rows goes on but rounded counts, and the agency's own table. */
export async function makeRemovals(folder: string, key: string): Promise<Result<Made, MakeRefusal>> {
  const files = [earlier, later].map((year) => `${folder}/us-ice-removals/ICERemovals_${year}.csv.gz`)
  const table = `${folder}/us-ice-removals/published_fy2017_by_country.csv`
  // 1. Count, and see that the agency counted the same.
  const profile = await loadProfile(name)
  if (!profile.ok) return profile
  const tally = await countFiles(files, { profile: profile.value, clusters: true })
  if (!tally.ok) return tally
  invariant(tally.value.kind === 'durations' && tally.value.windowDays !== null, 'removals are timed within a window')
  const published = await comparePublished(tally.value, table)
  if (!published.ok) return published
  if (published.value.differences.length > 0) return refuse({ code: 'counts-differ-from-published', differences: published.value.differences.length })
  const laterCounts = await readPublished(table)
  if (!laterCounts.ok) return laterCounts
  // 2. Round and check.
  const window = `${dayFromNumber(dayNumber(tally.value.asOf) - tally.value.windowDays)}/${tally.value.asOf}`
  const countries = countriesOf(tally.value, laterCounts.value)
  const released = releaseRemovals({ name, periods: { earlier, later, window }, clock: tally.value.groups[0]?.clock ?? '', windowDays: tally.value.windowDays, countries, key })
  if (!released.ok) return released
  // 3. Describe.
  return accept(describe(tally.value, published.value, released.value))
}

/** The agency's own count by country; two of its names may be one country. */
async function readPublished(file: string): Promise<Result<ReadonlyMap<string, number>, MakeRefusal>> {
  const profile = await loadProfile(publishedProfile)
  if (!profile.ok) return profile
  const tally = await countFiles([file], { profile: profile.value })
  if (!tally.ok) return tally
  invariant(tally.value.kind === 'table' && tally.value.reconciliation.quarantined.length === 0, 'the published table was not read whole')
  return accept(new Map(tally.value.cells.map(({ country, value }) => [country, value ?? 0])))
}

/** Every country of the agency's table, and every other one that the rows have. */
function countriesOf(tally: DurationTally, laterCounts: ReadonlyMap<string, number>): Completed[] {
  const earlierCounts = new Map(tally.byPeriod.filter(({ period }) => period === earlier).map(({ country, rows }) => [country, rows]))
  const timed = new Map(tally.groups.map(({ country, counts }) => [country, counts]))
  return [...new Set([...laterCounts.keys(), ...earlierCounts.keys()])].toSorted()
    .map((country) => ({ country, earlier: earlierCounts.get(country) ?? 0, later: laterCounts.get(country) ?? 0, listed: laterCounts.has(country), timed: timed.get(country) }))
}

type Released = Extract<ReturnType<typeof releaseRemovals>, { ok: true }>['value']

function describe(tally: DurationTally, published: PublishedComparison, { figures, untimed, cellsRounded, numbersChecked }: Released): Made {
  const { rowsRead, rowsUsed, quarantined } = tally.reconciliation
  return {
    name,
    measurement: {
      format: 'comity-measurement/1', method: 'conditional-time-released/1', asOf: tally.asOf, vintage: tally.asOf, inputs: tally.inputs, attribution: attributions[name],
      gatedTimeRemoved: null,
      // Not by reason: one of them is a group of people of its own (nationality not known), and its count would be exact.
      reconciliation: { rowsRead, rowsUsed, quarantined, countedWithoutDuration: [{ reason: 'not-timed', rows: untimed }] },
      figures: inOrder(figures.map(shortened)),
      curves: [], published,
      cautions: ['conditional-on-completion', 'rounded-for-release', 'order-date-absent', 'departure-after-count-date', 'doubly-truncated-left-out', 'cluster-variance'],
    },
    said: [
      `${rowsRead} rows read = ${rowsUsed} used + ${quarantined.reduce((sum, { rows }) => sum + rows, 0)} quarantined`,
      `${published.compared} names of the published table compared, ${published.differences.length} differences`,
      `${cellsRounded} cells rounded`,
      `release check passed: ${numbersChecked} numbers, none under ten left fewer than five values`,
      `${figures.length} figures`,
    ],
  }
}
