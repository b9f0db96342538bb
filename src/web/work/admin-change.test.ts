import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientId, clientSecret, startIdentityProvider, type IdentityProvider } from '../../../test/identity-provider.ts'
import { said } from '../../../test/served-oversight.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { softwarePasskey, type SoftwarePasskey } from '../../../test/software-passkey.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { beginSession } from '../../service/identity/begin-session.ts'
import { invite } from '../../service/identity/keep-accounts.ts'
import { linkProvider } from '../../store/accounts.ts'
import { addPasskey } from '../../store/passkeys.ts'
import { administration as english } from '../../text/en/administration.ts'
import { administration as french } from '../../text/fr/administration.ts'

let provider: IdentityProvider
let served: ServedWork
let [one, other]: Person[] = []

type Person = { readonly handle: string; readonly accountId: string; readonly key: SoftwarePasskey; readonly browser: VisitingBrowser }

beforeAll(async () => {
  provider = await startIdentityProvider()
  served = await serveWork({ mode: 'provider', provider: (origin) => {
    provider.register(`${origin}/work/sign-in/return`)
    return { issuer: provider.issuer, clientId, clientSecret, acr: 'urn:sample:two-factor' }
  } })
  one = await administrator('sample.administrator')
  other = await administrator('sample.other')
})
afterAll(async () => {
  await served.close()
  await provider.close()
})

const owner = () => served.database.asOwner()
const accountOf = async (handle: string) => (await sql<{ account_id: string }>`select account_id from account where handle = ${handle}`.execute(owner())).rows[0]?.account_id ?? ''
const rolesOf = async (handle: string) => (await sql<{ role: string }>`select role from account_role where account_id = ${await accountOf(handle)} and taken_at is null order by role`.execute(owner())).rows.map(({ role }) => role)

async function makeAccount(handle: string, ...roles: string[]): Promise<string> {
  const made = await invite({ database: served.database.database }, { handle, displayName: `Sample ${handle}`, language: 'en', roles, by: 'sample' })
  if (!made.ok) throw new Error(made.refusal.code)
  return accountOf(handle)
}

async function administrator(handle: string): Promise<Person> {
  const [accountId, key] = [await makeAccount(handle, 'administrator'), softwarePasskey()]
  await addPasskey(served.database.database, { credentialId: key.credentialId, accountId, publicKey: key.publicKey, counter: 0, transports: [], backedUp: false, name: 'Sample' })
  await linkProvider(served.database.database, { issuer: provider.issuer, subject: handle, accountId, by: 'sample' })
  return { handle, accountId, key, browser: await signedIn(accountId) }
}

async function signedIn(accountId: string): Promise<VisitingBrowser> {
  const browser = visitingBrowser(served.origin)
  browser.cookies.set('comity', await served.database.database.transaction().execute((tx) => beginSession(tx, { accountId, recognised: 'passkey', browser: 'Sample' })))
  return browser
}

