import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { command, correctionSent, openingEvents, openSampleCase, recordSampleDecision, requestSent, sampleContent, sampleCorrection, sampleDay, sampleDecision, sampleIdentity, sampleRequest, sendSample, sendSampleCorrection, sentSampleCase, wrongSampleCase } from '../../test/sample-case.ts'
import type { CaseEvent } from '../casework/event.ts'
import { appendEvents, loadCase, loadCases } from './cases.ts'
import { checkWhole } from './check-whole.ts'
import { decisionsOf, recordDecision } from './decisions.ts'
import { messagesOf, pendingWithdrawals, readPermitted, sendWithdrawal } from './outbound.ts'

if (databaseServers.length < 2) test.skip('the contract of cases holds on PostgreSQL 15, which is not installed here', () => undefined)

const told = (on = sampleDay): CaseEvent => ({ kind: 'custody-reviewed', on, source: 'review of sample' })

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  const append = (...given: Parameters<typeof command>) => appendEvents(fresh.database, command(...given))

  test('the events of a case come back as they went in, in order, with when and by whom', async () => {
    const caseId = await openSampleCase(fresh)
    await append(caseId, 4, [told()])
    const kept = (await loadCase(fresh.database, caseId)) ?? []
    expect(kept.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5])
    const expected = [...openingEvents, told()].map((event, place) => (event.kind === 'fact-recorded' ? { ...event, record: { ...event.record, recordedAt: kept[place]?.recordedAt } } : event))
    expect(kept.map(({ event }) => event)).toStrictEqual(expected)
    expect(new Set(kept.map(({ recordedBy }) => recordedBy))).toEqual(new Set(['officer-one']))
    expect((await loadCase(fresh.database, caseId, 2))?.map(({ sequence }) => sequence)).toEqual([1, 2])
    expect(await loadCase(fresh.database, randomUUID())).toBeUndefined()
  })

  test('many cases that are read at once are each what they are when read alone; an id of no case is left out', async () => {
    const ids = [await openSampleCase(fresh), await openSampleCase(fresh)].toSorted()
    await append(ids[1] ?? '', 4, [told()])
    const alone = [await loadCase(fresh.database, ids[0] ?? ''), await loadCase(fresh.database, ids[1] ?? '')]
    expect(await loadCases(fresh.database, [...ids.toReversed(), randomUUID()])).toStrictEqual(alone)
    expect(await loadCases(fresh.database, [])).toEqual([])
  })

  test('when a fact was recorded is the moment at which it was, whatever the command says', async () => {
    const began = Date.now()
    const caseId = await openSampleCase(fresh)
    const event = (await loadCase(fresh.database, caseId))?.[2]?.event
    const recordedAt = event?.kind === 'fact-recorded' ? event.record.recordedAt : ''
    expect(Date.parse(recordedAt)).toBeGreaterThanOrEqual(began - 1_000)
  })

  test('a command about an older version is refused with both versions, and nothing is added', async () => {
    const caseId = await openSampleCase(fresh)
    expect(await append(caseId, 3, [told()])).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 3, actual: 4 } })
    expect(await append(caseId, 0, openingEvents)).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 0, actual: 4 } })
    expect(await append(randomUUID(), 1, [told()])).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 1, actual: 0 } })
    expect(await loadCase(fresh.database, caseId)).toHaveLength(4)
  })

  test('the same command twice is done once and gives the same answer', async () => {
    const caseId = await openSampleCase(fresh)
    const commandId = randomUUID()
    const first = await append(caseId, 4, [told(), told()], commandId)
    await append(caseId, 6, [told()])
    expect(first).toEqual({ ok: true, value: { version: 6, firstSequence: 5, lastSequence: 6, repeated: false } })
    expect(await append(caseId, 4, [told(), told()], commandId)).toEqual({ ok: true, value: { version: 7, firstSequence: 5, lastSequence: 6, repeated: true } })
    expect(await append(caseId, 7, [told()], commandId)).toEqual({ ok: false, refusal: { code: 'command-repeated-differently', commandId } })
    expect(await loadCase(fresh.database, caseId)).toHaveLength(7)
  })

  test('of many officers who act on one version at once, one succeeds', async () => {
    const caseId = await openSampleCase(fresh)
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => append(caseId, 4, [told()])))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await loadCase(fresh.database, caseId)).toHaveLength(5)
  })

  test('a case opened by two programs at once is opened once', async () => {
    const caseId = randomUUID()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => append(caseId, 0, openingEvents)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 5 }, () => ({ ok: false, refusal: { code: 'stale-version', expected: 0, actual: 4 } })))
  })

  test.each(['a\u0000b', '\ud800', '\\\u0000'])('a text that no database keeps (%j) is refused', async (source) => {
    const caseId = await openSampleCase(fresh)
    expect(await append(caseId, 4, [{ kind: 'custody-reviewed', on: sampleDay, source }])).toEqual({ ok: false, refusal: { code: 'text-not-storable' } })
  })

  test.each(['\\u0000', 'été', '😀', '\\', '"'])('a text that looks odd (%j) is kept as it is', async (source) => {
    const caseId = await openSampleCase(fresh)
    await append(caseId, 4, [{ kind: 'custody-reviewed', on: sampleDay, source }])
    expect((await loadCase(fresh.database, caseId))?.at(-1)?.event).toEqual({ kind: 'custody-reviewed', on: sampleDay, source })
  })

  test('a request is sent under the open decision about that very version, and its message is kept', async () => {
    const caseId = await openSampleCase(fresh)
    const decision = await recordSampleDecision(fresh, sampleDecision(caseId))
    const commandId = randomUUID()
    expect(await sendSample(fresh, caseId, 4, decision, commandId)).toEqual({ ok: true, value: { version: 5, firstSequence: 5, lastSequence: 5, repeated: false } })
    expect(await sendSample(fresh, caseId, 4, decision, commandId)).toMatchObject({ ok: true, value: { repeated: true } })
    expect((await loadCase(fresh.database, caseId))?.at(-1)?.event).toStrictEqual(requestSent(decision))
    expect(await messagesOf(fresh.as.outbound, caseId)).toMatchObject([{ sequence: 5, destination: 'GH', requestId: sampleRequest.requestId, decisionDigest: decision.digest, content: sampleContent() }])
    expect(await decisionsOf(fresh.database, caseId)).toMatchObject([{ ...decision, lawRevision: 0 }])
  })

  test('once a fact is recorded after the decision, nothing leaves under it', async () => {
    const caseId = await openSampleCase(fresh)
    const decision = await recordSampleDecision(fresh, sampleDecision(caseId))
    await append(caseId, 4, [told()])
    expect(await sendSample(fresh, caseId, 4, decision)).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 4, actual: 5 } })
    expect(await sendSample(fresh, caseId, 5, decision)).toEqual({ ok: false, refusal: { code: 'decision-missing' } })
    expect(await recordDecision(fresh.as.gates, sampleDecision(caseId, { destination: 'KE' }), 0)).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 4, actual: 5 } })
    expect(await messagesOf(fresh.as.outbound, caseId)).toEqual([])
  })

  test('a correction is sent under the open decision about that very version, and its message is kept beside the request', async () => {
    const { caseId, decision } = await wrongSampleCase(fresh)
    const commandId = randomUUID()
    expect(await readPermitted(fresh.as.outbound, caseId, sampleRequest.requestId)).toMatchObject({ version: 6, outside: { left: true, withdrawn: false }, identity: { bornOn: '1990-05-18' } })
    expect(await sendSampleCorrection(fresh, caseId, 6, decision, commandId)).toEqual({ ok: true, value: { version: 7, firstSequence: 7, lastSequence: 7, repeated: false } })
    expect(await sendSampleCorrection(fresh, caseId, 6, decision, commandId)).toMatchObject({ ok: true, value: { repeated: true } })
    expect(await sendSampleCorrection(fresh, caseId, 7, decision)).toEqual({ ok: false, refusal: { code: 'decision-missing' } })
    expect((await loadCase(fresh.database, caseId))?.at(-1)?.event).toStrictEqual(correctionSent(decision))
    expect(await messagesOf(fresh.as.outbound, caseId)).toMatchObject([{ kind: 'request', sequence: 5, content: sampleContent() }, { kind: 'correction', sequence: 7, destination: 'GH', requestId: sampleRequest.requestId, decisionDigest: decision.digest, content: sampleCorrection() }])
    expect(await checkWhole(fresh.as.auditor)).toEqual([])
  })

  test('what the state has of a request is known to the role that writes: nothing, the request, or that it is being taken back', async () => {
    const outside = async (caseId: string) => (await readPermitted(fresh.as.outbound, caseId, sampleRequest.requestId))?.outside
    expect(await outside(await openSampleCase(fresh))).toEqual({ left: false, withdrawn: false })
    const { caseId } = await sentSampleCase(fresh)
    expect(await outside(caseId)).toEqual({ left: true, withdrawn: false })
    await append(caseId, 5, [{ kind: 'request-withdrawn', requestId: sampleRequest.requestId, reason: 'status-granted', on: sampleDay }])
    expect(await outside(caseId)).toEqual({ left: true, withdrawn: true })
    await sendWithdrawal(fresh.as.outbound, caseId, sampleRequest.requestId)
    expect(await outside(caseId)).toEqual({ left: true, withdrawn: true })
  })

  test('a withdrawal leaves once, for a request that left and was withdrawn, and nobody who sends it can see why', async () => {
    const caseId = await openSampleCase(fresh)
    const { requestId } = sampleRequest
    await expect(sendWithdrawal(fresh.as.outbound, caseId, requestId)).rejects.toThrow('of_sent_request')
    await sendSample(fresh, caseId, 4, await recordSampleDecision(fresh, sampleDecision(caseId)))
    await expect(sendWithdrawal(fresh.as.outbound, caseId, requestId)).rejects.toThrow('withdrawn')
    await append(caseId, 5, [{ kind: 'request-withdrawn', requestId, reason: 'status-granted', on: sampleDay }])
    const pending = await pendingWithdrawals(fresh.as.outbound)
    expect(pending).toEqual([{ caseId, requestId, recordedAt: expect.any(String) }])
    expect([await sendWithdrawal(fresh.as.outbound, caseId, requestId), await sendWithdrawal(fresh.as.outbound, caseId, requestId)]).toEqual([true, false])
    expect(await pendingWithdrawals(fresh.as.outbound)).toEqual([])
  })

  test('what a request may hold is what was recorded last, and nothing of the rest', async () => {
    const caseId = await openSampleCase(fresh)
    await append(caseId, 4, [
      { kind: 'identity-recorded', identity: { familyName: 'Exemple', givenNames: 'Deux', sex: 'male', identityDocuments: [] }, source: 'register' },
      { kind: 'nationality-recorded', country: 'TG', basis: 'own-statement', on: sampleDay, source: 'statement' },
      { kind: 'nationality-withdrawn', country: 'GH', on: sampleDay, source: 'consulate' },
    ])
    expect(await readPermitted(fresh.as.outbound, caseId, sampleRequest.requestId)).toStrictEqual({
      version: 7,
      outside: { left: false, withdrawn: false },
      identity: { familyName: 'Exemple', givenNames: 'Deux', sex: 'male', identityDocuments: [] },
      nationalities: [{ country: 'TG', basis: 'own-statement', on: sampleDay }],
      request: sampleRequest,
    })
    const first = await openSampleCase(fresh)
    expect((await readPermitted(fresh.as.outbound, first, sampleRequest.requestId))?.identity).toStrictEqual(sampleIdentity)
    expect(await readPermitted(fresh.as.outbound, first, randomUUID())).toBeUndefined()
  })
})
