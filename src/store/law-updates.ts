import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { often } from './connection.ts'
import type { Database } from './tables.ts'

/** A change of the law book as it was proposed, byte for byte, and the approval by another person, once there is one. */
export type KeptLawUpdate = {
  readonly updateId: string
  /** SHA-256 of `content`: what the second person must have been shown. */
  readonly digest: string
  readonly content: string
  readonly proposedBy: string
  readonly proposedAt: Instant
  readonly approval?: { readonly revision: number; readonly by: string; readonly at: Instant; /** The open cases whose answer changes, as shown. */ readonly effects: string }
}

export type ApprovalRefusal = { readonly code: 'no-update' | 'approved-already' | 'same-person' | 'seen-otherwise' }

/** Keeps a proposed change; it changes no answer before somebody else approves it. */
export async function proposeLawUpdate(tx: Database, updateId: string, officer: string, content: string): Promise<void> {
  await sql`select propose_law_update(${updateId}, ${officer}, ${content})`.execute(tx)
}

/** Approves a change and returns the law book's new revision. `seen` is the digest of what this person was shown. */
export async function approveLawUpdate(tx: Database, { updateId, officer, seen, effects }: { readonly updateId: string; readonly officer: string; readonly seen: string; readonly effects: string }): Promise<Result<number, ApprovalRefusal>> {
  const { rows } = await sql<{ outcome: 'approved' | ApprovalRefusal['code']; revision: number | null }>`select * from approve_law_update(${updateId}, ${officer}, ${seen}, ${effects})`.execute(tx)
  const [row] = rows
  invariant(row, 'the database gave no answer to an approval', { updateId })
  if (row.outcome !== 'approved') return refuse({ code: row.outcome })
  return accept(row.revision ?? 0)
}

/** The approved changes in the order of their revisions: all, or those known at a moment. */
export async function approvedLawUpdates(tx: Database, knownAt?: Instant): Promise<readonly KeptLawUpdate[]> {
  return select(tx, sql`where approval.revision is not null ${knownAt === undefined ? sql`` : sql`and approval.approved_at <= ${knownAt}`} order by approval.revision`)
}

/** Proposals that wait for a second person, the oldest first. */
export async function proposedLawUpdates(tx: Database): Promise<readonly KeptLawUpdate[]> {
  return select(tx, sql`where approval.revision is null order by proposed.proposed_at, proposed.update_id`)
}

async function select(tx: Database, rest: ReturnType<typeof sql>): Promise<readonly KeptLawUpdate[]> {
  const { rows } = await sql<UpdateRow>`${often}
    select proposed.update_id, encode(proposed.digest, 'hex') as digest, content, proposed.proposed_by, proposed_at, revision, approved_by, approved_at, effects
    from law_update as proposed left join law_approval as approval using (update_id) ${rest}`.execute(tx)
  return rows.map(readUpdate)
}

type UpdateRow = {
  readonly update_id: string
  readonly digest: string
  readonly content: string
  readonly proposed_by: string
  readonly proposed_at: Date
  readonly revision: number | null
  readonly approved_by: string | null
  readonly approved_at: Date | null
  readonly effects: string | null
}

function readUpdate(row: UpdateRow): KeptLawUpdate {
  const { revision, approved_by: by, approved_at: at, effects } = row
  const approval = revision === null || by === null || at === null || effects === null ? {} : { approval: { revision, by, at: at.toISOString(), effects } }
  return { updateId: row.update_id, digest: row.digest, content: row.content, proposedBy: row.proposed_by, proposedAt: row.proposed_at.toISOString(), ...approval }
}
