import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../test/case-services.ts'
import { openSampleCase, secret } from '../../../test/sample-case.ts'
import { said, serveOversight, type ServedOversight } from '../../../test/served-oversight.ts'
import { serveWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser } from '../../../test/visiting-browser.ts'
import { html } from '../../render/html.ts'
import { roles } from '../../service/access/roles.ts'
import { reachOf } from '../../service/access/permissions.ts'
import { exportColumns } from '../../service/oversight/export-cases.ts'
import { loggedActions } from '../../service/oversight/read-audit.ts'
import { oversight as english } from '../../text/en/oversight.ts'
import { oversight as french } from '../../text/fr/oversight.ts'
import { oversightRoutes } from './oversight-routes.ts'

let served: ServedOversight
beforeAll(async () => { served = await serveOversight({ cases: 150 }) })
afterAll(() => served.close())

const rowsOf = (body: string) => body.match(/<th scope="row"/g)?.length ?? 0
const looks = async (action: string) => (await sql<{ handle: string; case_id: string | null; purpose: string | null; about: Record<string, unknown> }>`select handle, case_id, purpose, about from access_log where action = ${action} order by entry`.execute(served.owner())).rows

test('an auditor sees every look, narrows them, leafs through them, and is seen looking', async () => {
  const [auditor, officer] = [await served.as('auditor'), await served.as('officer')]
  const { rows: [own] } = await sql<{ case_id: string }>`select case_id from case_file where officer = 'fictional-officer-1' order by case_id limit 1`.execute(served.owner())
  for (let time = 0; time < 60; time++) await officer.get('/en/work/cases?country=GH')
  await officer.get(`/en/work/cases/${own?.case_id}`)
  const first = await auditor.get('/en/work/audit')
  expect([first.status, rowsOf(first.body), first.body.includes(english.audit.older)]).toEqual([200, 50, true])
  const older = /href="([^"]+)" rel="next"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await auditor.get(older)
  expect([rowsOf(second.body) > 10, second.body.includes(english.audit.newer)]).toEqual([true, true])
  expect(rowsOf((await auditor.get('/en/work/audit?account=fictional-officer-1&action=case.read')).body)).toBe(1)
  expect(rowsOf((await auditor.get(`/fr/work/audit?caseId=${own?.case_id}`)).body)).toBeGreaterThan(0)
  expect(rowsOf((await auditor.get('/fr/work/audit?until=2001-01-01')).body)).toBe(0)
  expect((await looks('audit.read')).at(-1)).toMatchObject({ handle: 'demonstration-auditor', about: { until: '2001-01-01' } })
  expect((await auditor.get('/en/work/audit?action=audit.read')).body).toContain('demonstration-auditor')
})

test.each([
  ['account=nobody-at-all', 'account'], ["account=' or true--", 'account'], ['caseId=1', 'caseId'], ['from=yesterday', 'from'], ['until=2026-02-30', 'until'], ['from=2026-03-02&until=2026-03-01', 'order'],
] as const)('the list of looks is not narrowed by %s, and the form keeps it', async (query, code) => {
  const answer = await (await served.as('auditor')).get(`/fr/work/audit?${query}`)
  expect([answer.status, answer.body.includes(said(french.audit.faults[code])), rowsOf(answer.body)]).toEqual([422, true, 0])
  const [name = '', value = ''] = query.split('&').at(-1)?.split('=') ?? []
  expect(answer.body).toContain(html`name="${name}" value="${value}"`.toString().replaceAll('&quot;', '"'))
})

test('who looked leaves as a file with a purpose, and the export itself is kept with the digest of its bytes', async () => {
  const auditor = await served.as('auditor')
  const page = await auditor.get('/en/work/audit/export?action=work.read')
  const without = await auditor.post('/en/work/audit/export', { form: page.form, action: 'work.read' })
  expect([without.status, without.body.includes(said(english.export.faults.purpose)), without.body.includes('name="action" value="work.read"')]).toEqual([422, true, true])
  const file = await auditor.post('/en/work/audit/export', { form: page.form, action: 'work.read', purpose: 'audit' })
  const lines = file.body.trim().split('\r\n')
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition'), file.headers.get('cache-control')]).toEqual([200, 'text/csv; charset=utf-8', `attachment; filename="comity-looks-${today}.csv"`, 'no-store'])
  expect(lines.length - 1).toBe((await looks('work.read')).length)
  expect(lines.slice(1).every((line) => line.includes('work.read'))).toBe(true)
  const { rows: [kept] } = await sql<{ digest: string; lines: number; handle: string; choice: object; purpose: string }>`select encode(digest, 'hex') as digest, lines, handle, choice, purpose from export_made where kind = 'access-log'`.execute(served.owner())
  expect(kept).toEqual({ digest: createHash('sha256').update(`\ufeff${file.body.replace(/^\ufeff/, '')}`).digest('hex'), lines: lines.length - 1, handle: 'demonstration-auditor', choice: { action: 'work.read' }, purpose: 'audit' })
  expect((await looks('oversight.export')).at(-1)).toMatchObject({ purpose: 'audit', about: { lines: lines.length - 1, format: 'csv' } })
})

