import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { given, opened } from '../../../test/case-services.ts'
import { openSampleCase } from '../../../test/sample-case.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser } from '../../../test/visiting-browser.ts'
import { roles } from '../../service/access/roles.ts'
import { attemptLimits } from '../../service/identity/limit-attempts.ts'
import { signIn as english } from '../../text/en/sign-in.ts'
import { signIn as french } from '../../text/fr/sign-in.ts'
import { buildServer } from '../server.ts'

let served: ServedWork
beforeAll(async () => { served = await serveWork() })
afterAll(() => served.close())
const browser = () => visitingBrowser(served.origin)

test('whoever is not signed in is led to the door, and back to where they wanted to go', async () => {
  const visitor = browser()
  const turned = await visitor.get('/fr/work/account')
  expect([turned.status, turned.location]).toEqual([303, `${served.origin}/fr/work/sign-in?to=%2Fwork%2Faccount`])
  const door = await visitor.get(turned.location)
  expect(door.body).toContain(french.door.title)
  const through = await visitor.post('/fr/work/sign-in/demonstration', { form: door.form, role: 'analyst', to: '/work/account' })
  expect([through.status, through.location]).toEqual([303, `${served.origin}/fr/work/account`])
})

test.each(roles)('a demonstration %s comes in, is told what that reaches, and goes out for good', async (role) => {
  const visitor = browser()
  await signInAs(visitor, role)
  const token = visitor.cookies.get('comity') ?? ''
  const page = await visitor.get('/en/work')
  expect([page.status, page.body.includes(english.reaches[role]), page.body.includes(english.demonstration.banner)]).toEqual([200, true, true])
  const out = await visitor.post('/en/work/sign-out', { form: page.form })
  expect([out.location, out.headers.get('clear-site-data')]).toEqual([`${served.origin}/en/work/signed-out`, '"cache", "storage"'])
  expect(visitor.cookies.has('comity')).toBe(false)
  expect((await visitor.get('/en/work', { cookie: `comity=${token}` })).status).toBe(303)
})

