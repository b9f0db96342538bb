import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checked, day, drafted, ghanaian, given, opened, run, today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import type { Command } from '../../casework/command.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { loadCaseState } from '../../service/cases/load-case-state.ts'
import { previewCommand } from '../../service/drafts/preview-command.ts'
import { demonstrationAccounts } from '../../service/identity/demonstration.ts'
import { submitCommand } from '../../service/work/submit-command.ts'
import { findProposal } from '../../store/approvals.ts'
import { approvals as english } from '../../text/en/approvals.ts'
import { approvals as french } from '../../text/fr/approvals.ts'

let served: ServedWork
const browsers = new Map<string, VisitingBrowser>()
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  for (const { as } of demonstrationAccounts) {
    const visitor = visitingBrowser(served.origin)
    await signInAs(visitor, as)
    browsers.set(as, visitor)
  }
})
afterAll(() => served.close())

const as = (name: string) => browsers.get(name) as VisitingBrowser
const officer = { accountId: demonstrationAccounts[0]?.accountId ?? '', handle: 'fictional-officer-1', roles: ['officer'] } as const
const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-01-12'), source: 'order' }
const stay: Command = { kind: 'record-fact', factId: 'f1', fact: 'court-stay-ordered', value: 'no', on: today, source: 'register of the court' }

async function propose(command: Command = stay, before: readonly Command[] = []) {
  const caseId = await given(served.services, randomUUID(), [opened, { officer: 'fictional-officer-1' }], ghanaian, order, { kind: 'assign-officer', officer: 'fictional-officer-1', note: 'sample' })
  for (const one of before) await run(served.services, caseId, one, { officer: 'fictional-officer-1' })
  const done = await submitCommand(served.services, officer, { caseId, command, commandId: randomUUID(), version: 'newest' })
  if (!done.ok || done.value.kind !== 'proposed') throw new Error(JSON.stringify(done))
  return { caseId, proposalId: done.value.proposalId, path: `/en/work/approvals/${done.value.proposalId}` }
}
const stateOf = async (proposalId: string) => (await findProposal(served.database.database, proposalId))?.state
const versionOf = async (caseId: string) => (await loadCaseState(served.database.database, caseId))?.state.version
const agreeAs = async (name: string, path: string, account: string) => as(name).post(`${path}/demonstration`, { form: (await as(name).get('/en/work')).form, account })

