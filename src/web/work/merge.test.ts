import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checked, day, drafted, ghanaian, given, opened, run, today } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type Visited, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import type { Command } from '../../casework/command.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { factName } from '../../render/fact-name.ts'
import { loadCaseState } from '../../service/cases/load-case-state.ts'
import { demonstrationAccounts } from '../../service/identity/demonstration.ts'
import { merge as english } from '../../text/en/merge.ts'
import { merge as french } from '../../text/fr/merge.ts'

let served: ServedWork
const browsers = new Map<string, VisitingBrowser>()
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  for (const role of ['officer', 'legal-reviewer', 'analyst', 'auditor']) {
    const visitor = visitingBrowser(served.origin)
    await signInAs(visitor, role)
    browsers.set(role, visitor)
  }
})
afterAll(() => served.close())

const as = (name: string) => browsers.get(name) as VisitingBrowser
const own = { officer: 'fictional-officer-1' } as const
const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-01-12'), source: 'order' }
const stay = (value: 'yes' | 'no'): Command => ({ kind: 'record-fact', factId: randomUUID(), fact: 'court-stay-ordered', value, on: today, source: 'register of the court' })
const asylum: Command = { kind: 'record-fact', factId: randomUUID(), fact: 'prra-notified', value: 'no', on: today, source: 'protected source' }
const theCase = (...more: readonly Command[]) => given(served.services, randomUUID(), [opened, own], ghanaian, order, ...more, { kind: 'assign-officer', officer: 'fictional-officer-1', note: 'sample' })
const stateOf = async (caseId: string) => (await loadCaseState(served.database.database, caseId))?.state
const pathOf = ({ location }: Visited) => new URL(location).pathname
const since = { on: '2026', 'on-month': '03', 'on-day': '02' }

/** To the page of all answers, by what the forms ask one after the other. */
async function answerAll(officer: VisitingBrowser, one: string, other: string, stays: string, language = 'en'): Promise<string> {
  const { form } = await officer.get(`/${language}/work/cases/${one}/merge`)
  const chosen = pathOf(await officer.post(`/${language}/work/cases/${one}/merge`, { form, other: ` ${other.toUpperCase()} ` }))
  expect((await officer.get(chosen)).status).toBe(200)
  const why = pathOf(await officer.post(chosen, { form, stays }))
  return pathOf(await officer.post(why, { form, reason: 'same prints', ...since }))
}

