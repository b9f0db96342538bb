import { sql } from 'kysely'
import type { MeasureCode } from '../cooperation/figure.ts'
import type { RankSets, PublishedComparison } from '../cooperation/measurement.ts'
import type { Transaction } from './tables.ts'

/** Figures that can stand beside each other: one measure of many countries. */
export type Choice = {
  readonly measure: MeasureCode
  readonly outcome: string
  readonly clock: string
  /** Empty for all groups together. */
  readonly stratum: string
  readonly period: string
  readonly day: number | null
  /** How many countries have a value. */
  readonly countries: number
}

/**
 * What can be compared within a measurement: figures of all groups together, without length bands. Where no figure is of
 * all groups, the group with most cases behind one figure stands for them: the union, not a member.
 */
export async function choicesOf(tx: Transaction, measurementId: string): Promise<readonly Choice[]> {
  const { rows } = await sql<Choice>`
    with comparable as materialized (
      select measure, outcome, clock, stratum, period, day, value, denominator
      from figure where measurement_id = ${measurementId} and country <> 'all' and from_day is null
    )
    select measure, outcome, clock, stratum, period, day, count(value) as countries
    from comparable
    where stratum = (select stratum from comparable order by stratum <> '', denominator desc nulls last, stratum limit 1)
    group by measure, outcome, clock, stratum, period, day
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

/** Which measurements have figures of all countries taken together. */
export async function measurementsOfAll(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.selectFrom('figure').select('measurement_id').distinct().where('country', '=', 'all').execute()
  return rows.map((row) => row.measurement_id)
}
