import { describe, expect, test } from 'vitest'
import { canonicalBytes, type Json } from './canonical.ts'
import { sha256 } from './crypto-for-tests.ts'
import { messageDigest, moveEnvelope, mostBytes, readContent, readEnvelope, stateBytes, writeEnvelope, type Envelope } from './envelope.ts'
import { agreedBodies, bareBodies, home, north, partnerTypes, samplePartnerMessage, samplePlace, sampleStateMessage, south, stateBodies, stateTypeNames, uuidOf } from './messages-for-tests.ts'
import type { PartnerMessage } from './partner-message.ts'

const toHome = { ...samplePlace, to: home }
const partner = () => writeEnvelope(samplePartnerMessage('incident'), samplePlace)
const raw = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as { readonly [member: string]: Json }
const changed = (change: object, bytes = partner()) => readEnvelope(canonicalBytes({ ...raw(bytes), ...change }))

describe('an envelope is refused', () => {
  test.each<[string, object]>([
    ['of a version that has a member more', { note: 'x' }], ['whose id tells a moment', { id: '0190b6d2-5b0c-7cc0-8f5d-000000000001' }], ['from somebody by name', { from: 'Sample One' }], ['to itself', { to: north }],
    ['of a third family', { family: 'other' }], ['whose type is a sentence', { type: 'Sample One asked' }], ['of schema nought', { schema: 0 }], ['with a fraction of a sequence', { sequence: 1.5 }],
    ['that is the first and has one before it', { sequence: 1 }], ['that is the seventh and has none', { previous: null }], ['with an instrument by name', { instrument: 'the arrangement' }],
    ['whose moment is a day', { sentAt: '2026-06-15' }], ['without a body', { body: null }], ['with a list for a body', { body: [] }], ['that lists members by sentence', { must: ['Sample One'] }], ['that has more members to understand than there are', { must: Array.from({ length: 17 }, () => 'a') }],
  ])('%s', (_, change) => {
    expect(changed(change)).toEqual({ ok: false, refusal: 'envelope-wrong' })
  })

  test('that lacks a member, or is none at all', () => {
    const { must: _, ...rest } = raw(partner())
    for (const value of [rest, {}, [], null, 'envelope', 7] as Json[]) expect(readEnvelope(canonicalBytes(value))).toEqual({ ok: false, refusal: 'envelope-wrong' })
  })

  test('that a partner fills up, or that is filled up with anything but spaces, or to another length', () => {
    expect(changed({ padding: ' ' })).toEqual({ ok: false, refusal: 'length-wrong' })
    const state = writeEnvelope(sampleStateMessage('withdrawal'), toHome)
    const padding = raw(state)['padding'] as string
    expect(changed({ padding: `${padding.slice(1)}x` }, state)).toEqual({ ok: false, refusal: 'length-wrong' })
    expect(changed({ padding: padding.slice(1) }, state)).toEqual({ ok: false, refusal: 'length-wrong' })
  })

  test('that is longer than anybody reads', () => {
    expect(readEnvelope(new Uint8Array(mostBytes + 1))).toEqual({ ok: false, refusal: 'too-long' })
  })
})

test('every message to and from a requested state has the same length, a request and a withdrawal alike', () => {
  for (const type of stateTypeNames) expect(writeEnvelope(sampleStateMessage(type), toHome).length, type).toBe(stateBytes)
})

test('the longest request fits: every name a hundred of the longest letters, every list full', async () => {
  const { stateMessage } = await import('./state-message.ts')
  const longest = '𝒩'.normalize('NFC').repeat(100)
  const file = (index: number) => index.toString(16).repeat(64)
  const agreed = <Value>(value: Value) => ({ agreement: 'a'.repeat(40), article: 'a'.repeat(40), value })
  const made = stateMessage('request', {
    ...stateBodies.request, familyName: longest, givenNames: longest, bornIn: longest, bornOn: '1990-05-17',
    nationality: { claimed: 'GIN', bases: ['own-document', 'copy-of-document', 'own-statement', 'register-answer', 'consular-statement', 'on-record'] },
    identityDocuments: Array.from({ length: 8 }, (_, index) => ({ documentType: 'birth-certificate', number: `${index}${'0'.repeat(29)}`, copy: false })),
    required: { otherNames: agreed([0, 1, 2].map((more) => ({ familyName: longest, givenNames: longest.slice(2 * more) }))), height: agreed(170), fingerprints: agreed(file(1)), visa: agreed({ number: '0'.repeat(30), validFrom: agreedBodies.incident.happenedOn, validUntil: agreedBodies.incident.happenedOn }) },
    files: Array.from({ length: 8 }, (_, index) => ({ file: file(index), format: 'jpeg' })),
  })
  expect(made.ok && writeEnvelope(made.value, toHome).length).toBe(stateBytes)
})

