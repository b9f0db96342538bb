// What the program does anyway, the database refuses otherwise: a journey elsewhere than booked, a merge of a real case and a made-up one.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseServices, day, given, opened, run, today } from '../../../test/case-services.ts'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { bookSampleCase, command, openingEvents, openSampleCase, recordSampleDecision, sampleDay, sampleDecision, sampleStanding } from '../../../test/sample-case.ts'
import type { CaseEvent } from '../../casework/event.ts'
import type { Step } from '../../law/rule.ts'
import { appendEvents } from '../../store/cases.ts'
import { findCaseRow } from '../../store/worklist.ts'
import { loadFictionalCases } from '../../store/fictional-cases.ts'
import { mergeCases } from './merge-cases.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => { fresh = await freshDatabase(server) })
  afterAll(() => fresh.destroy())

  async function booked(place?: string): Promise<string> {
    const caseId = await openSampleCase(fresh)
    await bookSampleCase(fresh, caseId, place)
    return caseId
  }

  /** Takes the booked journey under an open decision about this place. */
  async function go(caseId: string, kind: 'handed-over' | 'departed', step: Step, { destination = 'GH', place }: { readonly destination?: string; readonly place?: string }) {
    const decision = await recordSampleDecision(fresh, sampleDecision(caseId, { caseVersion: 5, step, destination, ...(place === undefined ? {} : { place }) }))
    return appendEvents(fresh.as.application, command(caseId, 5, [{ kind, bookingId: 'booking-1', destination, on: sampleDay, decisionDigest: decision.digest }]))
  }

  test.each([['handed-over', 'hand-over'], ['departed', 'departure']] as const)('nobody is %s under a decision about another place than the one booked', async (kind, step) => {
    const here = await booked('Sampletown')
    for (const other of [{ place: 'Elsewhere' }, {}, { destination: 'KE', place: 'Sampletown' }]) await expect(go(here, kind, step, other)).rejects.toThrow('goes where it was booked')
    await expect(go(await booked(), kind, step, { place: 'Sampletown' })).rejects.toThrow('goes where it was booked')
    expect(await go(here, kind, step, { place: 'Sampletown' })).toMatchObject({ ok: true })
    expect(await go(await booked(), kind, step, {})).toMatchObject({ ok: true })
  })

  async function madeUp(): Promise<string> {
    const caseId = randomUUID()
    const events = openingEvents.map((event, place) => ({ event, recordedAt: '2026-03-02T10:00:00.000Z', commandId: randomUUID(), commandDigest: String(place).repeat(64) }))
    await loadFictionalCases(fresh.asOwner(), 'fiction', [{ caseId, events, decisions: [], messages: [], standing: sampleStanding }])
    return caseId
  }

  test('a real case is merged into no made-up one, nor the other way round, which would be deleted with it', async () => {
    const services = caseServices(fresh)
    const [real, fictional] = [await given(services, randomUUID(), opened), await madeUp()]
    for (const [stays, duplicate] of [[real, fictional], [fictional, real]] as const) {
      expect(await mergeCases(services, { stays, duplicate, officer: 'officer-one', on: today, reason: 'same person', mergeId: randomUUID() })).toEqual({ ok: false, refusal: { code: 'fictional-with-real' } })
      const merged: CaseEvent = { kind: 'merged-into', caseId: stays, on: sampleDay, reason: 'same person' }
      const version = duplicate === real ? 1 : 4
      await expect(appendEvents(fresh.as.application, command(duplicate, version, [merged]))).rejects.toThrow('are not merged')
      expect(await findCaseRow(fresh.database, duplicate)).toMatchObject({ version })
    }
  })

  test('only a merge names another case: a step that does would wait for its own lock', async () => {
    const services = caseServices(fresh)
    const [one, other] = [await given(services, randomUUID(), opened), await given(services, randomUUID(), opened)]
    expect(await run(services, one, { kind: 'make-contact', destination: 'GH', on: day(today) }, { otherCaseId: other })).toEqual({ ok: false, refusal: { code: 'field-not-known', field: 'otherCaseId' } })
  })
})
