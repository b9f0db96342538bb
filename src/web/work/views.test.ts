import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { html } from '../../render/html.ts'
import { loadFictionalCaseload } from '../../service/fictional-caseload.ts'
import { oversight as english } from '../../text/en/oversight.ts'
import { oversight as french } from '../../text/fr/oversight.ts'

let served: ServedWork
beforeAll(async () => {
  served = await serveWork()
  const loaded = await loadFictionalCaseload({ owner: served.database.asOwner() }, { cases: 150, seed: 4, today })
  if (!loaded.ok) throw new Error(loaded.refusal.code)
})
afterAll(() => served.close())

const as = async (role: string): Promise<VisitingBrowser> => {
  const visitor = visitingBrowser(served.origin)
  await signInAs(visitor, role)
  return visitor
}
const rowsOf = (body: string) => body.match(/<th scope="row"/g)?.length ?? 0
const list = '/en/work/cases'

test('a choice is saved under a name, leads to the same list, and is deleted for good', async () => {
  const [officer, reviewer] = [await as('officer'), await as('legal-reviewer')]
  const { form, body } = await officer.get(`${list}?inventory=working&due=week`)
  const saved = await officer.post('/en/work/views', { form, name: ' My <working> ones ', inventory: 'working', due: 'week' })
  expect(saved.location).toBe(`${served.origin}${list}?inventory=working&due=week`)
  const page = (await officer.get(list)).body
  expect(page).toContain(`<a href="/en/work/cases?due=week&amp;inventory=working">My &lt;working&gt; ones</a>`)
  expect(rowsOf((await officer.get(`${list}?due=week&inventory=working`)).body)).toBe(rowsOf(body))
  expect((await reviewer.get(list)).body).not.toContain('My &lt;working&gt; ones')
  const view = /name="view" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  await reviewer.post('/en/work/views/delete', { form: (await reviewer.get(list)).form, view })
  expect((await officer.get(list)).body).toContain('My &lt;working&gt; ones')
  await officer.post('/en/work/views/delete', { form, view })
  const { rows } = await sql`select 1 from saved_view`.execute(served.database.asOwner())
  expect(rows).toEqual([])
})

test.each([['', 'no-name'], [' \u00a0\0', 'no-name'], ['x'.repeat(61), 'long-name']] as const)('a choice under the name %j is not kept, and stays chosen', async (name, code) => {
  const officer = await as('officer')
  const { form } = await officer.get('/fr/work/cases?inventory=stayed')
  const answer = await officer.post('/fr/work/views', { form, name, inventory: 'stayed' })
  expect([answer.status, answer.body.includes(html`${french.views.faults[code]}`.toString()), answer.body.includes('<a href="#name">'), answer.body.includes('name="inventory" value="stayed"'), answer.body.includes('<details class="views" open>')]).toEqual([422, true, true, true, true])
})

test('a name is taken once, and what is neither inventory, country nor due day is not kept', async () => {
  const officer = await as('officer')
  const { form } = await officer.get(list)
  await officer.post('/en/work/views', { form, name: 'Taken', inventory: 'working', familyName: 'Sample' })
  const { rows } = await sql<{ choice: object }>`select choice from saved_view`.execute(served.database.asOwner())
  expect(rows).toEqual([{ choice: { inventory: 'working' } }])
  expect((await officer.post('/en/work/views', { form, name: 'Taken', country: 'GH' })).body).toContain(english.views.faults['name-taken'])
  expect((await officer.post('/en/work/views', { form, name: 'Nothing', inventory: 'x' })).status).toBe(303)
  expect((await sql`select 1 from saved_view`.execute(served.database.asOwner())).rows).toHaveLength(1)
})

test('the list, its counts and its export are narrowed by what is due alike', async () => {
  const auditor = await as('auditor')
  const reviewer = await as('legal-reviewer')
  // On each side of both days that the choices end on.
  const { rows } = await sql<{ case_id: string }>`select case_id from case_file where inventory = 'working' order by case_id limit 5`.execute(served.database.asOwner())
  for (const [index, days] of [-3, -1, 0, 7, 8].entries()) await sql`update case_file set due_on = ${today}::date + ${days}::integer, due_for = 'state-reply' where case_id = ${rows[index]?.case_id}`.execute(served.database.asOwner())
  const { rows: [due] } = await sql<{ overdue: number; week: number }>`select (count(*) filter (where due_on < ${today}::date))::integer as overdue, (count(*) filter (where due_on <= ${today}::date + 7))::integer as week from case_file where inventory not in ('departed', 'closed')`.execute(served.database.asOwner())
  expect(due?.overdue).toBeGreaterThan(0)
  for (const choice of ['overdue', 'week'] as const) {
    const page = await reviewer.get(`${list}?due=${choice}`)
    expect([choice, rowsOf(page.body), /<dd>(\d+)<\/dd>/.exec(page.body)?.[1]]).toEqual([choice, Math.min(50, due?.[choice] ?? 0), String(due?.[choice])])
    const { form } = await auditor.get(`/en/work/cases/export?due=${choice}`)
    const file = await auditor.post('/en/work/cases/export', { form, due: choice, purpose: 'audit', format: 'csv' })
    expect(file.body.trim().split('\r\n').length - 1).toBe(due?.[choice])
  }
})

test('whoever may export finds the way to it from the list, with the choice kept', async () => {
  const [officer, reviewer] = [await as('officer'), await as('legal-reviewer')]
  expect((await officer.get(`${list}?country=GH`)).body).toContain('/en/work/cases/export?country=GH')
  expect((await reviewer.get(`${list}?country=GH`)).body).not.toContain('/work/cases/export')
})
