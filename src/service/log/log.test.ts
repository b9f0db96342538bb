import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { approved, caseServices, checked, drafted, ghanaian, given, opened, sent, today } from '../../../test/case-services.ts'
import { logNode, letWitness, type LogNode, type Network } from '../../../test/log-nodes.ts'
import { openSampleCase, recordSampleDecision, sampleDecision, sendSample } from '../../../test/sample-case.ts'
import { writeText } from '../../transparency/strict-text.ts'
import { loadCase } from '../../store/cases.ts'
import { checkWhole } from '../../store/check-whole.ts'
import { actsOfRecord, findTip, readTileBytes, waitingActs } from '../../store/log.ts'
import { findHalt, findPolicy, findWitnessed, haltLog, logStopped, setPolicy } from '../../store/log-health.ts'
import { messagesOf, sendWithdrawal } from '../../store/outbound.ts'
import { listEvidence } from '../../store/witnessed-logs.ts'
import { readTilePath } from '../../transparency/read-tile-path.ts'
import { verifyLog } from '../../verify/verify-log.ts'
import { verifyProof } from '../../verify/verify-proof.ts'
import { webCrypto } from '../../verify/web-crypto.ts'
import { sendWithdrawals } from '../cases/send-withdrawals.ts'
import { answerAsWitness } from './answer-as-witness.ts'
import { askWitnesses, signedCheckpoint } from './ask-witnesses.ts'
import { growLog } from './grow-log.ts'
import { proveEvent } from './prove-act.ts'

const open: LogNode[] = []
afterEach(async () => { for (const node of open.splice(0)) await node.close() })

async function nodes(...names: readonly string[]): Promise<readonly LogNode[]> {
  const network: Network = new Map()
  for (const name of names) open.push(await logNode(name, network))
  return open
}

const grow = async (node: LogNode, batch = 256) => {
  const grown = await growLog(node.services, { batch })
  if (!grown.ok) throw new Error(JSON.stringify(grown.refusal))
  return grown.value
}

test('every event of a case is committed to in its own transaction, and one that is rolled back leaves nothing', async () => {
  const [north] = await nodes('north') as [LogNode]
  const caseId = await openSampleCase(north.fresh)
  const acts = await sql<{ kind: string; place: string }>`select kind, place from logged_act where record = ${`case:${caseId}`} order by act_number`.execute(north.fresh.database)
  expect(acts.rows).toEqual([1, 2, 3, 4].map((place) => ({ kind: 'case-event', place: String(place) })))
  const before = await waitingActs(north.fresh.database, 1000)
  await expect(north.fresh.asOwner().transaction().execute(async (tx) => {
    await sql`select * from append_events(${caseId}, 4, gen_random_uuid(), ${'00'.repeat(32)}, 'officer-one', ${JSON.stringify([{ kind: 'counsel-recorded', counselId: 'c1', name: 'Sample', address: 'here', on: '2026-03-02' }])}, ${JSON.stringify({ inventory: 'working', opened_on: '2026-03-02', last_step_on: '2026-03-02', country: 'GH', officer: 'officer-one', attention: { on: '2026-03-02', collisions: [], answers: [] } })})`.execute(tx)
    expect(await waitingActs(tx, 1000)).toHaveLength(before.length + 1)
    throw new Error('rolled back')
  })).rejects.toThrow('rolled back')
  expect(await waitingActs(north.fresh.database, 1000)).toEqual(before)
})

test('an event that was changed by the owner’s hand is not the one committed to, and whoever looks through everything sees it', async () => {
  const [north] = await nodes('north') as [LogNode]
  const caseId = await openSampleCase(north.fresh)
  expect(await checkWhole(north.fresh.as.auditor)).toEqual([])
  await sql`alter table case_event disable trigger only_grows`.execute(north.fresh.asOwner())
  await sql`update case_event set body = jsonb_set(body, '{source}', '"another file"') where case_id = ${caseId} and sequence = 1`.execute(north.fresh.asOwner())
  expect(await checkWhole(north.fresh.as.auditor)).toEqual([{ fault: 'an event that is not the one committed to in the log', times: 1, caseId }])
})

