import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { said, serveOversight, type ServedOversight } from '../../../test/served-oversight.ts'
import type { VisitingBrowser } from '../../../test/visiting-browser.ts'
import { reachCase } from '../../service/work/reach-case.ts'
import { actions, may } from '../../service/access/permissions.ts'
import { oversight as english } from '../../text/en/oversight.ts'
import { oversight as french } from '../../text/fr/oversight.ts'
import { work as workEnglish } from '../../text/en/work.ts'

let served: ServedOversight
beforeAll(async () => { served = await serveOversight({ cases: 40 }) })
afterAll(() => served.close())

let taken = 0
const foreignCase = async () => (await sql<{ case_id: string }>`select case_id from case_file where officer <> 'fictional-officer-1' order by case_id offset ${taken++} limit 1`.execute(served.owner())).rows[0]?.case_id ?? ''
const words = 'The officer is ill, and the court asks for the file today.'
const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
const broken = async (visitor: VisitingBrowser, caseId: string, more: Readonly<Record<string, string>> = {}) => {
  const page = await visitor.get('/en/work/break-glass')
  return visitor.post('/en/work/break-glass', { form: page.form, glass: hidden(page.body, 'glass'), caseId, reason: 'court-today', words, ...more })
}
const passTime = (by: string) => served.owner().transaction().execute(async (tx) => {
  await sql`set local session_replication_role = replica`.execute(tx)
  await sql`update broken_glass set broken_at = broken_at - ${by}::interval, ends_at = ends_at - ${by}::interval, review_by = review_by - ${by}::interval`.execute(tx)
})
const most = { day: '5', fiveDays: '10' }
/** What a test did is reviewed, and so long ago that it counts no more. */
const reviewAll = async () => {
  const reviewer = await served.as('legal-reviewer')
  const page = await reviewer.get('/en/work/glass-reviews')
  for (const [, id] of page.body.matchAll(/glass-reviews\/([0-9a-f-]{36})/g)) await reviewer.post(`/en/work/glass-reviews/${id}`, { form: page.form, verdict: 'justified', words })
  await passTime('6 days')
}

test('a case of somebody else is read for an hour with a reason, the page says so, and each look is written down with the act', async () => {
  const [officer, caseId] = [await served.as('officer'), await foreignCase()]
  expect((await officer.get(`/en/work/cases/${caseId}`)).status).toBe(404)
  const done = await broken(officer, caseId)
  const page = await officer.get(done.location)
  expect([done.status, page.status, page.body.includes(`/en/work/cases/${caseId}`), page.body.includes(words)]).toEqual([303, 200, true, true])
  const read = await officer.get(`/en/work/cases/${caseId}`)
  expect([read.status, read.body.includes('You read a case that is not yours'), read.body.includes(english.glass.reasons['court-today'])]).toEqual([200, true, true])
  const { rows } = await sql<{ action: string; about: { glass?: string } }>`select action, about from access_log where case_id = ${caseId} order by entry`.execute(served.owner())
  expect(rows.map(({ action }) => action)).toEqual(['case.break-glass', 'case.read'])
  expect(done.location).toContain(rows[1]?.about.glass ?? 'none')
  await passTime('1 hour 1 second')
  expect((await officer.get(`/en/work/cases/${caseId}`)).status).toBe(404)
  expect((await officer.get(done.location)).body).not.toContain(`/en/work/cases/${caseId}`)
  await reviewAll()
})

test('what is protected is read with a purpose all the same, and no longer than the hour', async () => {
  const [officer, caseId] = [await served.as('officer'), await foreignCase()]
  await broken(officer, caseId)
  const before = await officer.get(`/en/work/cases/${caseId}`)
  expect(before.body).toContain(workEnglish.protection.sentence)
  expect((await officer.post(`/en/work/cases/${caseId}/purpose`, { form: before.form, purpose: 'complaint-or-court' })).status).toBe(303)
  expect((await officer.get(`/en/work/cases/${caseId}`)).body).toContain(workEnglish.protection.shown(workEnglish.protection.purposes['complaint-or-court']))
  await passTime('1 hour 1 second')
  expect((await officer.get(`/en/work/cases/${caseId}`)).status).toBe(404)
  await reviewAll()
})

