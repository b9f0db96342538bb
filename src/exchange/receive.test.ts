import { describe, expect, test } from 'vitest'
import { writeAnswer, readAnswer } from './answer.ts'
import { sha256 } from './crypto-for-tests.ts'
import { messageDigest, readEnvelope, writeEnvelope, type Envelope, type Place } from './envelope.ts'
import { home, inForce, north, on, samplePartnerMessage, samplePlace, sampleStateMessage, south, terms, uuidOf } from './messages-for-tests.ts'
import type { PartnerMessage } from './partner-message.ts'
import { answerTo, decideOn, type Earlier, type Inbox } from './receive.ts'
import type { StateMessage } from './state-message.ts'

const day = on('2026-06-15')
const inbox: Inbox = { us: south, peer: north, kind: 'partner', stream: samplePlace.stream, expected: 7, last: 'f'.repeat(64) }
const arrived = (change: Partial<Place> = {}, message: PartnerMessage | StateMessage = samplePartnerMessage('incident')) => {
  const bytes = writeEnvelope(message, { ...samplePlace, ...change })
  const read = readEnvelope(bytes)
  if (!read.ok) throw new Error(read.refusal)
  return { envelope: read.value, digest: messageDigest(bytes, sha256) }
}
const decide = (message = arrived(), earlier: Earlier = {}, of: Partial<Inbox> = {}, instrument = inForce(), when = day) => decideOn({ ...inbox, ...of }, message, earlier, instrument, when)
const with7 = arrived()
const taken = { id: with7.envelope.id, sequence: 7, digest: with7.digest }
const altered = (change: Partial<Envelope>) => ({ ...with7, envelope: { ...with7.envelope, ...change } })

describe('what an inbox does', () => {
  test('the next one that fits the chain is applied, and the next after it is expected', () => {
    expect(decide()).toMatchObject({ do: 'apply', content: { type: 'incident' }, inbox: { expected: 8, last: with7.digest } })
  })

  test('the first of a stream has none before it', () => {
    expect(decide(arrived({ sequence: 1, previous: null }), {}, { expected: 1, last: null })).toMatchObject({ do: 'apply', inbox: { expected: 2 } })
  })

  test('what was taken gets the receipt of then', () => {
    expect(decide(with7, { sameId: taken, sameSequence: taken }, { expected: 12, last: 'a'.repeat(64) })).toEqual({ do: 'repeat', taken })
  })

  test('an id that was taken with another content is equivocation', () => {
    const other = { ...taken, digest: 'a'.repeat(64) }
    expect(decide(with7, { sameId: other, sameSequence: other }, { expected: 12 })).toEqual({ do: 'equivocation', taken: other })
    expect(decide(arrived({ sequence: 9 }), { sameId: taken }, { expected: 9 })).toEqual({ do: 'equivocation', taken })
  })

  test('a place that was taken by another id is equivocation', () => {
    const other = { ...taken, id: uuidOf(77) }
    expect(decide(with7, { sameSequence: other }, { expected: 8 })).toEqual({ do: 'equivocation', taken: other })
  })

  test('a later one is a gap, and told what is expected', () => {
    expect(decide(with7, {}, { expected: 5 })).toEqual({ do: 'gap', expected: 5 })
  })

  test('the next one with another one before it than ours is refused', () => {
    expect(decide(with7, {}, { last: 'a'.repeat(64) })).toEqual({ do: 'refuse', code: 'chain-broken' })
  })

  test('what is for another, from another, of another stream or family is refused before anything is looked up', () => {
    for (const of of [{ us: home }, { peer: home }, { stream: uuidOf(99) }, { kind: 'requested-state' as const }]) expect(decide(with7, { sameId: taken }, of)).toEqual({ do: 'refuse', code: 'not-for-us' })
  })

  test('what cannot be taken uses up its place and has no effect, so that it does not stop what follows', () => {
    expect(decide(altered({ type: 'person-record' }))).toMatchObject({ do: 'decline', reason: 'unknown-type', inbox: { expected: 8, last: with7.digest } })
    expect(decide(altered({ body: {} }))).toMatchObject({ do: 'decline', reason: 'content-wrong', fault: { code: 'member-missing' } })
    expect(decide(altered({ schema: 9, must: ['severity'] }))).toMatchObject({ do: 'decline', reason: 'must-understand' })
  })
})

