import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pngChunk, samplePdf, samplePng } from '../../../test/packet-samples.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type Visited, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import type { Command } from '../../casework/command.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { approved, checked, drafted, ghanaian, given, opened } from '../../../test/case-services.ts'
import { factName } from '../../render/fact-name.ts'
import { beginDraftOf } from '../../service/drafts/keep-draft.ts'
import { record as english } from '../../text/en/record.ts'
import { record as french } from '../../text/fr/record.ts'
import { plans, recordedKinds } from './questions.ts'

let served: ServedWork
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
})
afterAll(() => served.close())

async function as(role = 'officer'): Promise<VisitingBrowser> {
  const visitor = visitingBrowser(served.origin)
  await signInAs(visitor, role)
  return visitor
}

const day = (name: string, text: string) => Object.fromEntries(text.split('-').map((part, index) => [[name, `${name}-month`, `${name}-day`][index] ?? '', part]))
const pathOf = ({ location }: Visited) => new URL(location).pathname
const eventsOf = async (caseId: string) => (await sql<{ kind: string }>`select kind from case_event where case_id = ${caseId} order by sequence`.execute(served.database.asOwner())).rows.map(({ kind }) => kind)

/** Answers a question and follows to the next page. */
async function answer(officer: VisitingBrowser, at: string, fields: Readonly<Record<string, string>>): Promise<Visited & { readonly at: string }> {
  const shown = await officer.get(at)
  const sent = await officer.post(at, { form: shown.form, ...fields })
  return { ...sent, at: sent.status === 303 ? pathOf(sent) : at }
}

async function openCase(officer: VisitingBrowser, familyName = 'Sample'): Promise<{ readonly caseId: string; readonly pages: number }> {
  let step = await answer(officer, '/en/work/new-case', { jurisdiction: 'CA' })
  step = await answer(officer, step.at, { familyName, givenNames: 'One', sex: 'female' })
  step = await answer(officer, step.at, { ...day('bornOn', '1990-05'), bornIn: '', bornInCountry: 'GH' })
  step = await answer(officer, step.at, {})
  step = await answer(officer, step.at, { ...day('on', '2026-01-10'), source: 'file 1' })
  expect(step.at).toMatch(/\/check$/)
  const checked = await officer.get(step.at)
  for (const text of ['Sample', 'Ghana', 'file 1', english.checkTitle]) expect(checked.body).toContain(text)
  const done = await officer.post(step.at, { form: checked.form, version: '0' })
  expect([done.status, done.location]).toEqual([303, expect.stringContaining('/en/work/cases/')])
  return { caseId: pathOf(done).split('/').at(-1) ?? '', pages: 7 }
}

test('an officer opens a case in seven pages, has it in hand, and is told so', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  expect(await eventsOf(caseId)).toEqual(['case-opened', 'officer-assigned'])
  expect((await officer.get(`/en/work/cases/${caseId}`)).status).toBe(200)
})

/** Recorded before: whatever opens something takes a second person on these pages. */
async function nationality(caseId: string) {
  await given(served.services, caseId, [ghanaian, { officer: 'fictional-officer-1' }])
}

/** Hands in what is on a page of answers, as it stands there. */
async function handIn(officer: VisitingBrowser, at: string): Promise<Visited> {
  const page = await officer.get(at)
  const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? /version=(\d+)/.exec(page.body)?.[1] ?? ''
  return officer.post(at, { form: page.form, version })
}

test('what is wrong stands at the top and leads to its box; what was typed stays', async () => {
  const officer = await as()
  const shown = await officer.get('/en/work/new-case')
  const nothing = await officer.post('/en/work/new-case', { form: shown.form })
  expect([nothing.status, nothing.body.includes('href="#jurisdiction"')]).toEqual([422, true])
  const { caseId } = await openCase(officer)
  const step = await answer(officer, `/en/work/cases/${caseId}/record/record-nationality`, { country: 'GH', basis: 'own-document' })
  const wrong = await officer.post(step.at, { form: shown.form, ...day('on', '2026-2-31'), source: '' })
  for (const text of ['href="#on"', 'href="#source"', 'value="2026"', 'value="31"', 'autofocus']) expect(wrong.body).toContain(text)
  expect(wrong.status).toBe(422)
})

