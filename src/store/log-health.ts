import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import type { Database } from './tables.ts'

/** Which witnesses are enough (a tlog-policy file), and after how long without them what stops. */
export type LogPolicy = { readonly revision: number; readonly policy: string; readonly disclosuresStopAfterSeconds: number; readonly outboundStopsAfterSeconds: number; readonly setBy: string; readonly setAt: Instant }

export type LogHalt = { readonly code: 'rolled-back' | 'forked'; readonly facts: Readonly<Record<string, unknown>>; readonly haltedAt: Instant }

/** Why something stops: this log signs no more, or nobody witnessed it for too long. */
export type LogStop = 'log-halted' | 'log-unwitnessed'

export async function findPolicy(tx: Database): Promise<LogPolicy | undefined> {
  const { rows: [row] } = await sql<{ revision: number; policy: string; disclosures: number; outbound: number; set_by: string; set_at: Date }>`
    select revision, policy, extract(epoch from disclosures_stop_after)::integer as disclosures, extract(epoch from outbound_stops_after)::integer as outbound, set_by, set_at
    from log_policy order by revision desc limit 1`.execute(tx)
  return row && { revision: row.revision, policy: row.policy, disclosuresStopAfterSeconds: row.disclosures, outboundStopsAfterSeconds: row.outbound, setBy: row.set_by, setAt: row.set_at.toISOString() }
}

/** A new policy holds at once, and has the time of its limits to be fulfilled. */
export async function setPolicy(tx: Database, { policy, disclosuresStopAfterSeconds, outboundStopsAfterSeconds, setBy }: Omit<LogPolicy, 'revision' | 'setAt'>): Promise<void> {
  await sql`insert into log_policy (policy, disclosures_stop_after, outbound_stops_after, set_by)
    values (${policy}, make_interval(secs => ${disclosuresStopAfterSeconds}), make_interval(secs => ${outboundStopsAfterSeconds}), ${setBy})`.execute(tx)
}

/** A cosignature that was verified; false when it was there. */
export async function keepCosignature(tx: Database, { size, witness, line, seenAtSeconds }: { readonly size: number; readonly witness: string; readonly line: string; readonly seenAtSeconds: number }): Promise<boolean> {
  const { rows: [row] } = await sql<{ kept: boolean }>`select keep_cosignature(${size}, ${witness}, ${line}, to_timestamp(${seenAtSeconds})) as kept`.execute(tx)
  return row?.kept === true
}

/** The signature lines of witnesses under one of our checkpoints. */
export async function cosignaturesOf(tx: Database, size: number): Promise<readonly { readonly witness: string; readonly line: string; readonly seenAt: Instant }[]> {
  const { rows } = await sql<{ witness: string; line: string; seen_at: Date }>`select witness, line, seen_at from log_cosignature where size = ${size} order by witness, line`.execute(tx)
  return rows.map(({ witness, line, seen_at: seenAt }) => ({ witness, line, seenAt: seenAt.toISOString() }))
}

/** That enough witnesses saw the log at this size, at the latest at this moment, under the policy that holds. */
export async function keepWitnessedSize(tx: Database, size: number, witnessedAtSeconds: number): Promise<boolean> {
  const { rows: [row] } = await sql<{ kept: boolean }>`select keep_witnessed_size(${size}, to_timestamp(${witnessedAtSeconds})) as kept`.execute(tx)
  return row?.kept === true
}

export async function findWitnessed(tx: Database): Promise<{ readonly size: number; readonly witnessedAt: Instant } | undefined> {
  const { rows: [row] } = await sql<{ size: number; witnessed_at: Date }>`
    select size, witnessed_at from log_witnessed where revision = (select max(revision) from log_policy) order by witnessed_at desc limit 1`.execute(tx)
  return row && { size: row.size, witnessedAt: row.witnessed_at.toISOString() }
}

/** The log signs no more, until people have looked. There is no way back by the program. */
export async function haltLog(tx: Database, code: LogHalt['code'], facts: LogHalt['facts']): Promise<void> {
  await sql`select halt_log(${code}, ${JSON.stringify(facts)})`.execute(tx)
}

export async function findHalt(tx: Database): Promise<LogHalt | undefined> {
  const { rows: [row] } = await sql<{ code: LogHalt['code']; facts: Record<string, unknown>; halted_at: Date }>`select code, facts, halted_at from log_halt order by halt_number limit 1`.execute(tx)
  return row && { code: row.code, facts: row.facts, haltedAt: row.halted_at.toISOString() }
}

/** Whether something must not go on now because of the log; undefined where it may. The database asks the same of everything that leaves. */
export async function logStopped(tx: Database, asks: 'disclosure' | 'outbound'): Promise<LogStop | undefined> {
  const { rows: [row] } = await sql<{ stopped: LogStop | null }>`select log_stopped(${asks}) as stopped`.execute(tx)
  return row?.stopped ?? undefined
}

/** The greatest size of our log that a witness, as the policy names it, has cosigned; 0 when none. */
export async function latestSizeOf(tx: Database, witness: string): Promise<number> {
  const { rows: [row] } = await sql<{ size: number }>`select coalesce(max(size), 0) as size from log_cosignature where witness = ${witness}`.execute(tx)
  return row?.size ?? 0
}