describe('the instrument that a message names', () => {
  test('must be one that we have, between the two of us, in force, and listing what is told', () => {
    const elsewhere = inForce({ parties: [north, home], approvals: terms.approvals.map((one, index) => ({ ...one, party: [north, home][index] ?? '' })) })
    expect(decideOn(inbox, with7, {}, undefined, day)).toMatchObject({ do: 'decline', reason: 'instrument-unknown' })
    expect(decide(with7, {}, {}, inForce({ retentionDays: 1 }))).toMatchObject({ do: 'decline', reason: 'instrument-unknown' })
    expect(decide(altered({ instrument: elsewhere.digest }), {}, {}, { ...elsewhere })).toMatchObject({ do: 'decline', reason: 'instrument-unknown' })
    expect(decide(with7, {}, {}, inForce(), on('2028-06-01'))).toMatchObject({ do: 'decline', reason: 'not-in-force' })
    const less = inForce({ messages: terms.messages.filter(({ type }) => type !== 'incident') })
    expect(decide(altered({ instrument: less.digest }), {}, {}, less)).toMatchObject({ do: 'decline', reason: 'type-not-agreed' })
  })

  test('a proposal is taken when its terms could stand and are between us', () => {
    const proposal = arrived({}, samplePartnerMessage('instrument-proposed'))
    const of = (changed: object) => ({ ...proposal, envelope: { ...proposal.envelope, body: { terms: { ...terms, ...changed } } } })
    expect(decide(proposal)).toMatchObject({ do: 'apply', content: { type: 'instrument-proposed' } })
    expect(decide(of({ endsOn: '2026-05-01' }))).toMatchObject({ do: 'decline', reason: 'content-wrong', fault: { code: 'ends-before-it-begins' } })
    expect(decide(of({ parties: [north, home], approvals: terms.approvals.map((one, index) => ({ ...one, party: [north, home][index] })) }))).toMatchObject({ do: 'decline', reason: 'not-permitted' })
  })

  test('a checkpoint needs none', () => {
    expect(decideOn(inbox, arrived({}, samplePartnerMessage('checkpoint')), {}, undefined, day)).toMatchObject({ do: 'apply' })
  })
})

test('a requested state is told nothing between partners, and a partner nothing of a person', () => {
  const request = arrived({ to: south }, sampleStateMessage('request'))
  expect(decide(request)).toEqual({ do: 'refuse', code: 'not-for-us' })
  expect(decide(request, {}, { kind: 'requesting-authority' })).toMatchObject({ do: 'apply', content: { type: 'request' } })
  expect(decide(request, {}, { kind: 'requested-state' })).toMatchObject({ do: 'decline', reason: 'not-from-this-peer' })
})

describe('answers', () => {
  const at = '2026-06-15T09:12:31.000Z'
  const nonce = '0'.repeat(32)

  test('each decision has its answer, which is read as it was written; of a repetition the bytes are kept', () => {
    const decisions = [decide(), decide(altered({ type: 'person-record' })), decide(with7, {}, { expected: 5 }), decide(with7, { sameSequence: { ...taken, id: uuidOf(77) } }), decide(with7, {}, { last: null })]
    const answers = decisions.map((decision) => answerTo(decision, with7, nonce, at))
    expect(answers.map((answer) => (answer?.outcome === 'refused' ? answer.code : answer?.outcome))).toEqual(['applied', 'declined', 'gap', 'equivocation', 'chain-broken'])
    for (const answer of answers) expect(answer && readAnswer(writeAnswer(answer))).toEqual({ ok: true, value: answer })
    expect(answerTo(decide(with7, { sameId: taken }), with7, nonce, at)).toBeUndefined()
  })

  test('what says that it was applied and why not, or more than an answer says, is no answer', () => {
    const receipt = answerTo(decide(), with7, nonce, at)
    if (receipt?.outcome !== 'applied') throw new Error('not applied')
    const bytes = (change: object) => new TextEncoder().encode(JSON.stringify({ ...receipt, ...change }, Object.keys({ ...receipt, ...change }).toSorted()))
    expect(readAnswer(bytes({})).ok).toBe(true)
    for (const change of [{ reason: 'content-wrong' }, { outcome: 'declined' }, { reason: 'because', outcome: 'declined' }, { note: 'Sample' }, { attempt: 'x' }, { takenAt: 'now' }]) expect(readAnswer(bytes(change)), JSON.stringify(change)).toEqual({ ok: false, refusal: 'not-an-answer' })
  })
})