test('a case that there is and one that there is not are answered alike, before and after', async () => {
  const officer = await served.as('officer')
  const ids = [await foreignCase(), randomUUID()]
  const pages = await Promise.all(ids.map(async (caseId) => {
    const done = await broken(officer, caseId)
    const { status, body } = await officer.get(done.location)
    return [done.status, status, body.replaceAll(caseId, 'ID').replaceAll(/[0-9a-f-]{36}/g, 'GLASS').replaceAll(/value="[\w-]{43}"/g, '')]
  }))
  expect(pages[0]).toEqual(pages[1])
  await reviewAll()
})

test('it opens reading and nothing else, whatever the action', async () => {
  const [officer, caseId] = [await served.as('officer'), await foreignCase()]
  await broken(officer, caseId)
  const { rows: [account] } = await sql<{ account_id: string }>`select account_id from account where handle = 'fictional-officer-1'`.execute(served.owner())
  const person = { accountId: account?.account_id ?? '', handle: 'fictional-officer-1', roles: ['officer'] as const }
  const opened = await served.database.database.transaction().execute(async (tx) => {
    const reached: string[] = []
    for (const action of actions) if (!may(person.roles, action, false) && (await reachCase(tx, person, action, caseId))) reached.push(action)
    return reached
  })
  expect(opened).toEqual(['case.read', 'case.read-protected'])
  // Another officer's hour is theirs alone.
  expect(await served.database.database.transaction().execute((tx) => reachCase(tx, { ...person, accountId: randomUUID(), handle: 'other' }, 'case.read', caseId))).toBeUndefined()
  await reviewAll()
})

test('every legal reviewer is told on their first page at once, and sees what was looked at', async () => {
  const [officer, reviewer, caseId] = [await served.as('officer'), await served.as('legal-reviewer'), await foreignCase()]
  expect((await reviewer.get('/en/work')).body).not.toContain(english.review.notice(1))
  await broken(officer, caseId)
  await officer.get(`/en/work/cases/${caseId}`)
  const first = await reviewer.get('/fr/work')
  expect([first.body.includes(french.review.notice(1)), first.body.includes(caseId)]).toEqual([true, true])
  const path = /\/work\/glass-reviews\/[0-9a-f-]{36}/.exec(first.body)?.[0]
  const one = await reviewer.get(`/en${path}`)
  expect([one.status, one.body.includes(words), one.body.includes(english.audit.actions['case.read'] ?? ''), one.body.includes(said(english.audit.actions['case.break-glass'] ?? ''))]).toEqual([200, true, true, true])
  const looks = (await reviewer.get(`/en/work/cases/${caseId}`)).body
  expect([looks.includes(said(english.audit.actions['case.break-glass'] ?? '')), looks.includes(said(english.glass.reasons['court-today'])), looks.includes('case.break-glass')]).toEqual([true, true, false])
  expect((await officer.get(`/en${path}`)).status).toBe(404)
  expect((await officer.post(`/en${path}`, { form: (await officer.get('/en/work')).form, verdict: 'justified', words })).status).toBe(404)
  const kept = await reviewer.post(`/en${path}`, { form: one.form, verdict: 'not-justified', words })
  expect(kept.location).toBe(`${served.origin}/en/work/glass-reviews`)
  expect((await reviewer.post(`/en${path}`, { form: one.form, verdict: 'justified', words })).status).toBe(409)
  expect((await officer.get('/en/work/break-glass')).body).toContain(english.glass.verdicts['not-justified'])
  expect((await reviewer.get('/en/work')).body).not.toContain(english.review.notice(1))
})

test('an overdue review of one’s own blocks another, and the form keeps what was typed', async () => {
  const [officer, caseId] = [await served.as('officer'), await foreignCase()]
  await broken(officer, caseId)
  await passTime('5 days 1 second')
  const next = await broken(officer, await foreignCase(), { words: `${words} <again>` })
  expect([next.status, next.body.includes(english.glass.faults['review-overdue'](most)), next.body.includes('&lt;again&gt;')]).toEqual([409, true, true])
  await reviewAll()
  expect((await broken(officer, await foreignCase())).status).toBe(303)
  await reviewAll()
})

