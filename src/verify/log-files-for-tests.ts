// A whole log as files, proofs of it, and policies that believe it. Tests only.
import { checkpointOf, logOf, sha256, signerOf, type Signer, type TestLog } from '../transparency/log-for-tests.ts'
import { proveInclusion } from '../transparency/prove.ts'
import { writeText } from '../transparency/strict-text.ts'
import { tilePath, tilesOf } from '../transparency/tile.ts'
import { writeBundle, writeNoteKey, writeProofFile } from '../transparency/write-log.ts'
import type { ReadFile } from './comity-verify.ts'

export const origin = 'one.example/log'
export const signers = {
  log: await signerOf(origin, 1),
  near: await signerOf('near.example/witness', 4),
  far: await signerOf('far.example/witness', 4),
  newer: await signerOf('newer.example/witness', 6),
}
export const everybody: readonly Signer[] = Object.values(signers)

/** A policy that knows the log and three witnesses, and asks for this. */
export function policyOf(quorum: string): Uint8Array {
  const { log, ...witnesses } = signers
  const lines = Object.entries(witnesses).map(([name, { key }]) => `witness ${name} ${writeNoteKey(key)}\n`)
  return writeText(`log ${writeNoteKey(log.key)}\n${lines.join('')}${quorum}`)
}

export const needsAll = policyOf('group everybody all near far newer\nquorum everybody\n')
export const needsAny = policyOf('group somebody any near far newer\nquorum somebody\n')
export const needsNone = policyOf('quorum none\n')

/** The files of a log of these entries, by path. */
export async function filesOf(entries: readonly Uint8Array[], signedBy = everybody): Promise<ReadonlyMap<string, Uint8Array>> {
  const log = await logOf(entries)
  const current = [...tilesOf(log.size)]
  const bundles = current.filter(({ level }) => level === 0).map(({ index, width }) => [
    tilePath({ level: 'entries', index, width }), writeBundle(entries.slice(index * 256, index * 256 + width)),
  ] as const)
  const tiles = current.map((tile) => [tilePath(tile), log.tiles.get(tilePath(tile))!] as const)
  return new Map([['checkpoint', writeText(await checkpointOf(origin, log, signedBy))], ...bundles, ...tiles])
}

export function readerOf(files: ReadonlyMap<string, Uint8Array>): ReadFile {
  return async (path) => files.get(path)
}

/** A proof file of the leaf at this index; it may say another index than it proves. */
export async function proofOf(
  log: TestLog, index: number, { extra, said = index, signedBy = everybody }: { readonly extra?: Uint8Array; readonly said?: number; readonly signedBy?: readonly Signer[] } = {},
): Promise<Uint8Array> {
  const proof = await proveInclusion(index, log.size, log.readTile, sha256)
  if (!proof.ok) throw new Error(proof.refusal.code)
  return writeText(writeProofFile({ ...(extra === undefined ? {} : { extra }), index: said, proof: proof.value, signedCheckpoint: await checkpointOf(origin, log, signedBy) }))
}
