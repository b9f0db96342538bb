import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import { invariant } from '../kernel/invariant.ts'
import type { Tile } from '../transparency/tile.ts'
import type { Database, Transaction } from './tables.ts'

/** The end of our own log: how many leaves it has, their root, and the checkpoint that says so, with our signatures. */
export type LogTip = { readonly size: number; readonly root: Uint8Array; readonly note: string; readonly madeAt: Instant }

/** An act that has no place in the log yet. Its commitment will be a leaf. */
export type WaitingAct = { readonly actNumber: number; readonly commitment: Uint8Array }

/** One writer at a time, over all programs that share the database: whoever grows the log holds this until the transaction ends. */
export async function lockLog(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('comity log'))`.execute(tx)
}

export async function findTip(tx: Database): Promise<LogTip | undefined> {
  return (await checkpoints(tx, sql`order by size desc limit 1`))[0]
}

export async function findCheckpoint(tx: Database, size: number): Promise<LogTip | undefined> {
  return (await checkpoints(tx, sql`where size = ${size}`))[0]
}

async function checkpoints(tx: Database, rest: ReturnType<typeof sql>): Promise<readonly LogTip[]> {
  const { rows } = await sql<{ size: number; root: Buffer; note: string; made_at: Date }>`select size, root, note, made_at from log_checkpoint ${rest}`.execute(tx)
  return rows.map(({ size, root, note, made_at: madeAt }) => ({ size, root: Uint8Array.from(root), note, madeAt: madeAt.toISOString() }))
}

/** Acts that wait, in the order of their commitments: which tells nothing of the order in which they came. */
export async function waitingActs(tx: Database, most: number): Promise<readonly WaitingAct[]> {
  const { rows } = await sql<{ act_number: number; commitment: Buffer }>`select act_number, commitment from logged_act where leaf_index is null order by commitment limit ${most}`.execute(tx)
  return rows.map(({ act_number: actNumber, commitment }) => ({ actNumber, commitment: Uint8Array.from(commitment) }))
}

export async function countWaiting(tx: Database): Promise<number> {
  const { rows: [row] } = await sql<{ waiting: number }>`select count(*) as waiting from logged_act where leaf_index is null`.execute(tx)
  return row?.waiting ?? 0
}

/** A tile of this very width, or entries: cut off a wider one, because tiles only grow. Undefined where there is none so wide. */
export async function readTileBytes(tx: Database, { level, index, width }: Tile<number | 'entries'>): Promise<Uint8Array | undefined> {
  const { rows: [row] } = level === 'entries'
    ? await sql<{ bytes: Buffer }>`select entries as bytes from log_bundle where tile_index = ${index}`.execute(tx)
    : await sql<{ bytes: Buffer }>`select hashes as bytes from log_tile where level = ${level} and tile_index = ${index}`.execute(tx)
  const length = width * (level === 'entries' ? 34 : 32)
  return row && row.bytes.length >= length ? Uint8Array.from(row.bytes.subarray(0, length)) : undefined
}

export type Growth = {
  /** The size from which the tree was grown. */
  readonly from: number
  readonly tiles: readonly { readonly tile: Tile; readonly bytes: Uint8Array }[]
  /** Full bundles of 256 entries, in order. */
  readonly bundles: readonly Uint8Array[]
  readonly acts: readonly { readonly actNumber: number; readonly leafIndex: number }[]
  readonly root: Uint8Array
  readonly note: string
}

/** Keeps a batch. The lock must be held. `stale-size`: somebody grew the log since; `halted`: this log signs no more. */
export async function growLog(tx: Transaction, { from, tiles, bundles, acts, root, note }: Growth): Promise<'grown' | 'stale-size' | 'halted'> {
  const { rows: [row] } = await sql<{ outcome: 'grown' | 'stale-size' | 'halted' }>`select grow_log(${from},
    ${JSON.stringify(tiles.map(({ tile, bytes }) => ({ level: tile.level, index: tile.index, hashes: base64(bytes) })))},
    ${JSON.stringify(bundles.map(base64))}, ${JSON.stringify(acts.map(({ actNumber, leafIndex }) => ({ act: actNumber, leaf: leafIndex })))}, ${base64(root)}, ${note}) as outcome`.execute(tx)
  invariant(row, 'the database gave no answer to a growing log', { from })
  return row.outcome
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** An act with what opens it: `salt` is undefined once its record's key was destroyed. `auditor` is the auditor's connection. */
export type OpenedAct = { readonly record: string; readonly kind: string; readonly place: string; readonly salt?: Uint8Array; readonly commitment: Uint8Array; readonly leafIndex?: number }

export async function openAct(auditor: Database, actNumber: number): Promise<OpenedAct | undefined> {
  const { rows: [row] } = await sql<{ record: string; kind: string; place: string; salt: Buffer | null; commitment: Buffer; leaf_index: number | null }>`select * from open_act(${actNumber})`.execute(auditor)
  if (!row) return undefined
  const { record, kind, place, salt, commitment, leaf_index: leafIndex } = row
  return { record, kind, place, commitment: Uint8Array.from(commitment), ...(salt ? { salt: Uint8Array.from(salt) } : {}), ...(leafIndex === null ? {} : { leafIndex }) }
}

export type ListedAct = { readonly actNumber: number; readonly kind: string; readonly place: string; readonly leafIndex?: number }

/** The acts of a record in their order, after a number. */
export async function actsOfRecord(tx: Database, record: string, { after = 0, limit = 200 }: { readonly after?: number; readonly limit?: number } = {}): Promise<readonly ListedAct[]> {
  const { rows } = await sql<{ act_number: number; kind: string; place: string; leaf_index: number | null }>`
    select act_number, kind, place, leaf_index from logged_act where record = ${record} and act_number > ${after} order by act_number limit ${limit}`.execute(tx)
  return rows.map(({ act_number: actNumber, kind, place, leaf_index: leafIndex }) => ({ actNumber, kind, place, ...(leafIndex === null ? {} : { leafIndex }) }))
}

/** What was committed to of an event of a case, made again from its row. `auditor` is the auditor's connection. */
export async function eventContent(auditor: Database, caseId: string, sequence: number): Promise<string | undefined> {
  const { rows: [row] } = await sql<{ content: string }>`select event_content(event) as content from case_event as event where case_id = ${caseId} and sequence = ${sequence}`.execute(auditor)
  return row?.content
}