test('a tick adds one batch whatever happened: nothing, a little, or more than fits', async () => {
  const [north] = await nodes('north') as [LogNode]
  expect(await grow(north)).toMatchObject({ acts: 0, left: 0, tip: { size: 256 } })
  await openSampleCase(north.fresh)
  expect(await grow(north)).toMatchObject({ acts: 4, left: 0, tip: { size: 512 } })
  for (let cases = 0; cases < 70; cases++) await openSampleCase(north.fresh)
  expect(await grow(north)).toMatchObject({ acts: 256, left: 24, tip: { size: 768 } })
  expect(await grow(north)).toMatchObject({ acts: 24, left: 0, tip: { size: 1024 } })
})

test('an event is proved to somebody who has only the file, its content and the policy', async () => {
  const [north, south] = await nodes('north', 'south') as [LogNode, LogNode]
  const policy = await letWitness(south, north)
  const caseId = await openSampleCase(north.fresh)
  expect(await proveEvent(north.services, caseId, 3)).toMatchObject({ refusal: { code: 'not-in-log-yet' } })
  await grow(north)
  expect(await askWitnesses(north.services)).toEqual([{ witness: 'w0', outcome: 'cosigned' }, { witness: 'w1', outcome: 'cosigned' }])
  await grow(north)
  const proved = await proveEvent(north.services, caseId, 3)
  if (!proved.ok) throw new Error(JSON.stringify(proved.refusal))
  const { content, proofFile } = proved.value
  expect(Buffer.from(content).toString()).toContain('fact-recorded')
  const verified = await verifyProof(writeText(proofFile), { content }, writeText(policy))
  expect(verified).toMatchObject({ ok: true, value: { checkpoint: { origin: 'north.example/comity', size: 256, quorum: 'both', witnesses: [{ name: 'w0' }, { name: 'w1' }] } } })
  const changed = Uint8Array.from(content)
  changed[10]! ^= 1
  expect(await verifyProof(writeText(proofFile), { content: changed }, writeText(policy))).toMatchObject({ ok: false, refusal: { code: 'content-does-not-fit' } })
})

test('the whole log is checked by a program that knows only its files', async () => {
  const [north, south] = await nodes('north', 'south') as [LogNode, LogNode]
  const policy = await letWitness(south, north)
  await openSampleCase(north.fresh)
  for (let tick = 0; tick < 3; tick++) {
    await grow(north)
    await askWitnesses(north.services)
  }
  const tip = await findTip(north.fresh.database)
  if (!tip) throw new Error('no tip')
  const files = async (path: string) => {
    if (path === 'checkpoint') return writeText(await signedCheckpoint(north.fresh.database, tip))
    const tile = readTilePath(path)
    return tile && readTileBytes(north.fresh.database, tile)
  }
  expect(await verifyLog(files, writeText(policy), webCrypto)).toMatchObject({ ok: true, value: { checkpoint: { size: 768 } } })
  await sql`alter table log_bundle disable trigger only_grows`.execute(north.fresh.asOwner())
  await sql`update log_bundle set entries = set_byte(entries, 40, (get_byte(entries, 40) + 1) % 256) where tile_index = 1`.execute(north.fresh.asOwner())
  expect(await verifyLog(files, writeText(policy), webCrypto)).toMatchObject({ ok: false })
})

