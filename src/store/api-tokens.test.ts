import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { sha256 } from '../kernel/digest.ts'
import { readAccessOfAccount, writeAccess } from './access-log.ts'
import { disableAccount, enableAccount, makeAccount, setRoles } from './accounts.ts'
import { addToken, listTokens, revokeToken, revokeTokensOf, useToken } from './api-tokens.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  const newToken = async (hours = 24) => {
    const [accountId, tokenId, tokenDigest] = [randomUUID(), randomUUID(), sha256(randomUUID())]
    await makeAccount(fresh.database, { accountId, handle: `s${accountId}`, displayName: 'Sample', language: 'en', roles: ['officer', 'analyst'], by: 'sample' })
    await addToken(fresh.database, { tokenId, accountId, tokenDigest, name: 'sample program', hours, by: 'sample' })
    return { accountId, tokenId, tokenDigest, use: () => useToken(fresh.database, tokenDigest) }
  }
  const age = (tokenId: string, change: string) =>
    sql.raw(`alter table api_token disable trigger keep_api_token; update api_token set ${change} where token_id = '${tokenId}'; alter table api_token enable trigger keep_api_token`).execute(fresh.asOwner())

  test('a token is good for whoever has it, and carries the roles of its account as they are now', async () => {
    const { accountId, tokenId, use } = await newToken()
    expect(await use()).toMatchObject({ tokenId, accountId, roles: ['analyst', 'officer'] })
    await setRoles(fresh.database, { accountId, roles: ['analyst'], by: 'sample' })
    expect(await use()).toMatchObject({ roles: ['analyst'] })
    expect(await useToken(fresh.database, sha256('another'))).toBeUndefined()
  })

  test('a token that was revoked is good no more, and stays so', async () => {
    const { accountId, tokenId, use } = await newToken()
    expect(await revokeToken(fresh.database, { tokenId, accountId: randomUUID(), by: 'somebody else' })).toBe(false)
    expect(await use()).toBeDefined()
    expect(await revokeToken(fresh.database, { tokenId, accountId, by: 'sample' })).toBe(true)
    expect(await use()).toBeUndefined()
    expect(await revokeToken(fresh.database, { tokenId, by: 'sample' })).toBe(false)
    expect(await listTokens(fresh.database, { accountId, limit: 9 })).toMatchObject([{ tokenId, good: false, revokedBy: 'sample' }])
  })

  test('whoever is let in no more has no token either, and has none when they are let in again', async () => {
    const { accountId, use } = await newToken()
    await disableAccount(fresh.database, { accountId, by: 'administrator' })
    expect(await use()).toBeUndefined()
    await enableAccount(fresh.database, { accountId })
    expect(await use()).toBeUndefined()
    expect(await listTokens(fresh.database, { accountId, limit: 9 })).toMatchObject([{ revokedBy: 'administrator' }])
  })

  test('all tokens of an account are revoked together, and nobody else’s', async () => {
    const [one, other] = [await newToken(), await newToken()]
    await revokeTokensOf(fresh.database, { accountId: one.accountId, by: 'sample' })
    expect([await one.use(), (await other.use())?.tokenId]).toEqual([undefined, other.tokenId])
  })

  test('a token ends, and none lasts longer than ninety days', async () => {
    const { tokenId, use } = await newToken()
    await age(tokenId, `made_at = made_at - interval '2 days', ends_at = clock_timestamp() - interval '1 second'`)
    expect(await use()).toBeUndefined()
    await expect(newToken(90 * 24 + 1)).rejects.toThrow('short')
    expect(await (await newToken(90 * 24)).use()).toBeDefined()
  })

  test('that it was used is said, to the minute', async () => {
    const { accountId, tokenId, use } = await newToken()
    const seen = async () => (await listTokens(fresh.database, { accountId, limit: 9 }))[0]?.seenAt
    expect(await seen()).toBeUndefined()
    await use()
    const first = await seen()
    await use()
    expect([first !== undefined, await seen()]).toEqual([true, first])
    await age(tokenId, `seen_at = seen_at - interval '2 minutes'`)
    await use()
    expect(await seen()).not.toBe(first)
  })

  test('an id is used once, and everybody’s tokens are listed together', async () => {
    const { accountId, tokenId } = await newToken()
    expect(await addToken(fresh.database, { tokenId, accountId, tokenDigest: sha256('again'), name: 'again', hours: 1, by: 'sample' })).toBe(false)
    expect((await listTokens(fresh.database, { limit: 99 })).map((one) => one.tokenId)).toContain(tokenId)
  })

  test('a look through a token is kept with it', async () => {
    const { accountId, tokenId } = await newToken()
    await writeAccess(fresh.database, { accountId, handle: 'sample', tokenId, action: 'case.read' })
    expect(await readAccessOfAccount(fresh.as.auditor, accountId)).toMatchObject([{ tokenId, action: 'case.read' }])
  })
})