test('an officer exports their own open cases, an auditor all, and nobody else any', async () => {
  const open = async (officer?: string) => (await sql<{ case_id: string }>`select case_id from case_file where inventory not in ('departed', 'closed') ${officer === undefined ? sql`` : sql`and officer = ${officer}`}`.execute(served.owner())).rows.map(({ case_id }) => case_id).sort()
  for (const role of roles) {
    const visitor = await served.as(role)
    const page = await visitor.get('/en/work/cases/export')
    const file = await visitor.post('/en/work/cases/export', { form: page.form || (await visitor.get('/en/work')).form, purpose: 'work-plan', format: 'csv' })
    const reach = reachOf([role], 'cases.export')
    expect([role, page.status, file.status]).toEqual(reach ? [role, 200, 200] : [role, 404, 404])
    if (!reach) continue
    const ids = file.body.trim().split('\r\n').slice(1).map((line) => line.slice(0, 36)).sort()
    expect(ids).toEqual(await open(reach === 'all' ? undefined : 'fictional-officer-1'))
    expect((await looks('cases.export')).at(-1)).toMatchObject({ purpose: 'work-plan', about: { lines: ids.length, format: 'csv' } })
  }
})

test('a workbook holds the same as the text, in the language that was asked, and says by whom and what for', async () => {
  const auditor = await served.as('auditor')
  const { form } = await auditor.get('/fr/work/cases/export?inventory=working')
  const text = await auditor.post('/fr/work/cases/export', { form, inventory: 'working', purpose: 'audit', format: 'csv' })
  const response = await fetch(`${served.origin}/fr/work/cases/export`, { method: 'POST', headers: { origin: served.origin, cookie: `comity=${auditor.cookies.get('comity')}` }, body: new URLSearchParams({ form, inventory: 'working', purpose: 'audit', format: 'xlsx' }) })
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([response.status, response.headers.get('content-disposition')]).toEqual([200, `attachment; filename="comity-cases-${today}.xlsx"`])
  const sheets = await readWorkbook(bytes)
  const [cases, about] = [sheets.find(({ sheet }) => sheet === french.export.sheet), sheets.find(({ sheet }) => sheet === french.export.about)]
  const [headings, ...rows] = (cases?.data ?? []) as (readonly (string | null)[])[]
  expect(headings).toEqual(exportColumns.map((column) => french.export.headings[column]))
  expect(rows.map(([id]) => id)).toEqual(text.body.trim().split('\r\n').slice(1).map((line) => line.slice(0, 36)))
  expect(JSON.stringify(about?.data)).toContain('demonstration-auditor')
  const { rows: [kept] } = await sql<{ digest: string }>`select encode(digest, 'hex') as digest from export_made where format = 'xlsx'`.execute(served.owner())
  expect(kept?.digest).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('the columns of an export are a closed list, and nothing that is read with a purpose is among them', async () => {
  expect(exportColumns).toEqual(['caseId', 'familyName', 'givenNames', 'bornOn', 'jurisdiction', 'inventory', 'country', 'officer', 'openedOn', 'lastStepOn', 'dueOn', 'dueFor', 'fictional'])
  const own = await serveWork()
  const visitor = visitingBrowser(own.origin)
  await signInAs(visitor, 'auditor')
  const { form } = await visitor.get('/en/work')
  // Opened after the sign-in, which a real case would forbid.
  await openSampleCase(own.database)
  for (const [path, fields] of [['cases/export', { format: 'csv' }], ['oversight/export', { from: '2020-01-01', until: '2099-01-01' }], ['audit/export', {}]] as const) {
    const file = await visitor.post(`/en/work/${path}`, { form, purpose: 'audit', ...fields })
    expect([path, file.status, file.body.includes(secret), file.body.length > 100]).toEqual([path, 200, false, true])
  }
  await own.close()
})

test('a name that a spreadsheet would run as a formula is disarmed in the text, and is text in the workbook', async () => {
  const own = await serveWork()
  const visitor = visitingBrowser(own.origin)
  await signInAs(visitor, 'auditor')
  const { form } = await visitor.get('/en/work')
  const caseId = await openSampleCase(own.database)
  const formula = '=HYPERLINK("https://elsewhere.example","x")'
  await sql`update case_file set family_name = ${formula} where case_id = ${caseId}`.execute(own.database.asOwner())
  const text = await visitor.post('/en/work/cases/export', { form, purpose: 'audit', format: 'csv' })
  expect(text.body).toContain(`"'=HYPERLINK`)
  const response = await fetch(`${own.origin}/en/work/cases/export`, { method: 'POST', headers: { origin: own.origin, cookie: `comity=${visitor.cookies.get('comity')}` }, body: new URLSearchParams({ form, purpose: 'audit', format: 'xlsx' }) })
  const [sheet] = await readWorkbook(Buffer.from(await response.arrayBuffer()))
  expect(sheet?.data[1]?.[1]).toBe(formula)
  await own.close()
})

test.each([[{ format: 'csv' }, 'purpose'], [{ purpose: 'curiosity', format: 'csv' }, 'purpose'], [{ purpose: 'audit' }, 'format'], [{ purpose: 'audit', format: 'exe' }, 'format']] as const)('an export of cases with %j does not happen, and the choice is kept', async (fields, code) => {
  const auditor = await served.as('auditor')
  const before = (await looks('cases.export')).length
  const { form } = await auditor.get('/en/work/cases/export')
  const answer = await auditor.post('/en/work/cases/export', { form, inventory: 'working', country: 'GH', ...fields })
  expect([answer.status, answer.body.includes(said(english.export.faults[code])), answer.body.includes('name="inventory" value="working"'), answer.body.includes('name="country" value="GH"')]).toEqual([422, true, true, true])
  expect((await looks('cases.export')).length).toBe(before)
})

test('inventories add up to the open cases for those who reach cases, and keep small counts from those who do not', async () => {
  const { rows: [counted] } = await sql<{ cases: number; few: number }>`select sum(cases)::integer as cases, (count(*) filter (where cases < 5))::integer as few from (select count(*) as cases from case_file where inventory not in ('departed', 'closed') group by inventory, country) as cell`.execute(served.owner())
  expect(counted?.few).toBeGreaterThan(3)
  for (const role of roles) {
    const page = await (await served.as(role)).get('/en/work/inventories')
    const reach = reachOf([role], 'inventories.read')
    expect([role, page.status]).toEqual([role, reach ? 200 : 404])
    if (!reach) continue
    const cells = [...page.body.matchAll(/<td role="cell"[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text ?? '')
    const small = cells.filter((text) => /^[1-4]$/.test(text))
    if (reachOf([role], 'case.read')) expect([small.length > 0, cells.at(-1)]).toEqual([true, String(counted?.cases)])
    else expect([small, cells.includes(english.inventories.few), page.body.includes(said(english.inventories.hidden))]).toEqual([[], true, true])
    expect(page.body).not.toContain('fictional-officer')
  }
})

test('every page of oversight is the auditor’s, is there in both languages, and is written down', async () => {
  const [auditor, reviewer] = [await served.as('auditor'), await served.as('legal-reviewer')]
  for (const { path } of oversightRoutes.filter(({ method }) => method === 'GET')) {
    for (const language of ['en', 'fr']) expect([path, (await auditor.get(`/${language}${path}`)).status]).toEqual([path, 200])
    expect([path, (await reviewer.get(`/en${path}`)).status]).toEqual([path, 404])
  }
  expect(new Set((await looks('oversight.read')).map(({ about }) => about['what']))).toEqual(new Set(['cases', 'decisions', 'approvals', 'law', 'messages', 'broken-glass', 'exports', 'checks']))
})

test('an auditor lists every open case and leafs through all of them once', async () => {
  const auditor = await served.as('auditor')
  const { rows: [open] } = await sql<{ cases: number }>`select count(*)::integer as cases from case_file where inventory not in ('departed', 'closed')`.execute(served.owner())
  let [page, seen] = [(await auditor.get('/en/work/oversight/cases')).body, 0]
  for (let pages = 0; pages < 10; pages++) {
    seen += rowsOf(page)
    const next = /href="([^"]+)" rel="next"/.exec(page)?.[1]
    if (next === undefined) break
    page = (await auditor.get(next.replaceAll('&amp;', '&'))).body
  }
  expect(seen).toBe(open?.cases)
})

test('held steps are shown by days and by answer', async () => {
  const auditor = await served.as('auditor')
  const { rows: [first] } = await sql<{ day: string; open: number; held: number }>`select to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD') as day, (count(*) filter (where state = 'open'))::integer as open, (count(*) filter (where state <> 'open'))::integer as held from gate_decision group by 1 order by 2 desc, 1 limit 1`.execute(served.owner())
  const shown = async (state: string) => rowsOf((await auditor.get(`/en/work/oversight/decisions?from=${first?.day}&until=${first?.day}&state=${state}`)).body)
  expect([await shown('open'), await shown('held'), await shown('')]).toEqual([first?.open, first?.held, (first?.open ?? 0) + (first?.held ?? 0)])
  expect(first?.open).toBeGreaterThan(0)
})

test('everything is looked through on request, and what was found stays', async () => {
  const auditor = await served.as('auditor')
  const page = await auditor.get('/en/work/oversight/check')
  expect((await auditor.post('/en/work/oversight/check', { form: page.form })).location).toBe(`${served.origin}/en/work/oversight/check`)
  expect((await auditor.get('/en/work/oversight/check')).body).toContain(english.workspace.check.whole)
  const { rows: [one] } = await sql<{ case_id: string; version: number }>`select case_id, version from case_file where version > 1 order by case_id limit 1`.execute(served.owner())
  await served.owner().transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update case_file set version = version - 1 where case_id = ${one?.case_id}`.execute(tx)
  })
  await auditor.post('/fr/work/oversight/check', { form: page.form })
  const found = (await auditor.get('/fr/work/oversight/check')).body
  expect([found.includes(said(french.workspace.check.faults['a version that is not the last event'] ?? '')), found.includes(one?.case_id ?? 'none'), found.includes(said(french.workspace.check.whole))]).toEqual([true, true, true])
  await served.owner().transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update case_file set version = version + 1 where case_id = ${one?.case_id}`.execute(tx)
  })
  expect((await looks('oversight.check')).length).toBe(2)
})