test('a witness cosigns only what goes on from what it saw; a fork that the log signed is kept as evidence', async () => {
  const [north, south] = await nodes('north', 'south') as [LogNode, LogNode]
  await letWitness(south, north)
  await grow(north)
  await askWitnesses(north.services)
  // The same log, begun anew from the same keys: another history of the same size.
  const network: Network = new Map([['https://south.example/witness/add-checkpoint', south.services]])
  const other = await logNode('north', network)
  open.push(other)
  const forked = { ...other, services: { ...other.services, keys: north.services.keys } }
  const grown = await grow(forked)
  const answer = await answerAsWitness(south.services, writeText(`old 256\n\n${grown.tip.note}`))
  expect(answer.status).toBe(422)
  expect(await listEvidence(south.fresh.database)).toMatchObject([{ origin: 'north.example/comity', code: 'two-roots' }])
  expect(await answerAsWitness(south.services, writeText(`old 0\n\n${grown.tip.note}`))).toMatchObject({ status: 409, body: '256\n' })
})

/** The same log and keys over another database, which knows nothing of it but who its witnesses are: as after restoring an old backup. */
async function anew(north: LogNode, south: LogNode): Promise<LogNode> {
  const other = await logNode('north', new Map([['https://south.example/witness/add-checkpoint', south.services]]))
  open.push(other)
  const kept = await findPolicy(north.fresh.database)
  if (kept) await setPolicy(other.fresh.database, kept)
  return { ...other, services: { ...other.services, keys: north.services.keys } }
}

test('a log whose database lost its end is shown by its witness what its own key signed, and signs no more', async () => {
  const [north, south] = await nodes('north', 'south') as [LogNode, LogNode]
  await letWitness(south, north)
  for (let tick = 0; tick < 2; tick++) {
    await grow(north)
    await askWitnesses(north.services)
  }
  const behind = await anew(north, south)
  await grow(behind)
  expect((await askWitnesses(behind.services))[0]).toEqual({ witness: 'w0', outcome: 'rolled-back' })
  expect(await findHalt(behind.fresh.database)).toMatchObject({ code: 'rolled-back', facts: { shown: expect.stringContaining('north.example/comity\n512\n') } })
  expect(await growLog(behind.services, { batch: 256 })).toMatchObject({ ok: false, refusal: { code: 'log-halted' } })
  expect(await logStopped(behind.fresh.database, 'disclosure')).toBe('log-halted')
})

test('a log that grew otherwise to the same size is shown so by its witness, and signs no more', async () => {
  const [north, south] = await nodes('north', 'south') as [LogNode, LogNode]
  await letWitness(south, north)
  await grow(north)
  await askWitnesses(north.services)
  const forked = await anew(north, south)
  await grow(forked)
  expect((await askWitnesses(forked.services))[0]).toEqual({ witness: 'w0', outcome: 'forked' })
  expect(await findHalt(forked.fresh.database)).toMatchObject({ code: 'forked' })
})

test('a witness that only says that it saw more, or shows what another key signed, stops nothing', async () => {
  const [north, south, liar] = await nodes('north', 'south', 'liar') as [LogNode, LogNode, LogNode]
  await letWitness(south, north)
  await grow(north)
  await grow(liar)
  await grow(liar)
  const post = async () => ({ status: 409, body: writeText('9007199254740991\n') })
  const madeUp = writeText(((await findTip(liar.fresh.database))?.note ?? '').replaceAll('liar.example', 'north.example'))
  for (const get of [async () => ({ status: 404, body: new Uint8Array() }), async () => ({ status: 200, body: madeUp }), async () => { throw new Error('nobody answers') }]) {
    expect(await askWitnesses({ ...north.services, post, get })).toEqual([{ witness: 'w0', outcome: 'refused', status: 409 }, { witness: 'w1', outcome: 'refused', status: 409 }])
  }
  expect(await findHalt(north.fresh.database)).toBeUndefined()
})

test('a witness is asked once for all its keys, and not again about what it cosigned', async () => {
  const [north, south] = await nodes('north', 'south') as [LogNode, LogNode]
  await letWitness(south, north)
  let asked = 0
  const services = { ...north.services, post: (url: string, body: Uint8Array) => (asked++, north.services.post(url, body)) }
  await grow(north)
  expect(await askWitnesses(services)).toHaveLength(2)
  expect(await askWitnesses(services)).toEqual([])
  expect(asked).toBe(1)
  await grow(north)
  expect(await askWitnesses(services)).toHaveLength(2)
  expect(asked).toBe(2)
})

