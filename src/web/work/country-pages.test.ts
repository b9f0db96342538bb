import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../test/case-services.ts'
import { sampleMeasurement } from '../../../test/sample-measurement.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { figureOf } from '../../cooperation/figure.ts'
import { sha256 } from '../../kernel/digest.ts'
import { dayFromNumber, dayNumber } from '../../kernel/day.ts'
import { seededRandom } from '../../kernel/random.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { reachOf } from '../../service/access/permissions.ts'
import { roles } from '../../service/access/roles.ts'
import { loadFictionalCaseload } from '../../service/fictional-caseload.ts'
import { loadPublicFigures } from '../../service/load-public-figures.ts'
import { addMeasurement } from '../../store/measurements.ts'
import { countriesWork as english } from '../../text/en/countries-work.ts'
import { countriesWork as french } from '../../text/fr/countries-work.ts'
import { evidencePack as evidenceInEnglish } from '../../text/en/evidence-pack.ts'
import { html } from '../../render/html.ts'

let served: ServedWork
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  await loadPublicFigures({ database: served.database.database }, 'data/public-figures')
  await loadFictionalCaseload({ owner: served.database.asOwner() }, { cases: 120, seed: 7, today })
})
afterAll(() => served.close())

async function as(role: string): Promise<VisitingBrowser> {
  const visitor = visitingBrowser(served.origin)
  await signInAs(visitor, role)
  return visitor
}

const escaped = (text: string) => html`${text}`.toString()
const inDays = (days: number) => dayFromNumber(dayNumber(today) + days)
const entry = { id: '', document: 'emergency-travel-document', consulate: 'Ottawa', topic: 'form', says: 'Two copies of form <one>', language: 'en', owner: 'Sample liaison office', source: 'Sample note 1', checkedOn: inDays(-1), reviewBy: inDays(180) }
const decision = { rung: 'demarche', what: 'Sample note to the embassy', legalBasis: 'Sample Act, section 1', decidedBy: 'Sample directorate', on: inDays(-2), startsOn: inDays(-1), reviewBy: inDays(30), sunsetOn: inDays(90), source: 'Sample file' }

