import { sql } from 'kysely'
import type { Decision } from '../casework/decision.ts'
import type { Instant } from '../casework/fact-record.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { often } from './connection.ts'
import type { Database } from './tables.ts'

export type KeptDecision = Decision & { readonly decidedAt: Instant; readonly lawRevision: number }

/**
 * Keeps what the gates answered about the newest version of a case; the same answer again changes nothing. `tx` is of the
 * role comity_gates. `lawRevision`: how many approved updates the law book held.
 *
 * An open decision becomes durable with the event that names it; after a crash in between there is neither.
 */
export async function recordDecision(tx: Database, decision: Decision, lawRevision: number): Promise<Result<null, { readonly code: 'stale-version'; readonly expected: number; readonly actual: number }>> {
  const { rows } = await sql<{ outcome: string; version: number }>`${often} select * from record_decision(${decision.bytes}, ${lawRevision})`.execute(tx)
  const [row] = rows
  invariant(row, 'the database gave no answer to a decision', { digest: decision.digest })
  if (row.outcome === 'stale-version') return refuse({ code: 'stale-version', expected: decision.caseVersion, actual: row.version })
  return accept(null)
}

/** The decisions about a case, oldest version first. */
export async function decisionsOf(tx: Database, caseId: string): Promise<readonly KeptDecision[]> {
  const { rows } = await sql<DecisionRow>`
    select case_id, case_version, step, destination, place, state, encode(law_digest, 'hex') as law_digest, law_revision, bytes, encode(digest, 'hex') as digest, decided_at
    from gate_decision where case_id = ${caseId} order by case_version, decided_at, digest`.execute(tx)
  return rows.map(readDecision)
}

type DecisionRow = {
  readonly case_id: string
  readonly case_version: number
  readonly step: Decision['step']
  readonly destination: string
  readonly place: string | null
  readonly state: Decision['state']
  readonly law_digest: string
  readonly law_revision: number
  readonly bytes: string
  readonly digest: string
  readonly decided_at: Date
}

function readDecision(row: DecisionRow): KeptDecision {
  return {
    caseId: row.case_id,
    caseVersion: row.case_version,
    step: row.step,
    destination: row.destination,
    ...(row.place === null ? {} : { place: row.place }),
    state: row.state,
    lawDigest: row.law_digest,
    bytes: row.bytes,
    digest: row.digest,
    decidedAt: row.decided_at.toISOString(),
    lawRevision: row.law_revision,
  }
}
