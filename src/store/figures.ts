import { sql, type Selectable } from 'kysely'
import type { Figure, MeasureCode } from '../cooperation/figure.ts'
import type { FigureTable, Transaction } from './tables.ts'

/** A figure and the measurement that it comes from. */
export type KeptFigure = Figure & { readonly measurementId: string }

/** Narrows a measure down; what is not stated is left open, and `day: null` asks for figures without a day. */
export type FigureChoice = Partial<Pick<Figure, 'day' | 'stratum' | 'clock' | 'period' | 'outcome'>>

/** Everything that is kept on one country, in the order in which each measurement gives it. */
export async function figuresOfCountry(tx: Transaction, country: string): Promise<readonly KeptFigure[]> {
  const rows = await tx.selectFrom('figure').selectAll().where('country', '=', country).orderBy('measurement_id').orderBy('ordinal').execute()
  return rows.map(readFigure)
}

/** One measure of one measurement across countries, in the alphabetical order of their codes. */
export async function figuresOfMeasure(tx: Transaction, measurementId: string, measure: MeasureCode, choice: FigureChoice = {}): Promise<readonly KeptFigure[]> {
  let query = tx.selectFrom('figure').selectAll().where('measurement_id', '=', measurementId).where('measure', '=', measure)
  for (const column of ['stratum', 'clock', 'period', 'outcome'] as const) {
    const wanted = choice[column]
    if (wanted !== undefined) query = query.where(column, '=', wanted)
  }
  if (choice.day === null) query = query.where('day', 'is', null)
  else if (choice.day !== undefined) query = query.where('day', '=', choice.day)
  const rows = await query.orderBy(sql`country collate "C"`).orderBy('ordinal').execute()
  return rows.map(readFigure)
}

/** All figures of one measurement, in its own order. */
export async function figuresOf(tx: Transaction, measurementId: string): Promise<readonly Figure[]> {
  const rows = await tx.selectFrom('figure').selectAll().where('measurement_id', '=', measurementId).orderBy('ordinal').execute()
  return rows.map((row) => {
    const { measurementId: _, ...figure } = readFigure(row)
    return figure
  })
}

/** Countries (or `all`) on which anything is kept, in the alphabetical order of their codes. */
export async function countriesWithFigures(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.selectFrom('figure').select('country').distinct().execute()
  return rows.map(({ country }) => country).sort()
}

const batch = 5_000

/** Adds the figures of a measurement that was just added: one statement for thousands of rows. */
export async function addFigures(tx: Transaction, measurementId: string, figures: readonly Figure[]): Promise<void> {
  for (let start = 0; start < figures.length; start += batch) {
    const rows = figures.slice(start, start + batch).map((figure, place) => writeFigure(measurementId, start + place, figure))
    await sql`insert into figure select * from jsonb_populate_recordset(null::figure, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  }
}

function writeFigure(measurementId: string, ordinal: number, figure: Figure): FigureTable {
  const { interval, fromDay, withinDays, standardError, atRisk, ...same } = figure
  const renamed = { from_day: fromDay, within_days: withinDays, standard_error: standardError, at_risk: atRisk, interval_method: interval }
  return { measurement_id: measurementId, ordinal, ...same, ...renamed }
}

export function readFigure(row: Selectable<FigureTable>): KeptFigure {
  return {
    measurementId: row.measurement_id,
    measure: row.measure as MeasureCode,
    country: row.country,
    stratum: row.stratum,
    clock: row.clock,
    period: row.period,
    outcome: row.outcome,
    fromDay: row.from_day,
    withinDays: row.within_days,
    day: row.day,
    value: row.value,
    lower: row.lower,
    upper: row.upper,
    standardError: row.standard_error,
    interval: row.interval_method as Figure['interval'],
    denominator: row.denominator,
    atRisk: row.at_risk,
    withheld: row.withheld as Figure['withheld'],
  }
}
