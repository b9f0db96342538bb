import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientId, clientSecret, startIdentityProvider, type IdentityProvider } from '../../../test/identity-provider.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { visitingBrowser, type Visited, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { disableAccount, linkProvider, makeAccount } from '../../store/accounts.ts'
import { signIn as english } from '../../text/en/sign-in.ts'
import { inviteAgain } from './keep-accounts.ts'

let provider: IdentityProvider
let served: ServedWork
beforeAll(async () => {
  provider = await startIdentityProvider()
  served = await serveWork({ mode: 'provider', provider: () => ({ issuer: provider.issuer, clientId, clientSecret, acr: 'urn:sample:two-factor' }) })
  provider.register(`${served.origin}/work/sign-in/return`)
  await person('one', ['analyst'])
  await person('two', ['officer'])
})
afterAll(async () => {
  await served.close()
  await provider.close()
})

async function person(name: string, roles: readonly string[]) {
  const accountId = randomUUID()
  await makeAccount(served.database.database, { accountId, handle: `sample-${name}`, displayName: `Sample ${name}`, language: 'en', roles, by: 'sample' })
  await linkProvider(served.database.database, { issuer: provider.issuer, subject: `subject-${name}`, accountId, by: 'sample' })
  return accountId
}

/** Follows redirects through the provider; `stop` sees each address before it is asked for. */
async function follow(visitor: VisitingBrowser, from: string, stop: (url: string) => boolean = () => false): Promise<Visited & { readonly url: string }> {
  let url = new URL(from, served.origin).href
  for (let steps = 0; steps < 15; steps++) {
    if (stop(url)) return { status: 0, headers: new Headers(), body: '', location: url, form: '', url }
    const visited = await visitor.get(url)
    if (visited.location === '') return { ...visited, url }
    url = visited.location
  }
  throw new Error(`the redirects do not end: ${url}`)
}

const isReturn = (url: string) => url.startsWith(`${served.origin}/work/sign-in/return`)
const at = async (who: string, from = '/en/work/sign-in/provider', stop?: (url: string) => boolean) => {
  provider.atKeyboard.who = who
  provider.atKeyboard.acr = 'urn:sample:two-factor'
  const visitor = visitingBrowser(served.origin)
  return { visitor, came: await follow(visitor, from, stop) }
}

test('somebody whom the provider knows comes in as the account that is theirs, with its roles and no others', async () => {
  const { came } = await at('subject-one', '/fr/work/sign-in/provider?to=/work/account')
  expect([came.status, came.url]).toEqual([200, `${served.origin}/fr/work/account`])
  expect(came.body).toContain('Sample one')
  expect(came.body).toContain('sample-one')
  expect(came.body).not.toContain('administrat')
})

test('a link from another site begins no sign-in: it leads to the door, where the person presses the button', async () => {
  for (const site of ['cross-site', 'same-site']) expect((await visitingBrowser(served.origin).get('/fr/work/sign-in/provider?to=/work/account', { 'sec-fetch-site': site })).location).toBe(`${served.origin}/fr/work/sign-in?to=%2Fwork%2Faccount`)
  for (const site of ['same-origin', 'none']) expect((await visitingBrowser(served.origin).get('/fr/work/sign-in/provider', { 'sec-fetch-site': site })).location).toContain(provider.issuer)
})

test('what is sent to the provider is a code flow with PKCE, state and nonce, and asks for no claim', async () => {
  const { came } = await at('subject-one', '/en/work/sign-in/provider', (url) => url.startsWith(provider.issuer))
  const asked = new URL(came.location).searchParams
  expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', scope: 'openid', code_challenge_method: 'S256', client_id: clientId, redirect_uri: `${served.origin}/work/sign-in/return` })
  for (const name of ['state', 'nonce', 'code_challenge']) expect((asked.get(name) ?? '').length).toBeGreaterThanOrEqual(43)
})

test('somebody whom only the provider knows gets the answer of every failed sign-in, as does a disabled account', async () => {
  const { came, visitor } = await at('subject-nobody')
  expect([came.status, came.body.includes(english.door.refusals['not-recognised']), visitor.cookies.has('comity')]).toEqual([403, true, false])
  const accountId = await person('gone', ['officer'])
  await disableAccount(served.database.database, { accountId, by: 'sample' })
  const gone = await at('subject-gone')
  const bare = ({ body }: Visited) => body.replaceAll(/value="[\w-]{43}"/g, '')
  expect([gone.came.status, bare(gone.came)]).toEqual([403, bare(came)])
})

test('what comes back is taken once, by the browser that began, and with the state that it was given', async () => {
  const { visitor, came: { location } } = await at('subject-one', '/en/work/sign-in/provider', isReturn)
  expect((await visitingBrowser(served.origin).get(location)).status).toBe(403)
  const other = new URL(location)
  other.searchParams.set('state', 'x'.repeat(43))
  expect((await visitor.get(other.href)).status).toBe(403)
  expect((await visitor.get(location)).status).toBe(303)
  expect((await visitor.get(location)).status).toBe(403)
})

test.each([
  ['of another issuer', (query: URLSearchParams) => query.set('iss', 'https://elsewhere.example')],
  ['without an issuer, of a provider that says it names itself', (query: URLSearchParams) => query.delete('iss')],
  ['with another code', (query: URLSearchParams) => query.set('code', 'x'.repeat(43))],
  ['with an error', (query: URLSearchParams) => { query.delete('code'); query.set('error', 'access_denied') }],
  ['with two codes', (query: URLSearchParams) => query.append('code', 'x')],
])('an answer %s is refused, and cannot be tried again', async (_, spoil) => {
  const { visitor, came: { location } } = await at('subject-one', '/en/work/sign-in/provider', isReturn)
  const spoilt = new URL(location)
  spoil(spoilt.searchParams)
  expect((await visitor.get(spoilt.href)).status).toBe(403)
  expect((await visitor.get(location)).status).toBe(403)
  expect(visitor.cookies.has('comity')).toBe(false)
})