test('double submit records once, and the way back leads to the case', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const first = await answer(officer, `/en/work/cases/${caseId}/record/record-order`, { orderKind: 'departure-order' })
  const { at } = await answer(officer, first.at, { ...day('on', '2026-01-11'), source: 'order 1' })
  const page = await officer.get(at)
  const [one, two] = await Promise.all([officer.post(at, { form: page.form, version: '2' }), officer.post(at, { form: page.form, version: '2' })])
  expect([one.status, two.status, one.location]).toEqual([303, 303, two.location])
  expect((await eventsOf(caseId)).filter((kind) => kind === 'order-recorded')).toHaveLength(1)
  const again = await officer.get(at)
  expect([again.status, again.location]).toEqual([303, one.location])
  expect((await officer.get(one.location)).body).toContain(english.done.text(english.commands['record-order']))
})

test('a case that moved on meanwhile says what happened, keeps the answers and lets one go on', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const first = await answer(officer, `/en/work/cases/${caseId}/record/record-order`, { orderKind: 'departure-order' })
  const { at } = await answer(officer, first.at, { ...day('on', '2026-01-12'), source: 'order 1' })
  const page = await officer.get(at)
  await nationality(caseId)
  const stale = await officer.post(at, { form: page.form, version: '2' })
  expect(stale.status).toBe(409)
  for (const text of [english.stale.changed, english.stale.title, 'Nationality of Ghana recorded', 'order 1', 'name="version" value="3"']) expect(stale.body).toContain(text)
  expect((await handIn(officer, at)).status).toBe(303)
  expect((await eventsOf(caseId)).at(-1)).toBe('order-recorded')
})

test('what gates ask for is recorded on one page, each fact by itself; the same batch again records nothing twice', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const path = `/en/work/cases/${caseId}/facts`
  expect((await officer.get(path)).body).toContain(english.several.nowhere)
  await nationality(caseId)
  const before = await officer.get(path)
  expect(before.body).toContain(english.several.protectedToo)
  await officer.post(`${path}/purpose`, { form: before.form, purpose: 'prepare-step' })
  const shown = await officer.get(path)
  const asked = [...shown.body.matchAll(/<fieldset class="radios"[^>]*><legend>[^<]*<\/legend>\s*<p><input type="radio" id="(value-[^"]+)"/g)].map((match) => match[1] ?? '')
  expect(asked.length).toBeGreaterThan(10)
  const [draft = '', version = ''] = [/name="draft" value="([^"]+)"/.exec(shown.body)?.[1], /name="version" value="(\d+)"/.exec(shown.body)?.[1]]
  const missing = await officer.post(path, { form: shown.form, draft, version, [asked[0]!]: 'yes' })
  expect([missing.status, missing.body.includes('href="#source"'), missing.body.includes('href="#on"')]).toEqual([422, true, true])
  const fields = { form: shown.form, draft, version, ...day('on', '2026-01-12'), source: 'file 2', 'value-child-affected': 'yes', 'value-voluntary-return-offered': 'yes', 'value-removal-order-made': 'yes' }
  const done = await officer.post(path, fields)
  expect(done.status).toBe(303)
  const result = await officer.get(done.location)
  expect(result.body).toContain(english.several.recorded)
  const facts = async () => (await sql<{ fact: string }>`select body->'record'->>'fact' as fact from case_event where case_id = ${caseId} and kind = 'fact-recorded' order by sequence`.execute(served.database.asOwner())).rows.map(({ fact }) => fact)
  expect(await facts()).toEqual(['child-affected', 'voluntary-return-offered'])
  expect((await officer.post(path, fields)).location).toBe(done.location)
  expect(await facts()).toHaveLength(2)
})

test('facts that were proposed are shown as waiting, with their proposal, and are not asked again: neither among several nor by themselves', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  await nationality(caseId)
  const path = `/en/work/cases/${caseId}/facts?step=all`
  const shown = await officer.get(path)
  const [draft = '', version = ''] = [/name="draft" value="([^"]+)"/.exec(shown.body)?.[1], /name="version" value="(\d+)"/.exec(shown.body)?.[1]]
  expect(shown.body).toContain('name="value-consented-to-disclosure.GH"')
  const done = await officer.post(path, { form: shown.form, draft, version, ...day('on', '2026-01-12'), source: 'file 2', 'value-consented-to-disclosure.GH': 'yes' })
  const proposal = /work\/approvals\/[0-9a-f-]{36}/.exec((await officer.get(done.location)).body)?.[0] ?? ''
  const again = await officer.get(path)
  expect([again.body.includes('name="value-consented-to-disclosure.GH"'), again.body.includes(proposal), again.body.includes(english.several.waitsText)]).toEqual([false, true, true])
  for (const language of ['en', 'fr']) {
    const { body } = await officer.get(`/${language}/work/cases/${caseId}/record/record-fact`)
    const groups = [...body.matchAll(/<optgroup label="([^"]+)">(.*?)<\/optgroup>/gs)].map(([, label = '', options = '']) => [label, options.includes('value="consented-to-disclosure"')] as const)
    expect([body.includes(proposal), groups.filter(([, there]) => there).map(([label]) => label)]).toEqual([true, [(language === 'en' ? english : french).several.waits]])
  }
  // Whoever learns that it is otherwise can record that at once, and is told what waits.
  const { at } = await answer(officer, `/en/work/cases/${caseId}/record/record-fact`, { fact: 'consented-to-disclosure' })
  expect((await officer.get(at)).body).toContain(proposal)
})

