import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import type { Database } from './tables.ts'

/** What was typed into the fields of a form, by their names. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Answers that an account has not handed in yet, or what became of them. Only that account reads them: every function asks for it. */
export type Draft = {
  readonly draftId: string
  readonly accountId: string
  readonly caseId: string
  readonly kind: string
  readonly commandId: string
  readonly madeId: string
  readonly seenVersion: number
  readonly answers: Answers
  readonly outcome?: Readonly<Record<string, unknown>>
  readonly beganAt: Instant
  readonly changedAt: Instant
  readonly endsAt: Instant
}

export type NewDraft = Pick<Draft, 'draftId' | 'accountId' | 'caseId' | 'kind' | 'commandId' | 'madeId' | 'seenVersion' | 'answers'>
export type OwnDraft = Pick<Draft, 'draftId' | 'accountId'>
export type DraftFile = { readonly ordinal: number; readonly name: string; readonly bytes: Uint8Array }

/** Keeps a new draft; false when this id is kept already, whosever it is. Drafts whose time is over go at the same time. */
export async function beginDraft(tx: Database, { draftId, accountId, caseId, kind, commandId, madeId, seenVersion, answers }: NewDraft): Promise<boolean> {
  await sql`delete from draft where ends_at <= clock_timestamp()`.execute(tx)
  const { rows } = await sql`insert into draft (draft_id, account_id, case_id, kind, command_id, made_id, seen_version, answers)
    values (${draftId}, ${accountId}, ${caseId}, ${kind}, ${commandId}, ${madeId}, ${seenVersion}, ${JSON.stringify(answers)}) on conflict (draft_id) do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function findDraft(tx: Database, { draftId, accountId }: OwnDraft): Promise<Draft | undefined> {
  return (await select(tx, sql`draft_id = ${draftId} and account_id = ${accountId}`))[0]
}

/** An account's drafts that were not handed in, the latest first. */
export async function draftsOf(tx: Database, accountId: string): Promise<readonly Draft[]> {
  return select(tx, sql`account_id = ${accountId} and outcome is null`)
}

/** Keeps these answers beside the earlier ones, in place of those of the same names; false when there is no such draft to answer. */
export async function answerDraft(tx: Database, { draftId, accountId, answers }: OwnDraft & { readonly answers: Answers }): Promise<boolean> {
  const { rows } = await sql`update draft set answers = answers || ${JSON.stringify(answers)}::jsonb, changed_at = date_trunc('milliseconds', clock_timestamp())
    where draft_id = ${draftId} and account_id = ${accountId} and outcome is null and ends_at > clock_timestamp() returning 1`.execute(tx)
  return rows.length > 0
}

/** Keeps what became of a draft that was handed in, and nothing of what was typed, but for `answers` that are still to be mended. */
export async function finishDraft(tx: Database, { draftId, accountId, outcome, answers = {} }: OwnDraft & { readonly outcome: Readonly<Record<string, unknown>>; readonly answers?: Answers }): Promise<void> {
  await sql`delete from draft_file where draft_id in (select draft_id from draft where draft_id = ${draftId} and account_id = ${accountId})`.execute(tx)
  await sql`update draft set outcome = ${JSON.stringify(outcome)}, answers = ${JSON.stringify(answers)}, changed_at = date_trunc('milliseconds', clock_timestamp())
    where draft_id = ${draftId} and account_id = ${accountId}`.execute(tx)
}

/** Throws a draft away: nothing of it is left. */
export async function discardDraft(tx: Database, { draftId, accountId }: OwnDraft): Promise<void> {
  await sql`delete from draft where draft_id = ${draftId} and account_id = ${accountId}`.execute(tx)
}

/** The files of a draft, in the order in which they came. */
export async function filesOfDraft(tx: Database, { draftId, accountId }: OwnDraft): Promise<readonly DraftFile[]> {
  const { rows } = await sql<DraftFile>`select ordinal, file.name, bytes from draft_file as file join draft using (draft_id)
    where draft_id = ${draftId} and account_id = ${accountId} and ends_at > clock_timestamp() order by ordinal`.execute(tx)
  return rows
}

/** Keeps a file with a draft; false when there is no such draft, or it has five files already. */
export async function keepDraftFile(tx: Database, { draftId, accountId, name, bytes }: OwnDraft & Pick<DraftFile, 'name' | 'bytes'>): Promise<boolean> {
  // Two files at once come one after the other.
  const { rows: own } = await sql`select 1 from draft where draft_id = ${draftId} and account_id = ${accountId} and outcome is null and ends_at > clock_timestamp() for no key update`.execute(tx)
  if (own.length === 0) return false
  const { rows } = await sql`insert into draft_file (draft_id, ordinal, name, bytes)
    select ${draftId}, free, ${name}, ${Buffer.from(bytes)} from generate_series(1, 5) as free where not exists (select 1 from draft_file where draft_id = ${draftId} and ordinal = free) order by free limit 1 returning 1`.execute(tx)
  return rows.length > 0
}

export async function removeDraftFile(tx: Database, { draftId, accountId, ordinal }: OwnDraft & Pick<DraftFile, 'ordinal'>): Promise<void> {
  await sql`delete from draft_file where ordinal = ${ordinal} and draft_id in (select draft_id from draft where draft_id = ${draftId} and account_id = ${accountId})`.execute(tx)
}

/** Whose session it was that ended by itself within the last day; undefined of any other token. It lets nobody in: what they had typed is kept for them. */
export async function accountOfEndedSession(tx: Database, tokenDigest: string): Promise<string | undefined> {
  const { rows } = await sql<{ account_id: string | null }>`select account_of_ended_session(decode(${tokenDigest}, 'hex')) as account_id`.execute(tx)
  return rows[0]?.account_id ?? undefined
}

type DraftRow = {
  readonly draft_id: string
  readonly account_id: string
  readonly case_id: string
  readonly kind: string
  readonly command_id: string
  readonly made_id: string
  readonly seen_version: number
  readonly answers: Answers
  readonly outcome: Readonly<Record<string, unknown>> | null
  readonly began_at: Date
  readonly changed_at: Date
  readonly ends_at: Date
}

async function select(tx: Database, where: ReturnType<typeof sql>): Promise<readonly Draft[]> {
  const { rows } = await sql<DraftRow>`select draft_id, account_id, case_id, kind, command_id, made_id, seen_version, answers, outcome, began_at, changed_at, ends_at
    from draft where ${where} and ends_at > clock_timestamp() order by changed_at desc, draft_id limit 200`.execute(tx)
  return rows.map((row) => ({
    draftId: row.draft_id, accountId: row.account_id, caseId: row.case_id, kind: row.kind, commandId: row.command_id, madeId: row.made_id, seenVersion: row.seen_version,
    answers: row.answers, ...(row.outcome === null ? {} : { outcome: row.outcome }), beganAt: row.began_at.toISOString(), changedAt: row.changed_at.toISOString(), endsAt: row.ends_at.toISOString(),
  }))
}