test('nobody reads what is not theirs more often than anybody may, in a day or in five, and both languages say so before and after', async () => {
  const officer = await served.as('officer')
  for (const [language, { glass }] of [['en', english], ['fr', french]] as const) expect((await officer.get(`/${language}/work/break-glass`)).body).toContain(said(glass.often(most)))
  const several = async () => (await Promise.all(Array.from({ length: 8 }, () => broken(officer, randomUUID())))).map(({ status }) => status).toSorted((one, other) => one - other)
  const refused = async (code: 'too-many-in-a-day' | 'too-many-in-five-days') => {
    for (const [language, { glass }] of [['en', english], ['fr', french]] as const) {
      const page = await officer.get(`/${language}/work/break-glass`)
      const answer = await officer.post(`/${language}/work/break-glass`, { form: page.form, glass: hidden(page.body, 'glass'), caseId: randomUUID(), reason: 'safety', words: `${words} <again>` })
      expect([language, answer.status, answer.body.includes(said(glass.faults[code](most))), answer.body.includes('&lt;again&gt;')]).toEqual([language, 409, true, true])
    }
  }
  // Eight at once: five of them are let through, and whatever is not counts for nothing.
  expect(await several()).toEqual([303, 303, 303, 303, 303, 409, 409, 409])
  await refused('too-many-in-a-day')
  await passTime('24 hours 1 second')
  expect((await several()).filter((status) => status === 303)).toHaveLength(5)
  await passTime('24 hours 1 second')
  await refused('too-many-in-five-days')
  const { rows: [kept] } = await sql<{ acts: number; looks: number }>`select (select count(*)::integer from broken_glass where broken_at > now() - interval '5 days') as acts, (select count(*)::integer from access_log where action = 'case.break-glass' and happened_at > now() - interval '1 minute') as looks`.execute(served.owner())
  expect([kept?.acts, (kept?.looks ?? 0) >= 10]).toEqual([10, true])
  await reviewAll()
  expect((await broken(officer, randomUUID())).status).toBe(303)
  await reviewAll()
})

test.each([
  [{ caseId: "' or true--" }, 'bad-id', 'caseId'], [{ caseId: '' }, 'bad-id', 'caseId'], [{ reason: 'curiosity' }, 'no-reason', 'reason'], [{ reason: '' }, 'no-reason', 'reason'],
  [{ words: 'short' }, 'few-words', 'words'], [{ words: '\u{1f512}'.repeat(9) }, 'few-words', 'words'], [{ words: '\0'.repeat(20) }, 'few-words', 'words'], [{ words: 'x'.repeat(1001) }, 'many-words', 'words'],
] as const)('a form with %j opens nothing, and its error leads to its field', async (more, code, field) => {
  const officer = await served.as('officer')
  const before = (await officer.get('/fr/work/break-glass')).body.match(/<tr role="row">/g)?.length
  const page = await officer.get('/fr/work/break-glass')
  const answer = await officer.post('/fr/work/break-glass', { form: page.form, glass: hidden(page.body, 'glass'), caseId: randomUUID(), reason: 'safety', words, ...more })
  expect([answer.status, answer.body.includes(said(french.glass.faults[code](most))), answer.body.includes(`<a href="#${field}">`)]).toEqual([422, true, true])
  expect((await officer.get('/fr/work/break-glass')).body.match(/<tr role="row">/g)?.length).toBe(before)
})

test('a form that is sent twice is one act; with something else under its id it is refused', async () => {
  const officer = await served.as('officer')
  const page = await officer.get('/en/work/break-glass')
  const fields = { form: page.form, glass: hidden(page.body, 'glass'), caseId: randomUUID(), reason: 'safety', words }
  const [one, other] = [await officer.post('/en/work/break-glass', fields), await officer.post('/en/work/break-glass', fields)]
  expect([one.status, other.location]).toEqual([303, one.location])
  const { rows } = await sql`select 1 from broken_glass where glass_id = ${fields.glass}`.execute(served.owner())
  expect(rows).toHaveLength(1)
  expect((await officer.post('/en/work/break-glass', { ...fields, caseId: randomUUID() })).status).toBe(409)
  expect((await officer.post('/en/work/break-glass', { ...fields, glass: 'x' })).status).toBe(409)
  expect((await officer.get(`/en/work/break-glass/${randomUUID()}`)).status).toBe(404)
  await reviewAll()
})