test('a request is drafted and checked in one journey, with what the state would receive; a second person approves', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  await nationality(caseId)
  let step = await answer(officer, `/en/work/cases/${caseId}/record/draft-request`, { destination: 'GH' })
  step = await answer(officer, step.at, { consulate: 'Ottawa', documentType: 'emergency-travel-document' })
  const drafted = await handIn(officer, step.at)
  expect(pathOf(drafted)).toMatch(/drafts\/[0-9a-f-]+\/check$/)
  const packet = await officer.get(drafted.location)
  for (const text of [english.packet.title, 'Sample', 'emergency travel document']) expect(packet.body).toContain(text)
  const checked = await handIn(officer, pathOf(drafted))
  expect((await eventsOf(caseId)).slice(-2)).toEqual(['request-drafted', 'request-checked'])
  expect(checked.location).toContain(`/work/cases/${caseId}?recorded=`)
  step = await answer(officer, `/en/work/cases/${caseId}/record/approve-request`, { requestId: /"requestId":"([^"]+)"/.exec(JSON.stringify((await sql`select body from case_event where case_id = ${caseId} and kind = 'request-drafted'`.execute(served.database.asOwner())).rows))?.[1] ?? '' })
  const proposed = await handIn(officer, step.at)
  const told = await officer.get(proposed.location)
  for (const text of [english.done.proposedTitle, '/en/work/approvals/']) expect(told.body).toContain(text)
  expect((await eventsOf(caseId)).at(-1)).toBe('request-checked')
})

const buttonsOf = ({ body }: Visited) => [...body.matchAll(/<button[^>]*>([^<]*)<\/button>/g)].map(([, name]) => name)

test('the button that only proposes to a second person says so, and the one that records says that', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  await nationality(caseId)
  const requestId = randomUUID()
  const by = { officer: 'fictional-officer-1' }
  await given(served.services, caseId, [drafted(requestId), by], [checked(requestId), by])
  const proposes = buttonsOf(await officer.get((await answer(officer, `/en/work/cases/${caseId}/record/approve-request`, { requestId })).at))
  expect([proposes.includes(english.propose), proposes.includes(english.submit)]).toEqual([true, false])
  const order = await answer(officer, `/en/work/cases/${caseId}/record/record-order`, { orderKind: 'departure-order' })
  const records = buttonsOf(await officer.get((await answer(officer, order.at, { ...day('on', '2026-01-12'), source: 'order 1' })).at))
  expect([records.includes(english.propose), records.includes(english.submit)]).toEqual([false, true])
})

test('where nothing can be chosen, the page says why and what comes first, and has no button that leads nowhere', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  for (const [kind, why, first] of [['send-request', 'approved', 'draft-request'], ['make-booking', 'usable-document', 'take-document'], ['record-return-considered', 'unlawful-booking', 'take-document'], ['end-order', 'order', 'record-order'], ['correct-fact', 'fact-record', 'record-fact'], ['ask-destination', 'proposed', 'propose-destination']] as const) {
    const page = await officer.get(`/en/work/cases/${caseId}/record/${kind}`)
    expect([kind, page.status, page.body.includes(english.nothing[why]), page.body.includes(`/work/cases/${caseId}/record/${first}"`), buttonsOf(page).includes(english.next)]).toEqual([kind, 200, true, true, false])
  }
  const alone = await officer.get(`/en/work/cases/${caseId}/record/travel-alone`)
  expect(buttonsOf(alone)).toContain(english.next)
})

test('unfinished new cases are told apart by the name that was typed and by when they were begun', async () => {
  const officer = await as()
  for (const familyName of ['Sample-Left', 'Sample-Right']) {
    const { at } = await answer(officer, '/en/work/new-case', { jurisdiction: 'CA' })
    await answer(officer, at, { familyName, givenNames: 'One', sex: 'female' })
  }
  await answer(officer, '/en/work/new-case', { jurisdiction: 'CA' })
  const list = await officer.get('/en/work/drafts')
  for (const said of [english.draftOf('Sample-Left, One'), english.draftOf('Sample-Right, One'), english.draftNameless, english.draftColumns.began]) expect(list.body).toContain(said)
  // Another officer's list has none of it.
  expect((await (await as('legal-reviewer')).get('/en/work/drafts')).status).toBe(404)
  for (const [, draftId = ''] of list.body.matchAll(/drafts\/([0-9a-f-]{36})\/discard/g)) await officer.post(`/en/work/drafts/${draftId}/discard`, { form: list.form })
})

