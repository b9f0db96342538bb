import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { bookSampleCase, command, correctionSent, openSampleCase, rightIdentity, sampleCorrection, sendSampleCorrection, wrongSampleCase, requestSent, sampleContent, sampleDecision, sampleIdentity, sampleRequest, sampleStanding } from '../../test/sample-case.ts'
import { sha256 } from '../kernel/digest.ts'
import { appendEvents } from './cases.ts'
import { recordDecision } from './decisions.ts'
import { loadFictionalCases, removeFictionalCases, type FictionalCase } from './fictional-cases.ts'
import { messagesOf } from './outbound.ts'
import { monthlyBreakdown, recordStatutoryPerson } from './statutory-report.ts'
import { everyServingRole } from './roles.ts'
import { findCaseRow } from './worklist.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  function fictionalCase(change: Partial<FictionalCase> = {}): FictionalCase {
    const caseId = randomUUID()
    const opened = { kind: 'case-opened', jurisdiction: 'CA', identity: sampleIdentity, openedOn: sampleStanding.openedOn, source: 'made up' } as const
    const [first, last] = [sampleDecision(caseId, { caseVersion: 2 }), sampleDecision(caseId, { caseVersion: 3, step: 'departure' })]
    const departed = { kind: 'departed', bookingId: 'booking-1', destination: 'GH', on: sampleStanding.openedOn, decisionDigest: last.digest } as const
    const drafted = { kind: 'request-drafted', ...sampleRequest, by: 'fiction', on: sampleStanding.openedOn } as const
    const events = [opened, drafted, requestSent(first), departed].map((event, place) => ({ event, recordedAt: `2020-01-0${place + 1}T00:00:00.000Z`, commandId: randomUUID(), commandDigest: sha256(String(place)) }))
    return { caseId, events, decisions: [first.bytes, last.bytes], messages: [{ sequence: 3, content: sampleContent() }], standing: { ...sampleStanding, inventory: 'departed' }, ...change }
  }

  test('a fictional case comes with its past, and is marked for good', async () => {
    const cases = Array.from({ length: 20 }, () => fictionalCase())
    await loadFictionalCases(fresh.asOwner(), 'fiction', cases)
    const { caseId } = cases[0] ?? fictionalCase()
    expect(await findCaseRow(fresh.database, caseId)).toMatchObject({ version: 4, fictional: true, inventory: 'departed' })
    expect(await messagesOf(fresh.database, caseId)).toMatchObject([{ sequence: 3, content: sampleContent() }])
    await expect(loadFictionalCases(fresh.database, 'fiction', [fictionalCase()])).rejects.toThrow('permission denied')
  })

  test('a fictional past may hold a correction that was sent, with its message, and never without', async () => {
    const { one, without } = correctedCase()
    await expect(loadFictionalCases(fresh.asOwner(), 'fiction', [without])).rejects.toThrow('corrected_as_message')
    await loadFictionalCases(fresh.asOwner(), 'fiction', [one])
    expect(await messagesOf(fresh.database, one.caseId)).toMatchObject([{ kind: 'request', sequence: 3, sentBy: 'fiction' }, { kind: 'correction', sequence: 5, sentBy: 'fiction', content: sampleCorrection() }])
  })

  /** A fictional case that has sent a correction, and the same one without what it sent. */
  function correctedCase(): { readonly one: FictionalCase; readonly without: FictionalCase } {
    const { caseId, events, decisions, messages, ...rest } = fictionalCase()
    const contact = sampleDecision(caseId, { caseVersion: 4, step: 'contact' })
    const event = { ...correctionSent(contact), correctionId: 'identity/4' }
    const righted = { kind: 'identity-recorded', identity: rightIdentity, source: 'made up' } as const
    const more = [righted, event].map((one, place) => ({ event: one, recordedAt: `2020-01-0${place + 5}T00:00:00.000Z`, commandId: randomUUID(), commandDigest: sha256(String(place)) }))
    const one: FictionalCase = { ...rest, caseId, events: [...events.slice(0, 3), ...more], decisions: [decisions[0] ?? '', contact.bytes], messages: [...messages, { sequence: 5, content: sampleCorrection() }] }
    return { one, without: { ...one, messages } }
  }

  test.each([['its decisions', { decisions: [], messages: [] }, 'happened_by_decision'], ['its message', { messages: [] }, 'sent_as_message']])('a fictional past without %s is refused too', async (_, change, constraint) => {
    await expect(loadFictionalCases(fresh.asOwner(), 'fiction', [fictionalCase(change)])).rejects.toThrow(constraint)
  })

  test('the statutory breakdowns count persons removed, and fictional ones never', async () => {
    await loadFictionalCases(fresh.asOwner(), 'fiction', [fictionalCase()])
    const month = '2026-03-01'
    expect(await monthlyBreakdown(fresh.as.report, 'CA', month)).toEqual([])
    for (const known of [true, false]) {
      const caseId = await openSampleCase(fresh)
      await bookSampleCase(fresh, caseId)
      const decision = sampleDecision(caseId, { caseVersion: 5, step: 'departure' })
      await recordDecision(fresh.as.gates, decision, 0)
      expect(await appendEvents(fresh.database, command(caseId, 5, [{ kind: 'departed', bookingId: 'booking-1', destination: 'GH', on: sampleStanding.openedOn, decisionDigest: decision.digest }]))).toMatchObject({ ok: true })
      if (known) await recordStatutoryPerson(fresh.database, caseId, 'officer-one', { countryOfOrigin: 'GH', birthYear: 1990, gender: 'female', criminalBackground: 'criminality' })
      if (known) await recordStatutoryPerson(fresh.database, caseId, 'officer-one', { countryOfOrigin: 'GH', birthYear: 1990, gender: 'female', criminalBackground: 'none-recorded' })
    }
    expect(await monthlyBreakdown(fresh.as.report, 'CA', month)).toEqual([
      { countryOfOrigin: 'GH', age: 36, gender: 'female', criminalBackground: 'none-recorded', persons: 1 },
      { countryOfOrigin: null, age: null, gender: null, criminalBackground: null, persons: 1 },
    ])
    expect(await monthlyBreakdown(fresh.as.report, 'US', month)).toEqual([])
  })

  test('fictional cases are removed whole, real ones stay to the last row, and afterwards nothing can be deleted again', async () => {
    const own = await freshDatabase(server)
    const owner = own.asOwner()
    const { caseId: real, decision } = await wrongSampleCase(own)
    await sendSampleCorrection(own, real, 6, decision)
    const realRows = await rowsOf(own)
    const fictional = fictionalCase()
    await loadFictionalCases(owner, 'fiction', [fictional, correctedCase().one, ...Array.from({ length: 8 }, () => fictionalCase())])
    await recordStatutoryPerson(own.database, fictional.caseId, 'officer-one', { countryOfOrigin: 'GH', gender: 'unknown', criminalBackground: 'unknown' })
    for (const role of everyServingRole) await expect(removeFictionalCases(own.as[role])).rejects.toThrow(/permission denied|does not exist/)
    expect(await removeFictionalCases(owner)).toBe(10)
    expect(await findCaseRow(own.database, fictional.caseId)).toBeUndefined()
    expect(await rowsOf(own)).toEqual(realRows)
    expect(await removeFictionalCases(owner)).toBe(0)
    for (const table of ['case_event', 'gate_decision', 'outbound_message', 'outbound_correction', 'case_file']) await expect(sql.raw(`delete from ${table}`).execute(owner)).rejects.toThrow('only grows')
    expect(await findCaseRow(own.database, real)).toMatchObject({ version: 7, fictional: false })
    await own.destroy()
  })
})

/** Every row of every table about cases, as text. */
async function rowsOf({ asOwner }: FreshDatabase): Promise<readonly string[]> {
  const tables = ['case_file', 'case_event', 'gate_decision', 'outbound_message', 'outbound_correction', 'outbound_withdrawal', 'statutory.person']
  const found = await Promise.all(tables.map(async (table) => (await sql.raw<{ row: string }>(`select one::text as row from ${table} as one`).execute(asOwner())).rows.map(({ row }) => `${table} ${row}`)))
  return found.flat().toSorted()
}
