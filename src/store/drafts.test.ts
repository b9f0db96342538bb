import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { makeAccount } from './accounts.ts'
import { answerDraft, beginDraft, discardDraft, draftsOf, filesOfDraft, findDraft, finishDraft, keepDraftFile, removeDraftFile, type NewDraft } from './drafts.ts'

let fresh: FreshDatabase
const [own, other] = [randomUUID(), randomUUID()]
beforeAll(async () => {
  fresh = await freshDatabase()
  for (const [accountId, handle] of [[own, 'sample-one'], [other, 'sample-two']] as const) {
    expect(await makeAccount(fresh.database, { accountId, handle, displayName: 'Sample', language: 'en', roles: ['officer'], by: 'test' })).toMatchObject({ ok: true })
  }
})
afterAll(() => fresh.destroy())

async function begun(more: Partial<NewDraft> = {}): Promise<NewDraft> {
  const draft: NewDraft = { draftId: randomUUID(), accountId: own, caseId: randomUUID(), kind: 'record-order', commandId: randomUUID(), madeId: randomUUID(), seenVersion: 3, answers: { source: 'file 1' }, ...more }
  expect(await beginDraft(fresh.database, draft)).toBe(true)
  return draft
}
const rows = async (table: 'draft' | 'draft_file', draftId: string) => Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where draft_id = ${draftId}`.execute(fresh.asOwner())).rows[0]?.n)

test('answers are kept beside the earlier ones, and found again by the account that gave them', async () => {
  const draft = await begun()
  expect(await answerDraft(fresh.database, { ...draft, answers: { on: '2026-02-01', factIds: ['a', 'b'] } })).toBe(true)
  expect(await findDraft(fresh.database, draft)).toMatchObject({ kind: 'record-order', seenVersion: 3, answers: { source: 'file 1', on: '2026-02-01', factIds: ['a', 'b'] } })
  expect((await draftsOf(fresh.database, own)).map(({ draftId }) => draftId)).toContain(draft.draftId)
})

test('another account neither reads, answers, ends nor throws away a draft, nor sees or adds its files', async () => {
  const draft = await begun()
  const theirs = { draftId: draft.draftId, accountId: other }
  expect(await keepDraftFile(fresh.database, { ...draft, name: 'a.png', bytes: Buffer.from('a') })).toBe(true)
  expect([await findDraft(fresh.database, theirs), await answerDraft(fresh.database, { ...theirs, answers: { source: 'x' } }), await filesOfDraft(fresh.database, theirs), await keepDraftFile(fresh.database, { ...theirs, name: 'b', bytes: Buffer.from('b') })]).toEqual([undefined, false, [], false])
  await finishDraft(fresh.database, { ...theirs, outcome: { version: 1 } })
  await discardDraft(fresh.database, theirs)
  await removeDraftFile(fresh.database, { ...theirs, ordinal: 1 })
  expect(await findDraft(fresh.database, draft)).toMatchObject({ answers: { source: 'file 1' } })
  expect(await filesOfDraft(fresh.database, draft)).toHaveLength(1)
  expect((await draftsOf(fresh.database, other))).toEqual([])
})

test('what is thrown away is gone from the database, its files too', async () => {
  const draft = await begun()
  await keepDraftFile(fresh.database, { ...draft, name: 'a.png', bytes: Buffer.from('a') })
  expect([await rows('draft', draft.draftId), await rows('draft_file', draft.draftId)]).toEqual([1, 1])
  await discardDraft(fresh.database, draft)
  expect([await rows('draft', draft.draftId), await rows('draft_file', draft.draftId)]).toEqual([0, 0])
})

test('what was handed in leaves what became of it, and nothing that was typed; it cannot be answered any more', async () => {
  const draft = await begun()
  await keepDraftFile(fresh.database, { ...draft, name: 'a.png', bytes: Buffer.from('a') })
  await finishDraft(fresh.database, { ...draft, outcome: { version: 4 } })
  expect(await findDraft(fresh.database, draft)).toMatchObject({ answers: {}, outcome: { version: 4 } })
  expect(await answerDraft(fresh.database, { ...draft, answers: { source: 'x' } })).toBe(false)
  expect(await rows('draft_file', draft.draftId)).toBe(0)
  expect((await draftsOf(fresh.database, own)).some(({ draftId }) => draftId === draft.draftId)).toBe(false)
})

test('after seven days a draft is not found, and the next one that begins removes it', async () => {
  const draft = await begun()
  await sql`update draft set began_at = began_at - interval '8 days', ends_at = ends_at - interval '8 days' where draft_id = ${draft.draftId}`.execute(fresh.asOwner())
  expect([await findDraft(fresh.database, draft), await answerDraft(fresh.database, { ...draft, answers: {} }), await rows('draft', draft.draftId)]).toEqual([undefined, false, 1])
  await begun()
  expect(await rows('draft', draft.draftId)).toBe(0)
  await expect(sql`update draft set ends_at = ends_at + interval '1 day'`.execute(fresh.asOwner())).rejects.toThrow('short')
})

test('a draft has five files at most, and a place that was freed is used again', async () => {
  const draft = await begun()
  const keep = (name: string) => keepDraftFile(fresh.database, { ...draft, name, bytes: Buffer.from(name) })
  for (const name of ['1', '2', '3', '4', '5']) expect(await keep(name)).toBe(true)
  expect(await keep('6')).toBe(false)
  await removeDraftFile(fresh.database, { ...draft, ordinal: 2 })
  expect(await keep('7')).toBe(true)
  expect((await filesOfDraft(fresh.database, draft)).map(({ name }) => name)).toEqual(['1', '7', '3', '4', '5'])
})

test('no role but the one of the application reads drafts', async () => {
  for (const role of ['gates', 'outbound', 'auditor', 'report'] as const) await expect(sql`select * from draft`.execute(fresh.as[role])).rejects.toThrow(/permission denied|does not exist/)
})
