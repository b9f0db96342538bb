import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { factDefinition, isFactCode, type FactCode } from '../../law/facts.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { factName } from '../../render/fact-name.ts'
import { html } from '../../render/html.ts'
import { may, reachOf } from '../../service/access/permissions.ts'
import { roles } from '../../service/access/roles.ts'
import { purposeInForce } from '../../service/work/purposes.ts'
import { loadFictionalCaseload } from '../../service/fictional-caseload.ts'
import type { Collision } from '../../casework/collisions.ts'
import { caseCli as cliEnglish } from '../../text/en/case-cli.ts'
import { caseCli as cliFrench } from '../../text/fr/case-cli.ts'
import { work as english } from '../../text/en/work.ts'
import { work as french } from '../../text/fr/work.ts'

let served: ServedWork
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  const loaded = await loadFictionalCaseload({ owner: served.database.asOwner() }, { cases: 150, seed: 4, today })
  expect(loaded).toEqual({ ok: true, value: { loaded: 150, present: 0 } })
})
afterAll(() => served.close())

async function as(role: string): Promise<VisitingBrowser> {
  const visitor = visitingBrowser(served.origin)
  await signInAs(visitor, role)
  return visitor
}

const openCases = async (officer?: string) => (await sql<{ case_id: string; family_name: string }>`
  select case_id, family_name from case_file where inventory not in ('departed', 'closed') ${officer === undefined ? sql`` : sql`and officer = ${officer}`} order by due_on, case_id`.execute(served.database.asOwner())).rows
const looks = async (action: string) => (await sql<{ handle: string; case_id: string | null; purpose: string | null; about: object }>`select handle, case_id, purpose, about from access_log where action = ${action} order by entry`.execute(served.database.asOwner())).rows
const rowsOf = (body: string) => body.match(/<th scope="row"/g)?.length ?? 0

test('an officer sees their own open cases, a legal reviewer every one, fifty a page, and the look is written down', async () => {
  const [own, all] = [await openCases('fictional-officer-1'), await openCases()]
  expect([own.length > 0, all.length > 50, all.length < 150]).toEqual([true, true, true])
  const officer = await (await as('officer')).get('/en/work/cases')
  expect([officer.status, rowsOf(officer.body)]).toEqual([200, Math.min(own.length, 50)])
  expect((await looks('work.read')).at(-1)).toEqual({ handle: 'fictional-officer-1', case_id: null, purpose: null, about: { cases: own.length } })
  const reviewer = await (await as('legal-reviewer')).get('/fr/work/cases')
  expect([reviewer.status, rowsOf(reviewer.body), reviewer.body.includes(french.list.allLead)]).toEqual([200, 50, true])
})

test('one leafs forward through every case once, and back again to the same pages', async () => {
  const reviewer = await as('legal-reviewer')
  const pages = [(await reviewer.get('/en/work/cases')).body]
  const follow = async (page: string, rel: string) => {
    const href = new RegExp(`href="([^"]+)" rel="${rel}"`).exec(page)?.[1]
    return href === undefined ? undefined : (await reviewer.get(href.replaceAll('&amp;', '&'))).body
  }
  for (let next = await follow(pages[0]!, 'next'); next !== undefined; next = await follow(next, 'next')) pages.push(next)
  expect(pages.reduce((sum, page) => sum + rowsOf(page), 0)).toBe((await openCases()).length)
  const table = (page: string | undefined) => /<tbody.*<\/tbody>/s.exec(page ?? '')?.[0]
  expect(table(await follow(pages[1]!, 'prev'))).toBe(table(pages[0]))
  expect(await follow(pages[0]!, 'prev')).toBeUndefined()
})

test('a list that was not brought up to date today says of which day it is', async () => {
  const officer = await as('officer')
  expect((await officer.get('/en/work/cases')).body).not.toContain('as it was on')
  const owner = served.database.asOwner()
  const [first] = await openCases('fictional-officer-1')
  await sql`update case_file set attention = jsonb_set(attention, '{on}', '"2026-01-05"') where case_id = ${first?.case_id}`.execute(owner)
  expect((await officer.get('/en/work/cases')).body).toContain('as it was on January 5, 2026')
  await sql`update case_file set attention = jsonb_set(attention, '{on}', to_jsonb(${today}::text)) where case_id = ${first?.case_id}`.execute(owner)
})

test('the list is narrowed by inventory and country; what is neither narrows nothing', async () => {
  const reviewer = await as('legal-reviewer')
  const { rows: [some] } = await sql<{ country: string; inventory: string; cases: number }>`select country, inventory, count(*) as cases from case_file where inventory not in ('departed', 'closed') and country is not null group by 1, 2 order by 3 desc limit 1`.execute(served.database.asOwner())
  expect(rowsOf((await reviewer.get(`/en/work/cases?country=${some?.country}&inventory=${some?.inventory}`)).body)).toBe(some?.cases)
  expect(rowsOf((await reviewer.get(`/en/work/cases?country=x&inventory=' or true--&after=nowhere_1`)).body)).toBe(50)
  expect((await reviewer.get('/en/work/cases?country=AQ')).body).toContain(english.list.emptyFiltered)
})

