import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { makeAccount } from './accounts.ts'
import { breakGlass, everyGlass, findGlass, findGlassInForce, glassLimits, glassOfAccount, glassToReview, reviewGlass } from './break-glass.ts'

const words = 'The officer is ill and the court asks today.'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => { fresh = await freshDatabase(server) })
  afterAll(() => fresh.destroy())

  async function account(...roles: string[]): Promise<string> {
    const accountId = randomUUID()
    const made = await makeAccount(fresh.database, { accountId, handle: `sample-${accountId.slice(0, 8)}`, displayName: 'Sample Person', language: 'en', roles, by: 'sample' })
    if (!made.ok) throw new Error(made.refusal.code)
    return accountId
  }
  const act = (accountId: string, more: object = {}) => ({ glassId: randomUUID(), accountId, caseId: randomUUID(), reason: 'court-today', words, ...more })
  const later = (glassId: string, by: string) => sql`set local session_replication_role = replica; update broken_glass set broken_at = broken_at - ${sql.lit(by)}::interval, ends_at = ends_at - ${sql.lit(by)}::interval, review_by = review_by - ${sql.lit(by)}::interval where glass_id = ${sql.lit(glassId)}`
  const passes = (glassId: string, by: string) => fresh.asOwner().transaction().execute((tx) => sql.raw(later(glassId, by).compile(fresh.asOwner()).sql).execute(tx))

  test('glass is broken for an hour, for one person and one case', async () => {
    const [one, other] = [act(await account('officer')), await account('officer')]
    expect(await breakGlass(fresh.database, one)).toEqual({ ok: true, value: null })
    expect(await findGlassInForce(fresh.database, one)).toMatchObject({ glassId: one.glassId, inForce: true, overdue: false, reason: 'court-today' })
    expect(await findGlassInForce(fresh.database, { accountId: other, caseId: one.caseId })).toBeUndefined()
    expect(await findGlassInForce(fresh.database, { accountId: one.accountId, caseId: randomUUID() })).toBeUndefined()
    await passes(one.glassId, '59 minutes 50 seconds')
    expect(await findGlassInForce(fresh.database, one)).toBeDefined()
    await passes(one.glassId, '11 seconds')
    expect(await findGlassInForce(fresh.database, one)).toBeUndefined()
  })

  test('the same act twice is one; another under its id is refused', async () => {
    const one = act(await account('officer'))
    await breakGlass(fresh.database, one)
    expect(await breakGlass(fresh.database, one)).toEqual({ ok: true, value: null })
    expect(await glassOfAccount(fresh.database, one.accountId)).toHaveLength(1)
    for (const more of [{ caseId: randomUUID() }, { reason: 'safety' }, { words: `${words} More.` }, { accountId: await account('officer') }]) expect(await breakGlass(fresh.database, { ...one, ...more })).toEqual({ ok: false, refusal: { code: 'repeated-differently' } })
  })

  test('whoever has an overdue review breaks no more glass, until it is reviewed', async () => {
    const [officer, reviewer] = [await account('officer'), await account('legal-reviewer')]
    const one = act(officer)
    await breakGlass(fresh.database, one)
    await passes(one.glassId, '4 days 23 hours')
    expect(await breakGlass(fresh.database, act(officer))).toEqual({ ok: true, value: null })
    await passes(one.glassId, '1 hour 1 second')
    expect(await breakGlass(fresh.database, act(officer))).toEqual({ ok: false, refusal: { code: 'review-overdue' } })
    expect(await findGlass(fresh.database, one.glassId)).toMatchObject({ overdue: true })
    expect(await breakGlass(fresh.database, act(await account('officer')))).toEqual({ ok: true, value: null })
    await reviewGlass(fresh.database, { glassId: one.glassId, accountId: reviewer, verdict: 'not-justified', words })
    expect(await breakGlass(fresh.database, act(officer))).toEqual({ ok: true, value: null })
  })

  test('another person reviews, once; nobody their own act', async () => {
    const [both, reviewer] = [await account('officer', 'legal-reviewer'), await account('legal-reviewer')]
    const one = act(both)
    await breakGlass(fresh.database, one)
    const review = (accountId: string, glassId = one.glassId) => reviewGlass(fresh.database, { glassId, accountId, verdict: 'justified', words })
    expect((await glassToReview(fresh.database)).map(({ glassId }) => glassId)).toContain(one.glassId)
    expect(await review(both)).toEqual({ ok: false, refusal: { code: 'same-person' } })
    expect(await review(reviewer, randomUUID())).toEqual({ ok: false, refusal: { code: 'no-glass' } })
    expect(await review(reviewer)).toEqual({ ok: true, value: null })
    expect(await review(reviewer)).toEqual({ ok: false, refusal: { code: 'reviewed-already' } })
    expect((await glassToReview(fresh.database)).map(({ glassId }) => glassId)).not.toContain(one.glassId)
    expect((await everyGlass(fresh.as.auditor)).find(({ glassId }) => glassId === one.glassId)?.review).toMatchObject({ verdict: 'justified', words })
  })

  test('of several acts of one person at once as many are kept as anybody may in a day, and none passes an overdue review', async () => {
    const [officer, { inADay }] = [await account('officer'), await glassLimits(fresh.database)]
    const acts = Array.from({ length: inADay + 3 }, () => act(officer))
    const answers = await Promise.all(acts.map((one) => breakGlass(fresh.database, one)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(inADay)
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 3 }, () => ({ ok: false, refusal: { code: 'too-many-in-a-day' } })))
    for (const { glassId } of await glassOfAccount(fresh.database, officer)) await passes(glassId, '6 days')
    expect((await Promise.all(acts.map(() => breakGlass(fresh.database, act(officer))))).some(({ ok }) => ok)).toBe(false)
  })

  test('a review does not make room for another act: time does, a day and five days on', async () => {
    const [officer, other, reviewer, { inADay, inFiveDays }] = [await account('officer'), await account('officer'), await account('legal-reviewer'), await glassLimits(fresh.database)]
    const again = async () => {
      const one = act(officer)
      const answer = await breakGlass(fresh.database, one)
      if (answer.ok) await reviewGlass(fresh.database, { glassId: one.glassId, accountId: reviewer, verdict: 'justified', words })
      return answer.ok ? 'broken' : answer.refusal.code
    }
    const older = async (by: string) => { for (const { glassId } of await glassOfAccount(fresh.database, officer)) await passes(glassId, by) }
    expect(inFiveDays).toBe(2 * inADay)
    for (let day = 0; day < 2; day++) {
      for (let time = 0; time < inADay; time++) expect([day, time, await again()]).toEqual([day, time, 'broken'])
      expect(await again()).toBe('too-many-in-a-day')
      await older('24 hours 1 second')
    }
    expect(await again()).toBe('too-many-in-five-days')
    expect((await breakGlass(fresh.database, act(other))).ok).toBe(true)
    await older('3 days')
    expect(await again()).toBe('broken')
  })
})
