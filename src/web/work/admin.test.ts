import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type Visited, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { html } from '../../render/html.ts'
import { reachOf } from '../../service/access/permissions.ts'
import { roles } from '../../service/access/roles.ts'
import { beginSession } from '../../service/identity/begin-session.ts'
import { administration as english } from '../../text/en/administration.ts'
import { administration as french } from '../../text/fr/administration.ts'
import { signIn } from '../../text/en/sign-in.ts'
import { adminRoutes } from './admin-routes.ts'

let served: ServedWork
beforeAll(async () => { served = await serveWork() })
afterAll(() => served.close())

const owner = () => served.database.asOwner()
const as = async (role: string): Promise<VisitingBrowser> => {
  const visitor = visitingBrowser(served.origin)
  await signInAs(visitor, role)
  return visitor
}
const said = (text: string) => html`${text}`.toString()
/** A form with one field several times, as ticked boxes are sent. */
const post = async (visitor: VisitingBrowser, path: string, fields: readonly (readonly [string, string])[]): Promise<Pick<Visited, 'status' | 'body' | 'location'>> => {
  const { form } = await visitor.get('/en/work/account')
  const answer = await fetch(`${served.origin}${path}`, { method: 'POST', redirect: 'manual', headers: { origin: served.origin, cookie: `comity=${visitor.cookies.get('comity')}` }, body: new URLSearchParams([['form', form], ...fields.map(([name, value]): [string, string] => [name, value])]) })
  return { status: answer.status, body: await answer.text(), location: answer.headers.get('location') ?? '' }
}
/** Goes on to what an answer leads to, and confirms it as the demonstration's administrator; what was refused stays as it is. */
const confirmed = async (visitor: VisitingBrowser, asked: Pick<Visited, 'status' | 'body' | 'location'>) => (asked.location.includes('/account-changes/') ? post(visitor, `${asked.location}/demonstration`, [['account', 'demonstration-administrator']]) : asked)
const invited = async (handle: string, ...given: string[]) => {
  const administrator = await as('administrator')
  return confirmed(administrator, await post(administrator, '/en/work/accounts/invite', [['handle', handle], ['displayName', `Sample ${handle}`], ['language', 'fr'], ...given.map((role) => ['roles', role] as const)]))
}
const accountOf = async (handle: string) => (await sql<{ account_id: string }>`select account_id from account where handle = ${handle}`.execute(owner())).rows[0]?.account_id ?? ''
const rolesOf = async (handle: string) => (await sql<{ role: string }>`select role from account_role where account_id = ${await accountOf(handle)} and taken_at is null order by role`.execute(owner())).rows.map(({ role }) => role)
/** Without the number of the change, which is another each time. */
const changes = async () => (await sql<{ handle: string; about: Record<string, string> }>`select handle, about - 'change' as about from access_log where action = 'accounts.change' order by entry`.execute(owner())).rows

test('an administrator invites somebody by a link that is shown once and works once, and that this happened is written down', async () => {
  const answer = await invited('sample.one', 'officer', 'analyst')
  const link = /<code class="digest">([^<]+)<\/code>/.exec(answer.body)?.[1] ?? ''
  expect([answer.status, link.startsWith(`${served.origin}/fr/work/invited/`), answer.body.includes(said(english.invite.done('Sample sample.one')))]).toEqual([200, true, true])
  expect(await rolesOf('sample.one')).toEqual(['analyst', 'officer'])
  expect((await visitingBrowser(served.origin).get(link)).status).toBe(200)
  const administrator = await as('administrator')
  const page = await administrator.get(`/en/work/accounts/${await accountOf('sample.one')}`)
  expect([page.body.includes(link.slice(-43)), page.body.includes(english.account.notUsed), page.body.includes('demonstration-administrator')]).toEqual([false, true, true])
  expect((await changes()).at(-1)).toEqual({ handle: 'demonstration-administrator', about: { of: 'sample.one', what: 'invited', roles: 'officer analyst', confirmed: 'demonstration' } })
  const again = await invited('sample.one', 'officer')
  expect([again.status, again.body.includes(said(english.refusals['handle-taken'])), again.body.includes('value="sample.one"')]).toEqual([422, true, true])
})

