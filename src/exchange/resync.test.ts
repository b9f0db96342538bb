import { describe, expect, test } from 'vitest'
import { accept } from '../kernel/result.ts'
import { check, keyFrom, sha256 } from './crypto-for-tests.ts'
import { readEnvelope } from './envelope.ts'
import { signRequest, tags, type Checking } from './http-signature.ts'
import { north, samplePartnerMessage, south, uuidOf } from './messages-for-tests.ts'
import { afterTold, takeBack, type KeptMessage } from './resync.ts'
import { newOutbox, placeMessage, type Outbox } from './send.ts'
import { mostTold, readTold, writeTold } from './told.ts'

const now = '2026-06-15T09:00:00.000Z'
const stream = uuidOf(41)
const us = keyFrom(1)
const ours: Checking<never> = { tag: tags.partner, sha256, check, findKey: () => accept(us.publicKey) }

const targetUri = 'https://south.example/exchange/v1/messages'
const kept = (bytes: Uint8Array, sign = us.sign): KeptMessage =>
  ({ bytes, head: { kind: 'request', method: 'POST', targetUri, fields: signRequest({ method: 'POST', targetUri, body: bytes }, { created: 1_780_000_000, expires: 1_780_000_300, nonce: '0'.repeat(32), keyId: us.keyId, tag: tags.partner }, sha256, sign) } })

/** A stream of ours, message after message; `ids` from where their ids count. */
function placed(start: Outbox, howMany: number, ids: number) {
  let outbox = start
  const rows = Array.from({ length: howMany }, (_, more) => {
    const row = placeMessage(outbox, samplePartnerMessage('incident'), uuidOf(ids + more), now, sha256)
    outbox = row.outbox
    return { ...row, id: uuidOf(ids + more) }
  })
  return { outbox, rows }
}

const whole = placed(newOutbox(north, south, stream, now), 6, 100)
const digests: readonly (string | null)[] = [null, ...whole.rows.map(({ digest }) => digest)]
const digestAt = (sequence: number) => digests[sequence] ?? null
const outbox = (changed: Partial<Outbox> = {}): Outbox => ({ ...whole.outbox, next: 4, ...changed })

describe('what a peer tells of our stream', () => {
  test('the same: we go on', () => {
    expect(afterTold(outbox(), { expected: 4, last: digestAt(3) }, digestAt)).toMatchObject({ do: 'go-on', outbox: { standing: 'sure', next: 4 } })
  })

  test('it lost its end: it is sent again what it forgot', () => {
    expect(afterTold(outbox(), { expected: 2, last: digestAt(1) }, digestAt)).toMatchObject({ do: 'go-on', outbox: { standing: 'sure', next: 2 } })
    expect(afterTold(outbox(), { expected: 1, last: null }, digestAt)).toMatchObject({ do: 'go-on', outbox: { next: 1 } })
  })

  test('it has some whose receipts we lack, be they ours still or lost: we ask for them, with the attempts that it took', () => {
    for (const told of [{ expected: 7, last: digestAt(6) }, { expected: 9, last: 'a'.repeat(64) }, { expected: 6, last: 'a'.repeat(64) }]) expect(afterTold(outbox(), told, digestAt)).toEqual({ do: 'take-back', after: 3 })
  })

  test('it says of a message that has its receipt that it was another: nobody but a human can say which is true', () => {
    expect(afterTold(outbox(), { expected: 3, last: 'a'.repeat(64) }, digestAt)).toMatchObject({ do: 'stop', outbox: { standing: 'stopped' } })
  })
})

