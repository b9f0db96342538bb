import { sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { commit } from '../transparency/commitment.ts'
import { checkpointOf, entriesOf, grown, logOf, sha256, signerOf, tools as nodeTools } from '../transparency/log-for-tests.ts'
import { writeText } from '../transparency/strict-text.ts'
import { tilesOf } from '../transparency/tile.ts'
import { writeOpening } from '../transparency/write-log.ts'
import { type Tools, verifyCheckpoint, verifyLog, verifyProof, webCrypto } from './comity-verify.ts'
import { everybody, filesOf, needsAll, needsAny, needsNone, origin, proofOf, readerOf, signers } from './log-files-for-tests.ts'

const { log, near, far, newer } = signers
const entries = entriesOf(700)
const tree = await logOf(entries)
const content = writeText('{"act":"sample"}')
const opening = { salt: sha256(Uint8Array.of(1)), contentDigest: sha256(content) }
const opened = await commit(opening, sha256)
const openedTree = await grown(await logOf(entries), [opened])

describe('a checkpoint', () => {
  test('is good where the log signed it and enough witnesses saw it, and says who and when', async () => {
    const good = await verifyCheckpoint(writeText(await checkpointOf(origin, tree, everybody)), needsAll)
    expect(good).toMatchObject({ ok: true, value: { origin, size: 700, root: tree.root, quorum: 'everybody', uncheckable: [], unknownSignatures: 0 } })
    expect(good.ok && good.value.witnesses).toEqual(['near', 'far', 'newer'].map((name) => ({ name, signedAtSeconds: 1_790_000_000 })))
  })

  test('says that nobody but the log vouches for it where the policy asks for none', async () => {
    const good = await verifyCheckpoint(writeText(await checkpointOf(origin, tree, [log])), needsNone)
    expect(good).toMatchObject({ ok: true, value: { witnesses: [], quorum: 'none' } })
  })

  test.each([
    ['without the log, however many saw it', [near, far, newer], needsAll, 'no-known-signature'],
    ['without one of those who must all have seen it', [log, near, far], needsAll, 'quorum-not-reached'],
    ['without any of those of whom one is enough', [log], needsAny, 'quorum-not-reached'],
  ] as const)('%s is refused', async (_, signers, policy, code) => {
    expect(await verifyCheckpoint(writeText(await checkpointOf(origin, tree, signers)), policy)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('does not reach a quorum by a signature that this runtime cannot check', async () => {
    const older: Tools = { ...webCrypto, checkSignature: async (algorithm, ...rest) => (algorithm === 'ML-DSA-44' ? 'unknown-algorithm' : webCrypto.checkSignature(algorithm, ...rest)) }
    const checkpoint = writeText(await checkpointOf(origin, tree, [log, newer]))
    expect(await verifyCheckpoint(checkpoint, needsAny, older)).toEqual({ ok: false, refusal: { code: 'quorum-not-reached', witnesses: [], uncheckable: ['newer.example/witness'] } })
    expect(await verifyCheckpoint(checkpoint, needsNone, older)).toMatchObject({ ok: true, value: { witnesses: [], uncheckable: ['newer.example/witness'] } })
  })

  test('of a log that the policy does not name is refused, and so is one under a policy that cannot be read', async () => {
    const other = await signerOf('other.example/log', 1)
    expect(await verifyCheckpoint(writeText(await checkpointOf('other.example/log', tree, [other])), needsNone)).toEqual({ ok: false, refusal: { code: 'origin-unknown', origin: 'other.example/log' } })
    expect(await verifyCheckpoint(writeText(await checkpointOf(origin, tree, everybody)), writeText('quorum w\n'))).toEqual({ ok: false, refusal: { code: 'name-unknown', line: 1 } })
  })
})

describe('Web Crypto', () => {
  test('agrees with node:crypto on a hash, on good and bad signatures of both kinds, and on a bad key', async () => {
    const message = writeText('message')
    expect(await webCrypto.sha256(message)).toEqual(sha256(message))
    for (const [signer, algorithm] of [[log, 'Ed25519'], [newer, 'ML-DSA-44']] as const) {
      const signature = Uint8Array.from(sign(null, message, signer.privateKey))
      for (const check of [webCrypto.checkSignature, nodeTools.checkSignature]) {
        expect(await check(algorithm, signer.key.publicKey, message, signature)).toBe('fits')
        expect(await check(algorithm, signer.key.publicKey, writeText('other'), signature)).toBe('does-not-fit')
        expect(await check(algorithm, signer.key.publicKey, message, signature.slice(1))).toBe('does-not-fit')
      }
      expect(await webCrypto.checkSignature(algorithm, signer.key.publicKey.slice(1), message, signature)).toBe('does-not-fit')
    }
  })

  test('says of an algorithm that it does not have that it does not know it', async () => {
    expect(await webCrypto.checkSignature('ML-DSA-1' as 'ML-DSA-44', new Uint8Array(1312), new Uint8Array(), new Uint8Array())).toBe('unknown-algorithm')
  })
})

describe('a proof', () => {
  test('of a leaf is good, and says where the leaf stands and what the checkpoint says', async () => {
    const proof = await verifyProof(await proofOf(tree, 123), { data: entries[123]! }, needsAll)
    expect(proof).toMatchObject({ ok: true, value: { index: 123, data: entries[123], checkpoint: { origin, size: 700 } } })
  })

  test('with the opening in it is good for the content, for the opening and for the leaf', async () => {
    const file = await proofOf(openedTree, 700, { extra: writeOpening(opening) })
    for (const claim of [{ content }, { opening }, { data: opened }]) expect(await verifyProof(file, claim, needsAll)).toMatchObject({ ok: true, value: { index: 700, data: opened } })
    expect(await verifyProof(file, { content: writeText('{"act":"other"}') }, needsAll)).toEqual({ ok: false, refusal: { code: 'content-does-not-fit' } })
    expect(await verifyProof(file, { data: entries[0]! }, needsAll)).toEqual({ ok: false, refusal: { code: 'opening-does-not-fit' } })
  })

  test('without the opening in it is good for an opening that is shown beside it', async () => {
    const file = await proofOf(openedTree, 700)
    expect(await verifyProof(file, { opening }, needsAll)).toMatchObject({ ok: true })
    expect(await verifyProof(file, { content }, needsAll)).toEqual({ ok: false, refusal: { code: 'opening-missing' } })
    expect(await verifyProof(file, { opening: { ...opening, salt: opening.contentDigest } }, needsAll)).toEqual({ ok: false, refusal: { code: 'root-does-not-fit' } })
  })

  test('with an extra line that opens nothing is refused: nobody signed that line', async () => {
    for (const extra of [writeText('anything'), writeOpening({ ...opening, salt: opening.contentDigest })]) {
      expect(await verifyProof(await proofOf(openedTree, 700, { extra }), { data: opened }, needsAll)).toEqual({ ok: false, refusal: { code: 'opening-does-not-fit' } })
    }
  })

  test.each([
    ['another leaf', 123, entries[124]!, 'root-does-not-fit'],
    ['a leaf beyond the tree', 700, opened, 'not-a-proof'],
  ])('of %s is refused', async (_, index, data, code) => {
    expect(await verifyProof(await proofOf(tree, 123, { said: index }), { data }, needsAll)).toEqual({ ok: false, refusal: { code } })
  })

  test('with a checkpoint that nobody saw is refused, and what is no proof file is', async () => {
    expect(await verifyProof(await proofOf(tree, 123, { signedBy: [log] }), { data: entries[123]! }, needsAll)).toMatchObject({ ok: false, refusal: { code: 'quorum-not-reached' } })
    expect(await verifyProof(writeText('c2sp.org/tlog-proof@v1\n'), { data: opened }, needsAll)).toEqual({ ok: false, refusal: { code: 'not-a-proof-file' } })
  })
})

describe('a log', () => {
  test.each([0, 1, 255, 256, 257, 700])('of %i entries is good, with Web Crypto and with a hash that does not wait', async (count) => {
    const files = await filesOf(entriesOf(count))
    for (const tools of [webCrypto, nodeTools]) {
      expect(await verifyLog(readerOf(files), needsAll, tools)).toMatchObject({ ok: true, value: { checkpoint: { size: count }, tiles: [...tilesOf(count)].length } })
    }
  })

  test('that is said to be larger than any memory is refused at its first missing file', async () => {
    const files = new Map([['checkpoint', writeText(await checkpointOf(origin, { size: Number.MAX_SAFE_INTEGER, root: sha256(writeText('no such tree')) }, everybody))]])
    expect(await verifyLog(readerOf(files), needsAll)).toEqual({ ok: false, refusal: { code: 'file-missing', path: 'tile/entries/000' } })
  })

  test('whose partial tiles were taken away once they were full is good under its older checkpoint', async () => {
    const older = await filesOf(entriesOf(300))
    const files = new Map([...await filesOf(entriesOf(70_000)), ['checkpoint', older.get('checkpoint')!]])
    expect([...older.keys()].filter((path) => !files.has(path))).toEqual(['tile/entries/001.p/44', 'tile/0/001.p/44', 'tile/1/000.p/1'])
    expect(await verifyLog(readerOf(files), needsAll, nodeTools)).toMatchObject({ ok: true, value: { checkpoint: { size: 300 } } })
  })

  test('is refused without any one of its files, and with any of them a byte longer or shorter', async () => {
    const files = await filesOf(entriesOf(700))
    for (const [path, bytes] of files) {
      const without = new Map([...files].filter(([other]) => other !== path))
      expect(await verifyLog(readerOf(without), needsAll, nodeTools), path).toEqual({ ok: false, refusal: { code: 'file-missing', path } })
      for (const changed of [bytes.slice(1), bytes.slice(0, -1), Uint8Array.of(...bytes, 10), Uint8Array.of(10, ...bytes), new Uint8Array()]) {
        expect((await verifyLog(readerOf(new Map([...files, [path, changed]])), needsAll, nodeTools)).ok, `${path} as ${changed.length} of ${bytes.length} bytes`).toBe(false)
      }
    }
  })

  test('whose tiles fit its entries and not its checkpoint is refused', async () => {
    const files = await filesOf(entriesOf(300, 5))
    const checkpoint = writeText(await checkpointOf(origin, await logOf(entriesOf(300)), everybody))
    expect(await verifyLog(readerOf(new Map([...files, ['checkpoint', checkpoint]])), needsAll, nodeTools)).toEqual({ ok: false, refusal: { code: 'root-does-not-fit' } })
  })
})