/** Asks for the role of an officer for somebody, as `by`, and returns where it is confirmed. */
async function asked(handle: string, by: Person = one as Person): Promise<string> {
  const accountId = (await accountOf(handle)) || (await makeAccount(handle, 'analyst'))
  const { form } = await by.browser.get(`/en/work/accounts/${accountId}`)
  const { location } = await by.browser.post(`/en/work/accounts/${accountId}/roles`, { form, roles: 'officer' })
  return new URL(location).pathname
}
const digestIn = (body: string) => /<code class="digest">([0-9a-f]{64})<\/code>/.exec(body)?.[1] ?? ''
const challengeIn = (body: string) => (JSON.parse((/data-question="([^"]*)"/.exec(body)?.[1] ?? '{}').replaceAll('&quot;', '"')) as { challenge?: string }).challenge ?? ''
const confirm = async ({ browser, key }: Person, path: string, challenge?: string) => {
  const page = await browser.get(path)
  const signed = challenge ?? Buffer.from(digestIn(page.body), 'hex').toString('base64url')
  return browser.post(`${path}/confirm`, { form: page.form || (await browser.get('/en/work')).form, answer: key.answer({ challenge: signed, origin: served.origin }) })
}
const grow = (path: string, by: string) => sql.raw(`alter table account_change disable trigger keep_account_change; update account_change set asked_at = asked_at - interval '${by}' where change_id = '${path.slice(-36)}'; alter table account_change enable trigger keep_account_change`).execute(owner())

describe('a change of roles', () => {
  test('is not made before its administrator was recognised over exactly what is shown, in both languages, and is made then, once', async () => {
    const path = await asked('sample.one')
    const { browser } = one as Person
    for (const [language, words] of [['en', english], ['fr', french]] as const) {
      const { body } = await browser.get(path.replace('/en/', `/${language}/`))
      expect([body.includes(said(words.confirm.title)), body.includes(said(words.confirm.shown.account('sample.one'))), body.includes(said(words.confirm.states.waiting)), body.includes(said(words.confirm.passkey)), body.includes(said(words.confirm.provider))]).toEqual([true, true, true, true, true])
    }
    expect(await rolesOf('sample.one')).toEqual(['analyst'])
    const page = await browser.get(path)
    const asking = await browser.post(`${path}/passkey`, { form: page.form })
    expect([Buffer.from(challengeIn(asking.body), 'base64url').toString('hex'), asking.body.includes('<noscript>')]).toEqual([digestIn(page.body), true])
    const done = await confirm(one as Person, path)
    expect([done.status, await rolesOf('sample.one')]).toEqual([303, ['officer']])
    const { rows: [kept] } = await sql<{ means: string; evidence: Record<string, string> }>`select means, evidence from account_change where change_id = ${path.slice(-36)}`.execute(owner())
    expect([kept?.means, kept?.evidence['credentialId']]).toEqual(['passkey', one?.key.credentialId])
    const { rows: [look] } = await sql<{ about: object }>`select about from access_log where action = 'accounts.change' order by entry desc limit 1`.execute(owner())
    expect(look?.about).toEqual({ of: 'sample.one', what: 'roles', roles: 'officer', confirmed: 'passkey', change: path.slice(-36) })
    // The same once more, however it comes.
    const again = await confirm(one as Person, path)
    expect([again.status, again.body.includes(said(english.confirm.faults['used-already']))]).toEqual([409, true])
    expect((await browser.get(path)).body).toContain(said(english.confirm.states.used))
  })

  test('is not made by the answer of another change, of another person’s key, or of a key that did not see its person', async () => {
    const [path, elsewhere] = [await asked('sample.two'), await asked('sample.three')]
    const { browser, key } = one as Person
    const challenge = async (of: string) => Buffer.from(digestIn((await browser.get(of)).body), 'hex').toString('base64url')
    const swapped = await confirm(one as Person, path, await challenge(elsewhere))
    expect([swapped.status, swapped.body.includes(said(english.confirm.faults['seen-otherwise']))]).toEqual([409, true])
    const { form } = await browser.get(path)
    for (const answer of [(other as Person).key.answer({ challenge: await challenge(path), origin: served.origin }), key.answer({ challenge: await challenge(path), origin: served.origin, verified: false }), key.answer({ challenge: await challenge(path), origin: 'https://elsewhere.example' }), '{}', '']) {
      expect((await browser.post(`${path}/confirm`, { form, answer })).status).toBe(403)
    }
    expect([await rolesOf('sample.two'), await rolesOf('sample.three')]).toEqual([['analyst'], ['analyst']])
  })

  test('is there for nobody else, not even for the same person in another session', async () => {
    const path = await asked('sample.four')
    const elsewhere = { ...(one as Person), browser: await signedIn((one as Person).accountId) }
    const digest = digestIn((await (one as Person).browser.get(path)).body)
    for (const person of [other as Person, elsewhere]) {
      const answer = await confirm(person, path, Buffer.from(digest, 'hex').toString('base64url'))
      expect([(await person.browser.get(path)).status, answer.status]).toEqual([404, 404])
      for (const what of ['passkey', 'provider', 'make', 'demonstration']) expect([what, (await person.browser.post(`${path}/${what}`, { form: (await person.browser.get('/en/work')).form, account: 'demonstration-administrator' })).status]).toEqual([what, 404])
    }
    expect(await rolesOf('sample.four')).toEqual(['analyst'])
  })

  test('is not made five minutes after it was asked for, by whatever means', async () => {
    const path = await asked('sample.five')
    await grow(path, '5 minutes 1 second')
    const late = await confirm(one as Person, path)
    expect([late.status, late.body.includes(said(english.confirm.faults['too-old'])), late.body.includes(said(english.confirm.states['too-old']))]).toEqual([409, true, true])
    expect((await (one as Person).browser.post(`${path}/make`, { form: late.form || (await (one as Person).browser.get('/en/work')).form })).status).toBe(409)
    expect(await rolesOf('sample.five')).toEqual(['analyst'])
  })

  test('is not made without any recognition, nor by saying that it is a demonstration', async () => {
    const path = await asked('sample.six')
    const { browser } = one as Person
    const { form } = await browser.get(path)
    expect([(await browser.post(`${path}/make`, { form })).status, (await browser.post(`${path}/demonstration`, { form, account: 'sample.administrator' })).status]).toEqual([403, 403])
    expect((await browser.post(`${path}/confirm`, { form: '', answer: '' })).status).toBe(403)
    expect(await rolesOf('sample.six')).toEqual(['analyst'])
  })

  test('is not asked for again by somebody who is no administrator any more', async () => {
    const gone = await administrator('sample.gone')
    const path = await asked('sample.seven', gone)
    await sql`update account_role set taken_at = clock_timestamp(), taken_by = 'sample' where account_id = ${gone.accountId}`.execute(owner())
    expect([(await confirm(gone, path)).status, await rolesOf('sample.seven')]).toEqual([303, ['analyst']])
  })
})

describe('without script, at the provider', () => {
  /** Goes to the provider from the page of a change and comes back; the page that one comes back to. */
  async function throughProvider({ browser, handle }: Pick<Person, 'browser' | 'handle'>, path: string) {
    provider.atKeyboard.who = handle
    const { form } = await browser.get(path)
    const way = await browser.post(`${path}/provider`, { form })
    const href = (/class="button" href="([^"]+)"/.exec(way.body)?.[1] ?? '').replaceAll('&amp;', '&')
    const atProvider = visitingBrowser(provider.issuer)
    let there = await atProvider.get(href)
    while (there.location !== '' && !there.location.startsWith(served.origin)) there = await atProvider.get(there.location)
    return { back: await browser.get(there.location), address: there.location }
  }

  test('a change is confirmed by signing in afresh and made by a button; the way back works once and for that change alone', async () => {
    const [path, elsewhere] = [await asked('sample.eight'), await asked('sample.nine')]
    const { browser } = one as Person
    const { back, address } = await throughProvider(one as Person, path)
    expect(new URL(back.location).pathname).toBe(path)
    const page = await browser.get(back.location)
    expect([page.body.includes(said(english.confirm.states.recognised)), await rolesOf('sample.eight')]).toEqual([true, ['analyst']])
    expect((await browser.post(`${elsewhere}/make`, { form: page.form })).status).toBe(403)
    expect((await browser.post(`${path}/make`, { form: page.form })).status).toBe(303)
    expect([await rolesOf('sample.eight'), await rolesOf('sample.nine')]).toEqual([['officer'], ['analyst']])
    await browser.get(address)
    expect((await browser.post(`${path}/make`, { form: page.form })).status).toBe(409)
  })

  test('somebody else who signs in there confirms nothing, and ends the session', async () => {
    const person = await administrator('sample.tenth')
    const path = await asked('sample.ten', person)
    await throughProvider({ ...person, handle: 'sample.other' }, path)
    expect([(await person.browser.get(path)).status, await rolesOf('sample.ten')]).toEqual([303, ['analyst']])
  })

  test('where an installation takes passkeys alone, the provider is not offered and not taken', async () => {
    const path = await asked('sample.eleven')
    const { browser } = one as Person
    const { signIn } = served.services
    Object.assign(served.services, { signIn: { ...signIn, approval: 'passkey' } })
    const { body, form } = await browser.get(path)
    expect([body.includes(said(english.confirm.provider)), body.includes(said(english.confirm.onlyPasskey)), (await browser.post(`${path}/provider`, { form })).status]).toEqual([false, true, 403])
    Object.assign(served.services, { signIn })
  })
})

