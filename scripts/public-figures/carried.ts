import { fileURLToPath } from 'node:url'
import type { CautionCode } from '../../src/cooperation/cautions.ts'
import type { Figure } from '../../src/cooperation/figure.ts'
import type { Measurement } from '../../src/cooperation/measurement.ts'
import { findMethod } from '../../src/cooperation/methods.ts'
import { atYearEnds, byYear, inReleaseBands, latestPeriods, withAllCountries } from '../../src/cooperation/release-cells.ts'
import type { TableCell } from '../../src/cooperation/table-cell.ts'
import { countFiles } from '../../src/intake/count-files.ts'
import { loadProfile } from '../../src/intake/find-profile.ts'
import type { IntakeRefusal } from '../../src/intake/refusal.ts'
import type { TableTally } from '../../src/intake/tally.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { invariant } from '../../src/kernel/invariant.ts'
import { accept, type Result } from '../../src/kernel/result.ts'
import { measureTallies } from '../../src/service/measure-tallies.ts'
import { attributions, type SourceName } from './attributions.ts'
import { inOrder, type Made, shortened } from './made.ts'

/** Figures that a publisher made: read, cut to what a release shows, and carried as they are. */
type Carried = {
  readonly name: SourceName
  readonly method: string
  readonly asOf: PlainDate
  /** Given where two editions of one source stand beside each other. */
  readonly edition?: string
  readonly cautions: readonly CautionCode[]
  readonly tables: readonly Table[]
  readonly show: (figure: Figure) => boolean
}

type Table = {
  readonly files: readonly string[]
  /** A name, or the path of a profile that serves here only. */
  readonly profile: string
  readonly choose: (cells: readonly TableCell[]) => readonly TableCell[]
}

const cbsaProfile = fileURLToPath(new URL('cbsa-figures.json', import.meta.url))
const ofEuropeanUnion = (cells: readonly TableCell[]) => cells.filter(({ area }) => area === 'EU28').map((cell) => ({ ...cell, area: '' }))
const ofEdition = (edition: string) => (cells: readonly TableCell[]) =>
  cells.filter(({ period, outcome }) => /^\d{4}$/.test(period) && outcome === `removed (${edition} edition)`).map((cell) => ({ ...cell, outcome: 'removed' }))
const isQuarter = (period: string) => /^\d{4}-Q[1-4]$/.test(period)
const quartersOfLaterEdition = (cells: readonly TableCell[]) =>
  cells.filter(({ period, outcome }) => isQuarter(period) && outcome === 'removed (later edition)').map((cell) => ({ ...cell, outcome: 'removed' }))
const everything = () => true

const sources: readonly Carried[] = [
  {
    name: 'uk-returns', method: 'counts/1', asOf: '2023-12-31' as PlainDate, cautions: [], show: everything,
    tables: [{ files: ['uk-home-office/returns.csv.gz'], profile: 'uk-returns', choose: (cells) => withAllCountries(byYear(cells)) }],
  },
  {
    // Of fewer than ten leavers no share is shown, so their bands would be empty rows.
    name: 'uk-detention', method: 'leaving-shares/1', asOf: '2023-12-31' as PlainDate, cautions: [], show: ({ withheld, fromDay }) => withheld === null || fromDay === null,
    tables: [
      { files: ['uk-home-office/people_leaving_detention.csv.gz'], profile: 'uk-people-leaving-detention', choose: (cells) => withAllCountries(inReleaseBands(latestPeriods(byYear(cells), 6))) },
      { files: ['uk-home-office/people_in_detention.csv.gz'], profile: 'uk-people-in-detention', choose: (cells) => withAllCountries(inReleaseBands(latestPeriods(atYearEnds(cells), 6))) },
    ],
  },
  {
    name: 'eurostat-returns', method: 'return-rate/1', asOf: '2016-12-31' as PlainDate, cautions: [], show: everything,
    tables: [
      { files: ['eurostat/migr_eiord_Data_allcitizens.csv.gz', 'eurostat/migr_eiord_1_Data.csv'], profile: 'eurostat-orders', choose: ofEuropeanUnion },
      { files: ['eurostat/migr_eirtn_Data_allcitizens.csv.gz', 'eurostat/migr_eirtn_1_Data.csv'], profile: 'eurostat-returns', choose: ofEuropeanUnion },
    ],
  },
  ...(['first', 'later'] as const).map((edition, index): Carried => ({
    name: edition === 'first' ? 'cbsa-removals-1' : 'cbsa-removals-2', method: 'counts/1', edition: `${index + 1}`, cautions: [], show: everything,
    // The later edition goes on to the middle of 2025; what is carried of it are whole years.
    asOf: (edition === 'first' ? '2024-12-31' : '2025-06-30') as PlainDate,
    tables: [{ files: ['canada-cbsa/cbsa_enforced_removals_by_region_earlier_vintage.csv'], profile: 'cbsa-removals-vintages', choose: ofEdition(edition) }],
  })),
  {
    // Quarters, so that years which begin in April can be counted too: of 2024 as later published, of 2025 as far as the agency's page had whole ones.
    name: 'cbsa-removals-quarters', method: 'counts/1', asOf: '2025-06-30' as PlainDate, cautions: [], show: everything,
    tables: [
      { files: ['canada-cbsa/cbsa_enforced_removals_by_region_calendar_year.csv'], profile: 'cbsa-removals-by-region', choose: (cells) => cells.filter(({ area, period }) => area === '' && isQuarter(period)) },
      { files: ['canada-cbsa/cbsa_enforced_removals_by_region_earlier_vintage.csv'], profile: 'cbsa-removals-vintages', choose: quartersOfLaterEdition },
    ],
  },
  {
    // Of the file only the countries that one address reports: other rows are of other days, or revised, or the total.
    name: 'cbsa-removals-by-country', method: 'counts/1', asOf: '2024-12-31' as PlainDate, cautions: ['secondary-source'], show: everything,
    tables: [{
      files: ['canada-cbsa/cbsa_figures_by_country_and_inventory.csv'],
      profile: cbsaProfile,
      choose: (cells) => cells.filter(({ country, period, outcome }) => outcome === 'removed' && period === '2024' && country !== 'all'),
    }],
  },
]

