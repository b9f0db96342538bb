// npm run bench:log: a log of a million entries is grown onto the disk, then verified from there: the checkpoint, every leaf hash, every node, every tile.
// Beside it, in the same run and by turns, as many bare hashes of the same lengths. The aim is three times that at most.
import { generateKeyPairSync, hash, sign } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { invariant } from '../src/kernel/invariant.ts'
import { growTree } from '../src/transparency/grow-tree.ts'
import { makeNoteKey } from '../src/transparency/make-note-key.ts'
import { writeText } from '../src/transparency/strict-text.ts'
import { type Tile, tilePath } from '../src/transparency/tile.ts'
import { leafHashes, rootOver } from '../src/transparency/tree-hash.ts'
import { writeCheckpoint, writeBundle, writeNote, writeNoteKey } from '../src/transparency/write-log.ts'
import { verifyLog, webCrypto } from '../src/verify/comity-verify.ts'

const [entriesInAll, batch, turns, aim] = [1_000_000, 256 * 40, 3, 3]
const folder = mkdtempSync(join(tmpdir(), 'comity-log-'))
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

console.log(`Comity benchmark of verifying a log: ${cpus().length} cores, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`)
try {
  await everything()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function everything(): Promise<void> {
  const grown = await timed(growLog)
  console.log(`grown by batches of ${batch.toLocaleString('en')}, written to disk: ${said(grown)}`)
  const ratios: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const bare = await timed(hashBare)
    const verified = await timed(async () => verifyWhole(grown.value))
    const [ratio, ofProcessor] = [verified.milliseconds / bare.milliseconds, verified.processor / bare.processor]
    ratios.push(ratio, ofProcessor)
    console.log(`verified ${said(verified)}; bare hashing of ${(2 * entriesInAll - 1).toLocaleString('en')} nodes ${said(bare)}; ratio ${ratio.toFixed(2)}, of processor time ${ofProcessor.toFixed(2)}`)
  }
  const worst = Math.max(...ratios)
  console.log(`greatest ratio in ${turns} turns: ${worst.toFixed(2)}, aim ${aim}: ${worst <= aim ? 'met' : 'MISSED'}`)
  process.exitCode = worst <= aim ? 0 : 1
}

async function growLog(): Promise<Uint8Array> {
  let tree = { size: 0, root: await rootOver([], sha256) }
  while (tree.size < entriesInAll) {
    const entries = Array.from({ length: Math.min(batch, entriesInAll - tree.size) }, (_, index) => sha256(writeText(`entry ${tree.size + index}`)))
    const next = await growTree(tree, await leafHashes(entries, sha256), async (tile) => read(tilePath(tile)), sha256)
    invariant(next.ok, 'the log did not grow', next.ok ? {} : next.refusal)
    for (const { tile, bytes } of next.value.tiles) write(tilePath(tile), bytes)
    for (let at = 0; at < entries.length; at += 256) {
      const bundle = entries.slice(at, at + 256)
      const place: Tile<'entries'> = { level: 'entries', index: (tree.size + at) / 256, width: bundle.length }
      write(tilePath(place), writeBundle(bundle))
    }
    tree = next.value
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = await makeNoteKey('one.example/log', 1, publicKey.export({ format: 'raw-public' }), sha256)
  const text = writeCheckpoint({ origin: key.name, ...tree })
  write('checkpoint', writeText(writeNote({ text, signatures: [{ name: key.name, keyId: key.id, bytes: sign(null, writeText(text), privateKey) }] })))
  return writeText(`log ${writeNoteKey(key)}\nquorum none\n`)
}

async function verifyWhole(policy: Uint8Array): Promise<void> {
  const answer = await verifyLog(read, policy, { ...webCrypto, sha256 })
  invariant(answer.ok && answer.value.checkpoint.size === entriesInAll, 'the log is not good', answer.ok ? {} : answer.refusal)
}

async function hashBare(): Promise<void> {
  const [leaf, node] = [new Uint8Array(33), new Uint8Array(65)]
  for (let at = 0; at < entriesInAll; at++) sha256(leaf)
  for (let at = 1; at < entriesInAll; at++) sha256(node)
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly milliseconds: number; readonly processor: number }> {
  const [startedAt, used] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const { user, system } = process.cpuUsage(used)
  return { value, milliseconds: performance.now() - startedAt, processor: (user + system) / 1000 }
}

function said({ milliseconds, processor }: { readonly milliseconds: number; readonly processor: number }): string {
  return `${milliseconds.toFixed(0)} ms (processor ${processor.toFixed(0)} ms)`
}

async function read(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(folder, path))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), bytes)
}