test('a link for somebody is shown once confirmed, and an account is made by the very text that was confirmed, its lines not to be forged', async () => {
  const { browser } = one as Person
  const form = await browser.get('/en/work/accounts/invite')
  const { location } = await browser.post('/en/work/accounts/invite', { form: form.form, handle: 'sample.twelve', displayName: 'Sample\nRoles from then on: none', language: 'en', roles: 'officer' })
  const path = new URL(location).pathname
  const page = await browser.get(path)
  expect([page.body.includes('Sample\n    | Roles from then on: none'), await accountOf('sample.twelve')]).toEqual([true, ''])
  const made = await confirm(one as Person, path)
  expect([made.status, made.body.includes('/en/work/invited/'), await rolesOf('sample.twelve')]).toEqual([200, true, ['officer']])
  const again = await confirm(one as Person, path)
  expect([again.status, again.body.includes('/work/invited/')]).toEqual([409, false])
  const link = await browser.post(`/en/work/accounts/${await accountOf('sample.twelve')}/link`, { form: page.form })
  const { body } = await confirm(one as Person, new URL(link.location).pathname)
  expect((await visitingBrowser(served.origin).get(/<code class="digest">([^<]+)<\/code>/.exec(body)?.[1] ?? '')).status).toBe(200)
})

test('in a demonstration the account is chosen once more: another one, or none, confirms nothing', async () => {
  const demonstration = await serveWork()
  const browser = visitingBrowser(demonstration.origin)
  await signInAs(browser, 'administrator')
  const { form } = await browser.get('/fr/work/accounts/invite')
  const { location } = await browser.post('/fr/work/accounts/invite', { form, handle: 'sample.one', displayName: 'Sample', language: 'fr', roles: 'officer' })
  const path = new URL(location).pathname
  const none = await browser.post(`${path}/demonstration`, { form })
  expect([none.status, none.body.includes('<a href="#account">'), none.body.includes(said(french.confirm.faults['account-missing']))]).toEqual([422, true, true])
  expect((await browser.post(`${path}/demonstration`, { form, account: 'demonstration-analyst' })).status).toBe(403)
  const made = await browser.post(`${path}/demonstration`, { form, account: 'demonstration-administrator' })
  expect([made.status, made.body.includes('/fr/work/invited/')]).toEqual([200, true])
  expect((await browser.get(`/fr/work/account-changes/${randomUUID()}`)).status).toBe(404)
  await demonstration.close()
})
