import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { makeAccount } from './accounts.ts'
import { readAccess, readAccessOfAccount, readAccessOfCase, writeAccess } from './access-log.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  const [accountId, caseId] = [randomUUID(), randomUUID()]
  beforeAll(async () => {
    fresh = await freshDatabase(server)
    await makeAccount(fresh.database, { accountId, handle: 'sample', displayName: 'Sample', language: 'en', roles: [], by: 'sample' })
  })
  afterAll(() => fresh.destroy())

  test('who looked at a case is read by the auditor, the latest first, with the purpose', async () => {
    await writeAccess(fresh.database, { accountId, handle: 'sample', action: 'case.read', caseId })
    await writeAccess(fresh.database, { accountId, handle: 'sample', action: 'case.read-protected', caseId, purpose: 'own-case' })
    await writeAccess(fresh.database, { accountId, handle: 'sample', action: 'cases.search', about: { found: 3 } })
    expect(await readAccessOfCase(fresh.as.auditor, caseId)).toMatchObject([{ action: 'case.read-protected', purpose: 'own-case', handle: 'sample' }, { action: 'case.read' }])
    const all = await readAccess(fresh.as.auditor, { limit: 2 })
    expect(all.map(({ action }) => action)).toEqual(['cases.search', 'case.read-protected'])
    expect((await readAccess(fresh.as.auditor, { before: all[1]?.entry ?? 0, limit: 2 })).map(({ action }) => action)).toEqual(['case.read'])
    expect(await readAccessOfAccount(fresh.as.auditor, accountId)).toHaveLength(3)
    await expect(readAccess(fresh.database, { limit: 1 })).rejects.toThrow('permission denied')
  })

  test('an entry without an account, or with an action or purpose in free words, is refused', async () => {
    await expect(writeAccess(fresh.database, { accountId: randomUUID(), handle: 'sample', action: 'case.read' })).rejects.toThrow('access_log_account_id_fkey')
    await expect(writeAccess(fresh.database, { accountId, handle: 'sample', action: 'looked around' })).rejects.toThrow('access_log_action_check')
    await expect(writeAccess(fresh.database, { accountId, handle: 'sample', action: 'case.read', purpose: 'about Sample One' })).rejects.toThrow('access_log_purpose_check')
  })
})
