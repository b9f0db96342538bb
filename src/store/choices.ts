import { sql } from 'kysely'
import type { MeasureCode } from '../cooperation/figure.ts'
import type { RankSets, PublishedComparison } from '../cooperation/measurement.ts'
import type { Transaction } from './tables.ts'

/** Figures that can stand beside each other: one measure of many countries. */
export type Choice = {
  readonly measure: MeasureCode
  readonly outcome: string
  readonly clock: string
  readonly period: string
  readonly day: number | null
  /** How many countries have a value. */
  readonly countries: number
}

/** What can be compared within a measurement: figures of whole countries, without length bands. */
export async function choicesOf(tx: Transaction, measurementId: string): Promise<readonly Choice[]> {
  const { rows } = await sql<Choice>`
    select measure, outcome, clock, period, day, count(value) as countries
    from figure
    where measurement_id = ${measurementId} and stratum = '' and country <> 'all' and from_day is null
    group by measure, outcome, clock, period, day
    having count(value) > 0`.execute(tx)
  return rows
}

/** The parts of a measurement's document that pages show in words and tables; its curves stay where they are. */
export async function comparisonsOf(tx: Transaction, measurementId: string): Promise<{ readonly rankSets: RankSets | null; readonly published: PublishedComparison | null }> {
  const { rows } = await sql<{ rankSets: RankSets | null; published: PublishedComparison | null }>`
    select document -> 'rankSets' as "rankSets", document -> 'published' as published
    from measurement where id = ${measurementId}`.execute(tx)
  return rows[0] ?? { rankSets: null, published: null }
}

/** Which measurements there are, whatever they hold: by this alone can be told that nothing was added or removed. */
export async function measurementIds(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.selectFrom('measurement').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