describe('taking back', () => {
  // A copy of our database knew three; three more were sent since and are lost to us; two new ones were placed before anybody asked.
  const copy = placed(newOutbox(north, south, stream, now), 3, 100)
  const restored = placed({ ...copy.outbox, next: 4 }, 2, 200)
  const theirs = whole.rows.slice(3).map(({ bytes }) => kept(bytes))
  const back = (messages: readonly KeptMessage[] = theirs, waiting: readonly { readonly id: string; readonly bytes: Uint8Array }[] = restored.rows) => takeBack(restored.outbox, digestAt(3), messages, waiting, ours, now)

  test('what the peer has comes back to its places, and what is new moves behind it under its old id', () => {
    const result = back()
    if (!result.ok) throw new Error(result.refusal.code)
    expect(result.value.back.map(({ envelope }) => [envelope.sequence, envelope.id])).toEqual([[4, uuidOf(103)], [5, uuidOf(104)], [6, uuidOf(105)]])
    expect(result.value.moved.map(({ id, sequence }) => [sequence, id])).toEqual([[7, uuidOf(200)], [8, uuidOf(201)]])
    expect(result.value.moved.map(({ bytes }) => readEnvelope(bytes))).toMatchObject([{ value: { sequence: 7, previous: digestAt(6) } }, { value: { sequence: 8, previous: result.value.moved[0]?.digest } }])
    expect(result.value.outbox).toMatchObject({ last: 8, lastDigest: result.value.moved[1]?.digest, next: 4, standing: 'to-ask', quietUntil: '2026-06-15T09:15:00.000Z' })
  })

  test('when all of it is ours still, nothing was lost but receipts: we go on at once, and nothing moves', () => {
    const result = takeBack(outbox(), digestAt(3), theirs.slice(0, 2), whole.rows.slice(3), ours, now)
    expect(result.ok && result.value.outbox).toEqual(outbox({ standing: 'sure' }))
    expect(result.ok && result.value.moved.map(({ digest, sequence }) => [sequence, digest])).toEqual([[6, digestAt(6)]])
  })

  test('what waited and had arrived is not sent twice', () => {
    const result = back(theirs, [{ id: uuidOf(103), bytes: whole.rows[3]?.bytes ?? new Uint8Array() }, ...restored.rows.slice(0, 1)])
    expect(result.ok && result.value.moved.map(({ id, sequence }) => [sequence, id])).toEqual([[7, uuidOf(200)]])
  })

  test.each<readonly [string, readonly KeptMessage[], string]>([
    ['that another signed', whole.rows.slice(3).map(({ bytes }) => kept(bytes, keyFrom(2).sign)), 'signature'],
    ['whose body is not the signed one', theirs.map((one, index) => ({ ...one, head: theirs[(index + 1) % 3]?.head ?? one.head })), 'signature'],
    ['out of their order', theirs.toReversed(), 'chain-broken'],
    ['with one left out', theirs.slice(1), 'chain-broken'],
    ['that were not ours', [kept(placed(newOutbox(south, north, stream, now), 1, 300).rows[0]?.bytes ?? new Uint8Array())], 'not-ours'],
    ['that are none', [kept(new Uint8Array([1, 2, 3]))], 'not-a-message'],
  ])('messages %s are refused', (_, messages, code) => {
    expect(back(messages)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('messages that do not follow on what both ends know are refused', () => {
    expect(takeBack(restored.outbox, 'a'.repeat(64), theirs, [], ours, now)).toEqual({ ok: false, refusal: { code: 'chain-broken', index: 0 } })
  })
})

describe('what is told, as bytes', () => {
  const messages = whole.rows.map(({ bytes }) => kept(bytes))

  test('is read as it was written: the bytes of each message and the signature that it came with', () => {
    expect(readTold(writeTold({ expected: 7, last: digestAt(6) }, messages), sha256)).toEqual({ ok: true, value: { expected: 7, last: digestAt(6), kept: messages } })
    expect(readTold(writeTold({ expected: 1, last: null }, []), sha256)).toEqual({ ok: true, value: { expected: 1, last: null, kept: [] } })
  })

  test('is bounded: more is asked for from there on', () => {
    const read = readTold(writeTold({ expected: 7, last: digestAt(6) }, Array.from({ length: 20 }, () => messages[0]).filter((one) => one !== undefined)), sha256)
    expect(read.ok && read.value.kept.length).toBe(mostTold)
    const written = new TextDecoder().decode(writeTold({ expected: 7, last: digestAt(6) }, messages.slice(0, 1)))
    const one = /"messages":\[(.*)\]/.exec(written)?.[1] ?? ''
    const so = (many: number) => readTold(new TextEncoder().encode(written.replace(one, Array.from({ length: many }, () => one).join(','))), sha256).ok
    expect([so(1), so(mostTold), so(mostTold + 1)]).toEqual([true, true, false])
  })

  test('is nothing else', () => {
    const written = new TextDecoder().decode(writeTold({ expected: 7, last: digestAt(6) }, messages))
    for (const wrong of ['', '[]', 'null', '{}', written.replace('"expected":7', '"expected":0'), written.replace('"expected":7', '"expected":"7"'), written.replace('{"expected"', '{"a":1,"expected"'), written.replace('"targetUri"', '"targetUrl"'), '{"expected":1,"last":"a","messages":[]}', '{"expected":2,"last":null,"messages":[]}']) {
      expect(readTold(new TextEncoder().encode(wrong), sha256), wrong.slice(0, 60)).toEqual({ ok: false, refusal: 'not-an-answer' })
    }
  })
})
