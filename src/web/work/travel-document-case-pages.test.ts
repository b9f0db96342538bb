import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, ghanaian, given, opened, today } from '../../../test/case-services.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { makeTrial, missingForTrial, type Trial } from '../../../test/trial-token.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { dayFromNumber, dayNumber } from '../../kernel/day.ts'
import { beginSession } from '../../service/identity/begin-session.ts'
import { travelDocuments as english } from '../../text/en/travel-documents.ts'
import { travelDocuments as french } from '../../text/fr/travel-documents.ts'
import { makeAccount } from '../../store/accounts.ts'
import { agreeApproval, proposalsOfCase } from '../../store/approvals.ts'

let served: ServedWork
let officer: VisitingBrowser
let reviewers: readonly string[]
beforeAll(async () => {
  served = await serveWork({ mode: 'passkeys' })
  const person = async (handle: string, role: string) => {
    const accountId = randomUUID()
    await makeAccount(served.database.database, { accountId, handle, displayName: `Sample ${handle}`, language: 'en', roles: [role], by: 'sample' })
    return accountId
  }
  officer = await signedIn(await person('officer-one', 'officer'))
  reviewers = [await person('reviewer-one', 'legal-reviewer'), await person('reviewer-two', 'legal-reviewer')]
})
afterAll(() => served.close())

async function signedIn(accountId: string): Promise<VisitingBrowser> {
  const visitor = visitingBrowser(served.origin)
  const token = await served.database.database.transaction().execute((tx) => beginSession(tx, { accountId, recognised: 'passkey', browser: 'Sample' }))
  visitor.cookies.set('comity', token)
  return visitor
}

const openCase = () => given(served.services, randomUUID(), opened, ghanaian, { kind: 'record-nationality', country: 'TG', basis: 'own-statement', on: day('2026-01-11'), source: 'sample' }, { kind: 'assign-officer', officer: 'officer-one', note: 'sample' })
const path = (caseId: string, language = 'en') => `/${language}/work/cases/${caseId}/travel-document`
const until = dayFromNumber(dayNumber(today) + 10)
const [year, month, lastDay] = until.split('-') as [string, string, string]
const filled = { destination: 'GH', validUntil: year, 'validUntil-month': month, 'validUntil-day': lastDay, marks: '', address: '1 Sample Street' }
const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''

test('as shipped the page says what a real document needs, and leads to the specimen', async () => {
  const caseId = await openCase()
  for (const [language, words] of [['en', english], ['fr', french]] as const) {
    const { status, body } = await officer.get(path(caseId, language))
    expect([status, body.includes(words.make.notConfigured), body.includes('/work/documents/specimen'), body.includes(words.make.propose)]).toEqual([200, true, true, false])
  }
  const { form } = await officer.get(path(caseId))
  expect((await officer.post(path(caseId), { form, ...filled, version: '4' })).body).toContain(english.refusals['not-configured']())
  expect((await officer.post(`${path(caseId)}/make`, { form, first: randomUUID(), second: randomUUID() })).body).toContain(english.refusals['not-configured']())
})

test('a case of somebody else is answered like none', async () => {
  const reviewer = await signedIn(reviewers[0] ?? '')
  const caseId = await openCase()
  expect((await reviewer.get(path(caseId))).status).toBe(404)
  for (const wrong of [randomUUID(), 'x']) expect((await officer.get(path(wrong))).status).toBe(404)
  const { form } = await officer.get(path(caseId))
  for (const end of ['', '/make']) expect((await officer.post(`${path(randomUUID())}${end}`, { form, ...filled })).status).toBe(404)
})

