import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser } from '../../../test/visiting-browser.ts'
import { addPasskey } from '../../store/passkeys.ts'
import { readToken } from '../../service/access/read-token.ts'
import { api as english } from '../../text/en/api.ts'
import { api as french } from '../../text/fr/api.ts'

let served: ServedWork
beforeAll(async () => { served = await serveWork() })
afterAll(() => served.close())

const as = async (role: string) => {
  const browser = visitingBrowser(served.origin)
  await signInAs(browser, role)
  return browser
}
const idIn = (page: string) => /name="token" value="([\w-]+)"/.exec(page.slice(page.indexOf('id="name"') - 600))?.[1] ?? ''
const tokenIn = (page: string) => /comity_[\w-]{43}/.exec(page)?.[0] ?? ''

test('a token is made, is shown once, is good, and is good no more when it is revoked', async () => {
  const officer = await as('officer')
  const form = await officer.get('/en/work/account/tokens')
  expect([form.status, form.body.includes(english.tokens.none)]).toEqual([200, true])
  const sent = { form: form.form, token: idIn(form.body), name: '<b>nightly</b>', days: '30' }
  const made = await officer.post('/en/work/account/tokens', sent)
  const token = tokenIn(made.body)
  expect([made.status, await readToken(served.services, token)]).toMatchObject([200, { handle: 'fictional-officer-1', roles: ['officer'] }])
  expect(made.headers.get('cache-control')).toBe('no-store')
  const again = await officer.post('/en/work/account/tokens', sent)
  expect([again.status, tokenIn(again.body), again.body.includes(english.tokens.refusals['made-already'])]).toEqual([422, '', true])
  const list = await officer.get('/fr/work/account/tokens')
  expect([list.body.includes('&lt;b&gt;nightly'), list.body.includes(french.tokens.states.good), tokenIn(list.body)]).toEqual([true, true, ''])
  const [row] = (await sql<{ token_id: string }>`select token_id from api_token where account_id = (select account_id from account where handle = 'fictional-officer-1')`.execute(served.database.asOwner())).rows
  expect((await officer.post('/en/work/account/tokens/revoke', { form: list.form, token: row?.token_id ?? '' })).status).toBe(303)
  expect(await readToken(served.services, token)).toBeUndefined()
})

test('what is wrong is said at the top and at its field, in both languages, and what was typed stays', async () => {
  const analyst = await as('analyst')
  for (const [language, words] of [['en', english], ['fr', french]] as const) {
    const { form } = await analyst.get(`/${language}/work/account/tokens`)
    const wrong = await analyst.post(`/${language}/work/account/tokens`, { form, token: '', name: 'weekly', days: '91' })
    expect([wrong.status, wrong.body.includes('href="#days"'), wrong.body.includes('value="weekly"'), wrong.body.includes('value="91"')]).toEqual([422, true, true, true])
    expect(wrong.body.split(words.tokens.refusals['days-wrong'].replaceAll('’', '’')).length).toBeGreaterThan(2)
  }
})

test('whoever was recognised longer ago is asked to confirm first', async () => {
  const liaison = await as('partner-liaison')
  const { form } = await liaison.get('/en/work/account/tokens')
  await sql.raw(`alter table session disable trigger keep_session; update session set recognised_at = recognised_at - interval '11 minutes'; alter table session enable trigger keep_session`).execute(served.database.asOwner())
  const sent = await liaison.post('/en/work/account/tokens', { form, token: '', name: 'import', days: '1' })
  expect([sent.status, sent.location]).toEqual([303, `${served.origin}/en/work/recognise?to=/work/account/tokens`])
})

test('an administrator and an auditor see everybody’s; the administrator alone revokes', async () => {
  const reviewer = await as('legal-reviewer')
  const form = await reviewer.get('/en/work/account/tokens')
  const token = tokenIn((await reviewer.post('/en/work/account/tokens', { form: form.form, token: idIn(form.body), name: 'watched', days: '1' })).body)
  const auditor = await as('auditor')
  const seen = await auditor.get('/en/work/tokens')
  expect([seen.body.includes('watched'), seen.body.includes(english.tokens.revoke)]).toEqual([true, false])
  const [row] = (await sql<{ token_id: string }>`select token_id from api_token where name = 'watched'`.execute(served.database.asOwner())).rows
  expect((await auditor.post('/en/work/tokens/revoke', { form: seen.form, token: row?.token_id ?? '' })).status).toBe(404)
  expect(await readToken(served.services, token)).toBeDefined()
  const administrator = await as('administrator')
  const list = await administrator.get('/en/work/tokens')
  expect((await administrator.post('/en/work/tokens/revoke', { form: list.form, token: row?.token_id ?? '' })).status).toBe(303)
  expect(await readToken(served.services, token)).toBeUndefined()
})

test('whoever removes a passkey has no token afterwards: whoever had the key may have made one', async () => {
  const disclosure = await as('disclosure-officer')
  const form = await disclosure.get('/en/work/account/tokens')
  const token = tokenIn((await disclosure.post('/en/work/account/tokens', { form: form.form, token: idIn(form.body), name: 'with a key', days: '1' })).body)
  expect(await readToken(served.services, token)).toBeDefined()
  await addPasskey(served.database.database, { credentialId: 'sample-key', accountId: (await readToken(served.services, token))?.accountId ?? '', publicKey: Buffer.from('x'), counter: 0, transports: [], backedUp: false, name: 'Sample key' })
  await disclosure.post('/en/work/account/passkeys/remove', { form: form.form, passkey: 'nothing of theirs' })
  expect(await readToken(served.services, token)).toBeDefined()
  await disclosure.post('/en/work/account/passkeys/remove', { form: form.form, passkey: 'sample-key' })
  expect(await readToken(served.services, token)).toBeUndefined()
})
