import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approved, caseServices, checked, day, drafted, ghanaian, given, opened, run, sent, today } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { heldBook } from '../../casework/case-for-tests.ts'
import type { Command } from '../../casework/command.ts'
import { decisionsOf } from '../../store/decisions.ts'
import { loadCase } from '../../store/cases.ts'
import { messagesOf } from '../../store/outbound.ts'
import { recheckDecisions } from './recheck-decisions.ts'

let fresh: FreshDatabase
beforeAll(async () => { fresh = await freshDatabase() })
afterAll(() => fresh.destroy())

const requestId = randomUUID()
const prepared = [opened, ghanaian, drafted(requestId), checked(requestId), approved(requestId)] as const

test('a command is done once: the same id again gives the first result and adds nothing', async () => {
  const services = caseServices(fresh)
  const caseId = randomUUID()
  const commandId = randomUUID()
  const first = await run(services, caseId, opened, { commandId })
  const again = await run(services, caseId, opened, { commandId })
  expect(first).toEqual({ ok: true, value: { version: 1, firstSequence: 1, lastSequence: 1, repeated: false } })
  expect(again).toEqual({ ok: true, value: { version: 1, firstSequence: 1, lastSequence: 1, repeated: true } })
  expect(await run(services, caseId, ghanaian, { commandId })).toEqual({ ok: false, refusal: { code: 'command-repeated-differently', commandId } })
  expect(await run(services, caseId, opened, { commandId, officer: 'officer-two' })).toMatchObject({ ok: false, refusal: { code: 'command-repeated-differently' } })
})

test('a first result is given again although the case has moved on since', async () => {
  const services = caseServices(fresh)
  const caseId = await given(services, randomUUID(), opened)
  const commandId = randomUUID()
  await run(services, caseId, ghanaian, { commandId, version: 1 })
  await given(services, caseId, { kind: 'travel-with', group: 'sample group' })
  expect(await run(services, caseId, ghanaian, { commandId, version: 1 })).toEqual({ ok: true, value: { version: 3, firstSequence: 2, lastSequence: 2, repeated: true } })
})

test('whoever saw an older version is refused, and whoever wants the newest is not', async () => {
  const services = caseServices(fresh)
  const caseId = await given(services, randomUUID(), opened, ghanaian)
  const command: Command = { kind: 'assign-officer', officer: 'officer-two', note: 'leave' }
  expect(await run(services, caseId, command, { version: 1 })).toEqual({ ok: false, refusal: { code: 'stale-version', expected: 1, actual: 2 } })
  expect(await run(services, caseId, command)).toMatchObject({ ok: true, value: { version: 3 } })
})

test('twelve officers at once all get their turn on the newest version', async () => {
  const services = caseServices(fresh)
  const caseId = await given(services, randomUUID(), opened)
  const fact = (number: number): Command => ({ kind: 'record-fact', factId: `fact-${number}`, fact: 'prra-notified', value: 'no', on: day('2026-02-01'), source: 'register' })
  const answers: unknown[] = []
  for (const part of [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]) answers.push(...await Promise.all(part.map((number) => run(services, caseId, fact(number)))))
  expect(answers).toHaveLength(12)
  const kept = await loadCase(fresh.database, caseId)
  const done = answers.filter((answer) => (answer as { ok: boolean }).ok).length
  expect(kept).toHaveLength(done + 1)
  expect(done).toBe(12)
})

test('a request leaves as one message under an open decision about the version before it', async () => {
  const services = caseServices(fresh)
  const caseId = await given(services, randomUUID(), ...prepared, sent(requestId))
  const [message, more] = await messagesOf(fresh.as.auditor, caseId)
  expect(more).toBeUndefined()
  expect(message).toMatchObject({ requestId, destination: 'GH', sequence: 6, sentBy: 'officer-one' })
  expect(JSON.parse(message?.content ?? '')).toMatchObject({ format: 'comity-request/1', familyName: 'Sample', to: 'GH' })
  const decisions = await decisionsOf(fresh.as.auditor, caseId)
  expect(decisions.map(({ digest, caseVersion, state }) => ({ digest, caseVersion, state }))).toEqual([{ digest: message?.decisionDigest, caseVersion: 5, state: 'open' }])
  expect(await recheckDecisions(services, caseId)).toMatchObject({ ok: true, value: [{ verdict: 'same' }] })
})

