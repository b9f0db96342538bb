import { sql } from 'kysely'
import { sha256 } from '../kernel/digest.ts'
import type { Database } from './tables.ts'

/** What a browser has begun at our door: to be recognised by the provider or by a passkey, or to add a passkey. */
export type PendingKind = 'provider' | 'passkey' | 'add-passkey'

export type Pending = {
  /** Of the session that wants to be recognised afresh, or to add a passkey. */
  readonly sessionId?: string
  readonly accountId?: string
  /** SHA-256 of the invitation's token, where somebody registers their first passkey. */
  readonly invitation?: string
  readonly nonce?: string
  readonly verifier?: string
  /** What somebody agrees to by signing in afresh, as it was shown. */
  readonly approval?: { readonly proposalId: string; /** SHA-256, in hexadecimal. */ readonly digest: string }
  /** The change of an account that somebody confirms by signing in afresh: `account-changes.ts`. */
  readonly changeId?: string
  readonly language: 'en' | 'fr'
  /** Where to go afterwards, after the language: `/work…`. */
  readonly returnTo: string
}

/** `state` is the provider's state or a passkey's challenge, `browser` the browser's own secret; only digests are kept. */
export async function beginPending(tx: Database, { kind, state, browser, ...pending }: Pending & { readonly kind: PendingKind; readonly state: string; readonly browser: string }): Promise<void> {
  const { sessionId = null, accountId = null, nonce = null, verifier = null, language, returnTo, changeId = null } = pending
  const invitation = pending.invitation === undefined ? null : Buffer.from(pending.invitation, 'hex')
  const { proposalId = null, digest: shown = null } = pending.approval ?? {}
  await sql`insert into pending_sign_in (state_digest, kind, browser_digest, session_id, account_id, invitation, nonce, verifier, language, return_to, proposal_id, approval_digest, change_id)
    values (${digest(state)}, ${kind}, ${digest(browser)}, ${sessionId}, ${accountId}, ${invitation}, ${nonce}, ${verifier}, ${language}, ${returnTo}, ${proposalId}, decode(${shown}, 'hex'), ${changeId})`.execute(tx)
}

/** What this browser had begun, given out once and within ten minutes; undefined for every other browser, kind or state. */
export async function takePending(tx: Database, { kind, state, browser }: { readonly kind: PendingKind; readonly state: string; readonly browser: string }): Promise<Pending | undefined> {
  const { rows: [row] } = await sql<PendingRow>`select * from take_pending(${digest(state)}, ${digest(browser)}, ${kind})`.execute(tx)
  if (!row) return undefined
  return {
    language: row.language, returnTo: row.return_to,
    ...(row.session_id === null ? {} : { sessionId: row.session_id }), ...(row.account_id === null ? {} : { accountId: row.account_id }),
    ...(row.invitation === null ? {} : { invitation: row.invitation.toString('hex') }),
    ...(row.proposal_id === null || row.approval_digest === null ? {} : { approval: { proposalId: row.proposal_id, digest: row.approval_digest.toString('hex') } }),
    ...(row.change_id === null ? {} : { changeId: row.change_id }),
    ...(row.nonce === null ? {} : { nonce: row.nonce }), ...(row.verifier === null ? {} : { verifier: row.verifier }),
  }
}

/** Counts one attempt, and returns how many there were in the last so many minutes, this one among them. */
export async function countAttempt(tx: Database, { counted, of, minutes }: { readonly counted: 'account' | 'address' | 'all'; readonly of: string; readonly minutes: number }): Promise<number> {
  const { rows: [row] } = await sql<{ attempts: number }>`select count_attempt(${counted}, ${digest(of)}, make_interval(mins => ${minutes})) as attempts`.execute(tx)
  return row?.attempts ?? 0
}

/** Removes counts and beginnings that no longer matter. */
export async function removeOldAttempts(tx: Database): Promise<void> {
  await sql`select remove_old_attempts()`.execute(tx)
}

/** Keeps an invitation that is good for these many hours; the token itself is in the link alone. */
export async function addInvitation(tx: Database, { tokenDigest, accountId, by, hours }: { readonly tokenDigest: string; readonly accountId: string; readonly by: string; readonly hours: number }): Promise<void> {
  await sql`insert into invitation (token_digest, account_id, made_by, ends_at) values (decode(${tokenDigest}, 'hex'), ${accountId}, ${by}, clock_timestamp() + make_interval(hours => ${hours}))`.execute(tx)
}

export type Invited = { readonly accountId: string; readonly handle: string; readonly displayName: string }

/** Whom an invitation is for, where it is still good. */
export async function readInvitation(tx: Database, tokenDigest: string): Promise<Invited | undefined> {
  const { rows: [row] } = await sql<{ account_id: string; handle: string; display_name: string }>`select * from read_invitation(decode(${tokenDigest}, 'hex'))`.execute(tx)
  return row && { accountId: row.account_id, handle: row.handle, displayName: row.display_name }
}

/** Uses an invitation up, once; false when it was used, is too old, or is none. */
export async function spendInvitation(tx: Database, tokenDigest: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ account: string | null }>`select use_invitation(decode(${tokenDigest}, 'hex')) as account`.execute(tx)
  return row !== undefined && row.account !== null
}

const digest = (text: string) => Buffer.from(sha256(text), 'hex')

type PendingRow = {
  readonly session_id: string | null
  readonly account_id: string | null
  readonly invitation: Buffer | null
  readonly nonce: string | null
  readonly verifier: string | null
  readonly language: 'en' | 'fr'
  readonly return_to: string
  readonly proposal_id: string | null
  readonly approval_digest: Buffer | null
  readonly change_id: string | null
}
