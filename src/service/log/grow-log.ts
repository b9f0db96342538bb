import { invariant } from '../../kernel/invariant.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { growTree } from '../../transparency/grow-tree.ts'
import { writeText } from '../../transparency/strict-text.ts'
import { fullWidth } from '../../transparency/tile.ts'
import { leafHashes, rootOver } from '../../transparency/tree-hash.ts'
import { writeBundle, writeCheckpoint, writeNote } from '../../transparency/write-log.ts'
import { countWaiting, findTip, growLog as keepGrowth, lockLog, readTileBytes, waitingActs, type LogTip } from '../../store/log.ts'
import { findHalt, type LogHalt } from '../../store/log-health.ts'
import type { Transaction } from '../../store/tables.ts'
import type { LogServices } from './log-services.ts'
import { sha256Now, type NodeKeys } from './node-keys.ts'

export type Grown = { readonly tip: LogTip; /** How many acts took their place; the rest of the batch is padding. */ readonly acts: number; /** How many did not fit, and wait for the next tick. */ readonly left: number }

export type GrowRefusal = { readonly code: 'log-halted'; readonly halt: LogHalt } | { readonly code: 'log-damaged'; readonly facts: object } | { readonly code: 'grown-just-now' }

export type Cadence = { /** Leaves of a batch: a multiple of 256. */ readonly batch: number; readonly seconds: number }

export const usualCadence: Cadence = { batch: fullWidth, seconds: 600 }

/**
 * One tick: the log grows by one batch, whatever happened. Waiting commitments take their places in the order of their bytes, random bytes fill the
 * rest. Leaves, tiles, checkpoint and signature are one transaction. Without `atLeastSeconds` since the last tick nothing is done.
 */
export async function growLog({ database, keys, random, clock }: LogServices, { batch, atLeastSeconds = 0 }: { readonly batch: number; readonly atLeastSeconds?: number }): Promise<Result<Grown, GrowRefusal>> {
  invariant(batch > 0 && batch % fullWidth === 0, 'a batch is whole tiles', { batch })
  return database.transaction().execute(async (tx) => {
    await lockLog(tx)
    const halt = await findHalt(tx)
    if (halt) return refuse({ code: 'log-halted', halt } as const)
    const tip = await findTip(tx)
    if (tip && Date.parse(clock.now()) - Date.parse(tip.madeAt) < atLeastSeconds * 1000) return refuse({ code: 'grown-just-now' } as const)
    return growFrom(tx, tip, keys, await leavesOf(tx, batch, random))
  })
}

type Leaf = { readonly entry: Uint8Array; readonly actNumber?: number }

/** Sorted by their bytes, padding among them: the place of a leaf tells nothing. */
async function leavesOf(tx: Transaction, batch: number, random: LogServices['random']): Promise<readonly Leaf[]> {
  const acts: Leaf[] = (await waitingActs(tx, batch)).map(({ actNumber, commitment }) => ({ actNumber, entry: commitment }))
  const padding = Array.from({ length: batch - acts.length }, (): Leaf => ({ entry: random(32) }))
  return [...acts, ...padding].sort((left, right) => Buffer.compare(left.entry, right.entry))
}

async function growFrom(tx: Transaction, tip: LogTip | undefined, keys: NodeKeys, leaves: readonly Leaf[]): Promise<Result<Grown, GrowRefusal>> {
  const from = tip?.size ?? 0
  const entries = leaves.map(({ entry }) => entry)
  const grown = await growTree({ size: from, root: tip?.root ?? await rootOver([], sha256Now) }, await leafHashes(entries, sha256Now), (tile) => readTileBytes(tx, tile), sha256Now)
  if (!grown.ok) return refuse({ code: 'log-damaged', facts: grown.refusal })
  const { size, root, tiles } = grown.value
  const note = signedBy(keys, writeCheckpoint({ origin: keys.origin, size, root }))
  const acts = leaves.flatMap(({ actNumber }, place) => (actNumber === undefined ? [] : [{ actNumber, leafIndex: from + place }]))
  const kept = await keepGrowth(tx, { from, tiles, bundles: bundlesOf(entries), acts, root, note })
  invariant(kept === 'grown', 'the log was grown by somebody else while it was locked', { kept, from })
  const made = await findTip(tx)
  invariant(made?.size === size, 'the log has no end', { size })
  return accept({ tip: made, acts: acts.length, left: await countWaiting(tx) })
}

function signedBy({ log: { key, sign } }: NodeKeys, text: string): string {
  return writeNote({ text, signatures: [{ name: key.name, keyId: key.id, bytes: sign(writeText(text)) }] })
}

function bundlesOf(entries: readonly Uint8Array[]): readonly Uint8Array[] {
  return Array.from({ length: entries.length / fullWidth }, (_, index) => writeBundle(entries.slice(index * fullWidth, (index + 1) * fullWidth)))
}
