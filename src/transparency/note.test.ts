import { expect, test } from 'vitest'
import { readBase64 } from './base64.ts'
import { checkNote } from './check-note.ts'
import { checkSignature, sha256, signedNote, signerOf, signText } from './log-for-tests.ts'
import { makeNoteKey } from './make-note-key.ts'
import { mostSignatures, readNote } from './note.ts'
import { readNoteKey } from './note-key.ts'
import { writeText } from './strict-text.ts'
import { writeNote, writeNoteKey } from './write-log.ts'

// The example of C2SP's signed-note, section "Example".
const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const example = 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'

const one = await signerOf('one.example/log', 1)
const two = await signerOf('two.example/log', 1)
const text = 'Sample text.\n'

test('the example of signed-note is read, signed by its key, and written again as it was', async () => {
  const key = accepted(await readNoteKey(vkey, sha256))
  expect(key).toMatchObject({ name: 'example.com/foo', id: '530d903a', type: 1 })
  expect(writeNoteKey(key)).toBe(vkey)
  expect(writeNoteKey(await makeNoteKey(key.name, key.type, key.publicKey, sha256))).toBe(vkey)
  const note = accepted(readNote(writeText(example)))
  expect(note.text).toBe('This is an example message.\n')
  expect(writeNote(note)).toBe(example)
  expect(await checkNote(note, [key], checkSignature)).toMatchObject({ ok: true, value: { signed: [{ key }], unknownSignatures: 0 } })
})

test('a note of empty lines keeps all but the last in its text', async () => {
  const verse = 'Ognuno sta solo.\n\nEd è subito sera.\n'
  const note = accepted(readNote(writeText(await signedNote(verse, [one]))))
  expect(note.text).toBe(verse)
  expect(await checkNote(note, [one.key], checkSignature)).toMatchObject({ ok: true })
})

test('a known key whose signature does not fit refuses the whole note, whoever else signed it', async () => {
  const [good, bad] = [await signText(text, one), { ...await signText('Other text.\n', two), name: two.key.name }]
  const note = { text, signatures: [good, bad] }
  expect(await checkNote(note, [one.key, two.key], checkSignature)).toEqual({ ok: false, refusal: { code: 'signature-does-not-fit', name: two.key.name, keyId: two.key.id } })
  expect(await checkNote(note, [one.key], checkSignature)).toMatchObject({ ok: true, value: { unknownSignatures: 1 } })
})

test('a key is known by name and id together, and a note that no known key signed is refused', async () => {
  const signature = await signText(text, one)
  for (const stranger of [{ ...signature, name: 'other.example/log' }, { ...signature, keyId: two.key.id }]) {
    expect(await checkNote({ text, signatures: [stranger] }, [one.key], checkSignature)).toEqual({ ok: false, refusal: { code: 'no-known-signature' } })
  }
})

test('a signature that this runtime cannot check counts for nothing, and alone it refuses', async () => {
  const without = async (algorithm: string, ...rest: [Uint8Array, Uint8Array, Uint8Array]) => (algorithm === 'ML-DSA-44' ? 'unknown-algorithm' : checkSignature('Ed25519', ...rest))
  const newer = await signerOf('new.example/witness', 6)
  const body = `one.example/log\n0\n${Buffer.from(sha256(new Uint8Array())).toString('base64')}\n`
  const both = accepted(readNote(writeText(await signedNote(body, [one, newer]))))
  expect(await checkNote(both, [one.key, newer.key], checkSignature)).toMatchObject({ ok: true, value: { signed: [{ key: one.key }, { key: newer.key }], uncheckable: [] } })
  expect(await checkNote(both, [one.key, newer.key], without)).toMatchObject({ ok: true, value: { signed: [{ key: one.key }], uncheckable: [newer.key] } })
  expect(await checkNote(both, [newer.key], without)).toEqual({ ok: false, refusal: { code: 'algorithm-unknown-here', names: ['new.example/witness'] } })
})

