import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import type { Commitment } from '../cooperation/commitment.ts'
import type { CommitmentChange } from '../cooperation/commitment-change.ts'
import type { CountryEntry } from '../cooperation/country-entry.ts'
import type { EngagementEvent } from '../cooperation/engagement.ts'
import type { PlainDate } from '../kernel/day.ts'
import type { Database } from './tables.ts'

/** Who recorded a row, and when by the database's clock. */
export type Recorded = { readonly recordedAt: Instant; readonly recordedBy: string }

export type KeptEntry = CountryEntry & Recorded & { readonly entryId: string }

export type KeptMeasure = { readonly measureId: string; readonly country: string; readonly events: readonly (EngagementEvent & Recorded)[] }

/** Which commitment another takes the place of: one of ours, or one that ships with the program, by its key; and why. */
export type Replacement = { readonly of: { readonly commitmentId: string } | { readonly known: string }; readonly change: CommitmentChange }

/** `withdrawn`: nothing stands in the place of the one that it replaces, whose fields it repeats. What was replaced long ago has no `change`. */
export type KeptCommitment = Recorded & { readonly commitmentId: string; readonly commitment: Commitment; readonly replaces?: Replacement['of']; readonly change?: CommitmentChange; readonly withdrawn: boolean }

/** Keeps an entry; the same id twice is kept once. */
export async function addEntry(tx: Database, entryId: string, { country, kind, consulate, topic, document, says, language, owner, source, checkedOn, reviewBy, withdrawn }: CountryEntry, by: string): Promise<void> {
  await sql`insert into country_entry (entry_id, country, kind, consulate, topic, document, says, language, owner, source, checked_on, review_by, withdrawn, recorded_by)
    values (${entryId}, ${country}, ${kind}, ${consulate}, ${topic}, ${document}, ${says}, ${language}, ${owner}, ${source}, ${checkedOn}, ${reviewBy}, ${withdrawn}, ${by}) on conflict do nothing`.execute(tx)
}

/** Every entry of a country, or of all, in the order in which they were recorded. */
export async function listEntries(tx: Database, country?: string): Promise<readonly KeptEntry[]> {
  const { rows } = await sql<KeptEntry & { readonly recordedAt: Date }>`select entry_id as "entryId", country, kind, consulate, topic, document, says, language, owner, source, checked_on as "checkedOn", review_by as "reviewBy", withdrawn,
    recorded_at as "recordedAt", recorded_by as "recordedBy" from country_entry ${country === undefined ? sql`` : sql`where country = ${country}`} order by place`.execute(tx)
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
}

/** Keeps evidence by its digest; the same bytes are kept once. */
export async function keepEvidence(tx: Database, { digest, country, content }: { readonly digest: string; readonly country: string; readonly content: string }): Promise<void> {
  await sql`insert into evidence_pack (digest, country, content) values (${digest}, ${country}, ${content}) on conflict do nothing`.execute(tx)
}

/** The kept bytes of a country's evidence; undefined where there are none with this digest. */
export async function findEvidence(tx: Database, country: string, digest: string): Promise<{ readonly content: string; readonly keptAt: Instant } | undefined> {
  const { rows: [row] } = await sql<{ content: string; kept_at: Date }>`select content, kept_at from evidence_pack where country = ${country} and digest = ${digest}`.execute(tx)
  return row && { content: row.content, keptAt: row.kept_at.toISOString() }
}

