// A request that another system sent, from its record to consent that is deemed, through the database.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseServices, day, ghanaian, given, opened, run } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Agreement } from '../../casework/agreement.ts'
import { readCommand } from './read-command.ts'
import { showCase } from './show-case.ts'

let fresh: FreshDatabase
beforeAll(async () => { fresh = await freshDatabase() })
afterAll(() => fresh.destroy())

const agreement: Agreement = {
  code: 'sample-agreement', country: 'GH', inForce: { from: day('2020-01-01') }, text: 'verified', source: 'sample treaty', replyFrom: 'sent',
  reply: { length: 14, unit: 'calendar-days', text: 'verified' }, silence: { means: 'consent', text: 'verified' }, weekend: [], holidays: [],
}
const earlier = { kind: 'record-earlier-request', requestId: 'e1', destination: 'GH', consulate: 'Ottawa', documentType: 'emergency-travel-document', agreement: agreement.code, on: '2026-01-05', source: 'the former system' }

test('silence under an agreement is consent also where another system had sent the request', async () => {
  const services = caseServices(fresh, { agreements: [agreement] })
  const caseId = await given(services, randomUUID(), opened, ghanaian)
  const command = (fields: object) => {
    const read = readCommand(JSON.stringify({ ...earlier, ...fields }))
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    return run(services, caseId, read.value)
  }
  expect(await command({ agreement: 'unheard-of' })).toEqual({ ok: false, refusal: { code: 'unknown-agreement', agreement: 'unheard-of' } })
  expect(await command({})).toMatchObject({ ok: true })
  const consent = (on: string) => run(services, caseId, { kind: 'record-outcome', requestId: 'e1', outcome: 'deemed-accepted', on: day(on), source: 'calendar' })
  expect(await consent('2026-01-19')).toMatchObject({ ok: false, refusal: { code: 'not-deemed-accepted', why: 'period-not-passed', lastDay: '2026-01-19' } })
  expect(await consent('2026-01-20')).toMatchObject({ ok: true })
  expect(await showCase(services, caseId)).toMatchObject({ ok: true, value: { state: { requests: [{ requestId: 'e1', agreement: 'sample-agreement', earlier: true, outcomes: [{ outcome: 'deemed-accepted' }] }] } } })
})
