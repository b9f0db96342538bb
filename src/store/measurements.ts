import { sql } from 'kysely'
import type { Attribution, Input, Measurement, Reconciliation } from '../cooperation/measurement.ts'
import type { PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { addFigures, figuresOf } from './figures.ts'
import { measurementDigest } from './measurement-digest.ts'
import type { MeasurementTable, Transaction } from './tables.ts'

/** What a list shows of a measurement: everything but figures and pictures. */
export type MeasurementSummary = Pick<Measurement, 'method' | 'asOf' | 'vintage' | 'gatedTimeRemoved' | 'inputs' | 'attribution' | 'reconciliation' | 'cautions'> & {
  readonly id: string
  readonly digest: string
  /** Names and versions of the source profiles, separated by commas. */
  readonly sourceProfile: string
  readonly origin: Origin
  readonly loadedAt: Date
}

export type StoredMeasurement = { readonly id: string; readonly digest: string; readonly loadedAt: Date; readonly measurement: Measurement }

/** Who brought a measurement: Comity's own package, whose next release may replace it, or the user. */
export type Origin = 'packaged' | 'user'

/** Keeps a measurement; when the very same one is kept already, nothing changes and `added` is false. */
export async function addMeasurement(tx: Transaction, measurement: Measurement, origin: Origin = 'user'): Promise<{ readonly id: string; readonly added: boolean }> {
  invariantFinite(measurement)
  const digest = measurementDigest(measurement)
  const { curves, attribution, funnel, rankSets, published } = measurement
  const inserted = await tx.insertInto('measurement').values({
    digest,
    origin,
    format: measurement.format,
    method: measurement.method,
    as_of: measurement.asOf,
    vintage: measurement.vintage,
    source_profile: profilesOf(measurement.inputs),
    gated_time_removed: measurement.gatedTimeRemoved,
    inputs: json(measurement.inputs),
    reconciliation: json({ ...measurement.reconciliation, rowsQuarantined: rowsQuarantined(measurement.reconciliation) }),
    cautions: json(measurement.cautions),
    document: json<MeasurementTable['document']>({ curves, ...stated({ attribution, funnel, rankSets, published }) }),
  }).onConflict((conflict) => conflict.column('digest').doNothing()).returning('id').executeTakeFirst()
  if (!inserted) return { id: (await getIdByDigest(tx, digest)), added: false }
  await addFigures(tx, inserted.id, measurement.figures)
  return { id: inserted.id, added: true }
}

/** Newest data first, then by method: never by what the figures say. */
export async function listMeasurements(tx: Transaction): Promise<readonly MeasurementSummary[]> {
  const rows = await tx.selectFrom('measurement')
    .select(['id', 'digest', 'method', 'as_of', 'vintage', 'source_profile', 'gated_time_removed', 'inputs', 'reconciliation', 'cautions', 'origin', 'loaded_at'])
    .select(sql<Attribution | null>`document -> 'attribution'`.as('attribution'))
    .orderBy('as_of', 'desc').orderBy('method').orderBy('source_profile').orderBy('vintage').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    digest: row.digest,
    method: row.method,
    asOf: row.as_of as PlainDate,
    vintage: row.vintage,
    sourceProfile: row.source_profile,
    gatedTimeRemoved: row.gated_time_removed,
    inputs: row.inputs,
    ...(row.attribution ? { attribution: row.attribution } : {}),
    reconciliation: withoutSum(row.reconciliation),
    cautions: row.cautions,
    origin: row.origin,
    loadedAt: row.loaded_at,
  }))
}

/** The whole measurement, as it was when added; undefined when there is none with this id. */
export async function findMeasurement(tx: Transaction, id: string): Promise<StoredMeasurement | undefined> {
  const row = await tx.selectFrom('measurement').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const measurement: Measurement = {
    format: row.format,
    method: row.method,
    asOf: row.as_of as PlainDate,
    vintage: row.vintage,
    inputs: row.inputs,
    gatedTimeRemoved: row.gated_time_removed,
    reconciliation: withoutSum(row.reconciliation),
    cautions: row.cautions,
    figures: await figuresOf(tx, id),
    ...row.document,
  }
  return { id, digest: row.digest, loadedAt: row.loaded_at, measurement }
}

/** Removes the measurements of this origin that are not among `ids`, and returns how many. */
export async function removeExcept(tx: Transaction, origin: Origin, ids: readonly string[]): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('measurement').where('origin', '=', origin).where('id', 'not in', ids.length > 0 ? ids : [nil]).executeTakeFirst()
  return Number(numDeletedRows)
}

// The UUID that no row has: an empty list is no SQL.
const nil = '00000000-0000-0000-0000-000000000000'

async function getIdByDigest(tx: Transaction, digest: string): Promise<string> {
  const { id } = await tx.selectFrom('measurement').select('id').where('digest', '=', digest).executeTakeFirstOrThrow()
  return id
}

function profilesOf(inputs: readonly Input[]): string {
  return [...new Set(inputs.map(({ profile }) => profile))].join(', ')
}

function rowsQuarantined({ quarantined }: Reconciliation): number {
  return quarantined.reduce((sum, { rows }) => sum + rows, 0)
}

// The sum stands beside the parts so that the database can check it; readers get the parts.
function withoutSum({ rowsRead, rowsUsed, quarantined, countedWithoutDuration }: Reconciliation): Reconciliation {
  return { rowsRead, rowsUsed, quarantined, countedWithoutDuration }
}

type Extras = Pick<Measurement, 'attribution' | 'funnel' | 'rankSets' | 'published'>

// What is absent stays absent: a property that says undefined is another thing.
function stated(extras: { readonly [Name in keyof Extras]: Extras[Name] | undefined }): Extras {
  return Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== undefined))
}

function json<Value>(value: Value) {
  return sql<Value>`${JSON.stringify(value)}::jsonb`
}

// JSON would turn NaN and infinity into null without a word, and null means withheld.
function invariantFinite(measurement: Measurement) {
  JSON.stringify(measurement, (name, value: unknown) => {
    invariant(typeof value !== 'number' || Number.isFinite(value), 'a measurement holds a number that is none', { name })
    return value
  })
}
