import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approved, caseServices, checked, day, drafted, ghanaian, given, opened, run, sent, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { heldBook } from '../../casework/case-for-tests.ts'
import type { Command } from '../../casework/command.ts'
import { evolveAll } from '../../casework/evolve.ts'
import { copyText } from '../../render/person-copy.ts'
import { personText } from '../../render/person-record.ts'
import { dayFromNumber, dayNumber } from '../../kernel/day.ts'
import { loadCase } from '../../store/cases.ts'
import { decisionsOf } from '../../store/decisions.ts'
import { messagesOf } from '../../store/outbound.ts'
import { askGates } from './ask-gates.ts'
import type { CaseServices } from './case-services.ts'
import { exportPerson } from './export-person.ts'
import { filesOf, handOverFiles } from './hand-over-files.ts'
import { mergeCases, undoMerge, type Merge } from './merge-cases.ts'
import { personCopy } from './person-copy.ts'
import { readStalled, readWorklist } from './read-worklist.ts'
import { refreshIfDue } from './refresh-standings.ts'
import { sendWithdrawals } from './send-withdrawals.ts'
import { showCase } from './show-case.ts'
import { recordStatutoryPerson, statutoryReport } from './statutory-report.ts'

let fresh: FreshDatabase
beforeAll(async () => { fresh = await freshDatabase() })
afterAll(() => fresh.destroy())

async function stateOf(caseId: string) {
  const state = evolveAll((await loadCase(fresh.database, caseId) ?? []).map(({ event }) => event))
  if (!state) throw new Error('no case')
  return state
}

async function sentCase(services: CaseServices, requestId: string = randomUUID()): Promise<{ readonly caseId: string; readonly requestId: string }> {
  return { requestId, caseId: await given(services, randomUUID(), opened, ghanaian, drafted(requestId), checked(requestId), approved(requestId), sent(requestId)) }
}

test('whoever received what was wrong is listed until told; a state is told under the contact gate', async () => {
  const services = caseServices(fresh)
  const { caseId, requestId } = await sentCase(services)
  await given(services, caseId,
    { kind: 'give-person-copy', requestId, on: today, receipt: 'signed' },
    { kind: 'record-identity', identity: { ...(await stateOf(caseId)).identity, bornOn: '1990-05-18' }, source: 'birth certificate' })
  const page = await showCase(services, caseId)
  if (!page.ok) throw new Error('refused')
  expect(page.value.toTell.map(({ recipient }) => recipient)).toEqual([`request/${requestId}`, `copy/${requestId}`])
  const [{ correctionId } = { correctionId: '' }] = page.value.toTell
  await given(services, caseId, { kind: 'send-correction', correctionId, requestId, on: today }, { kind: 'tell-recipient', correctionId, recipient: `copy/${requestId}`, on: today, source: 'letter' })
  expect(await showCase(services, caseId)).toMatchObject({ value: { toTell: [] } })
  // What it was told is kept to the byte: what is recorded now, and not that it was wrong before.
  const [request, correction, more] = await messagesOf(fresh.as.auditor, caseId)
  if (!request || !correction) throw new Error('nothing left')
  expect([request.kind, correction.kind, more]).toEqual(['request', 'correction', undefined])
  expect(JSON.parse(correction.content)).toEqual({ ...JSON.parse(request.content) as object, format: 'comity-correction/1', bornOn: '1990-05-18', padding: expect.stringMatching(/^ *$/u) as string })
  expect(correction.content).toHaveLength(request.content.length)
  expect(await decisionsOf(fresh.as.auditor, caseId)).toMatchObject([{ step: 'request', state: 'open' }, { step: 'contact', state: 'open', caseVersion: correction.sequence - 1, digest: correction.decisionDigest }])
  expect(await showCase(services, caseId)).toMatchObject({ value: { left: [{ kind: 'request', requestId }, { kind: 'correction', requestId, digest: correction.digest }] } })
  const record = await exportPerson(services, caseId)
  if (!record.ok) throw new Error('refused')
  expect(record.value.messages.map(({ content }) => content.format)).toEqual(['comity-request/1', 'comity-correction/1'])
  expect([personText(record.value, 'en'), personText(record.value, 'fr')]).toEqual([expect.stringContaining('to correct an earlier request'), expect.stringContaining('corriger une demande antérieure')])
})