test('a server that people reach over https says so for a year, on every answer, and keeps its cookies to that', async () => {
  const { services, database } = served
  const safe = buildServer({ database: database.database }, { write: () => undefined }, { services: { ...services, signIn: { ...services.signIn, origin: 'https://desk.example' } } })
  for (const url of ['/en', '/en/work/sign-in', '/work.css', '/nowhere']) expect([url, (await safe.inject({ url, headers: { host: 'desk.example' } })).headers['strict-transport-security']]).toEqual([url, 'max-age=31536000; includeSubDomains'])
  expect((await safe.inject({ url: '/en/work/sign-in', headers: { host: 'desk.example' } })).headers['set-cookie']).toMatch(/^__Host-comity-door=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  await safe.close()
  expect((await browser().get('/en/work/sign-in')).headers.has('strict-transport-security')).toBe(false)
})

test('the cookie is for this server alone and no script reads it; nothing but a digest of it is kept', async () => {
  const visitor = browser()
  const { headers } = await signInAs(visitor, 'officer')
  const cookie = headers.getSetCookie().find((line) => line.startsWith('comity=')) ?? ''
  expect(cookie).toMatch(/^comity=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  const { rows } = await sql<{ row: string }>`select session::text as row from session`.execute(served.database.asOwner())
  expect(rows.some(({ row }) => row.includes(visitor.cookies.get('comity') ?? 'none'))).toBe(false)
})

test('each sign-in has a token of its own, whatever the browser had before', async () => {
  const visitor = browser()
  visitor.cookies.set('comity', 'A'.repeat(43))
  await signInAs(visitor, 'officer')
  const first = visitor.cookies.get('comity')
  await signInAs(visitor, 'officer')
  expect(new Set([first, visitor.cookies.get('comity'), 'A'.repeat(43)]).size).toBe(3)
})

test('whoever signs in where somebody was signed in ends that session, and no other', async () => {
  const [visitor, elsewhere] = [browser(), browser()]
  await signInAs(elsewhere, 'officer')
  await signInAs(visitor, 'officer')
  const before = browser()
  before.cookies.set('comity', visitor.cookies.get('comity') ?? '')
  expect((await before.get('/en/work/account')).status).toBe(200)
  await signInAs(visitor, 'analyst')
  expect([(await before.get('/en/work/account')).status, (await visitor.get('/en/work/account')).status, (await elsewhere.get('/en/work/account')).status]).toEqual([303, 200, 200])
})

test('a character that no database holds is left out of what was typed, wherever it is typed', async () => {
  const [officer, auditor] = [browser(), browser()]
  await signInAs(officer, 'officer')
  await signInAs(auditor, 'auditor')
  const { form } = await officer.get('/en/work/search')
  expect((await officer.post('/en/work/search', { form, familyName: 'No\0body' })).status).toBe(200)
  const caseId = await given(served.services, randomUUID(), [opened, { officer: 'fictional-officer-1' }], { kind: 'assign-officer', officer: 'fictional-officer-1', note: 'sample' })
  const begun = await officer.post(`/en/work/cases/${caseId}/record/travel-with`, { form, group: 'fami\0ly-1' })
  expect([begun.status, (await officer.get(begun.location.replace(/check$/, 'group'))).body.includes('family-1')]).toEqual([303, true])
  expect((await auditor.get('/en/work/audit?account=a%00b')).status).toBe(422)
})

test('pages under /work are kept by nobody, and tell their address to nobody else', async () => {
  const visitor = browser()
  await signInAs(visitor, 'officer')
  for (const path of ['/en/work', '/en/work/account', '/en/work/sign-in', '/en/work/recognise', '/en/work/nothing-here']) {
    const { headers } = await visitor.get(path)
    if (!path.endsWith('here')) expect([path, headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([path, 'no-store', 'same-origin'])
    expect(headers.get('content-security-policy')).not.toContain('script-src')
  }
})

test.each([
  ['of another site', { origin: 'https://elsewhere.example' }],
  ['of no site', { origin: 'null' }],
  ['that the browser says comes from another site', { 'sec-fetch-site': 'cross-site' }],
  ['that the browser says comes from a neighbour', { 'sec-fetch-site': 'same-site' }],
])('a form %s is refused, and changes nothing', async (_, headers) => {
  const visitor = browser()
  await signInAs(visitor, 'officer')
  const { form } = await visitor.get('/en/work/account')
  const answer = await visitor.post('/en/work/sign-out', { form }, headers)
  expect([answer.status, answer.body.includes(english.refused.title)]).toEqual([403, true])
  expect((await visitor.get('/en/work')).status).toBe(200)
})

test('a form without the token of its page, with another person’s, or with two, is refused', async () => {
  const [visitor, other] = [browser(), browser()]
  await signInAs(visitor, 'officer')
  await signInAs(other, 'officer')
  const theirs = await other.get('/en/work')
  for (const fields of [{}, { form: '' }, { form: theirs.form }, { form: 'x'.repeat(43) }]) expect((await visitor.post('/en/work/sign-out', fields as Record<string, string>)).status).toBe(403)
  const own = await visitor.get('/en/work')
  const twice = await served.server.inject({ method: 'POST', url: '/en/work/sign-out', headers: { host: new URL(served.origin).host, 'content-type': 'application/x-www-form-urlencoded', cookie: `comity=${visitor.cookies.get('comity')}` }, payload: `form=${own.form}&form=${own.form}` })
  expect(twice.statusCode).toBe(403)
  expect((await visitor.get('/en/work')).status).toBe(200)
})

test('what is no form, or a huge one, is refused before it is read', async () => {
  const host = new URL(served.origin).host
  const send = (type: string, payload: string) => served.server.inject({ method: 'POST', url: '/fr/work/sign-in/demonstration', headers: { host, 'content-type': type }, payload })
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'nonsense']) expect([type, (await send(type, '{"role":"auditor"}')).statusCode]).toEqual([type, 400])
  const large = await send('application/x-www-form-urlencoded', `role=${'x'.repeat(70_000)}`)
  expect([large.statusCode, large.body.includes(french.refused.largeTitle)]).toEqual([413, true])
  expect((await served.server.inject({ method: 'POST', url: '/fr/compare', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'a=1' })).statusCode).toBe(405)
  expect((await served.server.inject({ method: 'POST', url: '/fr/work/sign-in', headers: { host }, payload: 'a=1' })).statusCode).toBe(405)
})

test('a name that somebody else pointed here gets nothing, and this machine’s other names lead to the one of the cookies', async () => {
  const ask = (host: string, url = '/en/work/sign-in') => served.server.inject({ url, headers: { host } })
  expect((await ask('elsewhere.example')).statusCode).toBe(400)
  expect((await ask('localhost.elsewhere.example')).statusCode).toBe(400)
  expect((await ask(`127.0.0.1:${new URL(served.origin).port}`, '/en/work/sign-in?to=/work')).headers.location).toBe(`${served.origin}/en/work/sign-in?to=/work`)
})

test.each(['https://elsewhere.example', '//elsewhere.example', '/work/../../elsewhere', '/workshop', '/en/work', 'javascript:alert(1)', '/work\\@elsewhere.example', `/work/${'x'.repeat(600)}`])('nobody is led to %s after signing in', async (to) => {
  const visitor = browser()
  const { form } = await visitor.get(`/en/work/sign-in?${new URLSearchParams({ to }).toString()}`)
  expect((await visitor.post('/en/work/sign-in/demonstration', { form, role: 'officer', to })).location).toBe(`${served.origin}/en/work`)
})

test('a role that there is not opens nothing, and the answer is the one of every failed sign-in', async () => {
  const visitor = browser()
  const { form } = await visitor.get('/en/work/sign-in')
  for (const role of ['gatekeeper', '', 'constructor', 'demonstration-auditor']) {
    const answer = await visitor.post('/en/work/sign-in/demonstration', { form, role })
    expect([answer.status, answer.body.includes(english.door.refusals['not-recognised'])]).toEqual([403, true])
  }
  expect(served.log.filter(({ msg }) => msg === 'sign-in refused').map(({ refusal }) => refusal)).toEqual(Array.from({ length: 4 }, () => 'not-recognised'))
  expect(visitor.cookies.has('comity')).toBe(false)
})

test('one sees one’s sessions, ends the others, and nobody else’s', async () => {
  const [first, second, stranger] = [browser(), browser(), browser()]
  await signInAs(first, 'legal-reviewer')
  await signInAs(second, 'legal-reviewer')
  await signInAs(stranger, 'analyst')
  const page = await first.get('/en/work/account')
  const [other = ''] = [...page.body.matchAll(/name="session" value="([\w-]+)"/g)].map((match) => match[1])
  const strangers = await stranger.get('/en/work/account')
  await stranger.post('/en/work/account/sessions/end', { form: strangers.form, session: other })
  expect((await second.get('/en/work')).status).toBe(200)
  const ended = await first.post('/en/work/account/sessions/end', { form: page.form, session: other })
  expect(ended.location).toBe(`${served.origin}/en/work/account`)
  expect([(await first.get('/en/work')).status, (await second.get('/en/work')).status]).toEqual([200, 303])
  await signInAs(second, 'legal-reviewer')
  await first.post('/en/work/account/sessions/end-others', { form: page.form })
  expect([(await first.get('/en/work')).status, (await second.get('/en/work')).status]).toEqual([200, 303])
  for (const session of ['x', '', `${other}' or true--`]) expect((await first.post('/en/work/account/sessions/end', { form: page.form, session })).status).toBe(303)
})

test('a passkey is added only by somebody who was there just now', async () => {
  const visitor = browser()
  await signInAs(visitor, 'officer')
  const { form } = await visitor.get('/en/work/account')
  const fresh = await visitor.post('/en/work/account/passkeys/add', { form })
  expect([fresh.status, fresh.body.includes('data-kind="make"'), fresh.headers.get('content-security-policy')?.endsWith("; script-src 'self'")]).toEqual([200, true, true])
  await sql`update session set recognised_at = recognised_at - interval '11 minutes' where revoked_at is null`.execute(served.database.asOwner())
  const turned = await visitor.post('/en/work/account/passkeys/add', { form })
  expect(turned.location).toBe(`${served.origin}/en/work/recognise?to=/work/account`)
  await visitor.post('/en/work/recognise/demonstration', { form, to: '/work/account' })
  expect((await visitor.post('/en/work/account/passkeys/add', { form })).status).toBe(200)
})

test('the log holds no name, token or address of a reader', async () => {
  const visitor = browser()
  await signInAs(visitor, 'officer')
  await visitor.get('/en/work')
  const lines = JSON.stringify(served.log.filter(({ msg }) => msg === 'request'))
  for (const text of [visitor.cookies.get('comity') ?? 'none', 'demonstration account', '127.0.0.1']) expect(lines).not.toContain(text)
  expect(lines).toContain('/work/sign-in/demonstration')
})

test('a real case shuts the demonstration at once', async () => {
  const own = await serveWork()
  await openSampleCase(own.database)
  const visitor = visitingBrowser(own.origin)
  expect((await signInAs(visitor, 'officer')).status).toBe(403)
  await own.close()
})

test('too many attempts from one address are told to wait', async () => {
  const own = await serveWork()
  await sql`select count_attempt('address', sha256('127.0.0.1'), interval '15 minutes') from generate_series(1, ${attemptLimits.address})`.execute(own.database.database)
  const answer = await signInAs(visitingBrowser(own.origin), 'officer', 'fr')
  expect([answer.status, answer.headers.get('retry-after'), answer.body.includes(french.door.refusals['too-many'])]).toEqual([429, '900', true])
  await own.close()
})