test('many signatures are read, more than the most are not', async () => {
  const signature = await signText(text, one)
  const note = (count: number) => writeText(writeNote({ text, signatures: Array.from({ length: count }, () => signature) }))
  for (const count of [1, 16, mostSignatures]) expect(accepted(readNote(note(count))).signatures).toHaveLength(count)
  expect(readNote(note(mostSignatures + 1))).toEqual({ ok: false, refusal: { code: 'too-many-signatures', most: mostSignatures } })
})

test.each([
  ['nothing', ''],
  ['no signature', 'text\n\n'],
  ['no empty line', 'text\n— a AAAAAAA=\n'],
  ['no newline at the end', example.slice(0, -1)],
  ['two newlines at the end', `${example}\n`],
  ['a tab', example.replace('an example', 'an\texample')],
  ['a carriage return', example.replaceAll('\n', '\r\n')],
  ['a null', example.replace('This', 'Th\0is')],
  ['a hyphen for the dash', example.replace('—', '-')],
  ['a plus in a name', example.replace('.com/foo', '.com+foo')],
  ['a no-break space in a name', example.replace('.com/foo', '.com/\u00a0foo')],
  ['no name', example.replace('— example.com/foo', '— ')],
  ['two spaces', example.replace('foo Uw', 'foo  Uw')],
  ['something after the signature', example.replace('aQM=', 'aQM= x')],
  ['padding left out', example.replace('aQM=', 'aQM')],
  ['stray bits in the padding', example.replace('aQM=', 'aQN=')],
  ['an id and no signature', 'text\n\n— a AAAAAA==\n'],
  ['a line that is no signature', `${example}and more\n`],
])('a note with %s is refused', (_, note) => {
  expect(readNote(writeText(note))).toEqual({ ok: false, refusal: { code: 'not-a-note' } })
})

test('bytes that are not UTF-8, and a note of a million bytes, are refused', () => {
  const bytes = writeText(example)
  expect(readNote(bytes.with(3, 0xff)).ok).toBe(false)
  // An overlong newline, and half a surrogate pair.
  expect(readNote(Uint8Array.from([0xc0, 0x8a, ...bytes])).ok).toBe(false)
  expect(readNote(Uint8Array.from([0xed, 0xa0, 0x80, ...bytes])).ok).toBe(false)
  expect(readNote(writeText(`${'x'.repeat(1_000_000)}${example}`)).ok).toBe(false)
})

test('a byte order mark is part of the text that is signed', async () => {
  const marked = accepted(readNote(writeText(`\ufeff${example}`)))
  expect(marked.text.startsWith('\ufeff')).toBe(true)
  expect(await checkNote(marked, [accepted(await readNoteKey(vkey, sha256))], checkSignature)).toMatchObject({ ok: false, refusal: { code: 'signature-does-not-fit' } })
})

test.each([
  ['another id', vkey.replace('530d903a', '530d903b'), 'key-id-does-not-fit'],
  ['another name', vkey.replace('foo', 'fop'), 'key-id-does-not-fit'],
  ['another byte of the key', vkey.replace('AekyeRrm', 'AekyeRrn'), 'key-id-does-not-fit'],
  ['capital digits', vkey.replace('530d', '530D'), 'key-malformed'],
  ['no id', 'example.com/foo+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k', 'key-malformed'],
  ['a name with a space', vkey.replace('.com', ' com'), 'key-malformed'],
  ['a type not assigned', 'example.com/foo+530d903a+B+kyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k', 'key-type-unknown'],
  ['a key too short', 'example.com/foo+530d903a+Aeky', 'key-malformed'],
  ['nothing', '', 'key-malformed'],
])('a verifier key with %s is refused', async (_, key, code) => {
  expect(await readNoteKey(key, sha256)).toMatchObject({ ok: false, refusal: { code } })
})

test.each(['AA', 'AA=', 'AA==\n', ' AA==', 'AB==', 'A===', 'A-==', 'AAAA=', 'AA==AA==', 'ÀA=='])('%o is Base 64 of nothing', (base64) => {
  expect(readBase64(base64)).toBeUndefined()
})

function accepted<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
