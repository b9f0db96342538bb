import { sql } from 'kysely'
import type { CaseEvent } from '../casework/event.ts'
import type { Instant } from '../casework/fact-record.ts'
import { invariant } from '../kernel/invariant.ts'
import { standingColumns, type Standing } from './standing.ts'
import { isStorable } from './storable.ts'
import type { Database } from './tables.ts'

/** A made-up case with its whole past: every gated event still needs an open decision about the version before it. */
export type FictionalCase = {
  readonly caseId: string
  readonly events: readonly { readonly event: CaseEvent; readonly recordedAt: Instant; readonly commandId: string; /** With a command's first event. */ readonly commandDigest?: string; /** Who is said to have done it; the loader when nobody is. */ readonly officer?: string }[]
  /** The bytes of each decision. */
  readonly decisions: readonly string[]
  /** What left, by the sequence of its event; a request that was sent has one. */
  readonly messages: readonly { readonly sequence: number; readonly content: string }[]
  readonly standing: Standing
}

/** Loads fictional cases, a thousand or so at a time, marked as such for good. `owner` is the owner's connection: no role that serves may do this. */
export async function loadFictionalCases(owner: Database, officer: string, cases: readonly FictionalCase[]): Promise<void> {
  const json = JSON.stringify(cases.map(({ standing, ...one }) => ({ ...one, standing: standingColumns(standing, one.events.map(({ event }) => event)) })))
  invariant(isStorable(json), 'a made-up text cannot be kept')
  await sql`select load_fictional_cases(${officer}, ${json})`.execute(owner)
}

/**
 * Deletes every case that is marked as fictional, with its whole past, and returns how many there were. Of a real case it deletes
 * nothing. `owner` is the owner's connection: no role that serves may do this.
 */
export async function removeFictionalCases(owner: Database): Promise<number> {
  const { rows } = await sql<{ removed: number }>`select remove_fictional_cases() as removed`.execute(owner)
  return rows[0]?.removed ?? 0
}