describe('content', () => {
  const envelope = (change: Partial<Envelope> = {}, type: (typeof partnerTypes)[number] = 'incident'): Envelope => {
    const read = readEnvelope(writeEnvelope(samplePartnerMessage(type), samplePlace))
    if (!read.ok) throw new Error(read.refusal)
    return { ...read.value, ...change }
  }
  const codeOf = (of: Envelope, kind: Parameters<typeof readContent>[1] = 'partner') => {
    const read = readContent(of, kind)
    return read.ok ? 'read' : read.refusal.code
  }
  const withMore = (name: string, value: Json): Json => ({ ...agreedBodies.incident, [name]: value })

  test('of an unknown type is refused, also one that every object has', () => {
    for (const type of ['person', 'constructor', 'to-string']) expect(codeOf(envelope({ type }))).toBe('unknown-type')
  })

  test('without the instrument that it needs, or with one that it does not, is refused', () => {
    expect(codeOf(envelope({ instrument: null }))).toBe('instrument-missing')
    expect(codeOf(envelope({ instrument: 'a'.repeat(64) }, 'checkpoint'))).toBe('instrument-not-needed')
  })

  test('of our schema may have no member that we do not know', () => {
    expect(codeOf(envelope({ body: withMore('severity', 'high') }))).toBe('unknown-member')
  })

  test('of a newer schema may have one: it is left unread', () => {
    expect(readContent(envelope({ schema: 2, body: withMore('severity', 'high') }), 'partner')).toEqual({ ok: true, value: { family: 'partner', type: 'incident', body: agreedBodies.incident } })
  })

  test('unless the sender says that it must be understood, or it is more than a code', () => {
    expect(codeOf(envelope({ schema: 2, must: ['severity'], body: withMore('severity', 'high') }))).toBe('must-understand')
    expect(codeOf(envelope({ schema: 2, must: ['incident'], body: withMore('severity', 'high') }))).toBe('read')
    for (const text of ['Sample', 'two words', 'café', 'a'.repeat(65)]) expect(codeOf(envelope({ schema: 2, body: withMore('severity', { of: [text] }) })), text).toBe('no-code')
  })

  test('of a newer schema has no new value where we know a list', () => {
    expect(codeOf(envelope({ schema: 2, body: withMore('incident', 'consul-expelled') }))).toBe('not-listed')
  })

  test('that a gate or a signature depends on is closed to what we do not know, whatever its schema', () => {
    const terms = { ...bareBodies['instrument-proposed'].terms, secrecy: 'high' }
    expect(codeOf(envelope({ schema: 2, body: { terms } }, 'instrument-proposed'))).toBe('unknown-member')
    const read = readEnvelope(writeEnvelope(sampleStateMessage('answer'), { ...samplePlace, from: home, to: north }))
    expect(read.ok && codeOf({ ...read.value, schema: 2, body: { ...(read.value.body as object), confidence: 'high' } }, 'requested-state')).toBe('unknown-member')
  })

  test('is of the side that may say it: no state asks us for a document, no authority answers for a state', () => {
    const [request, answer] = (['request', 'answer'] as const).map((type) => readEnvelope(writeEnvelope(sampleStateMessage(type), toHome)))
    expect([request?.ok && codeOf(request.value, 'requesting-authority'), request?.ok && codeOf(request.value, 'requested-state'), answer?.ok && codeOf(answer.value, 'requested-state'), answer?.ok && codeOf(answer.value, 'requesting-authority')])
      .toEqual(['read', 'not-from-this-peer', 'read', 'not-from-this-peer'])
    expect(request?.ok && codeOf(request.value, 'partner')).toBe('not-from-this-peer')
  })
})

describe('writing', () => {
  test('takes no message that was not made: neither one that looks like it, nor a copy with more in it', () => {
    const made = samplePartnerMessage('incident')
    for (const forged of [{ ...made }, { family: 'partner', type: 'incident', instrument: null, parties: null, body: { familyName: 'Sample' } } as unknown as PartnerMessage]) {
      expect(() => writeEnvelope(forged, samplePlace)).toThrow('not made as one')
    }
    expect(() => writeEnvelope({ ...sampleStateMessage('withdrawal') }, toHome)).toThrow('not made as one')
  })

  test('sends a message to the parties of its instrument only', () => {
    expect(() => writeEnvelope(samplePartnerMessage('incident'), toHome)).toThrow('no party')
    expect(() => writeEnvelope(samplePartnerMessage('incident'), { ...samplePlace, from: south, to: north })).not.toThrow()
  })

  test('a message that moves is the same but for its place', () => {
    const moved = readEnvelope(moveEnvelope({ bytes: partner(), sequence: 9, previous: 'a'.repeat(64) }))
    const before = readEnvelope(partner())
    expect(moved.ok && before.ok && { ...moved.value, sequence: 7, previous: before.value.previous }).toEqual(before.ok && before.value)
    expect(messageDigest(partner(), sha256)).toBe(messageDigest(partner(), sha256))
    expect(readEnvelope(moveEnvelope({ bytes: writeEnvelope(sampleStateMessage('withdrawal'), { ...toHome, id: uuidOf(99) }), sequence: 1000, previous: 'a'.repeat(64) }))).toMatchObject({ ok: true })
  })
})
