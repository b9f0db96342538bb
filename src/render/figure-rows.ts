import type { Figure } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { csvLine } from './csv.ts'

type Cell = string | number | null
type Column = { readonly name: string; readonly type: 'VARCHAR' | 'DOUBLE' | 'INTEGER'; readonly read: (figure: Figure, measurement: Measurement) => Cell }

const text = (name: string, read: Column['read']): Column => ({ name, type: 'VARCHAR', read })
const whole = (name: string, read: Column['read']): Column => ({ name, type: 'INTEGER', read })
const real = (name: string, read: Column['read']): Column => ({ name, type: 'DOUBLE', read })

/** One row for each figure, with all that a reader needs to check it. The names are documented in `docs/reference/figures.md`. */
export const figureColumns: readonly Column[] = [
  text('measure', ({ measure }) => measure),
  text('country', ({ country }) => country),
  text('stratum', ({ stratum }) => stratum),
  text('clock', ({ clock }) => clock),
  text('period', ({ period }) => period),
  text('outcome', ({ outcome }) => outcome),
  whole('from_day', ({ fromDay }) => fromDay),
  whole('day', ({ day }) => day),
  whole('within_days', ({ withinDays }) => withinDays),
  real('value', ({ value }) => value),
  real('lower', ({ lower }) => lower),
  real('upper', ({ upper }) => upper),
  real('standard_error', ({ standardError }) => standardError),
  text('interval', ({ interval }) => interval),
  real('denominator', ({ denominator }) => denominator),
  real('at_risk', ({ atRisk }) => atRisk),
  text('withheld', ({ withheld }) => withheld ?? ''),
  text('method', (_, { method }) => method),
  text('as_of', (_, { asOf }) => asOf),
  text('vintage', (_, { vintage }) => vintage),
  text('gated_time_removed', (_, { gatedTimeRemoved }) => (gatedTimeRemoved === null ? 'unknown' : gatedTimeRemoved ? 'yes' : 'no')),
  text('profile', (_, { inputs }) => [...new Set(inputs.map(({ profile }) => profile))].join(' ')),
  text('input_sha256', (_, { inputs }) => inputs.map(({ sha256 }) => sha256).join(' ')),
]

export function figureRows(measurement: Measurement): Cell[][] {
  return measurement.figures.map((figure) => figureColumns.map(({ read }) => read(figure, measurement)))
}

/** RFC 4180, UTF-8, with a header. */
export function figuresCsv(measurement: Measurement): string {
  return [figureColumns.map(({ name }) => name), ...figureRows(measurement)].map(csvLine).join('')
}
