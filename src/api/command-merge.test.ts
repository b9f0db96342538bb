import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKey, opening, serveApi, type ServedApi } from '../../test/served-api.ts'
import { caseServices, run } from '../../test/case-services.ts'
import { shippedBook } from '../law/shipped-book.ts'

let served: ServedApi
beforeAll(async () => {
  served = await serveApi({ book: shippedBook() })
})
afterAll(() => served.close())

const today = new Date().toISOString().slice(0, 10)
const stay = (value: 'yes' | 'no') => ({ kind: 'record-fact', factId: randomUUID(), fact: 'court-stay-ordered', value, on: today, source: 'register' } as never)
const services = () => caseServices(served.database, { book: shippedBook() })

/** A case of the officer, with facts recorded at the command line. */
async function theCase(...facts: readonly ('yes' | 'no')[]) {
  const { body } = await served.ask('officer', { method: 'POST', path: '/cases', body: opening, headers: newKey() })
  for (const value of facts) await run(services(), body.caseId as string, stay(value))
  return { caseId: body.caseId as string, version: (body.version as number) + facts.length }
}
type Of = Awaited<ReturnType<typeof theCase>>
const merge = (stays: Of, duplicate: Of, { what = 'merge', headers = newKey(), more = {} }: { readonly what?: 'merge' | 'unmerge'; readonly headers?: Readonly<Record<string, string>>; readonly more?: object } = {}) =>
  served.ask('officer', { method: 'POST', path: `/cases/${stays.caseId}/${what}`, headers: { 'if-match': `"${stays.version}"`, ...headers }, body: { duplicate: duplicate.caseId, duplicateVersion: duplicate.version, on: '2026-03-02', reason: 'same prints', ...more } })

test('two records of one person become one, once, and the same request again says the same', async () => {
  const [stays, duplicate, headers] = [await theCase(), await theCase('yes'), newKey()]
  const done = await merge(stays, duplicate, { headers })
  expect([done.status, done.body, done.headers['etag']]).toEqual([200, { caseId: stays.caseId, version: stays.version + 1, duplicate: duplicate.caseId, duplicateVersion: duplicate.version + 1 }, `"${stays.version + 1}"`])
  expect([(await merge(stays, duplicate, { headers })).text, (await merge(stays, duplicate, { headers, more: { reason: 'other' } })).body.code]).toEqual([done.text, 'command-repeated-differently'])
})

test('what lets go of something is only proposed, and nothing has happened', async () => {
  const [stays, duplicate, headers] = [await theCase(), await theCase('no'), newKey()]
  const proposed = await merge(stays, duplicate, { headers })
  expect([proposed.status, Object.keys(proposed.body as object)]).toEqual([202, ['caseId', 'proposalId']])
  expect((await merge(stays, duplicate, { headers })).text).toBe(proposed.text)
  for (const one of [stays, duplicate]) expect((await served.ask('officer', { path: `/cases/${one.caseId}` })).body.version).toBe(one.version)
})

test('they are parted again', async () => {
  const [stays, duplicate] = [await theCase(), await theCase('yes')]
  const { body } = await merge(stays, duplicate)
  const parted = await merge({ ...stays, version: body.version as number }, { ...duplicate, version: body.duplicateVersion as number }, { what: 'unmerge', more: { reason: 'two people' } })
  expect([200, 202]).toContain(parted.status)
})

test('a case of somebody else and one that there is not are the same answer, byte for byte', async () => {
  const [own, foreign] = [await theCase(), await theCase()]
  await run(services(), foreign.caseId, { kind: 'assign-officer', officer: 'somebody-else', note: 'sample' })
  const none = { caseId: randomUUID(), version: foreign.version }
  for (const what of ['merge', 'unmerge'] as const) {
    const answers = await Promise.all([foreign, none].flatMap((other) => [merge(own, other, { what }), merge(other, own, { what })]))
    expect([answers.map(({ status }) => status), new Set(answers.map(({ text }) => text)).size]).toEqual([[404, 404, 404, 404], 1])
  }
  for (const role of ['legal-reviewer', 'analyst', 'auditor', 'disclosure-officer', 'administrator', 'partner-liaison'] as const) {
    const answer = await served.ask(role, { method: 'POST', path: `/cases/${own.caseId}/merge`, headers: { 'if-match': `"${own.version}"`, ...newKey() }, body: { duplicate: own.caseId, duplicateVersion: 1, on: '2026-03-02', reason: 'x' } })
    expect([role, answer.status]).toEqual([role, 404])
  }
})

test('versions that are gone, a case with itself, and fields that there are not are problems', async () => {
  const [stays, duplicate] = [await theCase(), await theCase('yes')]
  const told = async (answer: ReturnType<typeof merge>) => { const { status, body } = await answer; return [status, body.code] }
  expect(await told(merge({ ...stays, version: 1 }, duplicate))).toEqual([412, 'stale-version'])
  expect(await told(merge(stays, { ...duplicate, version: 1 }))).toEqual([412, 'stale-version'])
  expect(await told(merge(stays, stays))).toEqual([422, 'same-case'])
  expect(await told(merge(stays, duplicate, { headers: { ...newKey(), 'if-match': '*' } }))).toEqual([400, 'header-wrong'])
  for (const more of [{ stays: duplicate.caseId }, { officer: 'x' }, { duplicateVersion: '2' }, { duplicate: 'x' }, { on: 'yesterday' }, { on: '2026-02-31' }]) expect((await merge(stays, duplicate, { more })).status).toBe(422)
})