test('a step that gates hold is refused with its reasons, and what would change them; nothing is recorded', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  await nationality(caseId)
  const { at } = await answer(officer, `/en/work/cases/${caseId}/record/make-contact`, { destination: 'GH' })
  const page = await officer.get(at)
  expect(page.body).toContain(english.gates.held('first contact with the state'))
  const sure = await officer.get(/href="([^"]+sure[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '')
  expect(sure.body).toContain(english.sure['make-contact']?.heading)
  const refused = await officer.post(at, { form: sure.form, version: '3' })
  expect([refused.status, refused.body.includes('href="#gates"'), refused.body.includes(english.gates.refused('first contact with the state'))]).toEqual([422, true, true])
  expect((await eventsOf(caseId)).at(-1)).toBe('nationality-recorded')
})

test('drafts are their account’s alone, are found again after signing in, and can be thrown away', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const { at } = await answer(officer, `/en/work/cases/${caseId}/record/record-order`, { orderKind: 'departure-order' })
  const draftId = at.split('/')[4] ?? ''
  const later = await as()
  expect((await later.get('/en/work/drafts')).body).toContain(draftId)
  expect((await later.get(`/fr/work/drafts/${draftId}/order-kind`)).body).toContain('value="departure-order" checked')
  // Another account: no page of it, whatever it asks.
  const reviewer = await as('legal-reviewer')
  for (const page of ['check', 'sure', 'order-kind']) expect((await reviewer.get(`/en/work/drafts/${draftId}/${page}`)).status).toBe(404)
  const list = await later.get('/en/work/drafts')
  await later.post(`/en/work/drafts/${draftId}/discard`, { form: list.form })
  expect((await later.get(`/en/work/drafts/${draftId}/check`)).status).toBe(404)
})

test('a switch of language keeps the place and what was typed', async () => {
  const officer = await as()
  const shown = await officer.get('/en/work/new-case')
  const first = await officer.post('/en/work/new-case', { form: shown.form, jurisdiction: 'CA' })
  const switched = await officer.post(pathOf(first), { form: shown.form, familyName: 'Sample', givenNames: '', switch: '1' })
  expect(pathOf(switched)).toBe(pathOf(first).replace('/en/', '/fr/'))
  expect((await officer.get(switched.location)).body).toContain('value="Sample"')
})

test('fields that a question does not ask are not taken: no other case, officer, id or version comes in', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const first = await answer(officer, `/en/work/cases/${caseId}/record/record-order`, { orderKind: 'departure-order', orderId: 'mine', caseId: 'x', officer: 'somebody', kind: 'close-case', madeId: 'mine' })
  const { at } = await answer(officer, first.at, { ...day('on', '2026-01-12'), source: '<script>alert(1)</script>', orderId: 'mine', source2: 'x' })
  const checked = await officer.get(at)
  expect(checked.body).not.toContain('<script>alert')
  await handIn(officer, at)
  const { rows: [event] } = await sql<{ kind: string; recorded_by: string; body: { orderId: string } }>`select kind, recorded_by, body from case_event where case_id = ${caseId} order by sequence desc limit 1`.execute(served.database.asOwner())
  expect([event?.kind, event?.recorded_by, event?.body.orderId === 'mine']).toEqual(['order-recorded', 'fictional-officer-1', false])
})

test('a case of somebody else answers like none, for every page that records', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  await sql`update case_file set officer = 'somebody-else' where case_id = ${caseId}`.execute(served.database.asOwner())
  const nobodys = '9b0c1a52-5d9c-4c4e-9a5b-000000000000'
  const { form } = await officer.get('/en/work')
  for (const suffix of ['record', 'facts', 'record/record-order', 'record/open-case', 'record/merge-into', 'record/__proto__']) {
    const [theirs, none] = [await officer.get(`/en/work/cases/${caseId}/${suffix}`), await officer.get(`/en/work/cases/${nobodys}/${suffix}`)]
    expect([theirs.status, theirs.body.replaceAll(caseId, '')]).toEqual([404, none.body.replaceAll(nobodys, '')])
  }
  expect((await officer.post(`/en/work/cases/${caseId}/record/record-order`, { form, orderKind: 'departure-order' })).status).toBe(404)
  expect((await officer.post(`/en/work/cases/${caseId}/facts`, { form, 'value-child-affected': 'no' })).status).toBe(404)
})

