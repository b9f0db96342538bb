import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approved, checked, day, drafted, ghanaian, given, opened, run, sent, today } from '../../../test/case-services.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type Visited, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import type { Command } from '../../casework/command.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { personCopy as english } from '../../text/en/person-copy.ts'
import { personRecord as recordInEnglish } from '../../text/en/person-record.ts'
import { personCopy as french } from '../../text/fr/person-copy.ts'
import { personRecord as recordInFrench } from '../../text/fr/person-record.ts'

let served: ServedWork
const browsers = new Map<string, VisitingBrowser>()
beforeAll(async () => {
  served = await serveWork()
  for (const role of ['disclosure-officer', 'officer', 'legal-reviewer', 'auditor', 'administrator', 'analyst', 'another disclosure-officer']) {
    const visitor = visitingBrowser(served.origin)
    await signInAs(visitor, role.replace('another ', ''))
    browsers.set(role, visitor)
  }
})
afterAll(() => served.close())

const as = (name: string) => browsers.get(name) as VisitingBrowser
const asylum: Command = { kind: 'record-fact', factId: 'f1', fact: 'prra-notified', value: 'no', on: today, source: 'letter of <Sample>' }
const companion: Command = { kind: 'travel-with', group: 'Name of a companion' }
const secretOfficer = { officer: 'secret-officer' } as const
const theCase = (...more: readonly Command[]) => given(served.services, randomUUID(), [opened, secretOfficer], ghanaian, asylum, companion, ...more)
const make = async (caseId: string, { purpose = 'disclosure-request', language = 'en', pageIn = 'en' } = {}): Promise<Visited> => {
  const { form } = await as('disclosure-officer').get(`/${pageIn}/work/person-copy`)
  return as('disclosure-officer').post(`/${pageIn}/work/person-copy`, { form, caseId, purpose, language })
}
const pathOf = ({ location }: Visited) => new URL(location).pathname
const logOf = async (caseId: string) => (await sql<{ action: string; purpose: string | null; about: Record<string, string> }>`select action, purpose, about from access_log where case_id = ${caseId} order by entry`.execute(served.database.asOwner())).rows
const pdfOf = async (path: string) => {
  const answer = await fetch(`${served.origin}${path}.pdf`, { headers: { cookie: [...as('disclosure-officer').cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
  return { answer, read: await readPdf(new Uint8Array(await answer.arrayBuffer())) }
}

describe('the copy of everything about one person', () => {
  test('is written down, with its purpose and digest, before it is shown, and each look at it again', async () => {
    const caseId = await theCase()
    const made = await make(caseId)
    expect(await logOf(caseId)).toMatchObject([{ action: 'person.export', purpose: 'disclosure-request', about: { receipt: expect.stringMatching(/^[0-9A-F]{4}(-[0-9A-F]{4}){2}$/) as string, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string, language: 'en' } }])
    const shown = await as('disclosure-officer').get(pathOf(made))
    expect([shown.status, shown.body.includes(recordInEnglish.title), shown.body.includes('letter of &lt;Sample&gt;')]).toEqual([200, true, true])
    expect((await logOf(caseId)).map(({ about }) => about['shown'])).toEqual([undefined, 'page'])
  })

  test.each([['en', english, recordInEnglish], ['fr', french, recordInFrench]] as const)('as a page by itself and as tagged PDF in %s says what is held, from where, and what was sent to whom, and names no officer and no companion', async (language, words, record) => {
    const requestId = randomUUID()
    const caseId = await theCase(drafted(requestId), checked(requestId))
    await given(served.services, caseId, approved(requestId), sent(requestId))
    // The page may be in the other language than the one that the person chose.
    const path = pathOf(await make(caseId, { language, pageIn: language === 'en' ? 'fr' : 'en' }))
    const receipt = path.split('/').at(-1) ?? ''
    const file = await as('disclosure-officer').get(`${path}.html`)
    const { answer, read } = await pdfOf(path)
    expect([file.headers.get('content-disposition'), file.headers.get('cache-control'), answer.headers.get('content-type'), read.tagged, read.language]).toEqual([`attachment; filename="copy-${receipt}.html"`, 'no-store', 'application/pdf', true, language])
    const [ofPage, ofPdf] = [file.body, read.text].map((text) => text.replaceAll(/\s+/g, ' '))
    for (const text of [ofPage, ofPdf]) for (const part of [record.title, record.messages, record.history, words.receipt(receipt), requestId]) expect(text).toContain(part.replaceAll(/\s+/g, ' '))
    for (const text of [file.body, read.text]) for (const hidden of ['secret-officer', 'officer-two', 'Name of a companion', 'fictional-disclosure']) expect(text).not.toContain(hidden)
    expect(file.body).toMatch(/^<!doctype html>\s*<html lang="(en|fr)-CA">/)
    expect(file.body).not.toMatch(/<script|<link|<form|<a /)
  })

  test('says which questions of the gates held a step', async () => {
    const shipped = { ...served.services, shipped: shippedBook() }
    const caseId = await theCase()
    expect(await run(shipped, caseId, { kind: 'make-contact', destination: 'GH', on: today })).toMatchObject({ ok: false, refusal: { code: 'gate-held' } })
    const path = pathOf(await make(caseId))
    expect((await as('disclosure-officer').get(path)).body).toContain(english.heldBy('').trim())
  })

  test('is not shown once something was recorded since: a new one has a number of its own', async () => {
    const caseId = await theCase()
    const path = pathOf(await make(caseId))
    await run(served.services, caseId, { kind: 'record-availability', available: true, on: day('2026-01-11'), source: 'report' })
    for (const file of [path, `${path}.html`, `${path}.pdf`]) {
      const stale = await as('disclosure-officer').get(file)
      expect([stale.status, stale.body.includes(english.show.changed), stale.body.includes('letter of')]).toEqual([409, true, false])
    }
    const again = pathOf(await make(caseId))
    expect([again === path, (await as('disclosure-officer').get(again)).status]).toEqual([false, 200])
  })

  test('is made for nothing but a purpose of the list, in an official language, of a case that there is: what was typed stays, and nothing is written down', async () => {
    const caseId = await theCase()
    for (const wrong of [{ purpose: '' }, { purpose: 'audit' }, { purpose: 'curiosity' }, { language: 'de' }]) expect([wrong, (await make(caseId, wrong)).status]).toEqual([wrong, 422])
    for (const id of ['', 'x', randomUUID(), `${caseId}'--`]) {
      const answer = await make(id)
      expect([id, answer.status, answer.body.includes('href="#caseId"')]).toEqual([id, 422, true])
    }
    expect((await make('<script>x')).body).toContain('value="&lt;script&gt;x"')
    expect(await logOf(caseId)).toEqual([])
    const { form } = await as('disclosure-officer').get('/en/work/person-copy')
    const switched = await as('disclosure-officer').post('/en/work/person-copy', { form, caseId, purpose: 'disclosure-request', switch: 'fr' })
    expect([switched.status, switched.body.includes(french.ask.lead), switched.body.includes(`value="${caseId}"`), await logOf(caseId)]).toEqual([200, true, true, []])
  })
})

describe('nobody else', () => {
  test('than a disclosure officer makes or reads one: the same answer as where there is nothing', async () => {
    const caseId = await theCase()
    const path = pathOf(await make(caseId))
    for (const name of ['officer', 'legal-reviewer', 'auditor', 'administrator', 'analyst']) {
      const { form } = await as(name).get('/en/work')
      const answers = [await as(name).get('/en/work/person-copy'), await as(name).post('/en/work/person-copy', { form, caseId, purpose: 'disclosure-request', language: 'en' }), await as(name).get(path), await as(name).get(`${path}.pdf`), await as(name).get(`${path}.html`)]
      expect([name, answers.map(({ status }) => status)]).toEqual([name, [404, 404, 404, 404, 404]])
    }
  })

  test('reads one by another session, by a guessed number, or under another case', async () => {
    const [caseId, other] = [await theCase(), await theCase()]
    const path = pathOf(await make(caseId))
    expect((await as('another disclosure-officer').get(path)).status).toBe(404)
    for (const wrong of [path.replace(caseId, other), path.replace(/[^/]+$/, 'AAAA-BBBB-CCCC'), path.replace(/[^/]+$/, '%27%20or%201%3D1'), path.replace(caseId, 'x')]) expect((await as('disclosure-officer').get(wrong)).status).toBe(404)
  })
})
