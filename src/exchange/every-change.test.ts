// Whatever single byte is changed on the way, in the message, in the head of its request or in its receipt, somebody refuses.
import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { accept, refuse } from '../kernel/result.ts'
import { answerTo, decideOn, type Inbox } from './receive.ts'
import { writeAnswer } from './answer.ts'
import { check, keyFrom, sha256 } from './crypto-for-tests.ts'
import { messageDigest, readEnvelope, writeEnvelope } from './envelope.ts'
import { checkRequest, signAnswer, signRequest, tags, type Checking, type Tag } from './http-signature.ts'
import { home, inForce, north, on, samplePartnerMessage, samplePlace, sampleStateMessage, south } from './messages-for-tests.ts'
import { readReply } from './reply.ts'
import { isReceiptOf } from './send.ts'
import type { Fields, RequestHead } from './signature-base.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647)
const times = 10_000
const [sender, receiver] = [keyFrom(1), keyFrom(2)]
const created = 1_781_514_750
const targetUri = 'https://south.example/exchange/v1/messages'
const checking = ({ keyId, publicKey }: typeof sender, tag: Tag): Checking<'key-unknown'> => ({ tag, sha256, check, findKey: (named) => (named === keyId ? accept(publicKey) : refuse('key-unknown')) })

const kinds = [
  { tag: tags.partner, bytes: writeEnvelope(samplePartnerMessage('country-assessment'), samplePlace), inbox: { us: south, kind: 'partner' } },
  { tag: tags['requested-state'], bytes: writeEnvelope(sampleStateMessage('request'), { ...samplePlace, to: home }), inbox: { us: home, kind: 'requesting-authority' } },
] as const

/** The fields of a head as they go over the wire, and back: a byte may be changed anywhere in them. */
const wire = (fields: Fields) => new TextEncoder().encode(fields.map(([name, value]) => `${name}: ${value}\r\n`).join(''))
// As a lenient reader of HTTP takes lines apart: whatever it lets through must be refused behind it. Latin-1, as HTTP has it.
const fromWire = (bytes: Uint8Array): Fields => new TextDecoder('latin1').decode(bytes).split(/\r\n|\n|\r/).filter((line) => line.includes(':')).map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).replace(/^[ \t]+|[ \t]+$/g, '')] as const)

function changedIn(bytes: Uint8Array, chance: () => number): Uint8Array {
  const place = Math.floor(chance() * bytes.length)
  const to = Math.floor(chance() * 255)
  const byte = bytes[place] ?? 0
  return bytes.with(place, to >= byte ? to + 1 : to)
}

// A byte beside the value of a field (a space after its colon, capitals of its name, the end of a line) carries nothing and may change: then the head reads the same.
const sameFields = (one: Fields, other: Fields) => JSON.stringify(one) === JSON.stringify(other)

test.each(kinds)('$tag: of 10,000 changed bytes in a message none is taken, also when the digest is made to fit', ({ tag, bytes }) => {
  const chance = seededRandom(seed)
  const sign = (body: Uint8Array) => signRequest({ method: 'POST', targetUri, body }, { created, expires: created + 300, nonce: '0'.repeat(32), keyId: sender.keyId, tag }, sha256, sender.sign)
  const fields = sign(bytes)
  const head = (of: Fields): RequestHead => ({ kind: 'request', method: 'POST', targetUri, fields: of })
  expect(checkRequest(head(fields), bytes, created, targetUri, checking(sender, tag)).ok).toBe(true)
  const digestOf = (of: Fields) => of.filter(([name]) => name === 'content-digest')
  for (let time = 0; time < times; time++) {
    const body = changedIn(bytes, chance)
    const fitting = time % 10 === 0 ? head([...fields.filter(([name]) => name !== 'content-digest'), ...digestOf(sign(body))]) : head(fields)
    if (checkRequest(fitting, body, created, targetUri, checking(sender, tag)).ok) expect.unreachable(`seed ${seed}, change ${time} was taken`)
  }
})

test.each(kinds)('$tag: of 10,000 changed bytes in the head none is taken that reads otherwise', ({ tag, bytes }) => {
  const chance = seededRandom(seed)
  const fields = signRequest({ method: 'POST', targetUri, body: bytes }, { created, expires: created + 300, nonce: '0'.repeat(32), keyId: sender.keyId, tag }, sha256, sender.sign)
  let same = 0
  for (let time = 0; time < times; time++) {
    const changed = fromWire(changedIn(wire(fields), chance))
    const result = checkRequest({ kind: 'request', method: 'POST', targetUri, fields: changed }, bytes, created, targetUri, checking(sender, tag))
    if (sameFields(changed, fields)) same++
    else if (result.ok) expect.unreachable(`seed ${seed}, change ${time} was taken`)
  }
  expect(same, `seed ${seed}`).toBeLessThan(times / 20)
})

test.each(kinds)('$tag: of 10,000 changed bytes in a receipt, its head or its status none is taken for the receipt', ({ tag, bytes, inbox }) => {
  const chance = seededRandom(seed)
  const attempt: RequestHead = { kind: 'request', method: 'POST', targetUri, fields: signRequest({ method: 'POST', targetUri, body: bytes }, { created, expires: created + 300, nonce: '0'.repeat(32), keyId: sender.keyId, tag }, sha256, sender.sign) }
  const read = readEnvelope(bytes)
  if (!read.ok) throw new Error(read.refusal)
  const message = { envelope: read.value, digest: messageDigest(bytes, sha256) }
  const state: Inbox = { ...inbox, peer: north, stream: samplePlace.stream, expected: 7, last: 'f'.repeat(64) }
  const answer = answerTo(decideOn(state, message, {}, inForce(), on('2026-06-15')), message, '0'.repeat(32), '2026-06-15T09:12:31.000Z')
  if (answer?.outcome !== 'applied') throw new Error('the sample was not applied')
  const body = writeAnswer(answer)
  const fields = signAnswer({ status: 200, contentType: 'application/json', body, request: attempt }, { created: created + 1, keyId: receiver.keyId, tag }, sha256, receiver.sign)
  const isReceipt = (reply: { readonly status: number; readonly fields: Fields; readonly body: Uint8Array }) => {
    const taken = readReply(reply, attempt, [], checking(receiver, tag))
    return taken.ok && taken.value.answer.outcome !== 'refused' && isReceiptOf(taken.value.answer, { ...message.envelope, digest: message.digest })
  }
  expect(isReceipt({ status: 200, fields, body })).toBe(true)
  for (let time = 0; time < times; time++) {
    const part = time % 3
    const changed = part === 0 ? fromWire(changedIn(wire(fields), chance)) : fields
    if (part === 0 && sameFields(changed, fields)) continue
    if (isReceipt({ status: part === 2 ? 100 + Math.floor(chance() * 100) : 200, fields: changed, body: part === 1 ? changedIn(body, chance) : body })) expect.unreachable(`seed ${seed}, change ${time} was taken for the receipt`)
  }
})
