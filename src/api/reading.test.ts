import { sql } from 'kysely'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../test/case-services.ts'
import { serveApi, type ServedApi } from '../../test/served-api.ts'
import { factDefinition, isFactCode } from '../law/facts.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { loadFictionalCaseload } from '../service/fictional-caseload.ts'
import { apiRoutes } from './api-routes.ts'
import { problemStatus } from './problem-status.ts'

let served: ServedApi
let caseIds: readonly string[]
beforeAll(async () => {
  served = await serveApi({ book: shippedBook() })
  expect(await loadFictionalCaseload({ owner: served.database.asOwner() }, { cases: 150, seed: 4, today })).toMatchObject({ ok: true })
  caseIds = (await sql<{ case_id: string }>`select case_id from case_file order by case_id`.execute(served.database.asOwner())).rows.map((row) => row.case_id)
})
afterAll(() => served.close())

const looks = async () => (await sql<{ action: string; case_id: string | null; purpose: string | null; token_id: string | null; session_id: string | null; about: object }>`select action, case_id, purpose, token_id, session_id, about from access_log order by entry`.execute(served.database.asOwner())).rows
const schemaOf = (method: string, path: string) => apiRoutes.find((route) => route.method === method && route.path === path)?.answers[200] ?? {}
const withPurpose = { 'comity-purpose': 'legal-review' }

test('everything that is answered is as the description says, with a purpose and without', async () => {
  for (const headers of [{}, withPurpose]) {
    for (const caseId of caseIds.slice(0, 60)) {
      for (const [path, rest] of [['/cases/:caseId', ''], ['/cases/:caseId/events', '?limit=200'], ...(caseId < '4' ? [['/cases/:caseId/gates', '']] : [])] as const) {
        const answer = await served.ask('legal-reviewer', { path: `${path?.replace(':caseId', caseId)}${rest}`, headers })
        expect([answer.status, path, Value.Errors(schemaOf('GET', path ?? ''), answer.body).slice(0, 2)]).toEqual([200, path, []])
      }
    }
  }
  for (const [method, path, body] of [['GET', '/cases?limit=200', undefined], ['GET', '/me', undefined], ['POST', '/searches', { familyName: 'Fictional' }]] as const) {
    const answer = await served.ask('legal-reviewer', { method, path, ...(body ? { body } : {}) })
    expect([answer.status, Value.Errors(schemaOf(method, path.split('?')[0] ?? ''), answer.body).slice(0, 2)]).toEqual([200, []])
  }
})

test('what is protected is told only with a purpose, and the look is written down first, with the token', async () => {
  const isProtected = (fact: string) => isFactCode(fact) && factDefinition(fact).tells !== 'ordinary'
  const facts: { without: number; with: number } = { without: 0, with: 0 }
  for (const caseId of caseIds.slice(0, 60)) {
    const before = (await looks()).length
    const [bare, told] = [await served.ask('legal-reviewer', { path: `/cases/${caseId}` }), await served.ask('legal-reviewer', { path: `/cases/${caseId}`, headers: withPurpose })]
    const events = await served.ask('legal-reviewer', { path: `/cases/${caseId}/events?limit=200` })
    facts.without += bare.body.facts.filter(({ fact }: { fact: string }) => isProtected(fact)).length + events.body.events.filter(({ event }: { event: { record?: { fact: string } } }) => event.record && isProtected(event.record.fact)).length
    facts.with += told.body.facts.filter(({ fact }: { fact: string }) => isProtected(fact)).length
    for (const word of ['"source":', '"reason":', '"endedBecause":', '"withdrawnBecause":', '"risks":', '"about":', '"note":', 'risk-recorded']) expect([word, bare.text.includes(word) || events.text.includes(word)]).toEqual([word, false])
    expect((await looks()).slice(before).map(({ action, case_id, purpose, token_id, session_id }) => [action, case_id === caseId, purpose, token_id === null, session_id])).toEqual([
      ['case.read', true, null, false, null], ['case.read', true, null, false, null], ['case.read-protected', true, 'legal-review', false, null], ['case.read', true, null, false, null],
    ])
  }
  expect([facts.without, facts.with > 50]).toEqual([0, true])
})

