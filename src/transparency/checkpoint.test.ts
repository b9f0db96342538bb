import { expect, test } from 'vitest'
import { readCheckpoint } from './checkpoint.ts'
import { cosign } from './cosign.ts'
import { signedPart } from './cosignature.ts'
import { checkSignature, sha256, signedNote, signerOf, signText } from './log-for-tests.ts'
import { readNote } from './note.ts'
import { readNoteKey } from './note-key.ts'
import { checkSignedCheckpoint } from './signed-checkpoint.ts'
import { writeText } from './strict-text.ts'
import { writeCheckpoint, writeNoteKey } from './write-log.ts'

// The text of the example of C2SP's tlog-checkpoint and tlog-cosignature.
const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const example = `${body}\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n`
  + '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n'

test('the example of tlog-checkpoint is read, and written again as it was', () => {
  const checkpoint = readCheckpoint(body)
  expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163, extensions: [] })
  expect(checkpoint && writeCheckpoint(checkpoint)).toBe(body)
})

test('the cosignature in the example of tlog-cosignature has the time that its text names', () => {
  const note = readNote(writeText(example))
  const [, cosignature] = note.ok ? note.value.signatures : []
  const key = { name: 'witness.example.com/w1', id: '8d66cf3f', type: 4, publicKey: new Uint8Array(32) } as const
  const part = signedPart(key, body, cosignature?.bytes ?? new Uint8Array())
  expect([cosignature?.keyId, part?.signedAtSeconds, part?.signature.length]).toEqual([key.id, 1_679_315_147, 64])
  expect(new TextDecoder().decode(part?.message)).toBe(`cosignature/v1\ntime 1679315147\n${body}`)
})

test('extension lines are read, signed with the rest, and never written', async () => {
  const log = await signerOf('example.com/behind-the-sofa', 1)
  const extended = `${body}an extension\nand another\n`
  expect(readCheckpoint(extended)?.extensions).toEqual(['an extension', 'and another'])
  expect(await checked(await signedNote(extended, [log]), [log.key])).toMatchObject({ ok: true })
  expect(await checked((await signedNote(extended, [log])).replace('another', 'anothes'), [log.key])).toMatchObject({ ok: false, refusal: { code: 'signature-does-not-fit' } })
})

test('an extension line that only an ML-DSA-44 key of the log stands beside is refused: that signature does not cover it', async () => {
  const log = await signerOf('example.com/behind-the-sofa', 6)
  expect(await checked(await signedNote(body, [log]), [log.key])).toMatchObject({ ok: true })
  expect(await checked(await signedNote(`${body}an extension\n`, [log]), [log.key])).toEqual({ ok: false, refusal: { code: 'extension-not-signed' } })
})

test.each([
  ['no origin', body.replace('example.com/behind-the-sofa', '')],
  ['a leading zero', body.replace('20852163', '020852163')],
  ['a sign', body.replace('20852163', '+20852163')],
  ['a size that is no number', body.replace('20852163', '2e7')],
  ['no size', body.replace('20852163', '')],
  ['a size above 2^53', body.replace('20852163', '9007199254740993')],
  ['a root of 31 bytes', body.replace('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==')],
  ['stray bits in the root', body.replace('q2I=', 'q2J=')],
  ['an empty line', `${body}\nextension\n`],
  ['no newline at the end', body.slice(0, -1)],
  ['two lines', 'example.com/behind-the-sofa\n20852163\n'],
  ['a space after the size', body.replace('163\n', '163 \n')],
])('a checkpoint with %s is refused', (_, text) => {
  expect(readCheckpoint(text)).toBeUndefined()
})