test('a held gate refuses the step with its reasons, nothing leaves, and what it answered is kept', async () => {
  const services = caseServices(fresh, { book: heldBook })
  const caseId = await given(services, randomUUID(), ...prepared)
  const refused = await run(services, caseId, sent(requestId))
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'gate-held', step: 'request', destination: 'GH' } })
  expect(await messagesOf(fresh.as.auditor, caseId)).toEqual([])
  expect(await loadCase(fresh.database, caseId)).toHaveLength(5)
  expect(await decisionsOf(fresh.as.auditor, caseId)).toMatchObject([{ state: 'held-everywhere', caseVersion: 5 }])
})

test('what may not leave is refused by its own rules, although every gate is open', async () => {
  const services = caseServices(fresh)
  const own = randomUUID()
  const caseId = await given(services, randomUUID(), opened, { ...ghanaian, country: 'KE' } as Command, drafted(own), checked(own), approved(own))
  expect(await run(services, caseId, sent(own))).toEqual({ ok: false, refusal: { code: 'outbound', why: { code: 'nationality-not-recorded', country: 'GH' } } })
  expect(await messagesOf(fresh.as.auditor, caseId)).toEqual([])
})

test('a request does not leave with a file that says more than it shows, or that cannot be read', async () => {
  const services = caseServices(fresh)
  const own = randomUUID()
  const caseId = await given(services, randomUUID(), opened, ghanaian, drafted(own), checked(own), approved(own))
  const refused = await run(services, caseId, sent(own), { files: [{ name: 'photograph.jpg', bytes: Buffer.from('no picture') }] })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'file-not-clean', file: 'photograph.jpg', findings: [{ code: 'format-not-accepted' }] } })
  expect(await messagesOf(fresh.as.auditor, caseId)).toEqual([])
})

const fact: Command = { kind: 'record-fact', factId: 'fact-1', fact: 'prra-notified', value: 'yes', on: day('2026-02-01'), source: 'register' }
test.each<readonly [string, Command, object]>([
  ['an impossible date', { ...fact, on: day('2026-02-30') }, { code: 'impossible-day', field: 'on', value: '2026-02-30' }],
  ['an event out of order', { kind: 'close-case', reason: 'died', on: day('2026-01-09') }, { code: 'out-of-order', day: '2026-01-09', after: 'case-opened', afterDay: '2026-01-10' }],
  ['an unknown country', { ...ghanaian, country: 'XQ' } as Command, { code: 'unknown-country', country: 'XQ' }],
  ['an order for a citizen of the authority’s own state', { kind: 'record-order', orderId: 'order-1', orderKind: 'deportation-order', on: day('2026-02-01'), source: 'decision' }, { code: 'own-citizen', country: 'CA' }],
  ['a fact without a source', { ...fact, source: ' ' }, { code: 'no-source' }],
  ['a character that no database keeps', { kind: 'assign-officer', officer: 'officer-two', note: 'a\u0000b' }, { code: 'text-not-storable' }],
  ['a step on another day than the gates’', { kind: 'make-contact', destination: 'GH', on: day('2026-02-01') }, { code: 'not-today', day: '2026-02-01', today }],
])('%s is refused with code and facts, and the case is unchanged', async (what, command, refusal) => {
  const services = caseServices(fresh)
  const own = what.startsWith('an order')
  const caseId = await given(services, randomUUID(), opened, ...(own ? [{ ...ghanaian, country: 'CA' } as Command] : []))
  const before = await loadCase(fresh.database, caseId)
  expect(await run(services, caseId, command)).toEqual({ ok: false, refusal })
  expect(await loadCase(fresh.database, caseId)).toEqual(before)
})

test('ids that the database could not read, and a missing officer, are refused before anything is looked up', async () => {
  const services = caseServices(fresh)
  expect(await run(services, 'case-1', opened)).toEqual({ ok: false, refusal: { code: 'bad-id', field: 'caseId', value: 'case-1' } })
  expect(await run(services, randomUUID(), opened, { commandId: "x'; drop table case_file" })).toMatchObject({ ok: false, refusal: { code: 'bad-id', field: 'commandId' } })
  expect(await run(services, randomUUID(), opened, { officer: ' ' })).toEqual({ ok: false, refusal: { code: 'no-officer' } })
})
