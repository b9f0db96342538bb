import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { disableAccount, makeAccount } from './accounts.ts'
import { addPasskey, listPasskeys, lockPasskey, revokePasskey, usePasskey } from './passkeys.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  let accountId = ''
  beforeAll(async () => {
    fresh = await freshDatabase(server)
    accountId = randomUUID()
    await makeAccount(fresh.database, { accountId, handle: 'sample', displayName: 'Sample', language: 'en', roles: [], by: 'sample' })
  })
  afterAll(() => fresh.destroy())
  const add = (credentialId: string, name = 'Sample key') => addPasskey(fresh.database, { credentialId, accountId, publicKey: Uint8Array.of(1, 2, 3), counter: 5, transports: ['usb', 'nfc'], backedUp: false, name })

  test('a passkey is kept as it came, once', async () => {
    expect([await add('b25l'), await add('b25l')]).toEqual([true, false])
    const kept = await lockPasskey(fresh.database, 'b25l')
    expect(kept).toMatchObject({ credentialId: 'b25l', accountId, counter: 5, transports: ['usb', 'nfc'], backedUp: false, name: 'Sample key' })
    expect([...(kept?.publicKey ?? [])]).toEqual([1, 2, 3])
    expect(await lockPasskey(fresh.database, 'b3RoZXI')).toBeUndefined()
  })

  test('its counter only grows', async () => {
    await add('Z3Jvd3M')
    await usePasskey(fresh.database, { credentialId: 'Z3Jvd3M', counter: 6, backedUp: true })
    expect(await lockPasskey(fresh.database, 'Z3Jvd3M')).toMatchObject({ counter: 6, backedUp: true })
    await expect(usePasskey(fresh.database, { credentialId: 'Z3Jvd3M', counter: 5, backedUp: true })).rejects.toThrow('a passkey stays what it is')
  })

  test('a revoked passkey is none, and only its owner can revoke it', async () => {
    await add('cmV2b2tlZA')
    const revoke = (by: string) => revokePasskey(fresh.database, { credentialId: 'cmV2b2tlZA', accountId: by, by: 'sample' })
    expect([await revoke(randomUUID()), await revoke(accountId), await revoke(accountId)]).toEqual([false, true, false])
    expect(await lockPasskey(fresh.database, 'cmV2b2tlZA')).toBeUndefined()
    expect((await listPasskeys(fresh.database, accountId)).map(({ credentialId }) => credentialId)).not.toContain('cmV2b2tlZA')
    expect(await add('cmV2b2tlZA')).toBe(false)
  })

  test('the passkeys of a disabled account open nothing', async () => {
    await add('ZGlzYWJsZWQ')
    await disableAccount(fresh.database, { accountId, by: 'sample' })
    expect(await lockPasskey(fresh.database, 'ZGlzYWJsZWQ')).toBeUndefined()
  })
})
