// Ten thousand times one byte is changed somewhere in what was published, and each time it must be noticed.
import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { commit } from '../transparency/commitment.ts'
import { entriesOf, logOf, sha256, tools } from '../transparency/log-for-tests.ts'
import { writeOpening } from '../transparency/write-log.ts'
import { verifyCheckpoint, verifyLog, verifyProof } from './comity-verify.ts'
import { filesOf, needsAll, needsAny, needsNone, proofOf, readerOf, signers } from './log-files-for-tests.ts'

const seed = Number(process.env['COMITY_SEED'] ?? 20_261_123)
const changes = 2_000
// A log is verified two thousand times: many seconds on a busy machine.
const patience = 300_000
const entries = entriesOf(269)
const opening = { salt: sha256(Uint8Array.of(1)), contentDigest: sha256(Uint8Array.of(2)) }
const leaf = await commit(opening, sha256)
const all = [...entries, leaf]
const tree = await logOf(all)
const checkpoint = (await filesOf(all)).get('checkpoint')!
const proof = await proofOf(tree, 269, { extra: writeOpening(opening) })
const bare = await proofOf(tree, 100)

test.each([
  ['a proof file', [proof], async (bytes: Uint8Array) => verifyProof(bytes, { data: leaf }, needsAll, tools)],
  ['a proof file without an opening', [bare], async (bytes: Uint8Array) => verifyProof(bytes, { data: all[100]! }, needsAll, tools)],
  ['a checkpoint and its cosignatures', [checkpoint], async (bytes: Uint8Array) => verifyCheckpoint(bytes, needsAll, tools)],
] as const)(`a byte changed in %s is noticed, ${changes.toLocaleString('en')} times (seed ${seed})`, async (_, [whole], verify) => {
  expect(await verify(whole)).toMatchObject({ ok: true })
  await changeEach(whole, async (changed, place) => expect((await verify(changed)).ok, place).toBe(false))
})

test.each([
  ['the tiles of a log', /^tile\/\d/],
  ['the entries of a log', /^tile\/entries\//],
] as const)(`a byte changed in %s is noticed, ${changes.toLocaleString('en')} times (seed ${seed})`, async (_, pattern) => {
  // Signatures were tried above: here the log's own is enough.
  const files = await filesOf(all, [signers.log])
  expect(await verifyLog(readerOf(files), needsNone, tools)).toMatchObject({ ok: true })
  const chosen = [...files].filter(([path]) => pattern.test(path))
  const whole = Uint8Array.from(chosen.flatMap(([, bytes]) => [...bytes]))
  await changeEach(whole, async (changed, place) => {
    let from = 0
    const parts = chosen.map(([path, bytes]) => [path, changed.subarray(from, (from += bytes.length))] as const)
    const answer = await verifyLog(readerOf(new Map([...files, ...parts])), needsNone, tools)
    expect(answer, place).toMatchObject({ ok: false, refusal: { code: 'file-does-not-fit' } })
  })
}, patience)

// Where fewer witnesses are enough, a cosignature may be spoilt so that it is nobody's; then what was verified says so.
test('every byte of a checkpoint, changed in turn, is refused or changes what is said, even where one witness of three is enough', async () => {
  const checkpoint = (await filesOf(all, [signers.log, signers.near, signers.far])).get('checkpoint')!
  const good = await verifyCheckpoint(checkpoint, needsAny, tools)
  for (let at = 0; at < checkpoint.length; at++) {
    const answer = await verifyCheckpoint(checkpoint.with(at, checkpoint[at]! ^ 1), needsAny, tools)
    expect(answer, `byte ${at}`).not.toEqual(good)
    if (answer.ok) expect([answer.value.unknownSignatures, answer.value.witnesses.length], `byte ${at}`).toEqual([1, 1])
  }
})

test('every byte of a policy, changed in turn, is refused or makes another policy of it', async () => {
  let accepted = 0
  for (let at = 0; at < needsAll.length; at++) {
    const answer = await verifyCheckpoint(checkpoint, needsAll.with(at, needsAll[at]! ^ 1), tools)
    // Only the policy's own names may be other ones, where all that name them changed: one byte never does that.
    if (answer.ok) accepted++
  }
  expect(accepted).toBe(0)
})

test('every byte of an opening, changed in turn, is noticed', async () => {
  const file = await proofOf(tree, 269)
  const bytes = writeOpening(opening)
  for (let at = 0; at < 64; at++) {
    const changed = bytes.with(at, bytes[at]! ^ 1)
    expect(await verifyProof(file, { opening: { salt: changed.slice(0, 32), contentDigest: changed.slice(32) } }, needsAll, tools), `byte ${at}`).toMatchObject({ ok: false })
  }
  expect(await verifyProof(file, { opening }, needsAll, tools)).toMatchObject({ ok: true })
})

async function changeEach(whole: Uint8Array, check: (changed: Uint8Array, place: string) => Promise<void>): Promise<void> {
  const random = seededRandom(seed)
  for (let change = 0; change < changes; change++) {
    const at = Math.floor(random() * whole.length)
    const other = (whole[at]! + 1 + Math.floor(random() * 255)) % 256
    await check(whole.with(at, other), `seed ${seed}, change ${change}: byte ${at} from ${whole[at]} to ${other}`)
  }
}
