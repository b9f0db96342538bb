import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { openSampleCase } from '../../test/sample-case.ts'
import { sha256 } from '../kernel/digest.ts'
import { disableAccount, disableDemonstrationAccounts, enableAccount, findAccount, findByProvider, hasRealCases, linkProvider, listAccounts, makeAccount, makeDemonstrationAccounts, setRoles } from './accounts.ts'
import { beginSession, useSession } from './sessions.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  const make = async (handle: string, roles: readonly string[] = ['officer']) => {
    const accountId = randomUUID()
    expect(await makeAccount(fresh.database, { accountId, handle, displayName: `Sample ${handle}`, language: 'fr', roles, by: 'sample' })).toEqual({ ok: true, value: null })
    return accountId
  }
  const signIn = async (accountId: string) => {
    const tokenDigest = sha256(randomUUID())
    await beginSession(fresh.database, { sessionId: randomUUID(), accountId, tokenDigest, recognised: 'passkey', browser: 'Sample' })
    return () => useSession(fresh.database, tokenDigest)
  }

  test('an account is found by its handle, with the roles that it holds', async () => {
    const accountId = await make('sample-one', ['officer', 'analyst'])
    expect(await findAccount(fresh.database, { handle: 'sample-one' })).toEqual({ accountId, handle: 'sample-one', displayName: 'Sample sample-one', language: 'fr', demonstration: false, roles: ['analyst', 'officer'] })
    expect(await findAccount(fresh.database, { handle: 'sample-none' })).toBeUndefined()
    expect(await listAccounts(fresh.database)).toHaveLength(1)
  })

  test('a handle is somebody’s once, and has one writing', async () => {
    await make('sample-twice')
    const again = (handle: string, displayName = 'Sample') => makeAccount(fresh.database, { accountId: randomUUID(), handle, displayName, language: 'en', roles: [], by: 'sample' })
    expect(await again('sample-twice')).toEqual({ ok: false, refusal: { code: 'handle-taken' } })
    for (const handle of ['Sample', ' sample', 'sample ', 'sämple', '-sample', 'sample_one', '', 'x'.repeat(61)]) expect([handle, await again(handle)]).toEqual([handle, { ok: false, refusal: { code: 'handle-wrong' } }])
    expect(await again('sample-nameless', ' ')).toEqual({ ok: false, refusal: { code: 'name-wrong' } })
  })

  test('whoever loses a role is signed out at once, and the history keeps the role', async () => {
    const accountId = await make('sample-loser', ['officer', 'analyst'])
    const session = await signIn(accountId)
    expect((await session())?.roles).toEqual(['analyst', 'officer'])
    await setRoles(fresh.database, { accountId, roles: ['officer', 'legal-reviewer', 'analyst'], by: 'sample' })
    expect((await session())?.roles).toEqual(['analyst', 'legal-reviewer', 'officer'])
    await setRoles(fresh.database, { accountId, roles: ['officer', 'legal-reviewer'], by: 'sample-two' })
    expect(await session()).toBeUndefined()
    const { rows } = await sql`select role, given_by, taken_by from account_role where account_id = ${accountId} order by role`.execute(fresh.database)
    expect(rows).toEqual([{ role: 'analyst', given_by: 'sample', taken_by: 'sample-two' }, { role: 'legal-reviewer', given_by: 'sample', taken_by: null }, { role: 'officer', given_by: 'sample', taken_by: null }])
  })

  test('two changes of roles at once leave one of the two, not a mixture that may not be', async () => {
    const accountId = await make('sample-raced')
    const change = (roles: readonly string[]) => fresh.database.transaction().execute((tx) => setRoles(tx, { accountId, roles, by: 'sample' }))
    await Promise.all([change(['auditor']), change(['officer', 'analyst']), change(['administrator'])])
    expect([['auditor'], ['analyst', 'officer'], ['administrator']]).toContainEqual((await findAccount(fresh.database, { accountId }))?.roles)
  })

  test('a disabled account is signed out at once, and its sessions stay ended when it is let in again', async () => {
    const accountId = await make('sample-disabled')
    const session = await signIn(accountId)
    expect(await session()).toMatchObject({ handle: 'sample-disabled' })
    await disableAccount(fresh.database, { accountId, by: 'sample' })
    expect(await session()).toBeUndefined()
    expect(await (await signIn(accountId))()).toBeUndefined()
    expect((await findAccount(fresh.database, { accountId }))?.disabledAt).toMatch(/^20/)
    await enableAccount(fresh.database, { accountId })
    expect(await session()).toBeUndefined()
    expect(await findAccount(fresh.database, { accountId })).not.toHaveProperty('disabledAt')
  })

  test('a subject at the provider is one account’s, and another provider’s same subject is not', async () => {
    const [one, two] = [await make('sample-linked'), await make('sample-other')]
    const link = (accountId: string, issuer = 'https://provider.example') => linkProvider(fresh.database, { issuer, subject: 'subject-1', accountId, by: 'sample' })
    expect([await link(one), await link(two), await link(two, 'https://other.example')]).toEqual([true, false, true])
    expect((await findByProvider(fresh.database, { issuer: 'https://provider.example', subject: 'subject-1' }))?.handle).toBe('sample-linked')
    expect(await findByProvider(fresh.database, { issuer: 'https://provider.example', subject: 'Subject-1' })).toBeUndefined()
  })

  test('demonstration accounts are made by the owner alone, and can be shut out', async () => {
    const accountId = randomUUID()
    const account = { accountId, handle: 'fictional-sample', displayName: 'Fictional', language: 'en', roles: ['officer'] } as const
    await expect(makeDemonstrationAccounts(fresh.database, [account])).rejects.toThrow('permission denied')
    await makeDemonstrationAccounts(fresh.asOwner(), [account])
    const session = await signIn(accountId)
    expect(await session()).toMatchObject({ demonstration: true, handle: 'fictional-sample' })
    await disableDemonstrationAccounts(fresh.asOwner())
    expect(await session()).toBeUndefined()
    await makeDemonstrationAccounts(fresh.asOwner(), [account])
    expect(await findAccount(fresh.database, { accountId })).not.toHaveProperty('disabledAt')
  })

  test('a case is taken for real unless it was loaded as fictional or opened by a demonstration account', async () => {
    const own = await freshDatabase(server)
    expect(await hasRealCases(own.asOwner())).toBe(false)
    await openSampleCase(own)
    expect(await hasRealCases(own.asOwner())).toBe(true)
    const { rows: [first] } = await sql<{ by: string }>`select recorded_by as by from case_event`.execute(own.asOwner())
    await makeDemonstrationAccounts(own.asOwner(), [{ accountId: randomUUID(), handle: first?.by ?? '', displayName: 'Fictional', language: 'en', roles: [] }])
    expect(await hasRealCases(own.asOwner())).toBe(false)
    await own.destroy()
  })
})