/** A case whose request is approved, ready to be sent. */
async function approvedCase(): Promise<{ readonly officer: VisitingBrowser; readonly filesAt: string; readonly caseId: string }> {
  const officer = await as()
  const { caseId } = await openCase(officer)
  await nationality(caseId)
  const requestId = randomUUID()
  const by = { officer: 'fictional-officer-1' }
  await given(served.services, caseId, [drafted(requestId), by], [checked(requestId), by], approved(requestId))
  const { at } = await answer(officer, `/en/work/cases/${caseId}/record/send-request`, { requestId })
  return { officer, caseId, filesAt: at }
}

async function upload(officer: VisitingBrowser, filesAt: string, name: string, bytes: Uint8Array): Promise<Response> {
  const { form } = await officer.get(filesAt)
  const body = new FormData()
  body.append('form', form)
  body.append('file', new File([new Uint8Array(bytes)], name))
  return fetch(new URL(`${filesAt}/add`, served.origin), { method: 'POST', body, redirect: 'manual', headers: { origin: served.origin, 'sec-fetch-site': 'same-origin', cookie: [...officer.cookies].map((pair) => pair.join('=')).join('; ') } })
}

test('a picture that holds nothing besides what it shows is kept with the draft, and removed from it again', async () => {
  const { officer, filesAt } = await approvedCase()
  expect(filesAt).toMatch(/\/files$/)
  expect((await upload(officer, filesAt, '../../photo.png', samplePng())).status).toBe(303)
  const shown = await officer.get(filesAt)
  expect([shown.body.includes('photo.png ('), shown.body.includes('../')]).toEqual([true, false])
  await officer.post(`${filesAt}/remove`, { form: shown.form, ordinal: '1' })
  expect((await officer.get(filesAt)).body).toContain(english.files.none)
})

test.each([
  ['with a comment', 'scan.png', samplePng(pngChunk('tEXt', Buffer.from('Comment\0interview'))), 'comment'],
  ['that is locked', 'scan.pdf', samplePdf({ trailer: '/Encrypt << /Filter /Standard >>' }), 'locked'],
  ['that is no picture', 'scan.png', Buffer.from('<svg onload=alert(1)>'), 'another kind'],
  ['that is cut off', 'scan.png', samplePng().subarray(0, 40), 'cannot be read'],
  ['that is empty', 'scan.png', Buffer.alloc(0), english.files.missing],
])('a file %s is refused with its reason, and none is kept', async (_what, name, bytes, why) => {
  const { officer, filesAt } = await approvedCase()
  const answered = await upload(officer, filesAt, name, bytes)
  const body = await answered.text()
  expect([answered.status, body.includes('href="#file"'), body.includes(why), body.includes('<svg')]).toEqual([422, true, true, false])
  expect((await officer.get(filesAt)).body).toContain(english.files.none)
})

test('a form of very many parts is refused before it is taken apart', async () => {
  const { officer, filesAt } = await approvedCase()
  const { form } = await officer.get(filesAt)
  const cookie = [...officer.cookies].map((pair) => pair.join('=')).join('; ')
  const send = (parts: number) => {
    const body = new FormData()
    body.append('form', form)
    for (let part = 1; part < parts; part++) body.append('more', 'x')
    return fetch(new URL(`${filesAt}/add`, served.origin), { method: 'POST', body, headers: { origin: served.origin, cookie } })
  }
  // With no file in it, a form of as many parts as may be is read and says so.
  for (const [parts, status] of [[50, 422], [51, 400], [20_000, 400]] as const) expect([parts, (await send(parts)).status]).toEqual([parts, status])
})

test('a file that is too large, sent by nobody or sent without the token of its page is not taken', async () => {
  const { officer, filesAt } = await approvedCase()
  const large = await upload(officer, filesAt, 'large.png', Buffer.alloc(21 * 1024 * 1024)).catch(() => undefined)
  // A server may close the connection before everything was sent.
  if (large) expect([large.status, (await large.text()).includes(english.files.large)]).toEqual([413, true])
  const nobody = await upload(visitingBrowser(served.origin), filesAt, 'a.png', samplePng())
  expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/en/work/sign-in'])
  const body = new FormData()
  body.append('file', new File([new Uint8Array(samplePng())], 'a.png'))
  const cookie = [...officer.cookies].map((pair) => pair.join('=')).join('; ')
  expect((await fetch(new URL(`${filesAt}/add`, served.origin), { method: 'POST', body, headers: { origin: served.origin, cookie } })).status).toBe(403)
  // Where no files are taken, a form with files is not read.
  expect((await fetch(new URL(filesAt, served.origin), { method: 'POST', body, headers: { origin: served.origin, cookie } })).status).toBe(400)
  expect((await officer.get(filesAt)).body).toContain(english.files.none)
})