test('no reason of a gate rests on what is protected, unless a purpose is given; that a step is held is said always', async () => {
  let holds = { bare: 0, told: 0 }
  for (const caseId of caseIds.slice(0, 40)) {
    const [bare, told] = [await served.ask('legal-reviewer', { path: `/cases/${caseId}/gates` }), await served.ask('legal-reviewer', { path: `/cases/${caseId}/gates`, headers: withPurpose })]
    const states = ({ body }: typeof bare) => body.destinations.map(({ steps }: { steps: { state: string }[] }) => steps.map(({ state }) => state))
    expect(states(bare)).toEqual(states(told))
    const count = ({ body }: typeof bare): number => body.destinations.flatMap(({ steps }: { steps: { holds: unknown[] }[] }) => steps.flatMap((step) => step.holds)).length
    holds = { bare: holds.bare + count(bare), told: holds.told + count(told) }
    for (const { unsettled } of bare.body.destinations.flatMap(({ steps }: { steps: { holds: { unsettled: string[] }[] }[] }) => steps.flatMap((step) => step.holds))) {
      expect(unsettled.filter((fact: string) => isFactCode(fact) && factDefinition(fact).tells !== 'ordinary')).toEqual([])
    }
  }
  expect(holds.told).toBeGreaterThan(holds.bare)
})

test('a list is leafed through to its end, each case once, by due day, and the look is written down', async () => {
  const seen: string[] = []
  for (let next: string | undefined = ''; next !== undefined;) {
    const page = await served.ask('legal-reviewer', { path: `/cases?limit=17${next === '' ? '' : `&after=${next}`}` })
    expect(page.body.cases.length).toBeLessThanOrEqual(17)
    expect((await looks()).at(-1)).toMatchObject({ action: 'work.read', about: { cases: page.body.cases.length } })
    seen.push(...page.body.cases.map(({ caseId }: { caseId: string }) => caseId))
    next = page.body.next
  }
  const open = (await sql<{ case_id: string }>`select case_id from case_file where inventory not in ('departed', 'closed') order by due_on, case_id`.execute(served.database.asOwner())).rows
  expect(seen).toEqual(open.map((row) => row.case_id))
})

test('a list is narrowed by inventory, country and day, and an officer sees their own', async () => {
  const all = (await served.ask('legal-reviewer', { path: '/cases?limit=200' })).body.cases as readonly Readonly<Record<string, string>>[]
  const [some] = all.filter(({ country }) => country !== undefined)
  const narrowed = await served.ask('legal-reviewer', { path: `/cases?limit=200&country=${some?.['country']}&inventory=${some?.['inventory']}&dueBy=2099-01-01` })
  expect(narrowed.body.cases.length).toBeGreaterThan(0)
  for (const one of narrowed.body.cases) expect([one.country, one.inventory]).toEqual([some?.['country'], some?.['inventory']])
  const own = await served.ask('officer', { path: '/cases?limit=200' })
  expect(new Set(own.body.cases.map(({ officer }: { officer: string }) => officer))).toEqual(new Set(['fictional-officer-1']))
})

test('what happened is leafed through to its end', async () => {
  const caseId = caseIds[0] ?? ''
  const whole = (await served.ask('auditor', { path: `/cases/${caseId}/events?limit=200`, headers: { 'comity-purpose': 'audit' } })).body.events
  const seen: unknown[] = []
  for (let next: string | undefined = '0'; next !== undefined;) {
    const page = await served.ask('auditor', { path: `/cases/${caseId}/events?limit=3&after=${next}`, headers: { 'comity-purpose': 'audit' } })
    seen.push(...page.body.events)
    next = page.body.next
  }
  expect(seen).toEqual(whole)
})