/** Opens a form and sends it with these fields, and whatever hidden ones it has. */
async function send(visitor: VisitingBrowser, path: string, fields: Readonly<Record<string, string>>) {
  const page = await visitor.get(path)
  const hidden = Object.fromEntries([...page.body.matchAll(/<input type="hidden" name="([a-z]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [name, value]))
  return visitor.post(path, { ...hidden, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) })
}

test('countries stand by name, all of them once, and in no other order', async () => {
  const { body } = await (await as('analyst')).get('/fr/work/countries')
  const names = [...body.matchAll(/<a class="case" href="\/fr\/work\/countries\/([A-Z]{3})">([^<]+)</g)].map(([, code, name]) => ({ code, name: name ?? '' }))
  const sorted = names.toSorted((one, other) => new Intl.Collator('fr-CA').compare(one.name, other.name))
  expect([names.length > 200, new Set(names.map(({ code }) => code)).size === names.length, names]).toEqual([true, true, sorted])
})

test('what an analyst records stands on the country’s page for whoever reads it, escaped, and its history stays', async () => {
  const [analyst, officer] = [await as('analyst'), await as('officer')]
  const done = await send(analyst, '/en/work/countries/GHA/entries/new/playbook', entry)
  expect([done.status, done.location]).toEqual([303, `${served.origin}/en/work/countries/GHA#playbook`])
  expect((await officer.get('/en/work/countries/GHA')).body).toContain('Two copies of form &lt;one&gt;')
  await send(analyst, '/en/work/countries/GHA/entries/new/playbook', { ...entry, says: 'Three copies' })
  const [page, history] = [(await officer.get('/fr/work/countries/GHA')).body, (await officer.get('/fr/work/countries/GHA/entries')).body]
  expect([page.includes('<span lang="en">Three copies</span>'), page.includes('Two copies'), history.includes('Two copies'), history.includes('demonstration-analyst')]).toEqual([true, false, true, true])
})

test('who reaches cases is led from a country to theirs, and who reaches none is not', async () => {
  const leads = async (role: string) => (await (await as(role)).get('/en/work/countries/GHA')).body.includes('href="/en/work/cases?country=GH"')
  expect([await leads('officer'), await leads('legal-reviewer'), await leads('analyst'), await leads('auditor')]).toEqual([true, true, false, false])
})

test('a form that is sent twice is recorded once', async () => {
  const analyst = await as('analyst')
  const { form } = await analyst.get('/en/work/countries/TGO/entries/new/contact')
  const fields = { ...entry, form, id: randomUUID(), topic: 'embassy', says: 'Sample street 1' }
  for (let time = 0; time < 2; time++) expect((await analyst.post('/en/work/countries/TGO/entries/new/contact', fields)).status).toBe(303)
  const { rows } = await sql<{ count: number }>`select count(*) as count from country_entry where country = 'TGO'`.execute(served.database.asOwner())
  expect(rows).toEqual([{ count: 1 }])
})

test('an entry past its review is shown, and said to be out of date', async () => {
  await sql`insert into country_entry (entry_id, country, kind, consulate, topic, document, says, language, owner, source, checked_on, review_by, withdrawn, recorded_by) values (${randomUUID()}, 'KEN', 'acceptance', '', 'accepted', 'charter-clearance', 'Told', 'en', 'Sample office', 'Sample', '2020-01-01', '2020-06-01', false, 'sample')`.execute(served.database.asOwner())
  const { body } = await (await as('officer')).get('/en/work/countries/KEN')
  expect([body.includes('Told'), body.includes(english.page.outOfDate)]).toEqual([true, true])
})

test.each([[{ owner: '' }, 'owner'], [{ checkedOn: '2026-02-30' }, 'checkedOn'], [{ checkedOn: inDays(1) }, 'checkedOn'], [{ reviewBy: inDays(-1) }, 'reviewBy'], [{ topic: 'drop table' }, 'topic'], [{ document: 'x' }, 'document']] as const)('an entry with %j is not kept: the error leads to its field and what was typed stays', async (change, field) => {
  const answer = await send(await as('analyst'), '/fr/work/countries/SEN/entries/new/playbook', { ...entry, ...change })
  expect([answer.status, answer.body.includes(`<a href="#${field}">`), answer.body.includes(`id="${field}"`), answer.body.includes(escaped(entry.says)), answer.body.includes(french.problem)]).toEqual([422, true, true, true, true])
  const { rows } = await sql`select 1 from country_entry where country = 'SEN'`.execute(served.database.asOwner())
  expect(rows).toEqual([])
})

test('a measure is decided with the evidence of that day kept, started, reviewed, and stands in the calendar', async () => {
  const liaison = await as('partner-liaison')
  const done = await send(liaison, '/en/work/countries/GIN/measures/new', decision)
  expect(done.status).toBe(303)
  const page = await liaison.get(done.location)
  const kept = /\/en(\/work\/countries\/GIN\/evidence\/([0-9a-f]{64}))"/.exec(page.body)
  const { rows: [pack] } = await sql<{ content: string }>`select content from evidence_pack where digest = ${kept?.[2]}`.execute(served.database.asOwner())
  expect(sha256(pack?.content ?? '')).toBe(kept?.[2])
  expect((await liaison.get(`/fr${kept?.[1]}`)).body).toContain(escaped(french.evidence.kept))
  const path = new URL(done.location).pathname
  expect((await send(liaison, path, { kind: 'reviewed', on: today, says: 'Sample', source: 'x', reviewBy: inDays(40), sunsetOn: inDays(95) })).body).toContain(escaped(english.engagementFaults['not-started']('')))
  expect((await send(liaison, path, { kind: 'started', on: inDays(-1), source: 'Sample file 2' })).status).toBe(303)
  expect((await send(liaison, path, { kind: 'reviewed', on: today, says: 'Sample finding', source: 'x', reviewBy: inDays(40), sunsetOn: inDays(95) })).status).toBe(303)
  const calendar = await (await as('officer')).get('/en/work/engagement')
  expect([calendar.body.includes('Sample note to the embassy'), calendar.body.includes(english.calendar.points.review)]).toEqual([true, true])
  // Somebody else's page that shows fewer events is told so, and nothing is recorded.
  const late = await liaison.post(path, { form: page.form, version: '1', kind: 'ended', on: today, says: 'Sample', source: 'x' })
  expect([late.status, late.body.includes(english.measure.movedOn)]).toEqual([409, true])
})

test.each([['legalBasis'], ['sunsetOn'], ['decidedBy'], ['reviewBy']] as const)('nothing is decided without %s', async (field) => {
  const answer = await send(await as('partner-liaison'), '/en/work/countries/MLI/measures/new', { ...decision, [field]: '' })
  expect([answer.status, answer.body.includes(`<a href="#${field}">`)]).toEqual([422, true])
  const { rows } = await sql`select 1 from engagement_event where country = 'MLI'`.execute(served.database.asOwner())
  expect(rows).toEqual([])
})

test('the evidence is the same text, and the same bytes, whoever asks; each look is written down with its digest', async () => {
  const asked = await Promise.all((['officer', 'legal-reviewer', 'auditor'] as const).map(async (role) => {
    const visitor = await as(role)
    const [page, data] = [await visitor.get('/en/work/countries/NGA/evidence'), await visitor.get('/en/work/countries/NGA/evidence.json')]
    return { main: /<h1[ >].*<\/main>/s.exec(page.body)?.[0], data: data.body }
  }))
  expect(new Set(asked.map(({ main }) => main)).size).toBe(1)
  expect(new Set(asked.map(({ data }) => data)).size).toBe(1)
  const digest = sha256(asked[0]?.data ?? '')
  expect([asked[0]?.main?.includes(digest), asked[0]?.main?.includes(escaped(evidenceInEnglish.notThisPerson))]).toEqual([true, true])
  const { rows } = await sql<{ handle: string; about: object }>`select handle, about from access_log where action = 'country.read' and about ->> 'evidence' = ${digest} order by entry`.execute(served.database.asOwner())
  expect([rows.length, rows[0]?.about, new Set(rows.map(({ handle }) => handle)).size]).toEqual([6, { country: 'NGA', evidence: digest }, 3])
  expect(asked[0]?.data).not.toMatch(/demonstration|officer/)
})

test('the evidence as a PDF is the same bytes for everybody, and its name tells day and digest', async () => {
  const [one, other] = await Promise.all((['officer', 'auditor'] as const).map(async (role) => {
    const visitor = await as(role)
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${served.origin}/fr/work/countries/GIN/evidence.pdf`, { headers: { cookie } })
    return { type: answer.headers.get('content-type'), name: answer.headers.get('content-disposition'), bytes: Buffer.from(await answer.arrayBuffer()) }
  }))
  expect([one?.type, one?.bytes.subarray(0, 5).toString(), one?.bytes.equals(other?.bytes ?? Buffer.of())]).toEqual(['application/pdf', '%PDF-', true])
  expect(one?.name).toMatch(new RegExp(`evidence-GIN-${today}-[0-9a-f]{12}\\.pdf`))
})

test('a kept edition is given as data by the very bytes of its digest, and what cannot be set on paper is read on the page', async () => {
  const liaison = await as('partner-liaison')
  const analyst = await as('analyst')
  await send(analyst, '/en/work/countries/BEN/entries/new/acceptance', { ...entry, topic: 'accepted', source: 'Sample \u{10ffff}' })
  const page = await liaison.get((await send(liaison, '/en/work/countries/BEN/measures/new', decision)).location)
  const kept = /\/work\/countries\/BEN\/evidence\/([0-9a-f]{64})"/.exec(page.body)?.[1] ?? ''
  expect(sha256((await liaison.get(`/fr/work/countries/BEN/evidence/${kept}/evidence.json`)).body)).toBe(kept)
  const paper = await liaison.get(`/fr/work/countries/BEN/evidence/${kept}/evidence.pdf`)
  expect([paper.status, paper.body.includes(escaped(french.evidence.unprintable)), paper.body.includes(kept)]).toEqual([503, true, true])
})

test('where there is too little the page says what is missing, and where nothing is loaded that nothing can be looked at', async () => {
  const analyst = await as('analyst')
  const { body } = await analyst.get('/en/work/countries/GIN/effect?on=2017-09-13')
  expect([body.includes(english.effect.notEnough), body.includes(escaped(english.effect.association)), body.includes('24 are needed')]).toEqual([true, true, true])
  const bad = await analyst.get('/fr/work/countries/GIN/effect?on=soon')
  expect([bad.status, bad.body.includes(escaped(french.effect.badDay))]).toEqual([422, true])
})

test('where there is enough the change stands with its limits, its placebos and its cautions, and as an association', async () => {
  const places = ['GHA', 'KEN', 'TGO', 'SEN', 'GIN']
  const figures = places.flatMap((country, place) => Array.from({ length: 60 }, (_, month) => {
    const value = 30 + ((month * (place + 3)) % 7) + (country === 'GHA' && month >= 36 ? 30 : 0)
    return figureOf({ country, stratum: '', clock: '', period: `${2094 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` }, 'count', { outcome: 'returned', value, denominator: value })
  }))
  await served.database.database.transaction().execute((tx) => addMeasurement(tx, { ...sampleMeasurement('rates', 1), method: 'counts/1', figures, curves: [], vintage: 'invented months' }))
  const [analyst, path] = [await as('analyst'), '/work/countries/GHA/effect?on=2097-01-01']
  const page = (await analyst.get(`/en${path}`)).body
  const part = page.slice(page.indexOf(english.effect.lengths.month))
  expect([page.includes(escaped(english.effect.association)), part.includes(english.effect.levelChange), part.includes(escaped(english.effect.cautions['regression-to-the-mean']))]).toEqual([true, true, true])
  expect(/>(1\.[89]|2|2\.[01])\d?</.test(part)).toBe(true)
  // Four other countries without a measure of theirs.
  expect(part).toContain('Looked at: 4')
  expect((await analyst.get(`/fr${path}`)).body).toContain(escaped(french.effect.levelChange))
})

test('a commitment that is held against twenty years of a publisher’s counts has a forecast that was tried on its own past', async () => {
  const analyst = await as('analyst')
  const fields = { kind: 'target', whatEn: 'Sample returns', whatFr: 'Retours d’exemple', number: '6000', unit: 'returns', from: '2024-01-01', until: '2024-12-31', announcedBy: 'Sample ministry', source: 'Sample file', series: 'figures/uk-returns/enforced/all' }
  expect((await send(analyst, '/fr/work/commitments/new', fields)).status).toBe(303)
  const row = (await analyst.get('/en/work/commitments')).body.split('<tr').find((text) => text.includes('Sample returns')) ?? ''
  expect(row).toMatch(/95% limits [\d,]+ to [\d,]+/)
  // Twenty years, nine of them needed: eleven tries.
  expect(row).toMatch(/held \d+ of 11 times/)
})

test('commitments that were announced in public stand with their source, and are never by officer or person', async () => {
  const { body } = await (await as('auditor')).get('/en/work/commitments')
  expect([body.includes('20,000'), body.includes('newswire.ca'), body.includes(escaped(english.commitments.tooFew({ years: '1', needed: '9' })))]).toEqual([true, true, true])
  const { rows } = await sql<{ column: string }>`select column_name as column from information_schema.columns where table_name = 'commitment'`.execute(served.database.asOwner())
  expect(rows.map(({ column }) => column).filter((name) => /officer|person|case|account|handle|name/.test(name))).toEqual([])
})

test('no form, however it is filled, is answered with a fault of ours, seed 3', async () => {
  const random = seededRandom(3)
  const [analyst, liaison] = [await as('analyst'), await as('partner-liaison')]
  const pick = <Value>(list: readonly Value[]) => list[Math.floor(random() * list.length)] as Value
  const values = ['', 'x', '0', '-1', '1e309', 'NaN', '2026-03-02', '9999-12-31', '0000-01-01', inDays(1), 'x'.repeat(3000), "' or true--", '<script>', '__proto__', '\u{1f600}\u0000', 'own/departed', 'accepted', 'demarche', randomUUID(), 'decided', 'reviewed', 'en', 'any', 'target', 'removals']
  const names = ['id', 'kind', 'consulate', 'topic', 'document', 'says', 'language', 'owner', 'source', 'checkedOn', 'reviewBy', 'withdrawn', 'on', 'rung', 'what', 'legalBasis', 'decidedBy', 'startsOn', 'sunsetOn', 'version', 'whatEn', 'whatFr', 'number', 'unit', 'from', 'until', 'announcedBy', 'announcedOn', 'series', 'replaces', 'of', 'how', 'changedOn', 'changeSource', 'constructor']
  const [asAnalyst, asLiaison] = [(await analyst.get('/en/work')).form, (await liaison.get('/en/work')).form]
  const statuses = new Set<number>()
  for (let time = 0; time < 60; time++) {
    const fields = Object.fromEntries(names.filter(() => random() < 0.8).map((name) => [name, pick(values)]))
    const ofLiaison = random() < 0.4
    const path = ofLiaison ? pick(['/en/work/countries/NER/measures/new', `/fr/work/countries/NER/measures/${randomUUID()}`]) : pick(['/fr/work/countries/NER/entries/new/playbook', '/en/work/countries/NER/entries/new/acceptance', '/en/work/countries/NER/entries/new/contact', '/fr/work/commitments/new'])
    statuses.add((await (ofLiaison ? liaison : analyst).post(path, { ...fields, form: ofLiaison ? asLiaison : asAnalyst })).status)
  }
  expect([...statuses].filter((status) => ![303, 404, 409, 422].includes(status))).toEqual([])
}, 120_000)

test.each(roles)('a %s reads and changes what the table gives', async (role) => {
  const visitor = await as(role)
  const may = (action: Parameters<typeof reachOf>[1]) => (reachOf([role], action) === undefined ? 404 : 200)
  const pages = [['/work/countries', 'country.read'], ['/work/countries/GHA', 'country.read'], ['/work/countries/GHA/evidence', 'country.read'], ['/work/engagement', 'country.read'], ['/work/countries/GHA/entries/new/playbook', 'country.change'], ['/work/countries/GHA/measures/new', 'engagement.change'], ['/work/commitments', 'commitments.read'], ['/work/commitments/new', 'commitments.change']] as const
  for (const [path, action] of pages) expect([path, (await visitor.get(`/en${path}`)).status]).toEqual([path, may(action)])
})

test.each(['/work/countries/XYZ', '/work/countries/gha', '/work/countries/SUN', '/work/countries/all/evidence', '/work/countries/__proto__', `/work/countries/GHA/evidence/${'a'.repeat(64)}`, `/work/countries/GHA/measures/${randomUUID()}`, "/work/countries/GHA/measures/' or true--", '/work/countries/GHA/entries/new/rank'])('there is nothing at %s', async (path) => {
  const [analyst, liaison] = [await as('analyst'), await as('partner-liaison')]
  expect([(await analyst.get(`/en${path}`)).status, (await liaison.get(`/fr${path}`)).status]).toEqual([404, 404])
})
