import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Figure } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { sha256 } from '../kernel/digest.ts'
import { invariant } from '../kernel/invariant.ts'
import { csvLine } from '../render/csv.ts'
import { figureColumns } from '../render/figure-rows.ts'

/** A packaged measurement on disk: `<name>.json` with everything but the figures, `<name>.csv` with one row for each figure. */
type Header = Omit<Measurement, 'format' | 'figures'> & {
  readonly format: 'comity-public-figures/1'
  readonly figuresFile: { readonly name: string; readonly rows: number; readonly sha256: string }
}

// What comes after these in an export says the same in every row; here the header says it once.
const columns = figureColumns.slice(0, figureColumns.findIndex(({ name }) => name === 'withheld') + 1)
const firstLine = columns.map(({ name }) => name).join(',')

/** The two files of a measurement, the same bytes for the same measurement. The format is in `docs/reference/figures.md`. */
export function measurementFiles(name: string, measurement: Measurement): readonly { readonly name: string; readonly content: string }[] {
  const { format: _, figures, ...rest } = measurement
  const lines = [firstLine, ...figures.map((figure) => writeRow(figure, measurement))]
  const csv = `${lines.join('\n')}\n`
  const header: Header = { format: 'comity-public-figures/1', ...rest, figuresFile: { name: `${name}.csv`, rows: figures.length, sha256: sha256(csv) } }
  return [{ name: `${name}.json`, content: `${JSON.stringify(header, null, 2)}\n` }, { name: `${name}.csv`, content: csv }]
}

/** Reads the measurement of a header file. Throws where the two files do not belong together: then the package is broken. */
export function readMeasurementFiles(headerPath: string): Measurement {
  const header = JSON.parse(readFileSync(headerPath, 'utf8')) as Header
  invariant(header.format === 'comity-public-figures/1', 'a packaged file is no measurement', { file: basename(headerPath) })
  const { format: _, figuresFile, ...rest } = header
  const csv = readFileSync(join(dirname(headerPath), figuresFile.name), 'utf8')
  invariant(sha256(csv) === figuresFile.sha256, 'packaged figures are not those of their header', { file: figuresFile.name })
  const [first, ...lines] = csv.split('\n').slice(0, -1)
  invariant(first === firstLine && lines.length === figuresFile.rows, 'packaged figures have other columns or rows than they should', { file: figuresFile.name })
  return { format: 'comity-measurement/1', ...rest, figures: lines.map(readRow) }
}

// Codes, periods and numbers only, so nothing is ever quoted and a row is read by its commas.
function writeRow(figure: Figure, measurement: Measurement): string {
  const cells = columns.map(({ read }) => read(figure, measurement))
  invariant(cells.every((cell) => typeof cell !== 'string' || /^[\w./=&-]*$/.test(cell)), 'a packaged figure holds more than codes and numbers', figure)
  return csvLine(cells).trimEnd()
}

function readRow(line: string): Figure {
  const cells = line.split(',')
  const [measure, country = '', stratum = '', clock = '', period = '', outcome = '', fromDay, day, withinDays, value, lower, upper, standardError, interval, denominator, atRisk, withheld = ''] = cells
  invariant(cells.length === columns.length, 'a packaged figure has too few or too many cells', { line })
  return {
    measure: measure as Figure['measure'], country, stratum, clock, period, outcome,
    fromDay: number(fromDay), day: number(day), withinDays: number(withinDays),
    value: number(value), lower: number(lower), upper: number(upper), standardError: number(standardError), interval: interval as Figure['interval'],
    denominator: number(denominator), atRisk: number(atRisk), withheld: withheld === '' ? null : (withheld as Figure['withheld']),
  }
}

function number(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell)
}
