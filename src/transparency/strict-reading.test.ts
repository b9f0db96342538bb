// Whatever is read can be written in one way only: then no byte can be changed without changing what was said. And nothing that is sent to us makes a reader throw.
import { expect, test } from 'vitest'
import { type Random, seededRandom } from '../kernel/random.ts'
import { readAddCheckpoint, writeAddCheckpoint } from './add-checkpoint.ts'
import { readCheckpoint } from './checkpoint.ts'
import { readBundle } from './entry-bundle.ts'
import { checkpointOf, entriesOf, logOf, sha256, signerOf } from './log-for-tests.ts'
import { readNote } from './note.ts'
import { readNoteKey } from './note-key.ts'
import { readPolicy } from './policy.ts'
import { readProofFile } from './proof-file.ts'
import { proveInclusion } from './prove.ts'
import { readTilePath } from './read-tile-path.ts'
import { readText, writeText } from './strict-text.ts'
import { tilePath } from './tile.ts'
import { writeBundle, writeCheckpoint, writeNote, writeNoteKey, writeProofFile } from './write-log.ts'

const seed = Number(process.env['COMITY_SEED'] ?? 20_261_123)
const attempts = 4_000
const log = await logOf(entriesOf(300))
const signers = [await signerOf('one.example/log', 1), await signerOf('near.example/witness', 4)]
const signedCheckpoint = await checkpointOf('one.example/log', log, signers)
const proof = await proveInclusion(7, 300, log.readTile, sha256)
const hashes = proof.ok ? proof.value : []
const text = (bytes: Uint8Array) => readText(bytes) ?? ''

/** What is read, written again; undefined where it is refused. */
type Again = (bytes: Uint8Array) => Promise<string | Uint8Array | undefined> | string | Uint8Array | undefined

test.each<[string, string | Uint8Array, Again]>([
  ['a note', signedCheckpoint, (bytes) => {
    const note = readNote(bytes)
    return note.ok ? writeNote(note.value) : undefined
  }],
  ['a checkpoint', signedCheckpoint.slice(0, signedCheckpoint.indexOf('\n\n') + 1), (bytes) => {
    const checkpoint = readCheckpoint(text(bytes))
    return checkpoint && writeCheckpoint(checkpoint) + checkpoint.extensions.map((line) => `${line}\n`).join('')
  }],
  ['a request to a witness', writeAddCheckpoint({ oldSize: 100, proof: hashes, signedCheckpoint }), (bytes) => {
    const request = readAddCheckpoint(bytes)
    return request.ok ? writeAddCheckpoint({ ...request.value, signedCheckpoint: writeNote(request.value.note) }) : undefined
  }],
  ['a proof file', writeProofFile({ extra: hashes[0]!, index: 7, proof: hashes, signedCheckpoint }), (bytes) => {
    const file = readProofFile(bytes)
    return file && writeProofFile(file)
  }],
  ['a verifier key', writeNoteKey(signers[0]!.key), async (bytes) => {
    const key = await readNoteKey(text(bytes), sha256)
    return key.ok ? writeNoteKey(key.value) : undefined
  }],
  ['the path of a tile', 'tile/12/x001/x234/067.p/112', (bytes) => {
    const tile = readTilePath(text(bytes))
    return tile && tilePath(tile)
  }],
  ['a bundle of entries', writeBundle(entriesOf(3)), (bytes) => {
    const entries = readBundle(bytes, 3)
    return entries && writeBundle(entries)
  }],
])(`%s that was read is written again as it was, and what is spoilt is refused without a throw (seed ${seed})`, async (_, whole, again) => {
  const bytes = typeof whole === 'string' ? writeText(whole) : whole
  expect(await again(bytes)).toEqual(whole)
  const random = seededRandom(seed)
  let [read, refused] = [0, 0]
  for (let attempt = 0; attempt < attempts; attempt++) {
    const spoilt = spoil(bytes, random)
    const written = await again(spoilt)
    if (written === undefined) refused++
    else {
      read++
      expect(typeof written === 'string' ? writeText(written) : written, `attempt ${attempt}`).toEqual(spoilt)
    }
  }
  expect(refused).toBeGreaterThan(attempts / 10)
  expect(read + refused).toBe(attempts)
})

test(`a spoilt policy is read or refused, and never throws (seed ${seed})`, async () => {
  const [one, two] = signers.map(({ key }) => writeNoteKey(key))
  const policy = writeText(`log ${one}\nwitness near ${two} https://near.example/\ngroup g any near\nquorum g\n`)
  expect(await readPolicy(policy, sha256)).toMatchObject({ ok: true })
  const random = seededRandom(seed)
  for (let attempt = 0; attempt < attempts; attempt++) expect(await readPolicy(spoil(policy, random), sha256), `attempt ${attempt}`).toHaveProperty('ok')
})

const pieces = ['\n', '\n\n', ' ', '=', 'A', '0', '+', '-', '— ', '\u00a0', '\t', '\0', '/', 'é', 'x', '\ufeff', '\r', 'old ', 'index ', 'extra ', '.p/'].map(writeText)

/** A piece put in, taken out, put in the place of another, moved, or the end cut off. */
function spoil(bytes: Uint8Array, random: Random): Uint8Array {
  const at = Math.floor(random() * (bytes.length + 1))
  const length = 1 + Math.floor(random() * 3)
  const piece = pieces[Math.floor(random() * pieces.length)]!
  const other = Math.floor(random() * bytes.length)
  const ways = [
    () => [...bytes.slice(0, at), ...piece, ...bytes.slice(at)],
    () => [...bytes.slice(0, at), ...bytes.slice(at + length)],
    () => [...bytes.slice(0, at), ...piece, ...bytes.slice(at + length)],
    () => [...bytes.slice(0, at), ...bytes.slice(other, other + 50), ...bytes.slice(at)],
    () => bytes.slice(0, at),
    () => [...bytes.slice(0, at), Math.floor(random() * 256), ...bytes.slice(at + 1)],
  ]
  return Uint8Array.from(ways[Math.floor(random() * ways.length)]!())
}
