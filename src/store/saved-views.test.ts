import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { makeAccount } from './accounts.ts'
import { deleteView, listViews, mostViews, saveView } from './saved-views.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  const [mine, theirs] = [randomUUID(), randomUUID()]
  beforeAll(async () => {
    fresh = await freshDatabase(server)
    for (const [accountId, handle] of [[mine, 'sample-one'], [theirs, 'sample-two']] as const) await makeAccount(fresh.database, { accountId, handle, displayName: 'Sample', language: 'en', roles: ['officer'], by: 'sample' })
  })
  afterAll(() => fresh.destroy())
  const view = (name: string, choice: Readonly<Record<string, string>> = { country: 'GH' }, accountId = mine) => ({ viewId: randomUUID(), accountId, name, choice })

  test('a view is its account’s alone, and nobody else deletes it', async () => {
    const one = view('Ghana')
    expect(await saveView(fresh.database, one)).toEqual({ ok: true, value: null })
    expect(await saveView(fresh.database, view('Ghana', {}, theirs))).toEqual({ ok: true, value: null })
    expect(await listViews(fresh.database, mine)).toEqual([{ viewId: one.viewId, name: 'Ghana', choice: { country: 'GH' } }])
    await deleteView(fresh.database, { viewId: one.viewId, accountId: theirs })
    expect(await listViews(fresh.database, mine)).toHaveLength(1)
    await deleteView(fresh.database, one)
    expect([await listViews(fresh.database, mine), (await listViews(fresh.database, theirs)).length]).toEqual([[], 1])
  })

  test('the same twice is one; a name that is taken is refused for another choice', async () => {
    await saveView(fresh.database, view('Working', { country: 'GH', inventory: 'working' }))
    expect(await saveView(fresh.database, view('Working', { inventory: 'working', country: 'GH' }))).toEqual({ ok: true, value: null })
    expect(await saveView(fresh.database, view('Working'))).toEqual({ ok: false, refusal: { code: 'name-taken' } })
    expect(await listViews(fresh.database, mine)).toHaveLength(1)
  })

  test('there are no more than thirty, however many are saved at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => fresh.database.transaction().execute((tx) => saveView(tx, view(`View ${index}`)))))
    expect((await listViews(fresh.database, mine)).length).toBe(mostViews)
    expect(outcomes).toContainEqual({ ok: false, refusal: { code: 'too-many' } })
  })
})