describe.skipIf(missingForTrial.length > 0)('with a token of software', () => {
  let trial: Trial
  beforeAll(() => {
    trial = makeTrial()
    Object.assign(served.services, { production: trial.settings })
  })
  afterAll(() => trial.remove())

  const proposed = async (caseId: string) => (await proposalsOfCase(served.database.database, caseId)).map(({ proposalId, digest }) => ({ proposalId, digest }))

  test('the officer proposes, two others agree, and the document is made once', async () => {
    const caseId = await openCase()
    const page = await officer.get(path(caseId))
    const fields = { form: page.form, ...filled, version: hidden(page.body, 'version'), first: hidden(page.body, 'first'), second: hidden(page.body, 'second') }
    expect((await officer.post(path(caseId), fields)).status).toBe(303)
    // Sent twice is proposed once.
    expect((await officer.post(path(caseId), fields)).status).toBe(303)
    const proposals = await proposed(caseId)
    expect(proposals).toHaveLength(2)
    expect((await officer.get(path(caseId))).body).not.toContain(english.make.button)
    for (const [at, { proposalId, digest }] of proposals.entries()) expect(await agreeApproval(served.database.database, { proposalId, accountId: reviewers[at] ?? '', seen: digest, means: 'provider', evidence: {} })).toEqual({ ok: true, value: null })
    const ready = await officer.get(path(caseId))
    expect(ready.body).toContain(english.make.ready)
    const form = /make">(?:.|\n)*?<\/form>/.exec(ready.body)?.[0] ?? ''
    const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(`${path(caseId)}/make`, served.origin), { method: 'POST', headers: { cookie, origin: served.origin, 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ form: ready.form, first: hidden(form, 'first'), second: hidden(form, 'second') }) })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text).toContain('1 Sample Street')
    const after = await officer.get(path(caseId, 'fr'))
    expect([after.body.includes('QS0'), after.body.includes(french.make.button)]).toEqual([true, false])
    const again = await officer.post(`${path(caseId)}/make`, { form: ready.form, first: hidden(form, 'first'), second: hidden(form, 'second') })
    expect([again.status, again.body.includes(english.refusals['used-already']())]).toEqual([422, true])
  })

  test.each([[{ destination: '' }, 'destination', 'no-nationality'], [{ destination: 'FR' }, 'destination', 'no-nationality'], [{ validUntil: '' }, 'validUntil', 'no-valid-until'], [{ validUntil: '2020' }, 'validUntil', 'valid-in-the-past'], [{ address: 'x'.repeat(81) }, 'address', 'text-not-printable'], [{ version: '1' }, '', 'stale-version']] as const)('a proposal with %j is refused at its field, and what was typed stays', async (change, field, code) => {
    const caseId = await openCase()
    const { form, body } = await officer.get(path(caseId))
    const answer = await officer.post(path(caseId), { form, ...filled, version: hidden(body, 'version'), marks: 'A <scar>', ...change })
    expect([answer.status, answer.body.includes('A &lt;scar&gt;'), field === '' || answer.body.includes(`href="#${field}"`)]).toEqual([422, true, true])
    expect(answer.body).toContain((english.refusals[code] as (facts: object) => string)({ country: 'destination' in change ? change.destination : '', days: 30 }))
    expect(await proposed(caseId)).toEqual([])
  })

  test('a demonstration account makes nothing, whoever agreed', async () => {
    const demonstration = await serveWork()
    try {
      Object.assign(demonstration.services, { production: trial.settings })
      const visitor = visitingBrowser(demonstration.origin)
      await signInAs(visitor, 'officer')
      const caseId = await given(demonstration.services, randomUUID(), opened, ghanaian, { kind: 'assign-officer', officer: 'fictional-officer-1', note: 'sample' })
      const page = await visitor.get(path(caseId))
      expect((await visitor.post(path(caseId), { form: page.form, ...filled, version: hidden(page.body, 'version') })).status).toBe(303)
      const proposals = await proposalsOfCase(demonstration.database.database, caseId)
      for (const [at, { proposalId, digest }] of proposals.entries()) {
        const accountId = randomUUID()
        await makeAccount(demonstration.database.database, { accountId, handle: `reviewer-${at}`, displayName: 'Sample', language: 'en', roles: ['legal-reviewer'], by: 'sample' })
        expect((await agreeApproval(demonstration.database.database, { proposalId, accountId, seen: digest, means: 'provider', evidence: {} })).ok).toBe(true)
      }
      const [first = '', second = ''] = proposals.map(({ proposalId }) => proposalId)
      const answer = await visitor.post(`${path(caseId)}/make`, { form: page.form, first, second })
      expect([answer.status, answer.body.includes(english.refusals['not-recognised']())]).toEqual([422, true])
    } finally {
      await demonstration.close()
    }
  })
})