/** A request that left, and then an identity that is recorded otherwise; returns the id of that correction. */
async function correctedCase(services: CaseServices, identity: object) {
  const { caseId, requestId } = await sentCase(services)
  await given(services, caseId, { kind: 'record-identity', identity: { ...(await stateOf(caseId)).identity, ...identity }, source: 'file' })
  const correctionId = (await stateOf(caseId)).corrections.at(-1)?.correctionId ?? ''
  return { caseId, send: { kind: 'send-correction', correctionId, requestId, on: today } as const, requestId }
}

test.each<readonly [string, object, string]>([
  ['a word of a claim in a name', { familyName: 'Sample Refugee' }, 'text-tells-of-claim'],
  ['a child without a best-interest decision', { bornOn: '2015-01-01' }, 'authority-missing'],
  ['a sign that nobody sees', { familyName: 'Sample\u200b' }, 'text-not-allowed'],
])('what may not be sent is not sent to correct something: %s. No event and no message', async (_what, identity, code) => {
  const services = caseServices(fresh)
  const { caseId, send } = await correctedCase(services, identity)
  const before = await loadCase(fresh.database, caseId)
  expect(await run(services, caseId, send)).toMatchObject({ ok: false, refusal: { code: 'outbound', why: { code } } })
  expect(await loadCase(fresh.database, caseId)).toEqual(before)
  expect(await messagesOf(fresh.as.auditor, caseId)).toHaveLength(1)
})

test('a closed gate of contact holds a correction, and what was tried is kept', async () => {
  const services = caseServices(fresh)
  const { caseId, send } = await correctedCase(services, { bornOn: '1990-05-18' })
  expect(await run(caseServices(fresh, { book: heldBook }), caseId, send)).toMatchObject({ ok: false, refusal: { code: 'gate-held', step: 'contact' } })
  expect(await messagesOf(fresh.as.auditor, caseId)).toHaveLength(1)
  expect((await decisionsOf(fresh.as.auditor, caseId)).at(-1)).toMatchObject({ step: 'contact', state: 'held-everywhere' })
})

test('of a request that was taken back, or that left before the case was kept here, nothing more is said', async () => {
  const services = caseServices(fresh)
  const { caseId, send, requestId } = await correctedCase(services, { bornOn: '1990-05-18' })
  await given(services, caseId, { kind: 'withdraw-request', requestId, reason: 'error', on: today })
  expect(await run(services, caseId, send)).toMatchObject({ ok: false, refusal: { code: 'request-ended', requestId } })
  expect(await messagesOf(fresh.as.auditor, caseId)).toHaveLength(1)
  const elsewhere = randomUUID()
  const other = await given(services, randomUUID(), opened, ghanaian, { kind: 'record-earlier-request', requestId: elsewhere, destination: 'GH', consulate: 'Ottawa', documentType: 'emergency-travel-document', draftedOn: day('2026-01-02'), on: day('2026-01-05'), source: 'file' })
  await given(services, other, { kind: 'record-identity', identity: { ...(await stateOf(other)).identity, bornOn: '1990-05-18' }, source: 'file' })
  const correctionId = (await stateOf(other)).corrections.at(-1)?.correctionId ?? ''
  expect(await run(services, other, { kind: 'send-correction', correctionId, requestId: elsewhere, on: today })).toMatchObject({ ok: false, refusal: { code: 'request-left-elsewhere', requestId: elsewhere } })
})

