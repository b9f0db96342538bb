import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Database } from './tables.ts'

/** How an administrator was recognised over a change. By the provider is the weaker kind. */
export type ChangeMeans = 'passkey' | 'provider' | 'demonstration'

/** `seen-otherwise`: the passkey signed something else. `used-already`: this change was made, or tried, before. */
export type ConfirmRefusal = { readonly code: 'no-change' | 'used-already' | 'too-old' | 'not-recognised' | 'seen-otherwise' }

/** A change of an account as somebody asked for it, to the byte. It can be confirmed while it waits, by them, in their session. */
export type AskedChange = {
  readonly changeId: string
  readonly accountId: string
  readonly sessionId: string
  readonly handle: string
  readonly askedAt: Instant
  /** SHA-256, in hexadecimal. */
  readonly digest: string
  readonly content: string
  readonly state: 'waiting' | 'recognised' | 'used' | 'too-old'
  readonly means?: ChangeMeans
}

type Asker = { readonly changeId: string; readonly accountId: string; readonly sessionId: string }

/** Keeps what an administrator asks for; refused to whoever is none, or whose session has ended. */
export async function askAccountChange(tx: Database, { changeId, accountId, sessionId, content }: Asker & { readonly content: string }): Promise<Result<null, { readonly code: 'not-recognised' }>> {
  const { rows: [row] } = await sql<{ outcome: 'asked' | 'not-recognised' }>`select ask_account_change(${changeId}, ${accountId}, ${sessionId}, ${content}) as outcome`.execute(tx)
  invariant(row, 'the database gave no answer to a change that was asked', { changeId })
  return row.outcome === 'asked' ? accept(null) : refuse({ code: row.outcome })
}

/** A change that this account asked for in this session; undefined of any other. */
export async function findAccountChange(tx: Database, { changeId, accountId, sessionId }: Asker): Promise<AskedChange | undefined> {
  const { rows: [row] } = await sql<ChangeRow>`select change_id, account_id, session_id, handle, asked_at, encode(digest, 'hex') as digest, content, means,
      case when used_at is not null then 'used' when asked_at < clock_timestamp() - interval '5 minutes' then 'too-old' when recognised_at is not null then 'recognised' else 'waiting' end as state
    from account_change where change_id = ${changeId} and account_id = ${accountId} and session_id = ${sessionId}`.execute(tx)
  return row && {
    changeId: row.change_id, accountId: row.account_id, sessionId: row.session_id, handle: row.handle, askedAt: row.asked_at.toISOString(), digest: row.digest, content: row.content, state: row.state,
    ...(row.means === null ? {} : { means: row.means }),
  }
}

/** Keeps that the administrator was recognised over this change, and what shows it later. */
export async function recogniseAccountChange(tx: Database, { changeId, accountId, sessionId, means, evidence }: Asker & { readonly means: ChangeMeans; readonly evidence: Readonly<Record<string, string>> }): Promise<Result<null, ConfirmRefusal>> {
  const { rows: [row] } = await sql<{ outcome: 'recognised' | ConfirmRefusal['code'] }>`select recognise_account_change(${changeId}, ${accountId}, ${sessionId}, ${means}, ${JSON.stringify(evidence)}) as outcome`.execute(tx)
  invariant(row, 'the database gave no answer to a recognition', { changeId })
  return row.outcome === 'recognised' ? accept(null) : refuse({ code: row.outcome })
}

/** Uses a change up, once: whoever is told so may make it. */
export async function spendAccountChange(tx: Database, { changeId, accountId, sessionId }: Asker): Promise<Result<null, ConfirmRefusal>> {
  const { rows: [row] } = await sql<{ outcome: 'used' | ConfirmRefusal['code'] }>`select use_account_change(${changeId}, ${accountId}, ${sessionId}) as outcome`.execute(tx)
  invariant(row, 'the database gave no answer to a change', { changeId })
  return row.outcome === 'used' ? accept(null) : refuse({ code: row.outcome })
}

type ChangeRow = {
  readonly change_id: string
  readonly account_id: string
  readonly session_id: string
  readonly handle: string
  readonly asked_at: Date
  readonly digest: string
  readonly content: string
  readonly means: ChangeMeans | null
  readonly state: AskedChange['state']
}
