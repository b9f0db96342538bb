import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKey, opening, serveApi, type ServedApi } from '../../test/served-api.ts'
import { shippedBook } from '../law/shipped-book.ts'

let served: ServedApi
beforeAll(async () => {
  served = await serveApi({ book: shippedBook() })
})
afterAll(() => served.close())

const open = async (headers: Readonly<Record<string, string>> = newKey()) => served.ask('officer', { method: 'POST', path: '/cases', body: opening, headers })
const nationality = { kind: 'record-nationality', country: 'GH', basis: 'own-document', on: '2026-01-10', source: 'passport' }
const reachable = { kind: 'record-availability', available: true, on: '2026-01-11', source: 'report' }
const command = (caseId: string, version: number, body: unknown, headers: Readonly<Record<string, string>> = newKey()) =>
  served.ask('officer', { method: 'POST', path: `/cases/${caseId}/commands`, body, headers: { 'if-match': `"${version}"`, ...headers } })

test('a case is opened, and is in the hands of whoever opened it', async () => {
  const opened = await open()
  expect([opened.status, opened.headers['location'], opened.headers['etag']]).toEqual([201, `/api/v1/cases/${opened.body.caseId}`, `"${opened.body.version}"`])
  const read = await served.ask('officer', { path: `/cases/${opened.body.caseId}` })
  expect([read.status, read.body.officer, read.body.identity.familyName, read.headers['etag']]).toEqual([200, 'fictional-officer-1', 'Sample', opened.headers['etag']])
})

test('the same request again opens no second case and gives the same answer; with other content it is refused', async () => {
  const key = newKey()
  const [first, second] = [await open(key), await open(key)]
  expect([second.status, second.text, first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([201, first.text, undefined, 'true'])
  const other = await served.ask('officer', { method: 'POST', path: '/cases', body: { ...opening, source: 'file 2' }, headers: key })
  expect([other.status, other.body.code]).toEqual([422, 'command-repeated-differently'])
})

test('a command is done once, on the version that was seen', async () => {
  const { body: { caseId, version } } = await open()
  const key = newKey()
  const done = await command(caseId, version, reachable, key)
  expect([done.status, done.body]).toEqual([200, { caseId, version: version + 1, firstSequence: version + 1, lastSequence: version + 1 }])
  await command(caseId, version + 1, { ...reachable, available: false })
  const again = await command(caseId, version, reachable, key)
  expect([again.status, again.text, again.headers['idempotency-replayed'], again.headers['etag']]).toEqual([200, done.text, 'true', done.headers['etag']])
  const stale = await command(caseId, version, { ...reachable, source: 'another' })
  expect([stale.status, stale.body.code, stale.body.facts]).toEqual([412, 'stale-version', { expected: version, actual: version + 2 }])
  const otherBody = await command(caseId, version + 2, { ...reachable, source: 'another' }, key)
  expect([otherBody.status, otherBody.body.code]).toEqual([422, 'command-repeated-differently'])
})

test('ten at once with one key are one', async () => {
  const { body: { caseId, version } } = await open()
  const key = newKey()
  const answers = await Promise.all(Array.from({ length: 10 }, () => command(caseId, version, reachable, key)))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect((await served.ask('officer', { path: `/cases/${caseId}` })).body.version).toBe(version + 1)
})

test('a change without a key, without a version, or with ones that are none, is not done', async () => {
  const { body: { caseId, version } } = await open()
  const send = (headers: Readonly<Record<string, string>>) => served.ask('officer', { method: 'POST', path: `/cases/${caseId}/commands`, body: reachable, headers })
  const told = async (headers: Readonly<Record<string, string>>) => {
    const { status, body } = await send(headers)
    return [status, body.code, body.facts.header]
  }
  expect(await told({ 'if-match': `"${version}"` })).toEqual([400, 'header-missing', 'Idempotency-Key'])
  expect(await told({ 'if-match': `"${version}"`, 'idempotency-key': 'once' })).toEqual([400, 'header-wrong', 'Idempotency-Key'])
  expect(await told(newKey())).toEqual([428, 'version-missing', undefined])
  for (const wrong of ['*', `${version}`, `W/"${version}"`, `"${version}", "1"`, '""']) expect(await told({ ...newKey(), 'if-match': wrong })).toEqual([400, 'header-wrong', 'If-Match'])
})

test('a held gate is told, with nothing that rests on what is protected', async () => {
  const { body: { caseId, version } } = await open()
  const held = await command(caseId, version, { kind: 'make-contact', destination: 'GH', on: new Date().toISOString().slice(0, 10) })
  expect([held.status, held.body.code, Object.keys(held.body.facts)]).toEqual([409, 'gate-held', ['step', 'destination', 'state']])
  expect(held.body.detail).toContain('first contact with the state')
})

test('what is sent is held against the schema: nothing more, nothing less, each fault with its place', async () => {
  const { body: { caseId, version } } = await open()
  const strange = await command(caseId, version, { ...nationality, basis: 'hearsay', on: '2026-02-30', officer: 'somebody-else', approved: true })
  expect([strange.status, strange.body.code]).toEqual([422, 'content-wrong'])
  expect(strange.body.facts.faults.map(({ code, pointer }: { code: string; pointer: string }) => [code, pointer])).toEqual([['not-known', '/officer'], ['not-known', '/approved'], ['not-in-list', '/basis'], ['impossible-day', '/on']])
  for (const body of [{ kind: 'merge-into', on: '2026-01-10', reason: 'same person' }, { kind: 'open-case', ...opening }, { kind: '__proto__' }, { ...nationality, kind: 7 }, [], null, 'kind']) {
    expect([JSON.stringify(body), (await command(caseId, version, body === 'kind' ? '"kind"' : body)).status]).toEqual([JSON.stringify(body), 422])
  }
  const opener = await served.ask('officer', { method: 'POST', path: '/cases', body: { ...opening, kind: 'open-case', fictional: false, version: 9 }, headers: newKey() })
  expect(opener.body.facts.faults.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/kind', '/fictional', '/version'])
})

test('content that is no JSON, is too large, or is called something else is refused', async () => {
  const send = (body: string, headers: Readonly<Record<string, string>> = {}) => served.ask('officer', { method: 'POST', path: '/cases', body, headers: { ...newKey(), ...headers } })
  for (const body of ['', '{', 'null,', '{"__proto__":{"officer":"x"}}', '{"constructor":{"prototype":{"x":1}}}']) expect([body, (await send(body)).body.code]).toEqual([body, 'not-json'])
  expect((await send(JSON.stringify({ ...opening, source: 'x'.repeat(300_000) }))).body).toMatchObject({ status: 413, code: 'body-too-large' })
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data']) expect((await send('{}', { 'content-type': type })).body).toMatchObject({ status: 415, code: 'media-type-wrong' })
})

test('what takes two people is proposed, and nothing has happened yet', async () => {
  const { body: { caseId, version } } = await open()
  const key = newKey()
  const [first, second] = [await command(caseId, version, nationality, key), await command(caseId, version, nationality, key)]
  expect([first.status, Object.keys(first.body), second.text]).toEqual([202, ['caseId', 'proposalId'], first.text])
  expect((await served.ask('officer', { path: `/cases/${caseId}` })).body).toMatchObject({ version, nationalities: [] })
})