test('what collides on the list stands on the page of the case too, with what to do; ways to record it only for whoever may', async () => {
  const collides = (await sql<{ case_id: string; officer: string; collisions: string[] }>`select case_id, officer, attention->'collisions' as collisions from case_file where jsonb_array_length(attention->'collisions') > 0`.execute(served.database.asOwner())).rows
  expect(collides.length).toBeGreaterThan(0)
  const reviewer = await as('legal-reviewer')
  for (const { case_id: caseId, collisions } of collides) {
    for (const [language, words, names] of [['en', english, cliEnglish.collisions], ['fr', french, cliFrench.collisions]] as const) {
      const { body } = await reviewer.get(`/${language}/work/cases/${caseId}`)
      for (const kind of collisions as Collision['kind'][]) for (const said of [words.list.collision(names[kind]), words.collisions.todo[kind]]) expect(body).toContain(html`${said}`.toString())
      expect(body).not.toContain(words.collisions.ways)
    }
  }
  const recorded = collides.find(({ collisions }) => collisions.some((kind) => kind !== 'gate-held-until-expiry'))
  await sql`update case_file set officer = 'fictional-officer-1' where case_id = ${recorded?.case_id}`.execute(served.database.asOwner())
  expect((await (await as('officer')).get(`/en/work/cases/${recorded?.case_id}`)).body).toContain(english.collisions.ways)
  await sql`update case_file set officer = ${recorded?.officer} where case_id = ${recorded?.case_id}`.execute(served.database.asOwner())
  const { rows: [calm] } = await sql<{ case_id: string }>`select case_id from case_file where jsonb_array_length(attention->'collisions') = 0 and inventory not in ('departed', 'closed') limit 1`.execute(served.database.asOwner())
  expect((await reviewer.get(`/en/work/cases/${calm?.case_id}`)).body).not.toContain('id="collisions"')
})

test('the page of a case leads to the evidence on each country that it speaks of', async () => {
  const { rows: [open] } = await sql<{ case_id: string; country: string }>`select case_id, country from case_file where country is not null and inventory not in ('departed', 'closed') and officer = 'fictional-officer-1' order by case_id limit 1`.execute(served.database.asOwner())
  const officer = await as('officer')
  const links = [...(await officer.get(`/en/work/cases/${open?.case_id}`)).body.matchAll(/href="([^"]+\/evidence)"/g)].map(([, href = '']) => href)
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect([link, (await officer.get(link)).status]).toEqual([link, 200])
})

const caseOf = async (where: ReturnType<typeof sql>) => (await sql<{ case_id: string }>`select case_id from case_file where ${where} order by case_id limit 1`.execute(served.database.asOwner())).rows[0]?.case_id ?? ''
/** What is different in any two answers: the address that was asked for, and nothing else. */
const bare = (page: string, id: string) => page.replaceAll(`/cases/${id}`, '/cases/ID')

test('a case that one does not reach answers like one that does not exist, byte for byte, and leaves no look', async () => {
  const foreign = await caseOf(sql`officer <> 'fictional-officer-1'`)
  const [officer, analyst] = [await as('officer'), await as('analyst')]
  const before = (await looks('case.read')).length
  for (const language of ['en', 'fr']) {
    for (const visitor of [officer, analyst]) {
      const { form } = await visitor.get('/en/work')
      const asked = [foreign, randomUUID(), '00000000-0000-0000-0000-000000000000', 'x', '1 or true--', '__proto__', 'A'.repeat(90)]
      for (const suffix of ['', '/purpose']) {
        const answers = await Promise.all(asked.map(async (id) => {
          const path = `/${language}/work/cases/${encodeURIComponent(id)}${suffix}`
          const answer = suffix === '' ? await visitor.get(path) : await visitor.post(path, { form, purpose: 'audit' })
          return [answer.status, bare(answer.body, encodeURIComponent(id))] as const
        }))
        expect(answers[0]?.[0]).toBe(404)
        for (const answer of answers) expect(answer).toEqual(answers[0])
      }
    }
  }
  expect((await looks('case.read')).length).toBe(before)
  expect((await looks('case.read-protected')).length).toBe(0)
})

test.each(roles)('a %s reaches cases as the table says', async (role) => {
  const [own, foreign] = [await caseOf(sql`officer = 'fictional-officer-1'`), await caseOf(sql`officer <> 'fictional-officer-1'`)]
  const visitor = await as(role)
  const statuses = [(await visitor.get(`/en/work/cases/${own}`)).status, (await visitor.get(`/en/work/cases/${foreign}`)).status, (await visitor.get('/en/work/cases')).status]
  expect(statuses).toEqual([may([role], 'case.read', role === 'officer'), may([role], 'case.read', false), reachOf([role], 'work.read') !== undefined].map((reached) => (reached ? 200 : 404)))
})

