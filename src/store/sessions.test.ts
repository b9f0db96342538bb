import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { sha256 } from '../kernel/digest.ts'
import { makeAccount } from './accounts.ts'
import { beginSession, listSessions, recogniseAfresh, revokeOtherSessions, revokeSession, useSession } from './sessions.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  const begin = async (accountId = randomUUID(), known = false) => {
    const [sessionId, tokenDigest] = [randomUUID(), sha256(randomUUID())]
    if (!known) await makeAccount(fresh.database, { accountId, handle: `s${accountId}`, displayName: 'Sample', language: 'en', roles: ['officer'], by: 'sample' })
    await beginSession(fresh.database, { sessionId, accountId, tokenDigest, recognised: 'passkey', browser: 'x'.repeat(900) })
    return { sessionId, accountId, tokenDigest, use: () => useSession(fresh.database, tokenDigest) }
  }
  /** Moves a session into the past: an ageing that no role may do, with the trigger off for as long. */
  const age = async (sessionId: string, change: string) => {
    await sql.raw(`alter table session disable trigger keep_session; update session set ${change} where session_id = '${sessionId}'; alter table session enable trigger keep_session`).execute(fresh.asOwner())
  }

  test('a session is good for its token alone', async () => {
    const { sessionId, accountId, use } = await begin()
    expect(await use()).toMatchObject({ sessionId, accountId, roles: ['officer'], recognised: 'passkey' })
    expect(await useSession(fresh.database, sha256('another'))).toBeUndefined()
    expect(await useSession(fresh.database, '')).toBeUndefined()
  })

  test('a session ends twelve hours after it began, and after an hour without a request', async () => {
    const { sessionId, use } = await begin()
    const session = await use()
    expect(Date.parse(session?.endsAt ?? '') - Date.parse(session?.beganAt ?? '')).toBeLessThan(12 * 3_600_000 + 1_000)
    await age(sessionId, `seen_at = clock_timestamp() - interval '59 minutes'`)
    expect(await use()).toBeDefined()
    // Being seen counted: it is good for another hour.
    expect((await listSessions(fresh.database, session?.accountId ?? '')).map(({ seenAt }) => Date.now() - Date.parse(seenAt) < 60_000)).toEqual([true])
    await age(sessionId, `seen_at = clock_timestamp() - interval '61 minutes'`)
    expect(await use()).toBeUndefined()
    await age(sessionId, `seen_at = clock_timestamp(), began_at = began_at - interval '13 hours', ends_at = ends_at - interval '13 hours'`)
    expect(await use()).toBeUndefined()
  })

  test('a revoked session is over at once, for its owner’s word alone', async () => {
    const { sessionId, accountId, use } = await begin()
    expect(await revokeSession(fresh.database, { sessionId, accountId: randomUUID(), by: 'sample' })).toBe(false)
    expect(await use()).toBeDefined()
    expect(await revokeSession(fresh.database, { sessionId, accountId, by: 'sample' })).toBe(true)
    expect(await use()).toBeUndefined()
    expect(await revokeSession(fresh.database, { sessionId, accountId, by: 'sample' })).toBe(false)
  })

  test('all sessions but this one can be ended', async () => {
    const first = await begin()
    const others = [await begin(first.accountId, true), await begin(first.accountId, true)]
    const stranger = await begin()
    expect(await revokeOtherSessions(fresh.database, { accountId: first.accountId, but: first.sessionId, by: 'sample' })).toBe(2)
    expect(await Promise.all([first, stranger, ...others].map(async ({ use }) => (await use()) !== undefined))).toEqual([true, true, false, false])
    expect((await listSessions(fresh.database, first.accountId)).map(({ sessionId, browser }) => [sessionId, browser.length])).toEqual([[first.sessionId, 200]])
  })

  test('being recognised afresh is kept, and never makes a session longer', async () => {
    const { sessionId, use } = await begin()
    await age(sessionId, `recognised_at = clock_timestamp() - interval '2 hours'`)
    const before = await use()
    await recogniseAfresh(fresh.database, { sessionId, recognised: 'provider' })
    const after = await use()
    expect([after?.recognised, Date.parse(after?.recognisedAt ?? '') - Date.parse(before?.recognisedAt ?? '') > 7_000_000, after?.endsAt]).toEqual(['provider', true, before?.endsAt])
  })
})