/** Adds what happened to a measure after `version` events; false when something else happened meanwhile, or the very same. */
export async function addEngagement(tx: Database, measureId: string, country: string, version: number, event: EngagementEvent, by: string): Promise<boolean> {
  const { kind, on, evidence = null, ...body } = { evidence: undefined, ...event }
  const { rows } = await sql`insert into engagement_event (measure_id, sequence, country, kind, happened_on, body, evidence, recorded_by)
    values (${measureId}, ${version + 1}, ${country}, ${kind}, ${on}, ${JSON.stringify(body)}, ${evidence}, ${by}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** Measures towards a country, or all, in the order in which they were decided. */
export async function listMeasures(tx: Database, country?: string): Promise<readonly KeptMeasure[]> {
  const { rows } = await sql<EventRow>`select measure_id, country, kind, happened_on, body, evidence, recorded_at, recorded_by from engagement_event
    ${country === undefined ? sql`` : sql`where country = ${country}`} order by measure_id, sequence`.execute(tx)
  const measures = [...Map.groupBy(rows, ({ measure_id }) => measure_id)].map(([measureId, events]): KeptMeasure => ({ measureId, country: events[0]?.country ?? '', events: events.map(readEvent) }))
  return measures.toSorted((one, other) => decidedOn(one) - decidedOn(other))
}

/** Keeps a commitment; the same id twice, or a second one in the place of the same, is kept once: then false. */
export async function addCommitment(tx: Database, commitmentId: string, { kind, what, number, unit, from, until, announcedBy, announcedOn, source, series }: Commitment, { by, replacement }: { readonly by: string; readonly replacement?: Replacement | undefined }): Promise<boolean> {
  const { of, change: { how = null, on = null, source: changeSource = null } = {} } = replacement ?? {}
  const [replaces, known] = [of && 'commitmentId' in of ? of.commitmentId : null, of && 'known' in of ? of.known : null]
  const { rows } = await sql`insert into commitment (commitment_id, replaces, replaces_known, kind, what_en, what_fr, number, unit, from_on, until_on, announced_by, announced_on, source, series, withdrawn, change, changed_on, change_source, recorded_by)
    values (${commitmentId}, ${replaces}, ${known}, ${kind}, ${what.en}, ${what.fr}, ${number}, ${unit}, ${from}, ${until}, ${announcedBy}, ${announcedOn ?? null}, ${source}, ${series}, ${how === 'withdrawn'}, ${how}, ${on}, ${changeSource}, ${by}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** Every commitment that was ever recorded, in that order. */
export async function listCommitments(tx: Database): Promise<readonly KeptCommitment[]> {
  const { rows } = await sql<CommitmentRow>`select * from commitment order by place`.execute(tx)
  return rows.map((row) => ({
    commitmentId: row.commitment_id,
    commitment: {
      kind: row.kind, what: { en: row.what_en, fr: row.what_fr }, number: row.number, unit: row.unit as Commitment['unit'], from: row.from_on as PlainDate, until: row.until_on as PlainDate,
      announcedBy: row.announced_by, ...(row.announced_on === null ? {} : { announcedOn: row.announced_on as PlainDate }), source: row.source, series: row.series,
    },
    withdrawn: row.withdrawn, ...(row.replaces === null ? (row.replaces_known === null ? {} : { replaces: { known: row.replaces_known } }) : { replaces: { commitmentId: row.replaces } }),
    ...(row.change === null || row.changed_on === null || row.change_source === null ? {} : { change: { how: row.change, on: row.changed_on as PlainDate, source: row.change_source } }),
    recordedAt: row.recorded_at.toISOString(), recordedBy: row.recorded_by,
  }))
}

type EventRow = { readonly measure_id: string; readonly country: string; readonly kind: string; readonly happened_on: string; readonly body: object; readonly evidence: string | null; readonly recorded_at: Date; readonly recorded_by: string }

function readEvent({ kind, happened_on: on, body, evidence, recorded_at: recordedAt, recorded_by: recordedBy }: EventRow): EngagementEvent & Recorded {
  return { ...body, kind, on, ...(evidence === null ? {} : { evidence }), recordedAt: recordedAt.toISOString(), recordedBy } as EngagementEvent & Recorded
}

function decidedOn({ events }: KeptMeasure): number {
  return Date.parse(events[0]?.on ?? '')
}

type CommitmentRow = {
  readonly commitment_id: string
  readonly replaces: string | null
  readonly replaces_known: string | null
  readonly change: CommitmentChange['how'] | null
  readonly changed_on: string | null
  readonly change_source: string | null
  readonly kind: 'target' | 'capacity'
  readonly what_en: string
  readonly what_fr: string
  readonly number: number
  readonly unit: string
  readonly from_on: string
  readonly until_on: string
  readonly announced_by: string
  readonly announced_on: string | null
  readonly source: string
  readonly series: string
  readonly withdrawn: boolean
  readonly recorded_at: Date
  readonly recorded_by: string
}