test('a correction that is sent again by the same command leaves once, and by another one is refused', async () => {
  const services = caseServices(fresh)
  const { caseId, send } = await correctedCase(services, { bornOn: '1990-05-18' })
  const commandId = randomUUID()
  const [once, again] = [await run(services, caseId, send, { commandId }), await run(services, caseId, send, { commandId })]
  expect([once, again]).toMatchObject([{ ok: true, value: { repeated: false } }, { ok: true, value: { repeated: true } }])
  expect(await run(services, caseId, send)).toMatchObject({ ok: false, refusal: { code: 'not-a-recipient' } })
  expect(await messagesOf(fresh.as.auditor, caseId)).toHaveLength(2)
})

test('files go from hand to hand one by one: one that is refused stops no other, and a batch that comes back does nothing twice', async () => {
  const services = caseServices(fresh)
  const from: Command = { kind: 'assign-officer', officer: 'officer-leaving', note: 'new' }
  const caseIds = [await given(services, randomUUID(), opened, from), await given(services, randomUUID(), opened, from)]
  expect([...await filesOf(services, 'officer-leaving')].sort()).toEqual(caseIds.toSorted())
  const batch = { caseIds: [...caseIds, randomUUID()], to: 'officer-coming', note: 'leave of a colleague', officer: 'officer-one', batchId: 'batch-1' }
  const results = await handOverFiles(services, batch)
  expect(results.map(({ result }) => (result.ok ? 'done' : result.refusal.code))).toEqual(['done', 'done', 'no-case'])
  const again = await handOverFiles(services, batch)
  expect(again.map(({ result }) => result.ok && result.value.repeated)).toEqual([true, true, false])
  expect((await stateOf(caseIds[0] ?? '')).officers.map(({ officer }) => officer)).toEqual(['officer-leaving', 'officer-coming'])
})

function merge(stays: string, duplicate: string): Merge {
  return { stays, duplicate, on: today, reason: 'same person', officer: 'officer-one', mergeId: randomUUID() }
}

test('a merge that cannot be finished is undone: the case that stays holds nothing of the other', async () => {
  const services = caseServices(fresh)
  const stays = await given(services, randomUUID(), opened)
  // With a request that waits for an answer, the duplicate cannot be merged.
  const { caseId: duplicate } = await sentCase(services)
  expect(await mergeCases(services, merge(stays, duplicate))).toMatchObject({ ok: false, refusal: { code: 'still-open' } })
  expect((await stateOf(stays)).nationalities.filter(({ withdrawnOn }) => withdrawnOn === undefined)).toEqual([])
  expect((await stateOf(duplicate)).mergedInto).toBeUndefined()
})

test('merged records part again as they were', async () => {
  const services = caseServices(fresh)
  const [stays, duplicate] = [await given(services, randomUUID(), opened), await given(services, randomUUID(), opened, ghanaian)]
  const asked = merge(stays, duplicate)
  expect(await mergeCases(services, asked)).toMatchObject({ ok: true })
  expect(await mergeCases(services, asked)).toMatchObject({ ok: true, value: { repeated: true } })
  expect((await stateOf(stays)).nationalities).toMatchObject([{ country: 'GH', absorbedFrom: duplicate }])
  expect(await undoMerge(services, merge(stays, duplicate))).toMatchObject({ ok: true })
  expect((await stateOf(stays)).nationalities).toEqual([])
  expect((await stateOf(duplicate)).closed).toBeUndefined()
})

test('the person’s copy is the very message that left, in words, with a receipt that names it', async () => {
  const services = caseServices(fresh)
  const { caseId, requestId } = await sentCase(services)
  const copy = await personCopy(services, caseId, requestId)
  if (!copy.ok) throw new Error(JSON.stringify(copy.refusal))
  expect(copy.value).toMatchObject({ consulate: 'Ottawa', sentOn: today, request: { format: 'comity-request/1', familyName: 'Sample' } })
  for (const language of ['en', 'fr'] as const) {
    const text = copyText(copy.value, language)
    expect(text).toContain(copy.value.digest)
    expect(text).toContain('1990-05-17')
    expect(text).not.toContain('undefined')
  }
  const draft = randomUUID()
  await given(services, caseId, { ...drafted(draft), consulate: 'Montréal' } as Command)
  const unsent = await personCopy(services, caseId, draft)
  expect(unsent).toMatchObject({ ok: true, value: { request: { request: draft } } })
  expect(unsent.ok && copyText(unsent.value, 'fr')).toContain('Pas encore envoyée')
})