/** Hands in what stands on the page of all answers. */
async function handIn(officer: VisitingBrowser, check: string): Promise<Visited> {
  const sure = /href="([^"]+\/sure\?[^"]+)"/.exec((await officer.get(check)).body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const page = await officer.get(sure)
  const version = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(page.body)?.[1] ?? ''
  return officer.post(check, { form: page.form, stays: version('stays'), duplicate: version('duplicate') })
}

describe('two records of one person', () => {
  test.each([['en', english], ['fr', french]] as const)('are shown side by side in %s with what differs, and what the gates of both say before and after', async (language, words) => {
    const [one, other] = [await theCase(), await theCase(stay('yes'))]
    await run(served.services, other, { kind: 'record-identity', identity: { familyName: 'Sampel', givenNames: 'One', bornOn: '1990-05-17', sex: 'female', identityDocuments: [] }, source: 'sample' }, own)
    const check = await answerAll(as('officer'), one, other, one, language)
    const compared = (await as('officer').get(check.replace('/check', ''))).body
    for (const text of [one, other, 'Sampel', words.compare.differs]) expect(compared).toContain(text)
    const { body } = await as('officer').get(check)
    for (const text of ['same prints', words.check.columns.staysAfter, words.check.columns.duplicateNow, words.check.passes.merge]) expect(body).toContain(text)
    expect(body).not.toContain(words.check.takesTwo)
  })

  test('become one at once where that lets go of nothing, and two again', async () => {
    const officer = as('officer')
    const [one, other] = [await theCase(), await theCase(stay('yes'))]
    const done = await handIn(officer, await answerAll(officer, one, other, other))
    expect([done.status, (await stateOf(one))?.mergedInto]).toEqual([303, other])
    expect((await officer.get(pathOf(done))).body).toContain(english.done.texts.merge)
    const start = await officer.get(`/en/work/cases/${other}/merge`)
    expect(start.body).toContain(english.start.partNamed(one))
    const why = pathOf(await officer.post(`/en/work/cases/${one}/unmerge`, { form: start.form, other }))
    const check = pathOf(await officer.post(why, { form: start.form, reason: 'two people', ...since }))
    const parted = await officer.get(pathOf(await handIn(officer, check)))
    expect([parted.body.includes(english.done.texts.unmerge), (await stateOf(one))?.mergedInto, (await stateOf(other))?.absorbed[0]?.undoneOn]).toEqual([true, undefined, expect.anything()])
    // The way back and a second press lead to what became of it.
    expect([(await officer.get(check)).location, (await officer.post(check, { form: start.form })).location]).toEqual([expect.stringMatching(/\/done$/), expect.stringMatching(/\/done$/)])
  })

  test('are proposed where that lets go of something: the second person sees both, agrees, and they are one', async () => {
    const [one, other] = [await theCase(), await theCase(stay('no'))]
    const check = await answerAll(as('officer'), one, other, one)
    expect((await as('officer').get(check)).body).toContain(english.check.takesTwo)
    const done = (await as('officer').get(pathOf(await handIn(as('officer'), check)))).body
    expect([done.includes(english.done.texts.proposed), (await stateOf(other))?.mergedInto]).toEqual([true, undefined])
    const proposal = /href="(\/en\/work\/approvals\/[^"]+)"/.exec(done)?.[1] ?? ''
    const reviewer = as('legal-reviewer')
    const shown = await reviewer.get(proposal)
    for (const text of [one, other, 'register of the court', 'same prints', english.shown.titles.merge, english.toOther]) expect(shown.body).toContain(text)
    expect((await reviewer.get('/en/work/approvals')).body).toContain(proposal)
    for (const caseId of [one, other]) expect((await as('officer').get(`/en/work/cases/${caseId}`)).body).toContain(proposal)
    const agreed = await reviewer.post(`${proposal}/demonstration`, { form: shown.form, account: demonstrationAccounts.find(({ as: role }) => role === 'legal-reviewer')?.handle ?? '' })
    expect([agreed.status, (await stateOf(other))?.mergedInto, (await stateOf(one))?.facts.length]).toEqual([303, one, 1])
  })

  test('that have moved on since they were read are left as they are, and read again', async () => {
    const officer = as('officer')
    const [one, other] = [await theCase(), await theCase(stay('yes'))]
    const check = await answerAll(officer, one, other, one)
    const page = await officer.get(check)
    await run(served.services, other, stay('yes'), own)
    const stale = await officer.post(check, { form: page.form, stays: '5', duplicate: '6' })
    expect([stale.status, stale.body.includes(english.check.changed), (await stateOf(other))?.mergedInto]).toEqual([409, true, undefined])
    expect((await handIn(officer, check)).status).toBe(303)
  })

  test('of which one is in the way are refused in words, with which', async () => {
    const officer = as('officer')
    const [one, other] = [await theCase(), await theCase(drafted('q1'), checked('q1'))]
    await run(served.services, other, { kind: 'approve-request', requestId: 'q1', on: today }, { officer: 'officer-two' })
    const check = await answerAll(officer, one, other, one)
    const { body } = await officer.get(check)
    const handed = await handIn(officer, check)
    for (const page of [body, handed.body]) for (const text of [english.check.about.duplicate, 'request q1']) expect(page).toContain(text)
    expect([body.includes(english.check.wouldRefuse), handed.status, (await stateOf(one))?.absorbed]).toEqual([true, 422, []])
    const itself = await officer.post(`/en/work/cases/${one}/merge`, { form: (await officer.get(`/en/work/cases/${one}/merge`)).form, other: one })
    expect([itself.status, itself.body.includes(english.start.faults.same)]).toEqual([422, true])
  })

  test('show nothing that is protected without a purpose for each case', async () => {
    const officer = as('officer')
    const [one, other] = [await theCase(), await theCase(asylum)]
    const check = await answerAll(officer, one, other, one)
    const hidden = await officer.get(check)
    expect([hidden.body.includes(english.check.hidden), hidden.body.includes(factName('prra-notified', 'en'))]).toEqual([true, false])
    await officer.post(`/en/work/cases/${other}/purpose`, { form: hidden.form, purpose: 'prepare-step' })
    const shown = (await officer.get(check)).body
    expect([shown.includes(english.check.hidden), shown.includes(factName('prra-notified', 'en'))]).toEqual([false, true])
    const { rows } = await sql<{ case_id: string }>`select distinct case_id from access_log where action = 'case.read' and case_id in (${one}, ${other})`.execute(served.database.asOwner())
    expect(rows).toHaveLength(2)
  })
})

