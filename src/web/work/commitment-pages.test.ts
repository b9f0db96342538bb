import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { said, serveOversight, type ServedOversight } from '../../../test/served-oversight.ts'
import type { VisitingBrowser } from '../../../test/visiting-browser.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { loadPublicFigures } from '../../service/load-public-figures.ts'
import { countriesWork as english } from '../../text/en/countries-work.ts'
import { countriesWork as french } from '../../text/fr/countries-work.ts'
import { formatDay } from '../../text/format.ts'

const today = '2026-03-02' as PlainDate
let served: ServedOversight
beforeAll(async () => {
  served = await serveOversight({ cases: 300, on: today })
  Object.assign(served.services, { shipped: shippedBook() })
  await loadPublicFigures({ database: served.database.database }, 'data/public-figures')
})
afterAll(() => served.close())

const path = '/work/commitments'
const year = today.slice(0, 4)
const fields = { kind: 'target', whatEn: 'Sample target', whatFr: 'Cible d’exemple', number: '1,200', unit: 'removals', from: `${year}-01-15`, until: `${year}-12-31`, announcedBy: 'Sample agency', source: 'Sample file', series: 'own/departed' }
const change = { how: 'changed', changedOn: '2026-02-01', changeSource: 'Sample release <2>' }

/** Opens a form and sends it with these fields and its hidden ones. */
async function send(visitor: VisitingBrowser, address: string, typed: Readonly<Record<string, string>>) {
  const page = await visitor.get(address)
  const hidden = Object.fromEntries([...page.body.matchAll(/<input type="hidden" name="([a-z]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [name, value]))
  return visitor.post(address.split('?')[0] ?? '', { ...hidden, ...typed })
}
const rowOf = (body: string, text: string) => body.split('<tr').find((row) => row.includes(said(text))) ?? ''
const pastOf = (body: string) => body.slice(body.indexOf('id="past"'))
const departures = async (from: string, until: string, jurisdiction: string) => (await sql<{ count: number }>`select count(*)::integer as count from case_event join case_file using (case_id)
  where kind = 'departed' and body ->> 'on' between ${from} and ${until} and (${jurisdiction} = '' or jurisdiction = ${jurisdiction})`.execute(served.owner())).rows[0]?.count ?? 0

test('a year that begins in April is held against the quarters that are published, where they are exactly its own and where they are not yet', async () => {
  const { body } = await (await served.as('auditor')).get(`/en${path}`)
  const [whole, part] = [rowOf(body, 'Removals in a year'), rowOf(body, 'Removals in fiscal year 2025–2026')]
  expect(whole).toContain(said(english.commitments.countedWhole({ count: '18,095', all: '365' })))
  expect(part).toContain(said(english.commitments.counted({ count: '5,268', from: 'April 1, 2025', through: 'June 30, 2025', days: '91', all: '365' })))
  expect((await (await served.as('auditor')).get(`/fr${path}`)).body).toContain(said(french.commitments.countedWhole({ count: '18\u00a0095', all: '365' })))
})

test('first stand this authority’s own departures, on the commitment’s very days, under the law that it is about', async () => {
  const { body } = await (await served.as('analyst')).get(`/en${path}`)
  const [count, foreign] = [await departures('2025-04-01', today, 'CA'), await departures('2025-04-01', today, 'US')]
  expect([count > 0, foreign > 0]).toEqual([true, true])
  const row = rowOf(body, 'Removals in fiscal year 2025–2026')
  const own = said(english.commitments.own.departed({ count: String(count), from: 'April 1, 2025', through: formatDay(today, 'en') }))
  expect([row.includes(own), row.indexOf(own) < row.indexOf('5,268'), row.includes(english.commitments.fictional)]).toEqual([true, true, true])
  // What begins after today has nothing to count yet.
  expect(rowOf(body, 'Removals in fiscal year 2026–2027')).not.toContain('in the cases kept here, as recorded')
})

test('a year of which only another is published says so, with both periods, and shares nothing out', async () => {
  const analyst = await served.as('analyst')
  expect((await send(analyst, `/en${path}/new`, { ...fields, whatEn: 'Sample of a source’s years', from: '2019-04-01', until: '2020-03-31', series: 'figures/cbsa-removals-vintages/removed/all' })).status).toBe(303)
  const row = rowOf((await analyst.get(`/en${path}`)).body, 'Sample of a source’s years')
  expect([row.includes(english.commitments.nothingCounted), row.includes('2019 (January 1, 2019 to December 31, 2019), 11,269.'), row.includes('2020 (January 1, 2020 to December 31, 2020), 12,851.')]).toEqual([true, true, true])
})

test('a commitment is recorded and counted from its very first day, and another takes its place with why, since when and where that stands', async () => {
  const analyst = await served.as('analyst')
  expect((await send(analyst, `/en${path}/new`, fields)).status).toBe(303)
  const page = (await analyst.get(`/en${path}`)).body
  const row = rowOf(page, 'Sample target')
  expect(row).toContain(said(english.commitments.own.departed({ count: String(await departures(`${year}-01-15`, today, '')), from: formatDay(`${year}-01-15`, 'en'), through: formatDay(today, 'en') })))
  const replaces = /replaces=([0-9a-f-]{36})/.exec(row)?.[1] ?? ''
  const form = `/fr${path}/new?replaces=${replaces}`
  expect((await analyst.get(form)).body).toContain(said(french.commitments.replaceTitle))
  for (const [name, value] of [['how', ''], ['how', 'withdrawn'], ['how', 'forgotten'], ['changedOn', ''], ['changedOn', '2099-01-01'], ['changeSource', '']] as const) {
    const refused = await send(analyst, form, { ...fields, ...change, [name]: value, whatEn: 'Another target' })
    expect([name, value, refused.status, refused.body.includes(`<a href="#${name}">`), refused.body.includes('value="Another target"')]).toEqual([name, value, 422, true, true])
  }
  expect((await send(analyst, form, { ...fields, ...change, whatEn: 'Another target', whatFr: 'Autre cible', number: '1 300' })).status).toBe(303)
  const after = (await analyst.get(`/en${path}`)).body
  const standing = after.slice(0, after.indexOf('id="past"'))
  expect([standing.includes('Another target'), standing.includes('1,300'), standing.includes('Sample target')]).toEqual([true, true, false])
  const earlier = rowOf(pastOf(after), 'Sample target')
  expect([earlier.includes('1,200'), earlier.includes(english.commitments.changes.changed), earlier.includes(formatDay('2026-02-01', 'en')), earlier.includes('Sample release &lt;2&gt;'), earlier.includes('demonstration-analyst')]).toEqual([true, true, true, true, true])
  expect(pastOf((await analyst.get(`/fr${path}`)).body)).toContain(said(french.commitments.changes.changed))
  // Two people who replace the same one, and one that there never was.
  for (const gone of [replaces, randomUUID(), 'x']) expect((await analyst.post(`/fr${path}/new`, { form: (await analyst.get(`/fr${path}/new`)).form, ...fields, ...change, replaces: gone })).status).toBe(409)
  expect((await send(analyst, `/fr${path}/new`, { ...fields, number: 'many' })).body).toContain('<a href="#number">')
})

test('what ships with the program is corrected too, keeps whose cases count towards it, and its first wording stays', async () => {
  const analyst = await served.as('analyst')
  const form = `/en${path}/new?replaces=cbsa-removals-2025`
  expect((await analyst.get(form)).body).toContain('value="20000"')
  const known = { ...fields, from: '2025-04-01', until: '2026-03-31', number: '20000', whatEn: 'Sample correction', series: 'figures/cbsa-removals-by-region/removed/all' }
  expect((await send(analyst, form, { ...known, ...change, how: 'corrected' })).status).toBe(303)
  const { body } = await analyst.get(`/en${path}`)
  const row = rowOf(body, 'Sample correction')
  expect([row.includes('5,268'), row.includes(`as recorded so far: ${await departures('2025-04-01', today, 'CA')}`)]).toEqual([true, true])
  expect(rowOf(pastOf(body), 'Removals in fiscal year 2025–2026')).toContain(english.commitments.changes.corrected)
  const late = await analyst.get(form)
  expect([late.status, late.body.includes(said(english.commitments.replaced))]).toEqual([409, true])
})

test('a commitment is withdrawn with day and source, stays to be read, and gets another in its place where that was a mistake', async () => {
  const analyst = await served.as('analyst')
  const form = `/fr${path}/withdraw?of=cbsa-investigators-2025`
  const page = await analyst.get(form)
  expect([page.status, page.body.includes(said(french.commitments.withdrawTitle)), page.body.includes('550')]).toEqual([200, true, true])
  for (const [name, value] of [['changedOn', 'soon'], ['changeSource', '']] as const) {
    const refused = await send(analyst, form, { ...change, [name]: value })
    expect([refused.status, refused.body.includes(`<a href="#${name}">`), refused.body.includes(said(french.commitments.withdrawTitle))]).toEqual([422, true, true])
  }
  const hidden = Object.fromEntries([...page.body.matchAll(/<input type="hidden" name="([a-z]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [name, value]))
  // The same form twice is one withdrawal; another one finds it withdrawn.
  for (let time = 0; time < 2; time++) expect((await analyst.post(`/fr${path}/withdraw`, { ...hidden, ...change })).status).toBe(303)
  expect((await analyst.post(`/fr${path}/withdraw`, { ...hidden, ...change, id: randomUUID() })).status).toBe(409)
  expect((await analyst.get(form)).status).toBe(404)
  const { body } = await analyst.get(`/en${path}`)
  const what = 'Inland investigators, about, as told in December 2025'
  const past = rowOf(pastOf(body), what)
  expect([body.slice(0, body.indexOf('id="past"')).includes(what), past.includes(english.commitments.changes.withdrawn), past.includes('Sample release &lt;2&gt;')]).toEqual([false, true, true])
  const again = /replaces=([0-9a-f-]{36})/.exec(past)?.[1] ?? ''
  expect((await send(analyst, `/en${path}/new?replaces=${again}`, { ...fields, ...change, how: 'corrected', kind: 'capacity', unit: 'staff', number: '560', whatEn: 'Sample investigators', series: '' })).status).toBe(303)
  const restored = (await analyst.get(`/en${path}`)).body
  expect([restored.includes('Sample investigators'), pastOf(restored).split(what).length]).toEqual([true, 3])
})

test('whoever may not change commitments finds no link to do so, and no page', async () => {
  for (const role of ['partner-liaison', 'auditor', 'officer']) {
    const visitor = await served.as(role)
    const { form } = await visitor.get('/en/work')
    const { body } = await visitor.get(`/en${path}`)
    expect([role, body.includes('commitments/withdraw'), body.includes('commitments/new'), body.includes(english.commitments.past)]).toEqual([role, false, false, role !== 'officer'])
    expect([role, (await visitor.get(`/en${path}/withdraw?of=cbsa-removals-2024`)).status, (await visitor.post(`/en${path}/withdraw`, { form, of: 'cbsa-removals-2024', ...change })).status]).toEqual([role, 404, 404])
  }
})