test('the export says everything about the person and names nobody else', async () => {
  const services = caseServices(fresh)
  const { caseId } = await sentCase(services)
  await given(services, caseId, { kind: 'travel-with', group: 'group of Person Three' }, { kind: 'record-risk', riskId: 'risk-1', destination: 'GH', finding: 'no-substantial-risk', reasons: 'country report', on: today },
    { kind: 'assign-officer', officer: 'officer-four', note: 'leave' })
  const exported = await exportPerson(services, caseId)
  if (!exported.ok) throw new Error('refused')
  const texts = [JSON.stringify(exported.value), personText(exported.value, 'en'), personText(exported.value, 'fr')]
  for (const text of texts) {
    expect(text).not.toMatch(/officer-(?:one|two|four)|Person Three|undefined/)
    expect(text).toContain('Sample')
  }
  const made = { ...exported.value, madeAt: '2026-03-02T03:15:00.000Z', timeZone: 'America/Toronto' }
  expect(personText(made, 'en')).toMatch(/Made on March 1, 2026 at 10:15\sp\.m\. \(2026-03-02T03:15:00\.000Z\)/)
  expect(personText(made, 'fr')).toMatch(/Établi le 1er mars 2026 à 22\sh\s15 \(2026-03-02T03:15:00\.000Z\)/)
  expect(exported.value).toMatchObject({ decisions: [{ step: 'request', state: 'open' }], messages: [{ destination: 'GH' }], state: { travelsWithOthers: true, risks: [{ by: 'officer-1' }] } })
  expect(exported.value.events).toHaveLength((await stateOf(caseId)).version)
})