test('the page of a case says who, what the gates say, what happened and who looked, and writes the look down', async () => {
  const id = await caseOf(sql`officer = 'fictional-officer-1' and inventory = 'stayed'`)
  const reviewer = await as('legal-reviewer')
  const officer = await as('officer')
  await reviewer.get(`/en/work/cases/${id}`)
  const page = await officer.get(`/fr/work/cases/${id}`)
  const said = french.person
  for (const text of [french.list.fictional, id, said.gates, said.requests, said.history, 'demonstration-legal-reviewer', said.actions['case.read']]) expect(page.body).toContain(text)
  expect((await looks('case.read')).slice(-2)).toMatchObject([{ handle: 'demonstration-legal-reviewer', case_id: id }, { handle: 'fictional-officer-1', case_id: id }])
  expect((await (await as('disclosure-officer')).get(`/en/work/cases/${id}`)).body).not.toContain(english.person.looksText)
})

test('what is protected is shown with a purpose, for this case and this session; without one a single sentence stands for it', async () => {
  const { rows } = await sql<{ case_id: string; fact: string }>`select case_id, body->'record'->>'fact' as fact from case_event join case_file using (case_id)
    where kind = 'fact-recorded' and officer = 'fictional-officer-1' and inventory not in ('departed', 'closed')`.execute(served.database.asOwner())
  const isProtected = (fact: string) => isFactCode(fact) && factDefinition(fact).tells !== 'ordinary'
  const [some] = rows.filter(({ fact }) => isProtected(fact))
  const id = some?.case_id ?? ''
  const told = [...new Set(rows.filter(({ case_id, fact }) => case_id === id && isProtected(fact)).map(({ fact }) => fact))].map((fact) => `<th scope="row" role="rowheader">${html`${factName(fact as FactCode, 'en')}`.toString()}</th>`)
  const officer = await as('officer')
  const before = await officer.get(`/en/work/cases/${id}`)
  expect([before.body.includes(english.protection.sentence), told.length > 0, told.filter((text) => before.body.includes(text))]).toEqual([true, true, []])
  for (const [purpose, said] of [['', english.protection.missing], ['curiosity', english.protection.wrong]] as const) {
    const wrong = await officer.post(`/en/work/cases/${id}/purpose`, { form: before.form, purpose })
    expect([wrong.status, wrong.body.includes('href="#purpose"'), wrong.body.includes(said), told.some((text) => wrong.body.includes(text))]).toEqual([422, true, true, false])
  }
  const given = await officer.post(`/en/work/cases/${id}/purpose`, { form: before.form, purpose: 'prepare-step' })
  expect([given.status, given.location]).toEqual([303, `${served.origin}/en/work/cases/${id}#protected`])
  const after = await officer.get(`/en/work/cases/${id}`)
  expect(told.filter((text) => !after.body.includes(text))).toEqual([])
  expect((await looks('case.read-protected')).slice(-2)).toEqual([{ handle: 'fictional-officer-1', case_id: id, purpose: 'prepare-step', about: { hours: 8 } }, { handle: 'fictional-officer-1', case_id: id, purpose: 'prepare-step', about: {} }])
  // Another session of the same person gives its own, and so does another case.
  const another = rows.find(({ case_id, fact }) => case_id !== id && isProtected(fact))?.case_id
  for (const page of [await (await as('officer')).get(`/en/work/cases/${id}`), await officer.get(`/en/work/cases/${another}`)]) expect(page.body).toContain(english.protection.sentence)
})

test('a purpose is over after its eight hours, and looks under it do not prolong it', async () => {
  const fresh = served.database
  const { rows: [session] } = await sql<{ session_id: string; account_id: string }>`select session_id, account_id from session limit 1`.execute(fresh.asOwner())
  const id = randomUUID()
  const write = (ago: string, about: object) => sql`insert into access_log (happened_at, account_id, handle, session_id, action, case_id, purpose, about) values (clock_timestamp() - ${ago}::interval, ${session?.account_id}, 'x', ${session?.session_id}, 'case.read-protected', ${id}, 'audit', ${JSON.stringify(about)})`.execute(fresh.asOwner())
  const inForce = () => purposeInForce(fresh.as.auditor, { sessionId: session?.session_id ?? '' }, id)
  await write('8 hours 1 second', { hours: 8 })
  await write('1 hour', {})
  expect(await inForce()).toBeUndefined()
  await write('7 hours 59 minutes', { hours: 8 })
  expect(await inForce()).toBe('audit')
})

