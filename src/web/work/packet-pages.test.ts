import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approved, checked, day, drafted, given, ghanaian, sent } from '../../../test/case-services.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { packet as english } from '../../text/en/packet.ts'
import { packet as french } from '../../text/fr/packet.ts'

const officer = 'fictional-officer-1'
const opened = { kind: 'open-case', jurisdiction: 'CA', on: day('2026-01-10'), source: 'file 1', identity: { familyName: 'Sample', givenNames: 'One', bornOn: '1990-05-17', bornInCountry: 'GH', sex: 'female', identityDocuments: [] } } as const
const telling = 'told-in-confidence'
let served: ServedWork
let caseId: string
const requestId = randomUUID()
beforeAll(async () => {
  served = await serveWork()
  caseId = await given(served.services, randomUUID(), [opened, { officer }], ghanaian,
    { kind: 'record-nationality', country: 'PT', basis: 'earlier-decision', on: day('2026-01-11'), source: telling },
    { kind: 'record-fact', factId: 'fact-1', fact: 'prra-notified', value: 'no', on: day('2026-01-12'), source: telling },
    { kind: 'assign-officer', officer, note: 'sample' }, drafted(requestId))
})
afterAll(() => served.close())

// One sign-in for each role: they are counted, and limited.
const visitors = new Map<string, VisitingBrowser>()
async function as(role: string): Promise<VisitingBrowser> {
  const known = visitors.get(role)
  if (known) return known
  const visitor = visitingBrowser(served.origin)
  await signInAs(visitor, role)
  visitors.set(role, visitor)
  return visitor
}

const path = (language = 'en', end = '') => `/${language}/work/cases/${caseId}/requests/${requestId}/packet${end}`
const looks = async () => (await sql<{ handle: string; about: object }>`select handle, about from access_log where case_id = ${caseId} and about ? 'packet' order by entry`.execute(served.database.asOwner())).rows

async function pdfOf(visitor: VisitingBrowser, url: string) {
  const answer = await fetch(new URL(url, served.origin), { headers: { cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

test('before it left the packet is a draft: every field that would leave, in both languages, and the look is written down', async () => {
  const visitor = await as('officer')
  for (const [language, words] of [['en', english], ['fr', french]] as const) {
    const { status, body } = await visitor.get(path(language))
    expect(status).toBe(200)
    for (const said of [words.page.draft, 'Family name', 'Prénoms', 'Sample', '1990-05-17', 'Ghana', requestId]) expect(body).toContain(said)
    expect(body).not.toContain(telling)
    expect(body).not.toContain('Portugal')
  }
  expect(await looks()).toEqual([{ handle: officer, about: { packet: requestId } }, { handle: officer, about: { packet: requestId } }])
})

test('the PDF says the same and no more, has tags, language and title, and the same bytes each time', async () => {
  const visitor = await as('officer')
  const { answer, bytes } = await pdfOf(visitor, path('fr', '.pdf'))
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/pdf', `attachment; filename="request-${requestId}.pdf"`])
  const read = await readPdf(bytes)
  expect(read).toMatchObject({ language: 'fr', tagged: true, title: `${french.title} / ${english.title}` })
  for (const said of ['Projet. La demande n’est pas partie.', 'Draft. It has not left.', 'Nom / Family name', 'Sample', 'Ghana', 'féminin / female', requestId]) expect(read.text).toContain(said)
  for (const hidden of [telling, 'Portugal', caseId, officer, 'PT']) expect(read.text).not.toContain(hidden)
  expect(Buffer.compare(bytes, (await pdfOf(visitor, path('fr', '.pdf'))).bytes)).toBe(0)
})

test('who may not read the case, and who asks for what is not there, are answered alike', async () => {
  for (const role of ['analyst', 'administrator', 'partner-liaison']) expect((await (await as(role)).get(path())).status).toBe(404)
  const visitor = await as('officer')
  for (const wrong of [path().replace(requestId, randomUUID()), path().replace(caseId, randomUUID()), path().replace(caseId, 'x'), path().replace(requestId, '%27'), path('en', '.pdf').replace(requestId, 'x')]) expect((await visitor.get(wrong)).status).toBe(404)
  for (const role of ['legal-reviewer', 'auditor', 'disclosure-officer']) expect((await (await as(role)).get(path())).status).toBe(200)
})

test('after it left the packet is what left, to the letter, with its day and its digest', async () => {
  await given(served.services, caseId, [checked(requestId), { officer }], approved(requestId), [sent(requestId), { officer }])
  const { rows: [row] } = await sql<{ digest: string; content: string }>`select encode(digest, 'hex') as digest, content from outbound_message where case_id = ${caseId}`.execute(served.database.asOwner())
  const visitor = await as('officer')
  const { body } = await visitor.get(path())
  expect(body).toContain(row?.digest)
  expect(body).not.toContain(english.page.draft)
  const { text } = await readPdf((await pdfOf(visitor, path('en', '.pdf'))).bytes)
  expect(text).toMatch(/Sent on \w+ \d+, \d{4}\. \/ Envoyée le/)
  // Every value that left stands in the packet.
  const { padding: _padding, ...message } = JSON.parse(row?.content ?? '{}') as Record<string, unknown>
  for (const value of [message['familyName'], message['givenNames'], message['bornOn'], message['request']] as string[]) expect(text).toContain(value)
})

test('a request that could not leave says why, and has no PDF', async () => {
  const other = randomUUID()
  const bare = await given(served.services, randomUUID(), { ...opened, identity: { familyName: 'Sample \u2605', givenNames: 'One', sex: 'female', identityDocuments: [] } }, ghanaian, { kind: 'assign-officer', officer, note: 'sample' }, drafted(other))
  const visitor = await as('officer')
  const url = `/en/work/cases/${bare}/requests/${other}/packet`
  const { status, body } = await visitor.get(url)
  expect([status, body.includes(english.page.refused), body.includes(`${url}.pdf`)]).toEqual([200, true, false])
  expect((await visitor.get(`${url}.pdf`)).location).toBe(`${served.origin}${url}`)
})