const placeAfter = ({ location }: Visited) => new URL(location, served.origin).searchParams.get('to')

/** What a form in progress says of the session and of the person that its page was made for. */
const marksOf = ({ body }: Visited) => ({ page: /name="page" value="([^"]+)"/.exec(body)?.[1] ?? '', owner: /name="owner" value="([^"]+)"/.exec(body)?.[1] ?? '' })

const endSessions = () => sql`update session set ends_at = clock_timestamp() - interval '1 minute' where ends_at > clock_timestamp() and revoked_at is null`.execute(served.database.asOwner())

test('what was typed when the session had ended is kept for the account, and shown once it has signed in again; nothing else is done', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  await nationality(caseId)
  const { at } = await answer(officer, `/en/work/cases/${caseId}/record/record-order`, { orderKind: 'departure-order' })
  const [question, facts] = [await officer.get(at), await officer.get(`/en/work/cases/${caseId}/facts`)]
  const draft = /name="draft" value="([^"]+)"/.exec(facts.body)?.[1] ?? ''
  await endSessions()
  const unsent = await officer.post(at, { form: question.form, ...day('on', '2026-01-12'), source: 'typed too late' })
  expect([unsent.status, placeAfter(unsent)]).toEqual([303, `${at.replace('/en', '')}?kept=1`])
  const several = await officer.post(`/en/work/cases/${caseId}/facts`, { form: facts.form, draft, source: 'also too late', 'value-child-affected': 'yes' })
  expect(placeAfter(several)).toBe(`/work/cases/${caseId}/facts?draft=${draft}&step=all&kept=1`)
  const handed = await officer.post(at.replace(/[^/]+$/, 'check'), { form: question.form, version: '3' })
  expect(placeAfter(handed)).toBe(at.replace('/en', '').replace(/[^/]+$/, 'check'))
  expect((await eventsOf(caseId)).at(-1)).toBe('nationality-recorded')
  await signInAs(officer, 'officer')
  expect((await officer.get(at)).body).toContain('value="typed too late"')
  expect((await officer.get(`/en/work/cases/${caseId}/facts?draft=${draft}`)).body).toContain('value="also too late"')
})

test('a form without the token of its page, of a session that was revoked, or about somebody else’s draft keeps nothing', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const { at } = await answer(officer, `/en/work/cases/${caseId}/record/record-order`, { orderKind: 'departure-order' })
  const question = await officer.get(at)
  const { form } = question
  const { page, owner } = marksOf(question)
  const reviewer = await as('legal-reviewer')
  const foreign = await reviewer.get('/en/work')
  await endSessions()
  for (const [visitor, token] of [[officer, 'x'.repeat(43)], [reviewer, foreign.form], [visitingBrowser(served.origin), form]] as const) {
    const unsent = await visitor.post(at, { form: token, ...day('on', '2026-01-12'), source: 'not kept' })
    expect([unsent.status, placeAfter(unsent)]).toEqual([303, at.replace('/en', '')])
  }
  await sql`update session set revoked_at = clock_timestamp(), revoked_by = 'test' where revoked_at is null`.execute(served.database.asOwner())
  expect(placeAfter(await officer.post(at, { form, page, owner, source: 'not kept' }))).toBe(at.replace('/en', ''))
  expect((await (await as()).get(at)).body).not.toContain('not kept')
})

const forget = (visitor: VisitingBrowser) => visitor.cookies.delete('comity')

test('what was typed when the browser had lost the session is kept for the account that the page was made for, from the first question on', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const path = `/en/work/cases/${caseId}/record/record-order`
  const first = await officer.get(path)
  forget(officer)
  const unsent = await officer.post(path, { form: first.form, ...marksOf(first), orderKind: 'exclusion-order' })
  const place = placeAfter(unsent) ?? ''
  expect([unsent.status, place]).toEqual([303, expect.stringMatching(/^\/work\/drafts\/[0-9a-f-]{36}\/order-kind\?kept=1$/)])
  // Whoever else signs in there finds nothing.
  await signInAs(officer, 'legal-reviewer')
  expect((await officer.get(`/en${place}`)).status).toBe(404)
  await signInAs(officer, 'officer')
  const again = await officer.get(`/en${place}`)
  for (const text of ['value="exclusion-order" checked', english.kept]) expect(again.body).toContain(text)
  // And on the last question.
  const { at } = await answer(officer, place.replace(/^/, '/en').replace(/\?.*/, ''), { orderKind: 'exclusion-order' })
  const last = await officer.get(at)
  forget(officer)
  const lastPlace = placeAfter(await officer.post(at, { form: last.form, ...marksOf(last), ...day('on', '2026-01-12'), source: 'the last answer' })) ?? ''
  await signInAs(officer, 'officer')
  expect((await officer.get(`/en${lastPlace}`)).body).toContain('value="the last answer"')
  expect((await eventsOf(caseId)).at(-1)).toBe('officer-assigned')
})