describe('a case of somebody else', () => {
  test('named as the other record is answered like one that does not exist', async () => {
    const officer = as('officer')
    const [one, foreign] = [await theCase(), await theCase()]
    await run(served.services, foreign, { kind: 'assign-officer', officer: 'fictional-officer-2', note: 'sample' })
    const { form } = await officer.get(`/en/work/cases/${one}/merge`)
    const [there, not] = [foreign, randomUUID()]
    const answers = await Promise.all([there, not].map((other) => officer.post(`/en/work/cases/${one}/merge`, { form, other })))
    expect(answers.map(({ status }) => status)).toEqual([422, 422])
    expect(answers[0]?.body.replaceAll(there, '')).toBe(answers[1]?.body.replaceAll(not, ''))
    const partings = await Promise.all([there, not].map((other) => officer.post(`/en/work/cases/${one}/unmerge`, { form, other })))
    expect(partings[0]?.body.replaceAll(there, '')).toBe(partings[1]?.body.replaceAll(not, ''))
    for (const path of [`/en/work/cases/${foreign}/merge`, `/en/work/merges/${randomUUID()}`, '/en/work/merges/x/check']) expect((await officer.get(path)).status).toBe(404)
  })

  test('that was theirs when they began is not read any more, nor the draft of another account', async () => {
    const [one, other] = [await theCase(), await theCase(stay('yes'))]
    const check = await answerAll(as('officer'), one, other, one)
    for (const name of ['legal-reviewer', 'analyst', 'auditor']) expect([name, (await as(name).get(check)).status]).toEqual([name, 404])
    await run(served.services, other, { kind: 'assign-officer', officer: 'fictional-officer-2', note: 'sample' })
    const { form } = await as('officer').get('/en/work')
    expect([(await as('officer').get(check)).status, (await as('officer').post(check, { form, stays: '5', duplicate: '6' })).status, (await stateOf(one))?.absorbed]).toEqual([404, 404, []])
  })

  test('is not reached by a form whose fields name other cases than the ones that were read', async () => {
    const officer = as('officer')
    const [one, other, third] = [await theCase(), await theCase(stay('yes')), await theCase()]
    const { form } = await officer.get(`/en/work/cases/${one}/merge`)
    const compare = pathOf(await officer.post(`/en/work/cases/${one}/merge`, { form, other }))
    const wrong = await officer.post(compare, { form, stays: third, other: third, caseId: third })
    expect([wrong.status, wrong.body.includes(english.compare.choose)]).toEqual([422, true])
    for (const id of ['<script>alert(1)</script>', `${other}'--`, '../', '\u0000']) {
      const answer = await officer.post(`/en/work/cases/${one}/merge`, { form, other: id })
      expect([answer.status, answer.body.includes('<script>alert')]).toEqual([422, false])
    }
  })
})