test('withdrawals leave like everything else: committed to in the log, and not while it is halted', async () => {
  const [north] = await nodes('north') as [LogNode]
  const cases = caseServices(north.fresh)
  const requestId = randomUUID()
  const caseId = await given(cases, randomUUID(), opened, ghanaian, drafted(requestId), checked(requestId), approved(requestId), sent(requestId), { kind: 'withdraw-request', requestId, reason: 'own-document-found', on: today })
  await expect(sendWithdrawal(north.fresh.as.outbound, caseId, requestId)).resolves.toBe(true)
  expect(await actsOfRecord(north.fresh.database, `case:${caseId}`)).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'withdrawal-sent', place: requestId })]))
  await haltLog(north.fresh.database, 'forked', {})
  expect(await sendWithdrawals(cases)).toMatchObject({ left: [], stopped: 'log-halted' })
})

test('while nobody witnesses, a request does not leave for a state, and its case stays as it was; with a cosignature it leaves', async () => {
  const [north, south] = await nodes('north', 'south') as [LogNode, LogNode]
  const caseId = await openSampleCase(north.fresh)
  const decision = await recordSampleDecision(north.fresh, sampleDecision(caseId))
  await letWitness(south, north)
  await sql`alter table log_policy disable trigger only_grows`.execute(north.fresh.asOwner())
  await sql`update log_policy set set_at = set_at - interval '9 hours'`.execute(north.fresh.asOwner())
  expect(await sendSample(north.fresh, caseId, 4, decision)).toEqual({ ok: false, refusal: { code: 'log-unwitnessed' } })
  expect([(await loadCase(north.fresh.database, caseId))?.length, await messagesOf(north.fresh.as.outbound, caseId)]).toEqual([4, []])
  await grow(north)
  await askWitnesses(north.services)
  expect(await sendSample(north.fresh, caseId, 4, decision)).toMatchObject({ ok: true, value: { version: 5 } })
  // And not from a log that was stopped, whoever witnessed it a minute ago.
  const other = await openSampleCase(north.fresh)
  const open = await recordSampleDecision(north.fresh, sampleDecision(other))
  await haltLog(north.fresh.database, 'forked', {})
  expect(await sendSample(north.fresh, other, 4, open)).toEqual({ ok: false, refusal: { code: 'log-halted' } })
})

test('without a fresh cosignature disclosures stop first and outbound after; with one both go on', async () => {
  const [north, south] = await nodes('north', 'south') as [LogNode, LogNode]
  const { database } = north.fresh
  expect([await logStopped(database, 'disclosure'), await logStopped(database, 'outbound')]).toEqual([undefined, undefined])
  await letWitness(south, north, { disclosuresStopAfterSeconds: 3600, outboundStopsAfterSeconds: 7200 })
  const olderBy = async (minutes: number) => {
    await sql`alter table log_policy disable trigger only_grows`.execute(north.fresh.asOwner())
    await sql`alter table log_witnessed disable trigger only_grows`.execute(north.fresh.asOwner())
    await sql`update log_policy set set_at = set_at - make_interval(mins => ${minutes})`.execute(north.fresh.asOwner())
    await sql`update log_witnessed set witnessed_at = witnessed_at - make_interval(mins => ${minutes})`.execute(north.fresh.asOwner())
  }
  expect(await logStopped(database, 'disclosure')).toBeUndefined()
  await olderBy(90)
  expect([await logStopped(database, 'disclosure'), await logStopped(database, 'outbound')]).toEqual(['log-unwitnessed', undefined])
  await olderBy(60)
  expect(await logStopped(database, 'outbound')).toBe('log-unwitnessed')
  await grow(north)
  await askWitnesses(north.services)
  expect(await findWitnessed(database)).toMatchObject({ size: 256 })
  expect([await logStopped(database, 'disclosure'), await logStopped(database, 'outbound')]).toEqual([undefined, undefined])
})