describe('a proposal', () => {
  test('is read by who proposed it and by legal reviewers; by an auditor without what is protected, until they give a purpose', async () => {
    const { path, caseId } = await propose()
    for (const name of ['officer', 'legal-reviewer', 'legal-reviewer-2']) expect([name, (await as(name).get(path)).body.includes('register of the court')]).toEqual([name, true])
    const hidden = await as('auditor').get(path)
    expect([hidden.status, hidden.body.includes('register of the court'), hidden.body.includes(english.one.hidden)]).toEqual([200, false, true])
    await as('auditor').post(`/en/work/cases/${caseId}/purpose`, { form: hidden.form, purpose: 'audit' })
    expect((await as('auditor').get(path)).body).toContain('register of the court')
  })

  test('is counted on the first page of who may agree, and of nobody else', async () => {
    await propose()
    const says = async (name: string, language: string) => /class="notice"><a href="[^"]*approvals/.test((await as(name).get(`/${language}/work`)).body)
    for (const language of ['en', 'fr']) expect([await says('legal-reviewer-2', language), await says('officer', language), await says('auditor', language)]).toEqual([true, false, false])
  })

  test('is ended by whatever is recorded alone, and whoever is about to record is told so', async () => {
    const { caseId } = await propose()
    const { state } = (await loadCaseState(served.database.database, caseId)) ?? {}
    if (!state) throw new Error('no case')
    const about = { caseId, state, today, book: shippedBook() }
    const alone: Command = { kind: 'record-availability', available: true, on: today, source: 'report' }
    expect(await previewCommand(served.services, officer, about, alone)).toMatchObject({ takesTwo: false, endsWaiting: 1 })
    expect(await previewCommand(served.services, officer, about, { ...stay, factId: 'f2' })).toMatchObject({ takesTwo: true, endsWaiting: 0 })
  })

  test('is nothing to whoever reaches no case: the same answer as where there is none', async () => {
    const { path } = await propose()
    const nowhere = `/en/work/approvals/${randomUUID()}`
    for (const name of ['analyst', 'partner-liaison', 'administrator']) {
      const [there, not] = [await as(name).get(path), await as(name).get(nowhere)]
      expect([name, there.status, there.body.replaceAll(path.slice(3), '')]).toEqual([name, not.status, not.body.replaceAll(nowhere.slice(3), '')])
    }
    for (const id of ['x', '../accounts', `${randomUUID()}'--`, '%00']) expect((await as('legal-reviewer').get(`/en/work/approvals/${encodeURIComponent(id)}`)).status).toBe(404)
  })

  test('of another officer’s case is nothing to an officer', async () => {
    const { path, caseId } = await propose()
    await run(served.services, caseId, { kind: 'assign-officer', officer: 'fictional-officer-2', note: 'sample' })
    expect((await as('officer').get(path)).status).toBe(404)
  })

  test('of a case that is another officer’s by now is still one’s own in the list, without whom it is about', async () => {
    const { proposalId, caseId } = await propose()
    const before = (await as('officer').get('/en/work/approvals')).body
    await run(served.services, caseId, { kind: 'record-identity', identity: { familyName: 'Changed', givenNames: 'Afterwards', sex: 'female', identityDocuments: [] }, source: 'sample' }, { officer: 'fictional-officer-1' })
    expect([before.includes(caseId), (await as('officer').get('/en/work/approvals')).body.includes('Afterwards')]).toEqual([true, true])
    await run(served.services, caseId, { kind: 'assign-officer', officer: 'fictional-officer-2', note: 'sample' })
    const after = (await as('officer').get('/en/work/approvals')).body
    expect([after.includes(proposalId), after.includes('Afterwards'), after.includes(caseId)]).toEqual([true, false, false])
  })

  test('that was rejected shows the words of who rejected it, which may tell what is protected, to nobody without a purpose', async () => {
    const { path, caseId } = await propose()
    await as('legal-reviewer').post(`${path}/reject`, { form: (await as('legal-reviewer').get(path)).form, reason: 'unproven', note: 'The claim of protection is open.' })
    for (const name of ['officer', 'legal-reviewer']) expect([name, (await as(name).get(path)).body.includes('claim of protection is open')]).toEqual([name, true])
    const { form, body } = await as('auditor').get(path)
    expect([body.includes(english.reasons.unproven), body.includes('claim of protection is open')]).toEqual([true, false])
    await as('auditor').post(`/en/work/cases/${caseId}/purpose`, { form, purpose: 'audit' })
    expect((await as('auditor').get(path)).body).toContain('claim of protection is open')
  })

  test('stands in lists by its kind alone, and each look at it stands in the record of who looked, with its purpose', async () => {
    const { path, caseId, proposalId } = await propose()
    const list = await as('legal-reviewer').get('/fr/work/approvals')
    expect([list.body.includes(proposalId), list.body.includes('court-stay-ordered'), list.body.includes(french.kinds['record-fact'] ?? '')]).toEqual([true, false, true])
    const casePage = await as('legal-reviewer').get(`/en/work/cases/${caseId}`)
    expect([casePage.body.includes(proposalId), casePage.body.includes('register of the court')]).toEqual([true, false])
    await as('legal-reviewer').get(path)
    const { rows } = await sql<{ action: string; purpose: string | null }>`select action, purpose from access_log where case_id = ${caseId} and about ->> 'proposal' = ${proposalId} order by entry`.execute(served.database.asOwner())
    expect(rows).toEqual([{ action: 'case.read', purpose: null }, { action: 'case.read-protected', purpose: 'legal-review' }])
  })
})

