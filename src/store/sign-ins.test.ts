import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { sha256 } from '../kernel/digest.ts'
import { disableAccount, makeAccount } from './accounts.ts'
import { addInvitation, beginPending, countAttempt, readInvitation, removeOldAttempts, spendInvitation, takePending } from './sign-ins.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())
  const begin = async () => {
    const state = randomUUID()
    await beginPending(fresh.database, { kind: 'provider', state, browser: 'browser-one', nonce: 'nonce', verifier: 'verifier', language: 'fr', returnTo: '/work/account' })
    return (more: { readonly browser?: string; readonly kind?: 'provider' | 'passkey' } = {}) => takePending(fresh.database, { kind: 'provider', state, browser: 'browser-one', ...more })
  }

  test('what a browser began is given out once, to that browser and for that purpose', async () => {
    const take = await begin()
    expect(await take({ browser: 'browser-two' })).toBeUndefined()
    expect(await take({ kind: 'passkey' })).toBeUndefined()
    expect(await take()).toEqual({ nonce: 'nonce', verifier: 'verifier', language: 'fr', returnTo: '/work/account' })
    expect(await take()).toBeUndefined()
  })

  test('two that bring the same thing back at once: one gets it', async () => {
    const take = await begin()
    expect((await Promise.all([take(), take(), take()])).filter((one) => one !== undefined)).toHaveLength(1)
  })

  test('after ten minutes it is too late, and what is old is removed', async () => {
    const take = await begin()
    await sql`update pending_sign_in set began_at = began_at - interval '10 minutes'`.execute(fresh.asOwner())
    expect(await take()).toBeUndefined()
    await sql`update pending_sign_in set began_at = began_at - interval '1 hour'`.execute(fresh.asOwner())
    await removeOldAttempts(fresh.database)
    expect((await sql`select 1 from pending_sign_in`.execute(fresh.asOwner())).rows).toEqual([])
  })

  test('nobody is sent to an address that is not ours afterwards', async () => {
    for (const returnTo of ['https://elsewhere.example', '//elsewhere.example', '/worker', '/en/work', '']) {
      await expect(beginPending(fresh.database, { kind: 'provider', state: randomUUID(), browser: 'x', language: 'en', returnTo })).rejects.toThrow('return_to')
    }
  })

  test('attempts are counted by whom they are of, however many come at once, and forgotten after their time', async () => {
    const count = (of: string) => countAttempt(fresh.database, { counted: 'address', of, minutes: 60 })
    const counts = await Promise.all(Array.from({ length: 8 }, () => count('one')))
    expect(counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(await count('two')).toBe(1)
    await sql`update sign_in_attempt set began_at = began_at - interval '70 minutes'`.execute(fresh.asOwner())
    expect(await count('one')).toBe(1)
    await sql`update sign_in_attempt set began_at = began_at - interval '3 hours'`.execute(fresh.asOwner())
    await removeOldAttempts(fresh.database)
    expect((await sql`select 1 from sign_in_attempt`.execute(fresh.asOwner())).rows).toEqual([])
  })

  test('an invitation is used once, within its time, by somebody who is not disabled', async () => {
    const accountId = randomUUID()
    await makeAccount(fresh.database, { accountId, handle: 'sample', displayName: 'Sample', language: 'en', roles: [], by: 'sample' })
    const [first, late, disabled] = [sha256('first'), sha256('late'), sha256('disabled')]
    for (const tokenDigest of [first, late, disabled]) await addInvitation(fresh.database, { tokenDigest, accountId, by: 'sample', hours: 72 })
    await sql`update invitation set made_at = made_at - interval '73 hours', ends_at = ends_at - interval '73 hours' where token_digest = decode(${late}, 'hex')`.execute(fresh.asOwner())
    expect(await readInvitation(fresh.database, first)).toEqual({ accountId, handle: 'sample', displayName: 'Sample' })
    expect([await readInvitation(fresh.database, late), await spendInvitation(fresh.database, late), await spendInvitation(fresh.database, sha256('none'))]).toEqual([undefined, false, false])
    expect((await Promise.all([1, 2, 3].map(() => spendInvitation(fresh.database, first)))).filter(Boolean)).toHaveLength(1)
    expect(await readInvitation(fresh.database, first)).toBeUndefined()
    await disableAccount(fresh.database, { accountId, by: 'sample' })
    expect([await readInvitation(fresh.database, disabled), await spendInvitation(fresh.database, disabled)]).toEqual([undefined, false])
  })
})