test.each([
  [{ handle: 'Sample Two', roles: ['officer'] }, 'handle-wrong', 'handle'], [{ handle: '', roles: ['officer'] }, 'handle-wrong', 'handle'], [{ handle: 'sample.two', displayName: ' ', roles: ['officer'] }, 'name-wrong', 'displayName'],
  [{ handle: 'sample.two', roles: [] }, 'no-roles', 'roles'], [{ handle: 'sample.two', roles: ['gatekeeper'] }, 'role-unknown', 'roles'], [{ handle: 'sample.two', roles: ['auditor', 'officer'] }, 'role-alone', 'roles'],
  [{ handle: 'sample.two', roles: ['administrator', 'analyst'] }, 'role-alone', 'roles'],
] as const)('an invitation of %j makes no account, and its error leads to its field', async (typed, code, field) => {
  const before = (await changes()).length
  const displayName = 'displayName' in typed ? typed.displayName : 'Sample <Two>'
  const answer = await post(await as('administrator'), '/fr/work/accounts/invite', [['handle', typed.handle], ['displayName', displayName], ['language', 'fr'], ...typed.roles.map((role) => ['roles', role] as const)])
  expect([answer.status, answer.body.includes(said(french.refusals[code])), answer.body.includes(`<a href="#${field}">`), answer.body.includes(html`value="${displayName.trim()}"`.toString())]).toEqual([422, true, true, true])
  expect([await accountOf('sample.two'), (await changes()).length]).toEqual(['', before])
})

test('roles are changed, whoever loses one is signed out at once, and the history keeps both', async () => {
  await invited('sample.three', 'officer')
  const accountId = await accountOf('sample.three')
  const token = await served.database.database.transaction().execute((tx) => beginSession(tx, { accountId, recognised: 'passkey', browser: 'Sample' }))
  const theirs = visitingBrowser(served.origin)
  theirs.cookies.set('comity', token)
  expect((await theirs.get('/en/work')).status).toBe(200)
  const administrator = await as('administrator')
  expect((await confirmed(administrator, await post(administrator, `/en/work/accounts/${accountId}/roles`, [['roles', 'legal-reviewer']]))).location).toBe(`/en/work/accounts/${accountId}`)
  expect([await rolesOf('sample.three'), (await theirs.get('/en/work')).status]).toEqual([['legal-reviewer'], 303])
  const page = (await administrator.get(`/en/work/accounts/${accountId}`)).body
  expect([page.includes(signIn.roles.officer), page.includes(english.account.held)]).toEqual([true, true])
  const clash = await post(administrator, `/en/work/accounts/${accountId}/roles`, [['roles', 'auditor'], ['roles', 'officer']])
  expect([clash.status, clash.body.includes(said(english.refusals['role-alone'])), clash.body.includes('value="auditor" checked')]).toEqual([422, true, true])
  expect((await changes()).at(-1)?.about).toEqual({ of: 'sample.three', what: 'roles', roles: 'legal-reviewer', confirmed: 'demonstration' })
})

test('an account is disabled and let in again; sessions are seen and ended, one or all', async () => {
  await invited('sample.four', 'officer')
  const accountId = await accountOf('sample.four')
  const begin = () => served.database.database.transaction().execute((tx) => beginSession(tx, { accountId, recognised: 'passkey', browser: 'Sample' }))
  const browsers = await Promise.all(Array.from({ length: 3 }, async () => {
    const browser = visitingBrowser(served.origin)
    browser.cookies.set('comity', await begin())
    return browser
  }))
  const states = async () => Promise.all(browsers.map(async (browser) => (await browser.get('/en/work')).status))
  const administrator = await as('administrator')
  const path = `/en/work/accounts/${accountId}`
  const [one = ''] = [...(await administrator.get(path)).body.matchAll(/name="session" value="([0-9a-f-]{36})"/g)].map(([, id]) => id)
  await post(administrator, `${path}/sessions/end`, [['session', one]])
  expect((await states()).toSorted((one, other) => one - other)).toEqual([200, 200, 303])
  // A session of somebody else under this account's address changes nothing.
  const { rows: [own] } = await sql<{ session_id: string }>`select session_id from session join account using (account_id) where handle = 'demonstration-administrator' and revoked_at is null limit 1`.execute(owner())
  await post(administrator, `${path}/sessions/end`, [['session', own?.session_id ?? '']])
  expect((await administrator.get(path)).status).toBe(200)
  for (const session of ['x', '', "' or true--"]) expect((await post(administrator, `${path}/sessions/end`, [['session', session]])).status).toBe(303)
  await post(administrator, `${path}/sessions/end`, [['session', 'all']])
  expect(await states()).toEqual([303, 303, 303])
  const { rows: ended } = await sql<{ about: object }>`select about from access_log where action = 'sessions.revoke' order by entry`.execute(owner())
  expect(ended.map(({ about }) => about)).toEqual([{ of: 'sample.four', sessions: 1 }, { of: 'sample.four', sessions: 2 }])
  await post(administrator, `${path}/disable`, [])
  browsers[0]?.cookies.set('comity', await begin())
  expect([(await states())[0], (await administrator.get(path)).body.includes(said(english.account.enable))]).toEqual([303, true])
  expect((await confirmed(administrator, await post(administrator, `${path}/enable`, []))).location).toBe(path)
  browsers[0]?.cookies.set('comity', await begin())
  expect((await states())[0]).toBe(200)
  expect((await changes()).slice(-2).map(({ about }) => about['what'])).toEqual(['disabled', 'enabled'])
})

