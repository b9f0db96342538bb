import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCase } from '../casework/check-case.ts'
import { gatedSteps } from '../casework/event.ts'
import { evolveAll } from '../casework/evolve.ts'
import { worklistEntry } from '../casework/worklist-entry.ts'
import type { PlainDate } from '../kernel/day.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { checkWhole } from '../store/check-whole.ts'
import { loadCase } from '../store/cases.ts'
import { decisionsOf } from '../store/decisions.ts'
import { messagesOf } from '../store/outbound.ts'
import { countInventories, worklist } from '../store/worklist.ts'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { openSampleCase } from '../../test/sample-case.ts'
import { loadFictionalCaseload } from './fictional-caseload.ts'
import { madeUpCase } from './fictional/made-up-case.ts'

// Later than the day on which the lists of the law book were checked: what a made-up case looked up on the eve must count.
const today = '2026-11-23' as PlainDate
const caseload = { cases: 240, seed: 20_261_122, today }

let made: readonly ReturnType<typeof madeUpCase>[] = []
// More than the database is given here, so that rare things are among them.
const many = () => (made = made.length > 0 ? made : Array.from({ length: 600 }, (_, number) => madeUpCase({ number, of: 600, seed: caseload.seed, today, book: shippedBook() })))

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  const loaded = await loadFictionalCaseload({ owner: fresh.asOwner() }, caseload)
  expect(loaded).toEqual({ ok: true, value: { loaded: caseload.cases, present: 0 } })
})
afterAll(() => fresh.destroy())

test('a second start loads nothing', async () => {
  expect(await loadFictionalCaseload({ owner: fresh.asOwner() }, caseload)).toEqual({ ok: true, value: { loaded: 0, present: caseload.cases } })
})

test('whoever drafted a made-up request is not who approved it, and neither is the loader', async () => {
  const { rows } = await sql<{ kind: string; officer: string; by: string | null; caseId: string; requestId: string | null }>`
    select kind::text, recorded_by as officer, body ->> 'by' as by, case_id as "caseId", body ->> 'requestId' as "requestId" from case_event`.execute(fresh.asOwner())
  expect(rows.filter(({ officer }) => !/^fictional-officer-\d+$/.test(officer))).toEqual([])
  const approvals = rows.filter(({ kind }) => kind === 'request-approved')
  expect(approvals.length).toBeGreaterThan(20)
  for (const { officer, by, caseId, requestId } of approvals) {
    const draft = rows.find((one) => one.kind === 'request-drafted' && one.caseId === caseId && one.requestId === requestId)
    expect([by, draft?.officer === officer]).toEqual([officer, false])
  }
  expect((await sql<{ by: string }>`select distinct sent_by as by from outbound_message`.execute(fresh.asOwner())).rows.filter(({ by }) => !by.startsWith('fictional-officer-'))).toEqual([])
})

test('a database that holds a real case takes no fictional ones', async () => {
  const other = await freshDatabase()
  await openSampleCase(other)
  expect(await loadFictionalCaseload({ owner: other.asOwner() }, caseload)).toEqual({ ok: false, refusal: { code: 'real-cases-present', cases: 1 } })
  await other.destroy()
})

test('every case is marked as fictional, and both countries have some in several inventories', async () => {
  const counted = await countInventories(fresh.database)
  expect(counted.every(({ fictional }) => fictional)).toBe(true)
  expect(counted.reduce((sum, { cases }) => sum + cases, 0)).toBe(caseload.cases)
  for (const jurisdiction of ['CA', 'US']) {
    const inventories = counted.filter((one) => one.jurisdiction === jurisdiction).map(({ inventory }) => inventory)
    expect(inventories).toEqual(expect.arrayContaining(['stayed', 'monitoring', 'working', 'closed']))
  }
})

test('somebody is ready to return in both countries, as the definition of the casework has it', () => {
  const ready = many().filter(({ state }) => state && worklistEntry(state, { today, book: shippedBook(), agreements: [] }).inventory === 'ready-to-return')
  expect(new Set(ready.map(({ jurisdiction }) => jurisdiction))).toEqual(new Set(['CA', 'US']))
})

test('every name is plainly made up', async () => {
  const rows = await worklist(fresh.database, { of: 'all', limit: 1000 })
  expect(rows.filter(({ familyName }) => !['Fictional', 'Fictive', 'Sample', 'Exemple', 'Specimen', 'Inventé'].includes(familyName))).toEqual([])
  expect(new Set(rows.map(({ familyName, givenNames }) => `${familyName} ${givenNames}`)).size).toBe(rows.length)
})

test('nothing that was loaded is what the keys and triggers would have refused', async () => {
  expect(await checkWhole(fresh.as.auditor)).toEqual([])
})

test('each case is whole: events without a gap, a state without contradiction, a decision behind each gated event', async () => {
  const rows = await worklist(fresh.database, { of: 'all', limit: 1000 })
  const { rows: left } = await sql<{ case_id: string }>`select case_id from case_file where inventory in ('departed', 'closed')`.execute(fresh.database)
  let gated = 0
  for (const caseId of [...rows.map((row) => row.caseId), ...left.map((row) => row.case_id)]) {
    const events = (await loadCase(fresh.database, caseId)) ?? []
    const decisions = new Set((await decisionsOf(fresh.database, caseId)).filter(({ state }) => state === 'open').map(({ digest }) => digest))
    const messages = await messagesOf(fresh.database, caseId)
    const state = evolveAll(events.map(({ event }) => event))
    expect(state && checkCase(state)).toEqual([])
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    for (const { event, sequence } of events) {
      if (!(event.kind in gatedSteps) || !('decisionDigest' in event)) continue
      gated++
      expect(decisions.has(event.decisionDigest)).toBe(true)
      if (event.kind === 'request-sent') expect(messages.some((message) => message.sequence === sequence)).toBe(true)
    }
  }
  expect(gated).toBeGreaterThan(50)
})

test('people leave in both countries, requests are answered, refused by silence and withdrawn, and nothing but a gate refuses', () => {
  const cases = many()
  const kinds = (jurisdiction: string) => new Set(cases.filter((one) => one.jurisdiction === jurisdiction).flatMap(({ events }) => events.map(({ event }) => event.kind)))
  for (const jurisdiction of ['CA', 'US']) {
    expect([...kinds(jurisdiction)]).toEqual(expect.arrayContaining(['request-sent', 'outcome-recorded', 'document-taken', 'booking-made', 'handed-over', 'departed', 'departure-confirmed', 'case-closed']))
  }
  const outcomes = new Set(cases.flatMap(({ events }) => events.flatMap(({ event }) => (event.kind === 'outcome-recorded' ? [event.outcome] : []))))
  expect([...outcomes]).toEqual(expect.arrayContaining(['issued', 'no-response']))
  expect(cases.flatMap(({ refused }) => refused)).toEqual([])
})

test('the same seed makes the same case', () => {
  const one = madeUpCase({ number: 17, of: 2000, seed: 5, today, book: shippedBook() })
  expect(madeUpCase({ number: 17, of: 2000, seed: 5, today, book: shippedBook() })).toEqual(one)
  expect(madeUpCase({ number: 17, of: 2000, seed: 6, today, book: shippedBook() })).not.toEqual(one)
})
