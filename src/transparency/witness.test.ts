import { describe, expect, test } from 'vitest'
import { type AddCheckpoint, readAddCheckpoint, readSizeSeen, writeAddCheckpoint } from './add-checkpoint.ts'
import { checkpointOf, entriesOf, logOf, sha256, signerOf, signText, type TestLog, tools } from './log-for-tests.ts'
import { proveConsistency } from './prove.ts'
import { writeText } from './strict-text.ts'
import { decideAddCheckpoint, type WitnessRecord } from './witness.ts'
import { writeNote } from './write-log.ts'

const origin = 'one.example/log'
const own = await signerOf(origin, 1)
const stranger = await signerOf('other.example/log', 1)
const keys = [own.key]

const empty = await logOf([])
const small = await logOf(entriesOf(300))
const large = await logOf(entriesOf(600))
const otherSmall = await logOf(entriesOf(300, 7))
const otherLarge = await logOf(entriesOf(600, 7))

const sawSmall: WitnessRecord = { latest: small }
const sawLarge: WitnessRecord = { latest: large, rootAtSize: small.root }
const sawNothing: WitnessRecord = { latest: undefined }
const proof = await consistency(300, large)
const otherProof = await consistency(300, otherLarge)

describe('what a witness answers', () => {
  test.each([
    ['a first checkpoint of any size', 0, [], large, sawNothing, { status: 200, keep: { size: 600, root: large.root } }],
    ['a first checkpoint of an empty log', 0, [], empty, sawNothing, { status: 200, keep: { size: 0, root: empty.root } }],
    ['a longer log and the proof', 300, proof, large, sawSmall, { status: 200, keep: { size: 600, root: large.root } }],
    ['the same log again', 300, [], small, sawSmall, { status: 200, keep: { size: 300, root: small.root } }],
    ['the first leaves of a log seen empty', 0, [], large, { latest: empty }, { status: 200, keep: { size: 600, root: large.root } }],
    ['an old size greater than the size', 301, [], small, sawSmall, { status: 400, code: 'old-size-greater' }],
    ['an old size that is not what we saw last', 200, [], large, sawSmall, { status: 409, size: 300 }],
    ['an old size of nought, to ask', 0, [], large, sawSmall, { status: 409, size: 300 }],
    ['an old size of a log never seen', 300, proof, large, sawNothing, { status: 409, size: 0 }],
    ['an older checkpoint than the last', 300, [], small, sawLarge, { status: 409, size: 600 }],
    ['a proof for a first checkpoint', 0, proof, large, sawNothing, { status: 422, code: 'proof-does-not-fit' }],
    ['a proof for a log seen empty', 0, proof, large, { latest: empty }, { status: 422, code: 'proof-does-not-fit' }],
    ['no proof', 300, [], large, sawSmall, { status: 422, code: 'proof-does-not-fit', evidence: 'unexplained' }],
    ['a proof cut short', 300, proof.slice(1), large, sawSmall, { status: 422, code: 'proof-does-not-fit', evidence: 'unexplained' }],
    ['a proof for the same size', 300, proof, small, sawSmall, { status: 422, code: 'proof-does-not-fit' }],
    ['another log that is longer', 300, otherProof, otherLarge, sawSmall, { status: 422, code: 'proof-does-not-fit', evidence: 'unexplained' }],
    ['another root at the same size', 300, [], otherSmall, sawSmall, { status: 422, code: 'proof-does-not-fit', evidence: 'two-roots' }],
    ['another root at a size that we once cosigned', 300, [], otherSmall, sawLarge, { status: 409, size: 600, evidence: 'two-roots' }],
    ['another root at the size seen last, with a wrong old size', 7, [], otherSmall, sawSmall, { status: 409, size: 300, evidence: 'two-roots' }],
    ['another root, with an old size greater', 301, [], otherSmall, sawSmall, { status: 400, code: 'old-size-greater', evidence: 'two-roots' }],
    ['an empty tree with a root', 0, [], { size: 0, root: small.root }, sawNothing, { status: 422, code: 'empty-tree-with-root', evidence: 'empty-tree-with-root' }],
  ] as const)('%s', async (_, oldSize, hashes, log, record, answer) => {
    expect(await decideAddCheckpoint(await asked(oldSize, hashes, log), record, keys, tools)).toEqual(answer)
  })

  test('of a log that we do not know: 404, whatever else is wrong', async () => {
    expect(await decideAddCheckpoint(await asked(9, [], otherSmall), sawSmall, [stranger.key], tools)).toEqual({ status: 404, code: 'origin-unknown' })
    expect(await decideAddCheckpoint(await asked(0, [], small), sawNothing, [], tools)).toEqual({ status: 404, code: 'origin-unknown' })
  })

  test('without a signature of the log: 403, and nothing is kept as evidence', async () => {
    const text = (await asked(0, [], otherSmall)).note.text
    for (const [signatures, code] of [
      [[await signText(text, stranger)], 'signature-missing'],
      [[{ ...await signText(text, stranger), name: origin }], 'signature-missing'],
      [[{ ...await signText('other\n', own) }], 'signature-does-not-fit'],
      [[await signText(text, own), { ...await signText('other\n', own) }], 'signature-does-not-fit'],
    ] as const) {
      const request = readAddCheckpoint(writeText(writeAddCheckpoint({ oldSize: 0, proof: [], signedCheckpoint: writeNote({ text, signatures }) })))
      expect(request.ok && await decideAddCheckpoint(request.value, sawSmall, keys, tools)).toEqual({ status: 403, code })
    }
  })

  test('signatures of others beside the log\'s are ignored', async () => {
    const request = readAddCheckpoint(writeText(writeAddCheckpoint({ oldSize: 0, proof: [], signedCheckpoint: await checkpointOf(origin, small, [stranger, own]) })))
    expect(request.ok && await decideAddCheckpoint(request.value, sawNothing, keys, tools)).toMatchObject({ status: 200 })
  })

  test('a request that does not take effect leaves the next true one as good as before', async () => {
    // The decision keeps nothing: only `keep` of a 200 is stored.
    await decideAddCheckpoint(await asked(300, otherProof, otherLarge), sawSmall, keys, tools)
    expect(await decideAddCheckpoint(await asked(300, proof, large), sawSmall, keys, tools)).toMatchObject({ status: 200 })
  })
})