test('nobody changes their own roles or disables their own account', async () => {
  const made = await invited('sample.five', 'administrator')
  expect(made.status).toBe(200)
  const accountId = await accountOf('sample.five')
  const browser = visitingBrowser(served.origin)
  browser.cookies.set('comity', await served.database.database.transaction().execute((tx) => beginSession(tx, { accountId, recognised: 'passkey', browser: 'Sample' })))
  for (const [what, fields] of [['roles', [['roles', 'officer']]], ['disable', []]] as const) {
    const answer = await post(browser, `/en/work/accounts/${accountId}/${what}`, fields)
    expect([what, answer.status, answer.body.includes(said(english.refusals.yourself))]).toEqual([what, 422, true])
  }
  expect([await rolesOf('sample.five'), (await browser.get('/en/work/accounts')).status]).toEqual([['administrator'], 200])
})

test('demonstration accounts cannot be changed', async () => {
  const administrator = await as('administrator')
  const accountId = await accountOf('demonstration-analyst')
  for (const [what, fields] of [['roles', [['roles', 'officer']]], ['disable', []], ['enable', []], ['link', []]] as const) {
    const answer = await post(administrator, `/en/work/accounts/${accountId}/${what}`, fields)
    expect([what, answer.status, answer.body.includes(said(english.refusals['a-demonstration']))]).toEqual([what, 422, true])
  }
  expect(await rolesOf('demonstration-analyst')).toEqual(['analyst'])
})

test.each(roles)('a %s reads and changes accounts as far as the table says, and an account that there is not is not found', async (role) => {
  const visitor = await as(role)
  const accountId = await accountOf('demonstration-analyst')
  for (const { method, path, action } of adminRoutes) {
    const address = `/en${path.replace(':accountId', accountId)}`
    const answer = method === 'GET' ? await visitor.get(address) : await post(visitor, address, [])
    const may = reachOf([role], action as 'accounts.read') !== undefined
    expect([role, method, path, answer.status === 404]).toEqual([role, method, path, !may])
    if (path.includes(':accountId') && may) for (const none of [randomUUID(), 'x', '%0d%0aset-cookie:x=y']) {
      const nowhere = `/en${path.replace(':accountId', none)}`
      expect([path, none, (method === 'GET' ? await visitor.get(nowhere) : await post(visitor, nowhere, [['session', 'all']])).status]).toEqual([path, none, 404])
    }
  }
})

test('an auditor sees accounts and no button that changes them; every look at one is written down', async () => {
  const auditor = await as('auditor')
  await invited('sample.six', 'officer')
  const page = await auditor.get(`/en/work/accounts/${await accountOf('sample.six')}`)
  expect([page.status, page.body.includes('action="/en/work/accounts'), (await auditor.get('/en/work/accounts')).body.includes(said(english.accounts.invite))]).toEqual([200, false, false])
  const { rows } = await sql<{ handle: string }>`select handle from access_log where action = 'accounts.read' and about ->> 'of' = 'sample.six'`.execute(owner())
  expect(rows.map(({ handle }) => handle)).toEqual(['demonstration-auditor'])
})

test('settings are read and hold no secret', async () => {
  const { rows: [shape] } = await sql<{ version: string; migrations: number }>`select current_setting('server_version') as version, (select count(*)::integer from migration) as migrations`.execute(owner())
  const page = await (await as('administrator')).get('/fr/work/settings')
  expect([page.body.includes(shape?.version ?? 'none'), page.body.match(/\.sql</g)?.length, page.body.includes(said(french.settings.modes.demonstration)), page.body.includes('<form class="act"')]).toEqual([true, shape?.migrations, true, false])
})
