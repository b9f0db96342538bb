import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { findAccount, makeDemonstrationAccounts } from '../store/accounts.ts'
import { api as englishApi } from '../text/en/api.ts'
import { signIn as english } from '../text/en/sign-in.ts'
import { signIn as french } from '../text/fr/sign-in.ts'
import type { Language } from '../text/language.ts'
import { account } from './account.ts'
import { exitCodes } from './exit-codes.ts'

let fresh: FreshDatabase
let url = ''
beforeAll(async () => {
  fresh = await freshDatabase()
  const [server] = databaseServers
  url = `postgresql://${server?.owner}:${encodeURIComponent(server?.passwords.owner ?? '')}@/${fresh.name}?host=${encodeURIComponent(server?.host ?? '')}&port=${server?.port}`
})
afterAll(() => fresh.destroy())

async function comityAccount(words: string, language: Language = 'en', more: NodeJS.ProcessEnv = {}) {
  const said = { out: '', error: '' }
  const status = await account(words.split(' '), language, {
    answer: (lines) => { said.out += lines.join('\n'); return exitCodes.done },
    note: () => undefined,
    refuse: (sentence) => { said.error += sentence; return exitCodes.refused },
    errors: process.stderr,
  }, { DATABASE_URL: url, ...more })
  return { status, ...said }
}

test('the first administrator is made here, and gets a link that is told once', async () => {
  const made = await comityAccount('invite sample-admin --name Sample --role administrator', 'fr', { COMITY_ORIGIN: 'https://comity.example' })
  expect([made.status, made.error]).toEqual([0, ''])
  expect(made.out).toMatch(/https:\/\/comity\.example\/fr\/work\/invited\/[\w-]{43}$/)
  expect(await findAccount(fresh.database, { handle: 'sample-admin' })).toMatchObject({ displayName: 'Sample', language: 'fr', roles: ['administrator'], demonstration: false })
  expect((await comityAccount('link sample-admin', 'en', { PORT: '9000' })).out).toMatch(/http:\/\/localhost:9000\/en\/work\/invited\/[\w-]{43}$/)
})

test('roles are changed, and an account is shut out and let in again', async () => {
  await comityAccount('invite sample-worker --name Sample --role officer --role analyst')
  expect((await comityAccount('roles sample-worker --role legal-reviewer')).out).toBe(english.cli.changed('sample-worker'))
  expect((await findAccount(fresh.database, { handle: 'sample-worker' }))?.roles).toEqual(['legal-reviewer'])
  expect((await comityAccount('disable sample-worker', 'fr')).out).toBe(french.cli.disabled('sample-worker'))
  expect((await comityAccount('list')).out).toContain(`sample-worker  Sample  legal reviewer  ${english.cli.stateDisabled}`)
  expect((await comityAccount('enable sample-worker')).out).toBe(english.cli.enabled('sample-worker'))
})

test.each([
  ['invite sample-x --name Sample --role gatekeeper', english.cli.refusals['role-unknown']({ role: 'gatekeeper' })],
  ['invite sample-x --name Sample --role auditor --role officer', english.cli.refusals['role-alone']({ role: 'auditor' })],
  ['invite sample-x --name Sample', english.cli.refusals['no-roles']()],
  ['invite Sample --name Sample --role officer', english.cli.refusals['handle-wrong']()],
  ['invite sample-x --role officer', english.cli.refusals['name-wrong']()],
  ['roles sample-nobody --role officer', english.cli.refusals['no-account']()],
  ['link sample-nobody', english.cli.refusals['no-account']()],
  ['list everybody', `${english.cli.needs} | ${englishApi.tokens.cliNeeds}`],
  ['invite', `${english.cli.needs} | ${englishApi.tokens.cliNeeds}`],
  ['invite sample-x --nam Sample', `${english.cli.needs} | ${englishApi.tokens.cliNeeds}`],
  ['promote sample-x', `${english.cli.needs} | ${englishApi.tokens.cliNeeds}`],
])('“comity account %s” is refused in words, and makes nothing', async (words, sentence) => {
  expect(await comityAccount(words)).toEqual({ status: 2, out: '', error: sentence })
  expect(await findAccount(fresh.database, { handle: 'sample-x' })).toBeUndefined()
})

test('a handle that is taken stays whose it is, and demonstration accounts are nobody’s to change', async () => {
  await comityAccount('invite sample-taken --name Sample --role officer')
  expect((await comityAccount('invite sample-taken --name Another --role analyst')).error).toBe(english.cli.refusals['handle-taken']())
  await makeDemonstrationAccounts(fresh.asOwner(), [{ accountId: 'd3e00000-0000-4000-8000-00000000000f', handle: 'demonstration-sample', displayName: 'Sample', language: 'en', roles: ['analyst'] }])
  for (const words of ['link demonstration-sample', 'roles demonstration-sample --role administrator', 'enable demonstration-sample']) expect((await comityAccount(words, 'fr')).error).toBe(french.cli.refusals['a-demonstration']())
})

test('a token for a program is told once, and what is wrong with it is said', async () => {
  await comityAccount('invite sample-program --name Sample --role officer')
  const made = await comityAccount('token sample-program --name import --days 30')
  expect([made.status, made.out.split('\n')[0], /^comity_[\w-]{43}$/.test(made.out.split('\n')[1] ?? '')]).toEqual([0, englishApi.tokens.cliMade({ name: 'import', days: 30 }), true])
  for (const [words, code] of [['token sample-program --name import --days 91', 'days-wrong'], ['token sample-program --name import', 'days-wrong'], ['token sample-program --days 3', 'name-wrong'], ['token nobody --name import --days 3', 'no-account']] as const) {
    expect([words, (await comityAccount(words)).error]).toEqual([words, englishApi.tokens.refusals[code]])
  }
})