describe('the body of a request', () => {
  // The example of tlog-witness, "add-checkpoint".
  const example = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`
  test('the example of tlog-witness is read, and written again as it was', () => {
    const request = readAddCheckpoint(writeText(example))
    expect(request).toMatchObject({ ok: true, value: { oldSize: 20_852_014, checkpoint: { size: 20_852_163 } } })
    if (!request.ok) return
    expect(writeAddCheckpoint({ ...request.value, signedCheckpoint: writeNote(request.value.note) })).toBe(example)
  })

  const hash = `${Buffer.alloc(32, 1).toString('base64')}\n`
  test.each([
    ['nothing', ''],
    ['no old size', example.replace('old 20852014\n', '')],
    ['a size alone', example.replace('old ', '')],
    ['a leading zero', example.replace('old 2', 'old 02')],
    ['a hash too short', example.replace('PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=', 'PlRNCg==')],
    ['64 hashes', example.replace('\n', `\n${hash.repeat(60)}`)],
    ['no empty line', example.replace('=\n\nexample', '=\nexample')],
    ['no checkpoint', example.slice(0, example.indexOf('\n\n') + 2)],
    ['a checkpoint without signature', example.slice(0, example.indexOf('—'))],
    ['a note that is no checkpoint', example.replace('\n20852163\n', '\n')],
  ])('a request with %s is none', (_, text) => {
    expect(readAddCheckpoint(writeText(text))).toEqual({ ok: false, refusal: { code: 'not-a-request' } })
  })

  test('63 hashes are read', () => {
    expect(readAddCheckpoint(writeText(example.replace('\n', `\n${hash.repeat(59)}`))).ok).toBe(true)
  })

  test('the size that a witness saw is read from its answer, and nothing else is', () => {
    expect(['300\n', '0\n', '300', '300\n\n', '0300\n', ' 300\n', '-1\n', ''].map((text) => readSizeSeen(writeText(text)))).toEqual([300, 0, ...Array.from({ length: 6 }, () => undefined)])
  })
})

async function asked(oldSize: number, hashes: readonly Uint8Array[], log: Pick<TestLog, 'size' | 'root'>): Promise<AddCheckpoint> {
  const request = readAddCheckpoint(writeText(writeAddCheckpoint({ oldSize, proof: hashes, signedCheckpoint: await checkpointOf(origin, log, [own]) })))
  if (!request.ok) throw new Error(request.refusal.code)
  return request.value
}

async function consistency(oldSize: number, log: TestLog): Promise<readonly Uint8Array[]> {
  const made = await proveConsistency(oldSize, log.size, log.readTile, sha256)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}