test('the export for oversight has a line for everything of its days, and its last line counts and seals the others', async () => {
  const auditor = await served.as('auditor')
  const { form } = await auditor.get('/en/work/oversight/export')
  const file = await auditor.post('/en/work/oversight/export', { form, from: '2000-01-01', until: '2099-12-31', purpose: 'court-or-complaint' })
  const lines = file.body.trimEnd().split('\n')
  const [head, end] = [JSON.parse(lines[0] ?? '') as Record<string, unknown>, JSON.parse(lines.at(-1) ?? '') as { lines: Record<string, number>; cut: boolean; digest: string }]
  expect(head).toMatchObject({ kind: 'comity-oversight/1', by: 'demonstration-auditor', purpose: 'court-or-complaint', from: '2000-01-01' })
  const { rows: [events] } = await sql<{ events: number; decisions: number }>`select (select count(*)::integer from case_event) as events, (select count(*)::integer from gate_decision) as decisions`.execute(served.owner())
  expect([end.cut, end.lines['event'], end.lines['decision'], Object.values(end.lines).reduce((sum, count) => sum + count, 0)]).toEqual([false, events?.events, events?.decisions, lines.length - 2])
  expect(end.digest).toBe(createHash('sha256').update(`${lines.slice(0, -1).join('\n')}\n`).digest('hex'))
  const kinds = new Set(lines.slice(1, -1).map((line) => (JSON.parse(line) as { kind: string }).kind))
  for (const kind of ['event', 'decision', 'message', 'look', 'role', 'export']) expect(kinds).toContain(kind)
  expect(file.body).not.toContain('risk-recorded')
  for (const fields of [{ from: 'x', until: '2026-01-01' }, { from: '2026-01-01', until: '' }, { from: '2026-01-02', until: '2026-01-01' }]) expect((await auditor.post('/en/work/oversight/export', { form, purpose: 'audit', ...fields })).status).toBe(422)
  expect((await auditor.post('/en/work/oversight/export', { form: '', from: '2026-01-01', until: '2026-01-02', purpose: 'audit', id: randomUUID() })).status).toBe(403)
})

test('whatever is written down when somebody looks has a name in both languages', () => {
  for (const { audit } of [english, french]) expect(loggedActions.filter((action) => audit.actions[action] === undefined)).toEqual([])
})