test('the code of one sign-in does not serve another one: its PKCE verifier and nonce are other ones', async () => {
  const [victim, attacker] = [await at('subject-one', '/en/work/sign-in/provider', isReturn), await at('subject-two', '/en/work/sign-in/provider', isReturn)]
  const mixed = new URL(attacker.came.location)
  mixed.searchParams.set('code', new URL(victim.came.location).searchParams.get('code') ?? '')
  expect((await attacker.visitor.get(mixed.href)).status).toBe(403)
})

test('being recognised afresh asks the provider anew, with the class that is demanded, and keeps the session', async () => {
  const { visitor } = await at('subject-one')
  const token = visitor.cookies.get('comity')
  const age = () => sql`update session set recognised_at = recognised_at - interval '1 hour' where revoked_at is null`.execute(served.database.asOwner())
  await age()
  const away = await follow(visitor, '/en/work/recognise/provider?to=/work/account', (url) => url.startsWith(provider.issuer))
  expect([new URL(away.location).searchParams.get('max_age'), new URL(away.location).searchParams.get('acr_values')]).toEqual(['0', 'urn:sample:two-factor'])
  const { form } = await visitor.get('/en/work/account')
  expect((await visitor.post('/en/work/account/passkeys/add', { form })).location).toContain('/work/recognise')
  const back = await follow(visitor, '/en/work/recognise/provider?to=/work/account')
  expect([back.url, visitor.cookies.get('comity') === token]).toEqual([`${served.origin}/en/work/account`, true])
  expect((await visitor.post('/en/work/account/passkeys/add', { form })).status).toBe(200)
})

test('a weaker class than the demanded one does not count as recognised afresh', async () => {
  const { visitor } = await at('subject-one')
  provider.atKeyboard.acr = 'urn:sample:password'
  expect((await follow(visitor, '/en/work/recognise/provider')).status).toBe(403)
})

test('when somebody else comes back to be recognised afresh, the session ends', async () => {
  const { visitor } = await at('subject-one')
  provider.atKeyboard.who = 'subject-two'
  for (const name of visitor.cookies.keys()) if (!name.startsWith('comity')) visitor.cookies.delete(name)
  expect((await follow(visitor, '/en/work/recognise/provider')).status).toBe(403)
  expect((await visitor.get('/en/work')).status).toBe(303)
})

test('an invitation joins a new person to their subject at the provider, once', async () => {
  const accountId = randomUUID()
  await makeAccount(served.database.database, { accountId, handle: 'sample-new', displayName: 'Sample New', language: 'en', roles: ['auditor'], by: 'sample' })
  const invitation = await inviteAgain(served.services, { handle: 'sample-new', by: 'sample' })
  if (!invitation.ok) throw new Error(invitation.refusal.code)
  const { came } = await at('subject-new', `/en/work/invited/${invitation.value}/provider`)
  expect([came.status, came.body.includes('Sample New')]).toEqual([200, true])
  expect((await at('subject-new')).came.body).toContain('Sample New')
  const late = await at('subject-late', `/en/work/invited/${invitation.value}/provider`)
  expect(late.came.status).toBe(403)
  expect((await visitingBrowser(served.origin).get(`/en/work/invited/${invitation.value}`)).status).toBe(404)
})

test('an invitation does not take a subject away from whoever has it', async () => {
  const invitation = await inviteAgain(served.services, { handle: 'sample-one', by: 'sample' })
  if (!invitation.ok) throw new Error(invitation.refusal.code)
  const { came } = await at('subject-two', `/en/work/invited/${invitation.value}/provider`)
  expect(came.body).toContain('Sample two')
  expect((await visitingBrowser(served.origin).get(`/en/work/invited/${invitation.value}`)).status).toBe(200)
})

test('whoever signs out is told that the provider’s own session goes on, and led to end it', async () => {
  const { visitor } = await at('subject-one')
  const { form } = await visitor.get('/en/work')
  const out = await visitor.get((await visitor.post('/en/work/sign-out', { form })).location)
  expect(out.body).toContain(english.signedOut.providerText)
  expect((await visitor.get('/en/work/signed-out/provider')).location).toMatch(`${provider.issuer}/session/end?client_id=${clientId}`)
})

test('a provider that does not answer is said to be silent', async () => {
  const alone = await serveWork({ mode: 'provider', provider: () => ({ issuer: 'http://localhost:9', clientId }) })
  const answer = await visitingBrowser(alone.origin).get('/en/work/sign-in/provider')
  expect([answer.status, answer.body.includes(english.door.refusals['provider-silent'])]).toEqual([502, true])
  expect((await visitingBrowser(alone.origin).get('/en/work/signed-out/provider')).location).toBe(`${alone.origin}/en/work/signed-out`)
  // The visitor is told no more; whoever runs the installation reads why.
  const noted = alone.log.filter(({ msg }) => msg === 'outside fault')
  expect(noted.map(({ where }) => where)).toEqual(['provider-not-found', 'provider-not-found'])
  expect(JSON.stringify(noted[0])).toMatch(/ECONNREFUSED|bad port/)
  await alone.close()
})
