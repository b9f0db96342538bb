import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { openSampleCase } from '../../test/sample-case.ts'
import { listAccounts } from '../store/accounts.ts'
import { chooseSignIn } from './choose-sign-in.ts'
import { readSignIn, type SignInWish } from './sign-in-settings.ts'

function wish(environment: Record<string, string>, host = '127.0.0.1'): SignInWish {
  const read = readSignIn(environment, { host, port: 8080 })
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

test('with made-up cases alone a demonstration begins; with the first real one the next start ends it, and a wished one is refused', async () => {
  const fresh = await freshDatabase()
  const openTo = async () => (await listAccounts(fresh.database)).filter(({ disabledAt }) => disabledAt === undefined).length
  expect(await chooseSignIn(fresh.asOwner(), wish({}))).toEqual({ ok: true, value: { mode: 'demonstration', origin: 'http://localhost:8080' } })
  expect(await openTo()).toBe(8)
  await openSampleCase(fresh)
  expect(await chooseSignIn(fresh.asOwner(), wish({ COMITY_SIGN_IN: 'demonstration' }))).toEqual({ ok: false, refusal: { code: 'demonstration-not-here', because: 'real-cases' } })
  expect(await chooseSignIn(fresh.asOwner(), wish({}))).toEqual({ ok: true, value: { mode: 'passkeys', origin: 'http://localhost:8080' } })
  expect(await openTo()).toBe(0)
  await fresh.destroy()
})

test.each([
  ['passkeys are wished', wish({ COMITY_SIGN_IN: 'passkeys' }), 'passkeys'],
  ['a provider is named', wish({ COMITY_ISSUER: 'https://provider.example', COMITY_CLIENT_ID: 'comity' }), 'provider'],
  ['other machines are served', wish({ COMITY_ORIGIN: 'https://comity.example' }, '0.0.0.0'), 'passkeys'],
  ['other machines are served and no address is named', wish({}, '0.0.0.0'), undefined],
] as const)('where %s, demonstration accounts of an earlier start are shut out', async (_, wished, mode) => {
  const fresh = await freshDatabase()
  await chooseSignIn(fresh.asOwner(), wish({}))
  const chosen = await chooseSignIn(fresh.asOwner(), wished)
  expect(chosen.ok ? chosen.value?.mode : chosen.refusal).toBe(mode)
  expect((await listAccounts(fresh.database)).map(({ disabledAt }) => disabledAt === undefined)).toEqual(Array.from({ length: 8 }, () => false))
  await fresh.destroy()
})