/** All of them, from the folder that holds the publishers' files. */
export async function makeCarried(folder: string): Promise<Result<Made[], IntakeRefusal>> {
  const made: Made[] = []
  for (const source of sources) {
    const tallies: TableTally[] = []
    for (const table of source.tables) {
      const tally = await readTable(folder, table, source.asOf)
      if (!tally.ok) return tally
      tallies.push({ ...tally.value, cells: table.choose(tally.value.cells) })
    }
    made.push(describe(source, tallies))
  }
  return accept(made)
}

async function readTable(folder: string, { files, profile }: Table, asOf: PlainDate): Promise<Result<TableTally, IntakeRefusal>> {
  const found = await loadProfile(profile)
  if (!found.ok) return found
  const tally = await countFiles(files.map((file) => `${folder}/${file}`), { profile: found.value, asOf })
  if (!tally.ok) return tally
  invariant(tally.value.kind === 'table', 'a table was expected')
  return accept(tally.value)
}

function describe({ name, method, asOf, edition, cautions, show }: Carried, tallies: readonly TableTally[]): Made {
  const found = findMethod(method)
  invariant(found, 'no such method', { method })
  const answers = measureTallies(tallies, found, true)
  const figures = inOrder(answers.figures.filter(show).map(shortened))
  const reconciliation = reconciliationOf(tallies)
  const quarantined = reconciliation.quarantined.map(({ reason, rows }) => `${rows} ${reason}`)
  const measurement: Measurement = {
    format: 'comity-measurement/1', method, asOf, vintage: edition ?? asOf, inputs: tallies.flatMap(({ inputs }) => inputs),
    attribution: attributions[name], gatedTimeRemoved: null, reconciliation, figures, curves: [], cautions: [...new Set([...answers.cautions, ...cautions])],
  }
  return { name, measurement, said: [`${reconciliation.rowsRead} rows read = ${reconciliation.rowsUsed} used + ${quarantined.length === 0 ? '0' : quarantined.join(' + ')} quarantined`, `${figures.length} figures carried`] }
}

function reconciliationOf(tallies: readonly TableTally[]): Measurement['reconciliation'] {
  const sum = (read: (tally: TableTally) => number) => tallies.reduce((total, tally) => total + read(tally), 0)
  return {
    rowsRead: sum(({ reconciliation }) => reconciliation.rowsRead),
    rowsUsed: sum(({ reconciliation }) => reconciliation.rowsUsed),
    quarantined: [...Map.groupBy(tallies.flatMap(({ reconciliation }) => reconciliation.quarantined), ({ reason }) => reason)]
      .map(([reason, same]) => ({ reason, rows: same.reduce((total, { rows }) => total + rows, 0) })),
    countedWithoutDuration: [],
  }
}
