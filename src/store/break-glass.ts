import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Database } from './tables.ts'

/** Somebody read a case that is not theirs, or may have: what they gave as a reason, and what was said of it afterwards. */
export type BrokenGlass = {
  readonly glassId: string
  readonly accountId: string
  readonly handle: string
  /** As it was asked for: perhaps of no case. */
  readonly caseId: string
  readonly reason: string
  readonly words: string
  readonly brokenAt: Instant
  readonly endsAt: Instant
  /** Until when a legal reviewer must have looked at it. */
  readonly reviewBy: Instant
  readonly overdue: boolean
  readonly inForce: boolean
  readonly review?: { readonly handle: string; readonly verdict: GlassVerdict; readonly words: string; readonly at: Instant }
}

export type GlassVerdict = 'justified' | 'not-justified'

export type GlassBroken = { readonly glassId: string; readonly accountId: string; readonly caseId: string; readonly reason: string; readonly words: string }

/** How often one person may break glass in twenty-four hours, and in five days; the database's own function refuses what is more. */
export type GlassLimits = { readonly inADay: number; readonly inFiveDays: number }

export type GlassRefusal = { readonly code: 'review-overdue' | 'repeated-differently' | 'too-many-in-a-day' | 'too-many-in-five-days' }

/** Breaks glass for an hour; the same act again changes nothing. Refused while a review of this person's own is overdue, and to whoever did it as often as anybody may. */
export async function breakGlass(tx: Database, { glassId, accountId, caseId, reason, words }: GlassBroken): Promise<Result<null, GlassRefusal>> {
  const { rows: [row] } = await sql<{ outcome: 'broken' | GlassRefusal['code'] }>`select break_glass(${glassId}, ${accountId}, ${caseId}, ${reason}, ${words}) as outcome`.execute(tx)
  invariant(row, 'the database gave no answer to broken glass', { glassId })
  return row.outcome === 'broken' ? accept(null) : refuse({ code: row.outcome })
}

export async function glassLimits(tx: Database): Promise<GlassLimits> {
  const { rows: [row] } = await sql<GlassLimits>`select in_a_day as "inADay", in_five_days as "inFiveDays" from glass_limits()`.execute(tx)
  invariant(row, 'the database gave no limits of broken glass')
  return row
}

/** Keeps what a legal reviewer says of an act of somebody else, once. */
export async function reviewGlass(tx: Database, { glassId, accountId, verdict, words }: { readonly glassId: string; readonly accountId: string; readonly verdict: GlassVerdict; readonly words: string }): Promise<Result<null, { readonly code: 'no-glass' | 'same-person' | 'reviewed-already' }>> {
  const { rows: [row] } = await sql<{ outcome: 'reviewed' | 'no-glass' | 'same-person' | 'reviewed-already' }>`select review_broken_glass(${glassId}, ${accountId}, ${verdict}, ${words}) as outcome`.execute(tx)
  invariant(row, 'the database gave no answer to a review', { glassId })
  return row.outcome === 'reviewed' ? accept(null) : refuse({ code: row.outcome })
}

/** The act by which somebody reads this case now, if there is one. */
export async function findGlassInForce(tx: Database, { accountId, caseId }: { readonly accountId: string; readonly caseId: string }): Promise<BrokenGlass | undefined> {
  return (await select(tx, sql`where one.account_id = ${accountId} and one.case_id = ${caseId} and one.ends_at > clock_timestamp() order by one.ends_at desc limit 1`))[0]
}

export async function findGlass(tx: Database, glassId: string): Promise<BrokenGlass | undefined> {
  return (await select(tx, sql`where one.glass_id = ${glassId}`))[0]
}

/** What waits for a review, what is due first standing first. */
export async function glassToReview(tx: Database, limit = 200): Promise<readonly BrokenGlass[]> {
  return select(tx, sql`where review.glass_id is null order by one.review_by, one.glass_id limit ${limit}`)
}

/** Somebody's own acts, the latest first. */
export async function glassOfAccount(tx: Database, accountId: string, limit = 20): Promise<readonly BrokenGlass[]> {
  return select(tx, sql`where one.account_id = ${accountId} order by one.broken_at desc, one.glass_id limit ${limit}`)
}

/** All of them, the latest first, reviewed or not. */
export async function everyGlass(tx: Database, limit = 200): Promise<readonly BrokenGlass[]> {
  return select(tx, sql`order by one.broken_at desc, one.glass_id limit ${limit}`)
}

type GlassRow = {
  readonly glass_id: string
  readonly account_id: string
  readonly handle: string
  readonly case_id: string
  readonly reason: string
  readonly words: string
  readonly broken_at: Date
  readonly ends_at: Date
  readonly review_by: Date
  readonly overdue: boolean
  readonly in_force: boolean
  readonly reviewer: string | null
  readonly verdict: GlassVerdict | null
  readonly review_words: string | null
  readonly reviewed_at: Date | null
}

async function select(tx: Database, rest: ReturnType<typeof sql>): Promise<readonly BrokenGlass[]> {
  const { rows } = await sql<GlassRow>`
    select one.glass_id, one.account_id, one.handle, one.case_id, one.reason, one.words, broken_at, ends_at, review_by,
      review.glass_id is null and review_by < clock_timestamp() as overdue, ends_at > clock_timestamp() as in_force,
      review.handle as reviewer, verdict, review.words as review_words, reviewed_at
    from broken_glass as one left join broken_glass_review as review using (glass_id) ${rest}`.execute(tx)
  return rows.map(readRow)
}

function readRow(row: GlassRow): BrokenGlass {
  const { reviewer, verdict, review_words: words, reviewed_at: at } = row
  return {
    glassId: row.glass_id, accountId: row.account_id, handle: row.handle, caseId: row.case_id, reason: row.reason, words: row.words,
    brokenAt: row.broken_at.toISOString(), endsAt: row.ends_at.toISOString(), reviewBy: row.review_by.toISOString(), overdue: row.overdue, inForce: row.in_force,
    ...(reviewer === null || verdict === null || words === null || at === null ? {} : { review: { handle: reviewer, verdict, words, at: at.toISOString() } }),
  }
}
