import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { loadFictionalCaseload } from '../../service/fictional-caseload.ts'
import { work as english } from '../../text/en/work.ts'
import { work as french } from '../../text/fr/work.ts'

let served: ServedWork
beforeAll(async () => {
  served = await serveWork()
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

test('the list is narrowed by inventory and country; what is neither narrows nothing', async () => {
  const reviewer = await as('legal-reviewer')
  const { rows: [some] } = await sql<{ country: string; inventory: string; cases: number }>`select country, inventory, count(*) as cases from case_file where inventory not in ('departed', 'closed') and country is not null group by 1, 2 order by 3 desc limit 1`.execute(served.database.asOwner())
  expect(rowsOf((await reviewer.get(`/en/work/cases?country=${some?.country}&inventory=${some?.inventory}`)).body)).toBe(some?.cases)
  expect(rowsOf((await reviewer.get(`/en/work/cases?country=x&inventory=' or true--&after=nowhere_1`)).body)).toBe(50)
  expect((await reviewer.get('/en/work/cases?country=AQ')).body).toContain(english.list.emptyFiltered)
})