test('a log is known by its origin, and only its own key signs for it', async () => {
  const [log, other, witness] = [await signerOf('example.com/behind-the-sofa', 1), await signerOf('other.example/log', 1), await signerOf('example.com/behind-the-sofa', 4)]
  expect(await checked(await signedNote(body, [log, other]), [log.key, other.key])).toMatchObject({ ok: true, value: { signed: [{ key: log.key }], unknownSignatures: 1 } })
  expect(await checked(await signedNote(body, [other]), [log.key, other.key])).toMatchObject({ ok: false, refusal: { code: 'no-known-signature' } })
  expect(await checked(await signedNote(body, [log]), [other.key])).toEqual({ ok: false, refusal: { code: 'origin-unknown', origin: 'example.com/behind-the-sofa' } })
  // A witness's key of the same name says that it saw the log, not that it is the log.
  expect(await checked(await signedNote(body, [witness]), [witness.key])).toMatchObject({ ok: false, refusal: { code: 'origin-unknown' } })
  expect(await checked(await signedNote('example.com/behind-the-sofa\n', [log]), [log.key])).toEqual({ ok: false, refusal: { code: 'not-a-checkpoint' } })
})

test.each([4, 6] as const)('a cosignature of type %i is over the checkpoint and its time, and says when it was made', async (type) => {
  const witness = await signerOf('witness.example/w', type)
  const signature = await signText(body, witness, 1_790_000_123)
  const part = signedPart(witness.key, body, signature.bytes)
  expect(part?.signedAtSeconds).toBe(1_790_000_123)
  const fits = async (text: string, bytes: Uint8Array) => {
    const other = signedPart(witness.key, text, bytes)
    return other !== undefined && await checkSignature(type === 4 ? 'Ed25519' : 'ML-DSA-44', witness.key.publicKey, other.message, other.signature) === 'fits'
  }
  expect(await fits(body, signature.bytes)).toBe(true)
  expect(await fits(body.replace('20852163', '20852164'), signature.bytes)).toBe(false)
  expect(await fits(body, signature.bytes.with(7, signature.bytes[7]! ^ 1))).toBe(false)
  expect(await fits(body, signature.bytes.slice(0, 8))).toBe(false)
  expect(await fits('no checkpoint\n', signature.bytes)).toBe(false)
  // A time that is not counted exactly is no time.
  expect(signedPart(witness.key, body, signature.bytes.with(0, 1))).toBeUndefined()
})

test('the ML-DSA-44 message is laid out byte by byte as tlog-cosignature says, and is bound to the name of the witness', async () => {
  const witness = await signerOf('w', 6)
  const text = writeCheckpoint({ origin: 'log', size: 258, root: new Uint8Array(32).fill(7) })
  const { message } = signedPart(witness.key, text, (await signText(text, witness, 259)).bytes) ?? {}
  const expected = ['73756274726565 2f7631 0a00', '01 77', '0000000000000103', '03 6c6f67', '0000000000000000', '0000000000000102', '07'.repeat(32)].join('').replaceAll(' ', '')
  expect(Buffer.from(message ?? []).toString('hex')).toBe(expected)
  const named = signedPart({ ...witness.key, name: 'v' }, text, (await signText(text, witness, 259)).bytes)
  expect(await checkSignature('ML-DSA-44', witness.key.publicKey, named!.message, named!.signature)).toBe('does-not-fit')
})

test('only a checkpoint is cosigned, by a witness, with a time', async () => {
  const [log, witness] = [await signerOf('example.com/log', 1), await signerOf('w', 4)]
  const sign = () => new Uint8Array(64)
  await expect(cosign(body, log.key, 1, sign)).rejects.toThrow('cannot be cosigned')
  await expect(cosign('text\n', witness.key, 1, sign)).rejects.toThrow('cannot be cosigned')
  await expect(cosign(body, witness.key, 0, sign)).rejects.toThrow('cannot be cosigned')
})

test.each([1, 4, 6] as const)('a key of type %i is written and read again', async (type) => {
  const { key } = await signerOf('some.example/key', type)
  expect(await readNoteKey(writeNoteKey(key), sha256)).toEqual({ ok: true, value: key })
})

async function checked(note: string, logs: Parameters<typeof checkSignedCheckpoint>[1]) {
  const read = readNote(writeText(note))
  return read.ok ? checkSignedCheckpoint(read.value, logs, [], checkSignature) : read
}
