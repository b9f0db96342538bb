import type { Generated, Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { Input, Reconciliation, Measurement } from '../cooperation/measurement.ts'

/** The tables as migrations/ makes them; those of cases are read and written by their own statements, not by these types. */
export type Tables = {
  readonly measurement: MeasurementTable
  readonly figure: FigureTable
}

export type Transaction = KyselyTransaction<Tables>

/** A transaction, or a database: for work of one statement, which is a transaction by itself. */
export type Database = Kysely<Tables>

export type MeasurementTable = {
  readonly id: Generated<string>
  readonly digest: string
  readonly origin: 'packaged' | 'user'
  readonly format: Measurement['format']
  readonly method: string
  readonly as_of: string
  readonly vintage: string
  readonly source_profile: string
  readonly gated_time_removed: boolean | null
  readonly inputs: readonly Input[]
  readonly reconciliation: Reconciliation & { readonly rowsQuarantined: number }
  readonly cautions: Measurement['cautions']
  readonly document: Pick<Measurement, 'curves' | 'attribution' | 'funnel' | 'rankSets' | 'published'>
  readonly loaded_at: Generated<Date>
}

export type FigureTable = {
  readonly measurement_id: string
  readonly ordinal: number
  readonly measure: string
  readonly country: string
  readonly stratum: string
  readonly clock: string
  readonly period: string
  readonly outcome: string
  readonly from_day: number | null
  readonly within_days: number | null
  readonly day: number | null
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly standard_error: number | null
  readonly interval_method: string
  readonly denominator: number | null
  readonly at_risk: number | null
  readonly withheld: string | null
}
