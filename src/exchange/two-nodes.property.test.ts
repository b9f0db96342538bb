// Two nodes in memory and a network that loses, repeats and overtakes; nodes that crash, and some that come back from an old copy.
// After each step the whole of both is checked; at the end the network heals and both must hold the same history.
import { expect, test } from 'vitest'
import { seededRandom, type Random } from '../kernel/random.ts'
import { accept, refuse } from '../kernel/result.ts'
import { writeAnswer } from './answer.ts'
import { toHex } from './byte-text.ts'
import { sha256 } from './crypto-for-tests.ts'
import { messageDigest, readEnvelope } from './envelope.ts'
import { checkRequest, signAnswer, signRequest, tags, type CheckSignature, type Checking, type Sign } from './http-signature.ts'
import { agreedBodies, inForce, north, on, samplePartnerMessage, south, uuidOf } from './messages-for-tests.ts'
import { agreedMessage } from './partner-message.ts'
import { answerTo, decideOn, type Inbox, type TakenMessage } from './receive.ts'
import { readReply, type Reply } from './reply.ts'
import { afterTold, takeBack, type KeptMessage } from './resync.ts'
import { afterAnswer, afterFailure, afterRestore, afterStart, afterUnknownAttempt, isReceiptOf, newOutbox, nextStep, placeMessage, type Outbox } from './send.ts'
import type { RequestHead } from './signature-base.ts'
import { readTold, writeTold } from './told.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647)
const lives = Number(process.env['LIVES'] ?? 60)
const stepsOfALife = 120

// A keyed hash stands for the signature: what is tried here is order, not cryptography, and a life has thousands of attempts.
const keyedSign = (secret: Uint8Array): Sign => (bytes) => {
  const half = sha256(Uint8Array.from([...secret, ...sha256(bytes)]))
  return Uint8Array.from([...half, ...half])
}
const keyedCheck: CheckSignature = (secret, bytes, signature) => toHex(keyedSign(secret)(bytes)) === toHex(signature)

type Row = { readonly id: string; readonly stream: string; readonly sequence: number; readonly digest: string; readonly bytes: Uint8Array; readonly attempts: readonly RequestHead[]; readonly receipt?: Reply }
type TakenRow = TakenMessage & { readonly bytes: Uint8Array; readonly head: RequestHead; readonly reply: Reply; readonly hasEffect: boolean }
/** All that a node keeps: one value, so that a copy is one and a crash loses nothing that was kept. */
type Kept = { readonly outbox: Outbox; readonly rows: readonly Row[]; readonly inbox: Inbox; readonly taken: readonly TakenRow[]; readonly effects: readonly string[] }
type Node = { readonly name: string; readonly secret: Uint8Array; readonly keyId: string; readonly clockOff: number; kept: Kept; copies: Kept[] }
type Packet = { readonly to: Node; readonly from: Node; readonly head: RequestHead; readonly body: Uint8Array; readonly reply?: Reply; readonly sequence: number }
type World = { readonly nodes: readonly [Node, Node]; readonly chance: Random; packets: Packet[]; now: number; ids: number; losing: boolean; refusals: string[] }

const instrument = inForce()
const unknownToAll = inForce({ retentionDays: 1 })
const day = on('2026-06-15')
const targetUri = 'https://node.example/exchange/v1/messages'