test('a page that comes back after the same person signed in anew keeps what was typed; one that was made for somebody else, or sent by another site, keeps nothing', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const { at } = await answer(officer, `/en/work/cases/${caseId}/record/record-order`, { orderKind: 'departure-order' })
  const old = await officer.get(at)
  const typed = { form: old.form, ...marksOf(old), ...day('on', '2026-01-12') }
  await signInAs(officer, 'officer')
  const kept = await officer.post(at, { ...typed, source: 'typed before' })
  expect([kept.status, pathOf(kept)]).toEqual([303, at])
  expect((await officer.get(at)).body).toContain('value="typed before"')
  const draftsBefore = async () => (await sql<{ drafts: number }>`select count(*)::int as drafts from draft`.execute(served.database.asOwner())).rows[0]?.drafts
  const [before, newCase] = [await draftsBefore(), await officer.get('/en/work/new-case')]
  const other = await as('legal-reviewer')
  for (const [visitor, fields, headers, status] of [
    [officer, { ...typed, source: 'forged' }, { 'sec-fetch-site': 'none', origin: served.origin }, 403],
    [officer, { ...typed, owner: marksOf(await other.get(`/en/work/account`)).owner, source: 'forged' }, {}, 403],
    [other, { ...typed, source: 'forged' }, {}, 404],
  ] as const) expect((await visitor.post(at, fields, headers)).status).toBe(status)
  // Another officer at the same machine gets nothing of it either, not even a draft of their own.
  const { rows } = await sql<{ handle: string }>`select handle from account join account_role using (account_id) where role = 'officer' and taken_at is null and demonstration`.execute(served.database.asOwner())
  expect(rows).toHaveLength(1)
  await signInAs(officer, 'officer')
  expect((await officer.post('/en/work/new-case', { form: newCase.form, page: marksOf(newCase).page, owner: 'f'.repeat(64), jurisdiction: 'CA' })).status).toBe(403)
  expect([(await officer.get(at)).body.includes('forged'), await draftsBefore()]).toEqual([false, before])
})

test('a digest that no page of a session holds, or of one that was revoked, keeps nothing', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const path = `/en/work/cases/${caseId}/record/record-order`
  const first = await officer.get(path)
  const { page } = marksOf(first)
  await sql`update session set revoked_at = clock_timestamp(), revoked_by = 'test' where revoked_at is null`.execute(served.database.asOwner())
  const nobody = visitingBrowser(served.origin)
  for (const digest of [page, 'f'.repeat(64), '', "' or true--"]) {
    const sent = await nobody.post(path, { form: first.form, page: digest, orderKind: 'exclusion-order' })
    expect([sent.status, placeAfter(sent)]).toEqual([303, path.replace('/en', '')])
  }
})

test('a page that comes back without its session does not make the session last', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const owner = served.database.asOwner()
  const digest = randomBytes(32)
  await sql`insert into session (session_id, account_id, token_digest, began_at, seen_at, ends_at, recognised, browser)
    select gen_random_uuid(), account_id, ${digest}, clock_timestamp() - interval '2 hours', clock_timestamp() - interval '30 minutes', clock_timestamp() + interval '9 hours', 'demonstration', '' from account where handle = 'fictional-officer-1'`.execute(owner)
  const seenAt = async () => (await sql<{ seen: string }>`select seen_at::text as seen from session where token_digest = ${digest}`.execute(owner)).rows[0]?.seen
  const before = await seenAt()
  const sent = await visitingBrowser(served.origin).post(`/en/work/cases/${caseId}/record/record-order`, { page: digest.toString('hex'), orderKind: 'exclusion-order' })
  expect([placeAfter(sent), await seenAt()]).toEqual([expect.stringMatching(/kept=1$/), before])
})