describe('agreement', () => {
  test('makes it happen, once, however often the form is sent', async () => {
    const { path, caseId, proposalId } = await propose()
    const first = await agreeAs('legal-reviewer', path, 'demonstration-legal-reviewer')
    expect([first.status, first.location]).toEqual([303, `${served.origin}${path}`])
    const again = await agreeAs('legal-reviewer', path, 'demonstration-legal-reviewer')
    expect([again.status, again.body.includes(english.one.faults.ended), await stateOf(proposalId), await versionOf(caseId)]).toEqual([409, true, 'agreed', 5])
  })

  test.each([
    ['of who proposed it', 'officer', 'fictional-officer-1', 404],
    ['of an auditor', 'auditor', 'demonstration-auditor', 404],
    ['of an analyst', 'analyst', 'demonstration-analyst', 404],
    ['as another account than the one signed in', 'legal-reviewer', 'demonstration-legal-reviewer-2', 403],
    ['as nobody', 'legal-reviewer', '', 422],
    ['as somebody whom there is not', 'legal-reviewer', 'constructor', 403],
  ])('%s changes nothing', async (_, name, account, status) => {
    const { path, caseId, proposalId } = await propose()
    expect((await agreeAs(name, path, account)).status).toBe(status)
    expect([await stateOf(proposalId), await versionOf(caseId)]).toEqual(['waiting', 4])
  })

  test('without the token of a page, or from another site, changes nothing', async () => {
    const { path, proposalId } = await propose()
    const account = 'demonstration-legal-reviewer'
    for (const what of ['agree', 'demonstration', 'passkey', 'provider', 'reject']) expect((await as('legal-reviewer').post(`${path}/${what}`, { account, reason: 'wrong' })).status).toBe(403)
    const { form } = await as('legal-reviewer').get(path)
    expect((await as('legal-reviewer').post(`${path}/demonstration`, { form, account }, { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(await stateOf(proposalId)).toBe('waiting')
  })

  test('with fields that the form does not have is agreement with what was proposed, and with nothing else', async () => {
    const { path, caseId } = await propose()
    const { form } = await as('legal-reviewer').get(path)
    await as('legal-reviewer').post(`${path}/demonstration`, { form, account: 'demonstration-legal-reviewer', value: 'yes', caseId: randomUUID(), command: '{}', officer: 'x' })
    expect((await loadCaseState(served.database.database, caseId))?.events.at(-1)).toMatchObject({ event: { kind: 'fact-recorded', record: { value: 'no' } }, recordedBy: 'fictional-officer-1' })
  })

  test('to what the case has moved on from is refused in words, in both languages', async () => {
    const { path, caseId, proposalId } = await propose()
    await run(served.services, caseId, { kind: 'travel-with', group: 'family-1' })
    const said = await agreeAs('legal-reviewer', path.replace('/en/', '/fr/'), 'demonstration-legal-reviewer')
    expect([said.status, said.body.includes(french.one.faults['moved-on'])]).toEqual([409, true])
    expect((await as('officer').get(path)).body).toContain(english.states['moved-on'])
    expect(await stateOf(proposalId)).toBe('moved-on')
  })

  test('lets a request leave in the name of who agreed', async () => {
    const { path, caseId } = await propose({ kind: 'approve-request', requestId: 'q1', on: today }, [drafted('q1'), checked('q1')])
    expect((await agreeAs('legal-reviewer-2', path, 'demonstration-legal-reviewer-2')).status).toBe(303)
    expect((await loadCaseState(served.database.database, caseId))?.state.requests[0]).toMatchObject({ drafted: { by: 'fictional-officer-1' }, approved: { by: 'demonstration-legal-reviewer-2' } })
  })

  test('by passkey or at a provider is not begun where there is none, and a demonstration is none where passkeys alone are taken', async () => {
    const { path, proposalId } = await propose()
    const { form } = await as('legal-reviewer').get(path)
    expect((await as('legal-reviewer').post(`${path}/agree`, { form, answer: '{"id":"x"}' })).status).toBe(403)
    expect((await as('legal-reviewer').post(`${path}/provider`, { form })).status).toBe(403)
    Object.assign(served.services, { signIn: { ...served.services.signIn, approval: 'passkey' } })
    const strict = await agreeAs('legal-reviewer', path, 'demonstration-legal-reviewer')
    const page = await as('legal-reviewer').get(path)
    Object.assign(served.services, { signIn: { ...served.services.signIn, approval: undefined } })
    expect([strict.status, strict.body.includes(english.one.faults.forbidden), page.body.includes(`${proposalId}/demonstration`), page.body.includes(english.one.onlyPasskey)]).toEqual([403, true, false, true])
    expect(await stateOf(proposalId)).toBe('waiting')
  })
})

describe('what is told of an agreement by way of the provider', () => {
  test('is a code from a list, and nothing that somebody wrote into the address', async () => {
    const { path } = await propose()
    expect((await as('legal-reviewer').get(`${path}?told=moved-on`)).body).toContain(english.one.faults['moved-on'])
    for (const told of ['<script>alert(1)</script>', 'constructor', 'refusedd']) expect((await as('legal-reviewer').get(`${path}?${new URLSearchParams({ told }).toString()}`)).body).not.toContain('role="alert"')
    await agreeAs('legal-reviewer', path, 'demonstration-legal-reviewer')
    expect((await as('legal-reviewer').get(`${path}?told=moved-on`)).body).not.toContain('role="alert"')
    const other = await propose()
    const why = await as('legal-reviewer').get(`${other.path}?${new URLSearchParams({ told: 'refused', why: '<b>stale-version' }).toString()}`)
    expect([why.body.includes('<b>'), why.body.includes('bstale-version')]).toEqual([false, true])
  })
})

test('a change of the law that waits is nothing to whoever may not approve one', async () => {
  for (const name of ['officer', 'analyst', 'auditor', 'administrator']) for (const path of ['/en/work/law-updates', `/en/work/law-updates/${randomUUID()}`]) expect([name, (await as(name).get(path)).status]).toEqual([name, 404])
  for (const id of [randomUUID(), 'x']) expect((await as('legal-reviewer').get(`/en/work/law-updates/${id}`)).status).toBe(404)
})