function newWorld(chance: Random): World {
  const now = Date.parse('2026-06-15T00:00:00.000Z')
  const node = (name: string, peer: string, out: string, back: string, number: number): Node => {
    const secret = sha256(Uint8Array.from([number]))
    const kept: Kept = { outbox: newOutbox(name, peer, out, iso(now)), rows: [], inbox: { us: name, peer, kind: 'partner', stream: back, expected: 1, last: null }, taken: [], effects: [] }
    return { name, secret, keyId: toHex(sha256(secret)), clockOff: Math.round((chance() - 0.5) * 300_000), kept, copies: [kept] }
  }
  return { nodes: [node(north, south, uuidOf(1001), uuidOf(1002), 1), node(south, north, uuidOf(1002), uuidOf(1001), 2)], chance, packets: [], now, ids: 5000, losing: true, refusals: [] }
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()
const clockOf = (world: World, node: Node) => world.now + node.clockOff
const momentOf = (world: World, node: Node) => iso(clockOf(world, node))
const secondsOf = (world: World, node: Node) => Math.floor(clockOf(world, node) / 1000)
const other = (world: World, node: Node): Node => (node === world.nodes[0] ? world.nodes[1] : world.nodes[0])
const checking = (signer: Node): Checking<'key-unknown'> => ({ tag: tags.partner, sha256, check: keyedCheck, findKey: (keyId) => (keyId === signer.keyId ? accept(signer.secret) : refuse('key-unknown')) })
const pick = <Item>(chance: Random, items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item
const nonceOf = (chance: Random) => Array.from({ length: 32 }, () => Math.floor(chance() * 16).toString(16)).join('')

function say(world: World, node: Node): void {
  const made = world.chance() < 0.2 ? agreedMessage(unknownToAll, 'incident', agreedBodies.incident, day) : accept(samplePartnerMessage(world.chance() < 0.5 ? 'incident' : 'checkpoint'))
  if (!made.ok) throw new Error('the sample was not made')
  const id = uuidOf(world.ids++)
  const { outbox, bytes, sequence, digest } = placeMessage(node.kept.outbox, made.value, id, momentOf(world, node), sha256)
  node.kept = { ...node.kept, outbox, rows: [...node.kept.rows, { id, stream: outbox.stream, sequence, digest, bytes, attempts: [] }] }
}

function turn(world: World, node: Node): void {
  const step = nextStep(node.kept.outbox, momentOf(world, node))
  if (step.do === 'ask') ask(world, node)
  if (step.do === 'send') for (const sequence of step.sequences) attempt(world, node, sequence)
}

function attempt(world: World, node: Node, sequence: number): void {
  const row = node.kept.rows[sequence - 1]
  if (!row) throw new Error('a row is missing')
  const created = secondsOf(world, node)
  const head: RequestHead = { kind: 'request', method: 'POST', targetUri, fields: signRequest({ method: 'POST', targetUri, body: row.bytes }, { created, expires: created + 300, nonce: nonceOf(world.chance), keyId: node.keyId, tag: tags.partner }, sha256, keyedSign(node.secret)) }
  node.kept = { ...node.kept, rows: node.kept.rows.with(sequence - 1, { ...row, attempts: [...row.attempts, head] }) }
  world.packets.push({ to: other(world, node), from: node, head, body: row.bytes, sequence })
}

function ask(world: World, node: Node): void {
  const { outbox, rows } = node.kept
  const peer = other(world, node)
  const lost = world.losing && world.chance() < 0.3
  const tell = (after: number) => readTold(writeTold(peer.kept.inbox, peer.kept.taken.slice(after).map(({ bytes, head }): KeptMessage => ({ bytes, head }))), sha256)
  const told = tell(outbox.next - 1)
  if (lost || !told.ok) return setOutbox(node, afterFailure(outbox, momentOf(world, node), world.chance))
  const next = afterTold(outbox, told.value, (sequence) => rows[sequence - 1]?.digest ?? null)
  if (next.do !== 'take-back') return setOutbox(node, next.outbox)
  const all: KeptMessage[] = [...told.value.kept]
  while (all.length < told.value.expected - 1 - next.after) {
    const more = tell(next.after + all.length)
    if (!more.ok) throw new Error(more.refusal)
    all.push(...more.value.kept)
  }
  const back = takeBack(outbox, rows[next.after - 1]?.digest ?? null, all, rows.slice(next.after), checking(node), momentOf(world, node))
  if (!back.ok) throw new Error(`taking back: ${JSON.stringify(back.refusal)}`)
  const rowsBack = back.value.back.map(({ envelope: { id, stream, sequence }, digest, bytes, head }): Row => ({ id, stream, sequence, digest, bytes, attempts: [head] }))
  const known = new Map(rows.map((row) => [row.digest, row]))
  const moved = back.value.moved.map(({ id, sequence, digest, bytes }): Row => ({ id, stream: outbox.stream, sequence, digest, bytes, attempts: [] }))
  node.kept = { ...node.kept, outbox: back.value.outbox, rows: [...rows.slice(0, next.after), ...rowsBack.map((row) => ({ ...row, attempts: [...row.attempts, ...(known.get(row.digest)?.attempts ?? [])] })), ...moved] }
}

function setOutbox(node: Node, outbox: Outbox): void {
  node.kept = { ...node.kept, outbox }
}

function deliver(world: World): void {
  const packet = pick(world.chance, world.packets)
  const fate = world.losing ? world.chance() : 0.5
  if (fate > 0.2) world.packets = world.packets.filter((one) => one !== packet)
  if (fate > 0.85) return
  if (packet.reply) hear(world, packet, packet.reply)
  else receive(world, packet)
}

/** One transaction: the effect, the receipt and the row, or nothing of them. */
function receive(world: World, { to: node, from, head, body, sequence }: Packet): void {
  const answer = (reply: Reply) => world.packets.push({ to: from, from: node, head, body, reply, sequence })
  const say = (code: Parameters<typeof writeAnswer>[0]) => ({ status: code.outcome === 'refused' ? 409 : 200, ...signedAnswer(world, node, head, writeAnswer(code)) })
  const signature = checkRequest(head, body, secondsOf(world, node), targetUri, checking(from))
  if (!signature.ok) return void answer(say({ outcome: 'refused', code: 'clock', expected: null }))
  const envelope = readEnvelope(body)
  if (!envelope.ok) throw new Error(envelope.refusal)
  const message = { envelope: envelope.value, digest: messageDigest(body, sha256) }
  const { taken, inbox } = node.kept
  const [sameId, sameSequence] = [taken.find(({ id }) => id === message.envelope.id), taken[message.envelope.sequence - 1]]
  const decision = decideOn(inbox, message, { ...(sameId && { sameId }), ...(sameSequence && { sameSequence }) }, message.envelope.instrument === instrument.digest ? instrument : undefined, day)
  if (decision.do === 'repeat') return void answer(sameId?.reply as Reply)
  const code = answerTo(decision, message, signature.value.nonce, momentOf(world, node))
  if (!code) throw new Error('a decision without an answer')
  const reply = say(code)
  if (decision.do === 'apply' || decision.do === 'decline') {
    const row: TakenRow = { id: message.envelope.id, sequence: message.envelope.sequence, digest: message.digest, bytes: body, head, reply, hasEffect: decision.do === 'apply' }
    node.kept = { ...node.kept, inbox: decision.inbox, taken: [...taken, row], effects: decision.do === 'apply' ? [...node.kept.effects, row.id] : node.kept.effects }
  } else if (code.outcome === 'refused') world.refusals.push(code.code)
  answer(reply)
}

function signedAnswer(world: World, node: Node, request: RequestHead, body: Uint8Array) {
  return { body, fields: signAnswer({ status: JSON.parse(new TextDecoder().decode(body)).outcome === 'refused' ? 409 : 200, contentType: 'application/json', body, request }, { created: secondsOf(world, node), keyId: node.keyId, tag: tags.partner }, sha256, keyedSign(node.secret)) }
}

function hear(world: World, { to: node, head, sequence }: Packet, reply: Reply): void {
  const row = node.kept.rows[sequence - 1]
  // What was sent before the copy of which the node lives now is not in it.
  if (!row?.attempts.includes(head)) return
  const read = readReply(reply, head, row.attempts, checking(other(world, node)))
  if (!read.ok) return setOutbox(node, (read.refusal === 'attempt-unknown' ? afterUnknownAttempt : afterFailure)(node.kept.outbox, momentOf(world, node), world.chance))
  const { answer } = read.value
  const outbox = afterAnswer(node.kept.outbox, row, answer, momentOf(world, node), world.chance)
  const isReceipt = answer.outcome !== 'refused' && isReceiptOf(answer, row)
  node.kept = { ...node.kept, outbox, rows: isReceipt ? node.kept.rows.with(sequence - 1, { ...row, receipt: reply }) : node.kept.rows }
}

/** Everything that must be so of a node at any time, whatever happened; what is not is named. */
function faultsOf({ kept: { rows, outbox, taken, inbox, effects } }: Node): readonly string[] {
  const counted = (sequences: readonly { readonly sequence: number }[]) => sequences.every(({ sequence }, index) => sequence === index + 1)
  const statements = {
    'own messages in order without a hole': counted(rows) && rows.length === outbox.last && outbox.lastDigest === (rows.at(-1)?.digest ?? null),
    'taken messages in order without a hole': counted(taken) && taken.length === inbox.expected - 1 && inbox.last === (taken.at(-1)?.digest ?? null),
    'no effect twice': new Set(effects).size === effects.length,
    'an effect for each that was applied, and no other': effects.join(' ') === taken.filter(({ hasEffect }) => hasEffect).map(({ id }) => id).join(' '),
    'a receipt for each that is done with': rows.slice(0, outbox.next - 1).every(({ receipt }) => receipt !== undefined),
    'nobody was stopped': outbox.standing !== 'stopped',
  }
  return Object.entries(statements).filter(([, holds]) => !holds).map(([statement]) => statement)
}

function live(life: number): World {
  const chance = seededRandom(seed + life)
  const world = newWorld(chance)
  const acts: readonly [number, (node: Node) => void][] = [
    [18, (node) => say(world, node)], [30, (node) => turn(world, node)], [40, () => { if (world.packets.length > 0) deliver(world) }], [4, () => { world.now += Math.floor(chance() * 1_200_000) }],
    [4, (node) => setOutbox(node, afterStart(node.kept.outbox, momentOf(world, node)))], [3, (node) => { node.copies = [...node.copies, node.kept] }],
    [1, (node) => { node.kept = pick(chance, node.copies.slice(-3)); setOutbox(node, afterRestore(node.kept.outbox, momentOf(world, node))) }],
  ]
  const weighed = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act))
  for (let step = 0; step < stepsOfALife; step++) {
    const node = pick(chance, world.nodes)
    pick(chance, weighed)(node)
    world.now += Math.floor(chance() * 2000)
    expect(world.nodes.flatMap(faultsOf), `seed ${seed}, life ${life}, step ${step}`).toEqual([])
  }
  heal(world)
  return world
}