test('a sign-in that does not work, and signing in from a form’s page, forget nobody’s way', async () => {
  const visitor = visitingBrowser(served.origin)
  const { form } = await visitor.get('/en/work/sign-in?to=/work/drafts')
  const failed = await visitor.post('/en/work/sign-in/demonstration', { form, role: 'nobody', to: '/work/drafts' })
  expect([failed.status, failed.body.includes('name="to" value="/work/drafts"')]).toEqual([403, true])
  const sent = await visitor.post('/en/work/cases/x/purpose', { purpose: 'audit' }, { referer: `${served.origin}/en/work/search` })
  expect(placeAfter(sent)).toBe('/work/search')
  for (const referer of ['https://elsewhere.example/en/work/search', `${served.origin}/en/methods`, `${served.origin}/en/work//elsewhere.example`]) expect([referer, placeAfter(await visitor.post('/en/work/cases/x/purpose', {}, { referer })) ?? null]).toEqual([referer, null])
})

test.each(['CA', 'US'] as const)('every question of every command has its page in both languages, in a case under the law of %s', async (jurisdiction) => {
  const officer = await as()
  const { accountId } = (await sql<{ accountId: string }>`select account_id as "accountId" from account where handle = 'fictional-officer-1'`.execute(served.database.asOwner())).rows[0] ?? { accountId: '' }
  const caseId = await given(served.services, randomUUID(), [{ ...opened, jurisdiction } as Command, { officer: 'fictional-officer-1' }], [{ kind: 'assign-officer', officer: 'fictional-officer-1', note: 'file 1' }, {}], ghanaian)
  for (const kind of recordedKinds) {
    const draftId = (await beginDraftOf(served.services, { accountId }, { kind, caseId, seenVersion: 3, answers: {} })) ?? ''
    for (const language of ['en', 'fr'] as const) {
      const pages = [kind === 'open-case' ? `/${language}/work/new-case` : `/${language}/work/cases/${caseId}/record/${kind}`, ...plans[kind].questions.map(({ id }) => `/${language}/work/drafts/${draftId}/${id}`)]
      for (const at of pages) {
        const page = await officer.get(at)
        expect([at, page.status, /undefined|\[object/.test(page.body), (page.body.match(/<h1/g) ?? []).length]).toEqual([at, 200, false, 1])
      }
    }
    // Without answers all answers cannot be looked at: the first question is asked instead; one that asks nothing is answered.
    const check = await officer.get(`/en/work/drafts/${draftId}/check`)
    expect([kind, check.status]).toEqual([kind, kind === 'travel-alone' ? 200 : 303])
    await officer.post(`/en/work/drafts/${draftId}/discard`, { form: (await officer.get('/en/work/drafts')).form })
  }
})

test('whoever hands a case over is told so, and reaches it no more', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  const { rows } = await sql<{ handle: string }>`insert into account (account_id, handle, display_name, language, made_by) values (${randomUUID()}, ${`sample-${caseId.slice(0, 8)}`}, 'Sample Two', 'en', 'test') returning handle`.execute(served.database.asOwner())
  const other = rows[0]?.handle ?? ''
  await sql`insert into account_role (account_id, role, given_by) select account_id, 'officer', 'test' from account where handle = ${other}`.execute(served.database.asOwner())
  const { at } = await answer(officer, `/en/work/cases/${caseId}/record/assign-officer`, { officer: other, note: 'leave' })
  const done = await handIn(officer, at)
  expect([done.status, (await officer.get(done.location)).body.includes(english.done.text(english.commands['assign-officer']))]).toEqual([303, true])
  expect((await officer.get(`/en/work/cases/${caseId}`)).status).toBe(404)
})

test('a protected record is neither offered nor told of without a purpose, whatever the draft says', async () => {
  const officer = await as()
  const { caseId } = await openCase(officer)
  await given(served.services, caseId, [{ kind: 'record-fact', factId: 'secret-1', fact: 'child-affected', value: 'yes', on: '2026-01-19' as PlainDate, source: 'secret source' }, { officer: 'fictional-officer-1' }])
  const first = await officer.get(`/en/work/cases/${caseId}/record/correct-fact`)
  expect([first.body.includes('secret-1'), first.body.includes(factName('child-affected', 'en'))]).toEqual([false, false])
  const refused = await officer.post(`/en/work/cases/${caseId}/record/correct-fact`, { form: first.form, corrects: 'secret-1' })
  expect(refused.status).toBe(422)
  const switched = await officer.post(`/en/work/cases/${caseId}/record/correct-fact`, { form: first.form, corrects: 'secret-1', switch: '1' })
  const value = await officer.get(pathOf(switched).replace(/[^/]+$/, 'fact-value'))
  expect([value.status, value.body.includes('value="19"'), value.body.includes('checked')]).toEqual([200, false, false])
})