test('an address that is wrong is refused, with the place of each fault', async () => {
  for (const query of ['limit=0', 'limit=201', 'limit=1e3', 'inventory=closed', 'country=ghana', 'dueBy=2026-02-30', 'after=x', `after=${Buffer.from("2026-01-01 ' or true --").toString('base64url')}`, 'officer=somebody', 'limit=1&limit=2', 'score=1']) {
    const { status, body } = await served.ask('legal-reviewer', { path: `/cases?${query}` })
    expect([query, status, body.code, body.facts.faults.length > 0]).toEqual([query, 400, 'query-wrong', true])
  }
  expect((await served.ask('auditor', { path: `/cases/${caseIds[0]}`, headers: { 'comity-purpose': 'curiosity' } })).body).toMatchObject({ status: 400, code: 'purpose-unknown' })
})

test('a search is by name or id, and neither what was looked for nor the token stands in a log', async () => {
  const { body: one } = await served.ask('auditor', { path: `/cases/${caseIds[0]}` })
  const found = await served.ask('auditor', { method: 'POST', path: '/searches', body: { familyName: one.familyName, givenNames: one.givenNames } })
  expect(found.body.cases.map(({ caseId }: { caseId: string }) => caseId)).toContain(one.caseId)
  expect((await served.ask('auditor', { method: 'POST', path: '/searches', body: { caseId: one.caseId } })).body.cases).toHaveLength(1)
  for (const [body, code] of [[{}, 'search-empty'], [{ givenNames: 'One' }, 'search-needs-family-name'], [{ caseId: '7' }, 'bad-id'], [{ familyName: 'x'.repeat(201) }, 'search-too-long']] as const) {
    expect((await served.ask('auditor', { method: 'POST', path: '/searches', body })).body).toMatchObject({ status: 422, code })
  }
  expect((await served.ask('auditor', { method: 'POST', path: '/searches', body: { claim: 'yes' } })).body.code).toBe('content-wrong')
  const written = served.log.join('\n') + JSON.stringify(await looks())
  expect([written.includes(one.familyName), written.includes(served.tokens.get('auditor') ?? 'x'), served.log.length > 0]).toEqual([false, false, true])
})

test('who looked is told, through a token or not', async () => {
  const { body } = await served.ask('auditor', { path: `/cases/${caseIds[0]}/looks` })
  expect(body.looks[0]).toMatchObject({ byToken: true, action: 'case.read' })
})

test('problems are told in the language that is asked for, and each leads to a page in both', async () => {
  const path = '/cases/00000000-0000-4000-8000-000000000000'
  const [english, french] = [await served.ask('auditor', { path }), await served.ask('auditor', { path, headers: { 'accept-language': 'fr-CA,fr;q=0.9' } })]
  expect([english.headers['content-type'], english.headers['content-language'], english.body.title]).toEqual(['application/problem+json; charset=utf-8', 'en', 'There is nothing here'])
  expect([french.headers['content-language'], french.body.title, french.body.code]).toEqual(['fr', 'Il n’y a rien ici', 'not-found'])
  for (const code of Object.keys(problemStatus)) {
    const page = await served.server.inject(`/api/problems/${code}`)
    expect([code, page.statusCode, page.body.includes('lang="en"') && page.body.includes('lang="fr"')]).toEqual([code, 200, true])
  }
  expect((await served.server.inject('/api/problems/%3Cscript%3E')).statusCode).toBe(404)
})

test('answers are kept by nobody, and say so beside the headers of every answer', async () => {
  for (const path of ['/me', '/nowhere', `/cases/${caseIds[0]}`]) {
    const { headers } = await served.ask('auditor', { path })
    expect([headers['cache-control'], headers['x-content-type-options'], headers['access-control-allow-origin'], headers['set-cookie']]).toEqual(['no-store', 'nosniff', undefined, undefined])
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  }
})