function heal(world: World): void {
  world.losing = false
  for (let round = 0; round < 400; round++) {
    for (const node of world.nodes) turn(world, node)
    while (world.packets.length > 0) deliver(world)
    world.now += 60_000
    if (world.nodes.every((node) => nextStep(node.kept.outbox, momentOf(world, node)).do === 'rest')) return
  }
}

test(`${lives} lives of two nodes: both end with one history, each effect once, each with its receipt`, () => {
  const seen = { messages: 0, effects: 0, repeats: 0, refusals: new Map<string, number>() }
  for (let life = 0; life < lives; life++) {
    const world = live(life)
    const where = `seed ${seed}, life ${life}`
    for (const node of world.nodes) {
      const peer = other(world, node)
      expect(faultsOf(node), where).toEqual([])
      expect(nextStep(node.kept.outbox, momentOf(world, node)).do, where).toBe('rest')
      expect(peer.kept.taken.map(({ digest }) => digest), where).toEqual(node.kept.rows.map(({ digest }) => digest))
      for (const row of node.kept.rows) expect(row.receipt && readReply(row.receipt, row.attempts[0] as RequestHead, row.attempts, checking(peer)), where).toMatchObject({ ok: true })
      seen.messages += node.kept.rows.length
      seen.effects += peer.kept.effects.length
    }
    // Nobody lied: honest nodes that crash and come back from copies are never taken for two-faced.
    expect(world.refusals.filter((code) => code !== 'gap'), where).toEqual([])
    for (const code of world.refusals) seen.refusals.set(code, (seen.refusals.get(code) ?? 0) + 1)
  }
  // That the lives were not empty ones.
  expect(seen.messages, `seed ${seed}`).toBeGreaterThan(lives * 5)
  expect(seen.effects, `seed ${seed}`).toBeLessThan(seen.messages)
  expect(seen.refusals.get('gap') ?? 0, `seed ${seed}`).toBeGreaterThan(lives / 2)
})