test('a search finds by the beginning of names and by number, only what one reaches, and keeps a count and no name', async () => {
  const { rows: [own] } = await sql<{ case_id: string; family_name: string; given_names: string }>`select case_id, family_name, given_names from case_file where officer = 'fictional-officer-1' order by case_id limit 1`.execute(served.database.asOwner())
  const { rows } = await sql<{ case_id: string; officer: string }>`select case_id, officer from case_file where family_name = ${own?.family_name}`.execute(served.database.asOwner())
  const [officer, auditor] = [await as('officer'), await as('auditor')]
  const search = async (visitor: VisitingBrowser, fields: Readonly<Record<string, string>>) => visitor.post('/en/work/search', { form: (await visitor.get('/en/work/search')).form, ...fields })
  const idsIn = (body: string) => new Set([...body.matchAll(/\/work\/cases\/([0-9a-f-]{36})/g)].map(([, id]) => id))
  const mine = await search(officer, { familyName: ` ${own?.family_name.toLowerCase()} ` })
  expect(idsIn(mine.body)).toEqual(new Set(rows.filter((row) => row.officer === 'fictional-officer-1').map((row) => row.case_id)))
  expect((await looks('cases.search')).at(-1)).toEqual({ handle: 'fictional-officer-1', case_id: null, purpose: null, about: { cases: idsIn(mine.body).size } })
  expect(idsIn((await search(auditor, { familyName: own?.family_name ?? '' })).body)).toEqual(new Set(rows.map((row) => row.case_id)))
  expect(idsIn((await search(officer, { familyName: own?.family_name ?? '', givenNames: own?.given_names ?? '' })).body).has(own?.case_id)).toBe(true)
  const [foreign, nobodys] = [rows.find((row) => row.officer !== 'fictional-officer-1')?.case_id ?? '', randomUUID()]
  const answers = await Promise.all([foreign, nobodys].map(async (caseId) => (await search(officer, { caseId })).body.replaceAll(caseId, 'ID')))
  expect([answers[0] === answers[1], answers[0]?.includes(english.search.none)]).toEqual([true, true])
  expect(idsIn((await search(auditor, { caseId: foreign })).body)).toEqual(new Set([foreign]))
  const logged = JSON.stringify([served.log, await looks('cases.search')])
  expect([logged.includes(own?.family_name ?? ''), logged.includes(own?.given_names ?? '')]).toEqual([false, false])
})

test.each([
  [{}, 'empty', 'familyName'], [{ givenNames: 'One' }, 'needs-family-name', 'familyName'], [{ familyName: '-' }, 'too-short', 'familyName'], [{ familyName: 'x'.repeat(201) }, 'too-long', 'familyName'],
  [{ caseId: "' or true--" }, 'bad-id', 'caseId'], [{ familyName: '', religion: 'x' }, 'empty', 'familyName'],
] as const)('a search for %j is not made: what was typed stays, and the error leads to its field', async (fields, code, field) => {
  const visitor = await as('legal-reviewer')
  const before = (await looks('cases.search')).length
  const answer = await visitor.post('/fr/work/search', { form: (await visitor.get('/fr/work/search')).form, ...fields })
  expect([answer.status, answer.body.includes(html`${french.search.faults[code]}`.toString()), answer.body.includes(`<a href="#${field}">`)]).toEqual([422, true, true])
  for (const value of Object.values(fields).slice(0, 1)) expect(answer.body).toContain(html`value="${value}"`.toString())
  expect((await looks('cases.search')).length).toBe(before)
})

test('reasons that rest on protected facts are among the gates’ reasons with a purpose only; that a step is held is said always', async () => {
  const id = await caseOf(sql`inventory = 'stayed' and jurisdiction = 'CA'`)
  const reviewer = await as('legal-reviewer')
  // One question may have several reasons, each of which begins with its own sentence.
  const holdsIn = (body: string) => new Set([...body.matchAll(/<details class="hold"><summary>(.*?)<\/summary>(.*?)<\/details>/gs)]
    .flatMap(([, question = '', reasons = '']) => [...reasons.matchAll(/(?:^|<li>(?:<span[^\n]*)?)\n<p>(.*?)<\/p>/gs)].map(([, why = '']) => `${question} ${why}`)))
  const before = await reviewer.get(`/en/work/cases/${id}`)
  await reviewer.post(`/en/work/cases/${id}/purpose`, { form: before.form, purpose: 'legal-review' })
  const after = await reviewer.get(`/en/work/cases/${id}`)
  const steps = (body: string) => body.match(/<ul class="steps">.*?<\/ul>/gs)
  expect([[...holdsIn(before.body)].filter((one) => !holdsIn(after.body).has(one)), holdsIn(after.body).size > holdsIn(before.body).size]).toEqual([[], true])
  expect(steps(after.body)).toEqual(steps(before.body))
})