test('a withdrawal leaves at the weekly moment and at no other, once', async () => {
  const services = caseServices(fresh)
  const { caseId, requestId } = await sentCase(services)
  await given(services, caseId, { kind: 'withdraw-request', requestId, reason: 'status-granted', on: today })
  const at = (now: string): CaseServices => ({ ...services, clock: { now: () => now, today: services.clock.today } })
  // The Wednesday after the next: every withdrawal of today has its moment by then.
  const wednesday = dayFromNumber(dayNumber(today) + ((3 - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7) + 7)
  expect(await sendWithdrawals(at(`${wednesday}T11:59:30.000Z`))).toMatchObject({ left: [] })
  expect(await sendWithdrawals(at(`${wednesday}T12:01:00.000Z`))).toMatchObject({ left: [] })
  const { left } = await sendWithdrawals(at(`${wednesday}T12:00:20.000Z`))
  expect(left.map((message) => (JSON.parse(message) as { request: string }).request)).toContain(requestId)
  expect(left.join('')).not.toContain('status')
  expect(await sendWithdrawals(at(`${wednesday}T12:00:40.000Z`))).toMatchObject({ left: [], waiting: 0 })
})

test('gates are asked for a past day as we knew it then: what was recorded later is not known', async () => {
  const services = caseServices(fresh)
  const caseId = await given(services, randomUUID(), opened, ghanaian)
  const before = (await loadCase(fresh.database, caseId))?.at(-1)?.recordedAt ?? ''
  await given(services, caseId, { kind: 'record-fact', factId: 'fact-1', fact: 'prra-notified', value: 'yes', on: day('2026-02-01'), source: 'notice' })
  const asked = { caseId, step: 'departure', destination: 'GH', on: day('2026-03-01') } as const
  expect(await askGates(services, { ...asked, knownAt: before })).toMatchObject({ ok: true, value: { caseVersion: 2 } })
  expect(await askGates(services, asked)).toMatchObject({ ok: true, value: { caseVersion: 3 } })
  expect(await askGates(services, { ...asked, knownAt: '2020-01-01T00:00:00.000Z' })).toEqual({ ok: false, refusal: { code: 'not-known-yet', moment: '2020-01-01T00:00:00.000Z' } })
  expect(await askGates(services, { ...asked, knownAt: '2999-01-01T00:00:00.000Z' })).toMatchObject({ ok: false, refusal: { code: 'moment-in-future' } })
})

test('a worklist is sorted by the day on which something is due, and follows the day when it is brought up to date', async () => {
  const own = await freshDatabase()
  const services = caseServices(own)
  const document = (validUntil: string): Command => ({ kind: 'take-document', documentId: 'document-1', destination: 'GH', documentType: 'national-passport', validFrom: day('2026-01-01'), validUntil: day(validUntil), on: today, source: 'the document' })
  const later = await given(services, randomUUID(), opened, ghanaian, document('2098-01-01'))
  const sooner = await given(services, randomUUID(), opened, ghanaian, document('2097-01-01'))
  const nothing = await given(services, randomUUID(), opened)
  const page = await readWorklist(services, { of: 'all', limit: 10, withDetails: true })
  expect(page.lines.map(({ caseId }) => caseId)).toEqual([sooner, later, nothing])
  expect(page.lines[0]).toMatchObject({ due: { on: '2097-01-01', for: 'document-expiry' }, dues: [{ on: '2097-01-01', for: 'document-expiry' }] })
  expect(await readWorklist(services, { of: 'all', limit: 1 })).toMatchObject({ lines: [{ caseId: sooner }], next: { day: '2097-01-01', caseId: sooner } })
  const then: CaseServices = { ...services, clock: { ...services.clock, today: () => day('2097-06-01') } }
  expect(await refreshIfDue(then)).toMatchObject({ cases: 3, movedOn: 0 })
  // Once a day, and again when the law has changed.
  expect(await refreshIfDue(then)).toBeUndefined()
  expect(await refreshIfDue({ ...then, clock: { ...then.clock, today: () => day('2097-06-02') } })).toMatchObject({ cases: 3 })
  expect((await readWorklist(then, { of: 'all', limit: 10 })).lines[0]).toMatchObject({ caseId: later })
  expect((await readStalled(then, 1, 10)).map(({ caseId }) => caseId).sort()).toEqual([later, sooner, nothing].sort())
  await own.destroy()
})

/** Somebody who departed today. */
async function departedCase(services: CaseServices, country: string): Promise<string> {
  const caseId = await given(services, randomUUID(), opened, { ...ghanaian, country } as Command,
    { kind: 'take-document', documentId: 'document-1', destination: country, documentType: 'national-passport', validFrom: day('2026-01-01'), validUntil: day('2098-01-01'), on: today, source: 'the document' },
    { kind: 'make-booking', bookingId: 'booking-1', destination: country, departsOn: today, documentId: 'document-1', on: today }, { kind: 'depart', bookingId: 'booking-1', on: today })
  await recordStatutoryPerson(services, caseId, 'officer-one', { countryOfOrigin: country, birthYear: 1990, gender: country === 'GH' ? 'female' : 'male', criminalBackground: 'none-recorded' })
  return caseId
}

test('the monthly report counts who departed in the month, breaks it down in rounded numbers, and holds back what would single people out', async () => {
  const own = await freshDatabase()
  const services = caseServices(own)
  const month = today.slice(0, 7)
  const later: CaseServices = { ...services, clock: { ...services.clock, today: () => dayFromNumber(dayNumber(today) + 40) } }
  const report = async () => {
    const made = await statutoryReport(later, month, 'a secret of the releaser')
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    return made.value
  }
  await departedCase(services, 'GH')
  // One person's country, age and background would stand there for everybody to see.
  expect(await report()).toMatchObject({ enforced: 1, breakdowns: [{ held: true }, { held: true }, { held: true }] })
  for (let number = 0; number < 12; number++) await departedCase(services, 'GH')
  for (let number = 0; number < 11; number++) await departedCase(services, 'KE')
  const { enforced, breakdowns } = await report()
  expect(enforced).toBe(24)
  const [country] = breakdowns
  if (!country || country.held) throw new Error('held back')
  expect(country.table.rows).toEqual(['GH', 'KE'])
  for (const count of country.table.counts.flat()) expect(count % 5).toBe(0)
  expect(Math.abs((country.table.counts[0]?.[0] ?? 0) - 13)).toBeLessThan(5)
  await own.destroy()
})

test('orders that were not enforced by the end of the month are counted, each once, and nobody but the report’s role reads them', async () => {
  const own = await freshDatabase()
  const services = caseServices(own)
  const order = (orderId: string, on: string): Command => ({ kind: 'record-order', orderId, orderKind: 'deportation-order', on: day(on), source: 'decision' })
  const monthEnd = (days: number) => dayFromNumber(dayNumber(day(`${today.slice(0, 7)}-01`)) - 1 + days)
  const ended = await given(services, randomUUID(), opened, ghanaian, order('order-1', '2026-01-05'), order('order-2', '2026-01-06'))
  await given(services, ended, { kind: 'end-order', orderId: 'order-2', reason: 'quashed', on: day('2026-01-20'), source: 'court' })
  const closed = await given(services, randomUUID(), opened, ghanaian, order('order-1', '2026-01-05'))
  await given(services, closed, { kind: 'close-case', reason: 'died', on: day('2026-02-10'), source: 'register' } as unknown as Command)
  await given(services, randomUUID(), opened, ghanaian, order('order-1', today))
  await departedCase(services, 'GH')
  const report = async (month: string) => {
    const made = await statutoryReport({ ...services, clock: { ...services.clock, today: () => monthEnd(80) } }, month, 'a secret of the releaser')
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    return made.value.notEnforced
  }
  // December 2025: nothing was ordered yet. January: two, one of them in the file that was closed in February. This month: one, and the new one.
  const counts = async (month: string) => (await report(month)).reduce((sum, { orders }) => sum + orders, 0)
  expect([await counts('2025-12'), await counts('2026-01'), await counts('2026-02'), await counts(today.slice(0, 7))]).toEqual([0, 2, 1, 2])
  for (const role of ['application', 'gates', 'outbound', 'auditor'] as const) await expect(sql`select * from statutory.order_event`.execute(own.as[role])).rejects.toThrow('permission denied')
  await own.destroy()
})

test('what the statute wants counted is checked when it is recorded, and the application’s role cannot read it again', async () => {
  const services = caseServices(fresh)
  const person = { countryOfOrigin: 'GH', birthYear: 1990, gender: 'female', criminalBackground: 'none-recorded' } as const
  const caseId = await given(services, randomUUID(), opened)
  expect(await recordStatutoryPerson(services, caseId, 'officer-one', person)).toEqual({ ok: true, value: null })
  expect(await recordStatutoryPerson(services, caseId, 'officer-one', { ...person, countryOfOrigin: 'XQ' })).toEqual({ ok: false, refusal: { code: 'unknown-country', country: 'XQ' } })
  expect(await recordStatutoryPerson(services, randomUUID(), 'officer-one', person)).toEqual({ ok: false, refusal: { code: 'no-case' } })
  await expect(sql`select * from statutory.person`.execute(fresh.database)).rejects.toThrow('permission denied')
})

test.each([['2026-13', { code: 'bad-month' }], ['2199-01', { code: 'month-not-over' }]])('no report is made for %s', async (month, refusal) => {
  expect(await statutoryReport(caseServices(fresh), month, 'a secret of the releaser')).toMatchObject({ ok: false, refusal })
})

test('no report is made without a secret to round with', async () => {
  expect(await statutoryReport(caseServices(fresh), '2026-01', 'short')).toEqual({ ok: false, refusal: { code: 'no-release-key' } })
})

test('a command on a case that was merged away is refused with where the person is now', async () => {
  const services = caseServices(fresh)
  const [stays, duplicate] = [await given(services, randomUUID(), opened), await given(services, randomUUID(), opened, ghanaian)]
  await mergeCases(services, merge(stays, duplicate))
  expect(await run(services, duplicate, { kind: 'travel-alone' })).toEqual({ ok: false, refusal: { code: 'case-merged', into: stays } })
})
