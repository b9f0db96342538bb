import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { makeAccount } from '../../store/accounts.ts'
import { changeRoles, disable } from '../identity/keep-accounts.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { readToken } from './read-token.ts'
import { listEverybodysTokens, listOwnTokens, makeOwnToken, makeTokenFor, mostTokens, revokeAnyToken, revokeOwnToken } from './tokens.ts'

let fresh: FreshDatabase
beforeAll(async () => { fresh = await freshDatabase() })
afterAll(() => fresh.destroy())

const account = async (roles: readonly SignedIn['roles'][number][] = ['officer']) => {
  const accountId = randomUUID()
  const handle = `s${accountId.slice(0, 8)}`
  await makeAccount(fresh.database, { accountId, handle, displayName: 'Sample', language: 'en', roles, by: 'test' })
  return { accountId, handle, roles, recognisedAt: new Date().toISOString() } as unknown as SignedIn
}
const wished = (more: object = {}) => ({ tokenId: randomUUID(), name: 'nightly import', days: 30, ...more })

test('whoever was recognised just now makes a token, which is shown once and carries their roles', async () => {
  const signedIn = await account(['officer', 'analyst'])
  const made = await makeOwnToken(fresh, signedIn, wished())
  if (!made.ok) throw new Error(made.refusal.code)
  expect(made.value.token).toMatch(/^comity_[\w-]{43}$/)
  expect(await readToken(fresh, made.value.token)).toMatchObject({ handle: signedIn.handle, roles: ['analyst', 'officer'] })
  await changeRoles(fresh, { handle: signedIn.handle, roles: ['analyst'], by: 'test' })
  expect(await readToken(fresh, made.value.token)).toMatchObject({ roles: ['analyst'] })
  await disable(fresh, { handle: signedIn.handle, by: 'test' })
  expect(await readToken(fresh, made.value.token)).toBeUndefined()
  expect(JSON.stringify(await listOwnTokens(fresh, signedIn))).not.toContain(made.value.token)
})

test('a session that somebody left open makes no token', async () => {
  const signedIn = await account()
  expect(await makeOwnToken(fresh, { ...signedIn, recognisedAt: new Date(Date.now() - 11 * 60_000).toISOString() }, wished())).toEqual({ ok: false, refusal: { code: 'recognise-first' } })
})

test('a form that is sent twice makes one token', async () => {
  const signedIn = await account()
  const form = wished()
  expect([(await makeOwnToken(fresh, signedIn, form)).ok, await makeOwnToken(fresh, signedIn, form)]).toEqual([true, { ok: false, refusal: { code: 'made-already' } }])
  expect(await listOwnTokens(fresh, signedIn)).toHaveLength(1)
})

test.each([[{ name: ' ' }, 'name-wrong'], [{ name: 'x'.repeat(101) }, 'name-wrong'], [{ name: 'a\u0000b' }, 'name-wrong'], [{ name: '\ud800' }, 'name-wrong'], [{ days: 0 }, 'days-wrong'], [{ days: 91 }, 'days-wrong'], [{ days: 1.5 }, 'days-wrong'], [{ days: Number.NaN }, 'days-wrong']])('a token with %j is refused', async (more, code) => {
  expect(await makeOwnToken(fresh, await account(), wished(more))).toEqual({ ok: false, refusal: { code } })
})

test('twenty tokens are good at one time, and no more', async () => {
  const signedIn = await account()
  for (let made = 0; made < mostTokens; made++) expect((await makeOwnToken(fresh, signedIn, wished())).ok).toBe(true)
  expect(await makeOwnToken(fresh, signedIn, wished())).toEqual({ ok: false, refusal: { code: 'too-many' } })
  await revokeOwnToken(fresh, signedIn, (await listOwnTokens(fresh, signedIn))[0]?.tokenId ?? '')
  expect((await makeOwnToken(fresh, signedIn, wished())).ok).toBe(true)
})

test('nobody revokes a token of somebody else but an administrator, who may revoke any', async () => {
  const [one, other] = [await account(), await account()]
  await makeOwnToken(fresh, one, wished())
  const [token] = await listOwnTokens(fresh, one)
  await revokeOwnToken(fresh, other, token?.tokenId ?? '')
  await revokeOwnToken(fresh, one, "' or true --")
  expect((await listOwnTokens(fresh, one))[0]?.good).toBe(true)
  await revokeAnyToken(fresh, other, token?.tokenId ?? '')
  expect(await listOwnTokens(fresh, one)).toMatchObject([{ good: false, revokedBy: other.handle }])
  expect((await listEverybodysTokens(fresh, one)).length).toBeGreaterThan(20)
})

test('an operator makes a token for an account that is there and may sign in', async () => {
  const { handle } = await account()
  expect((await makeTokenFor(fresh, handle, { name: 'import', days: 1, by: 'command-line' })).ok).toBe(true)
  expect(await makeTokenFor(fresh, 'nobody', { name: 'import', days: 1, by: 'command-line' })).toEqual({ ok: false, refusal: { code: 'no-account' } })
  await disable(fresh, { handle, by: 'test' })
  expect(await makeTokenFor(fresh, handle, { name: 'import', days: 1, by: 'command-line' })).toEqual({ ok: false, refusal: { code: 'account-disabled' } })
})
