import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDataMatrices } from '../../../test/read-barcode.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { decodeSeal } from '../../documents/seal.ts'
import { isSpecimenSeal } from '../../documents/specimen-seal.ts'
import { roles } from '../../service/access/roles.ts'
import { travelDocuments as english } from '../../text/en/travel-documents.ts'
import { documents } from '../../text/fr/documents.ts'
import { travelDocuments as french } from '../../text/fr/travel-documents.ts'

const { verdicts } = documents

let served: ServedWork
beforeAll(async () => {
  served = await serveWork()
})
afterAll(() => served.close())

async function as(role: string): Promise<VisitingBrowser> {
  const visitor = visitingBrowser(served.origin)
  await signInAs(visitor, role)
  return visitor
}

const filled = { familyName: 'Exemple', givenNames: 'Deux', dateOfBirth: '1974', 'dateOfBirth-month': '8', 'dateOfBirth-day': '12', sex: 'female', marks: '', address: '', issuedOn: '2026', 'issuedOn-month': '11', 'issuedOn-day': '22', validUntil: '2026', 'validUntil-month': '12', 'validUntil-day': '6', serial: '3' }

async function post(visitor: VisitingBrowser, path: string, fields: Readonly<Record<string, string>>) {
  const { form } = await visitor.get(path)
  const body = new URLSearchParams({ ...fields, form })
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return fetch(new URL(path, served.origin), { method: 'POST', body, redirect: 'manual', headers: { cookie, origin: served.origin, 'sec-fetch-site': 'same-origin' } })
}

describe('a specimen', () => {
  test.each(roles)('is made by whoever is signed in: %s', async (role) => {
    const answer = await post(await as(role), '/en/work/documents/specimen', filled)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/pdf', 'attachment; filename="specimen.pdf"'])
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('says what was typed, and SPECIMEN on page, in zone and seal', async () => {
    const pdf = new Uint8Array(await (await post(await as('analyst'), '/fr/work/documents/specimen', filled)).arrayBuffer())
    const { text } = await readPdf(pdf)
    for (const said of ['SPECIMEN Exemple', 'SPECIMEN3', '2026-12-06', 'PUUTOSPECIMEN<EXEMPLE<<DEUX']) expect(text).toContain(said)
    const seal = decodeSeal((await readDataMatrices(pdf))[0] ?? new Uint8Array())
    expect(seal.ok && isSpecimenSeal(seal.value)).toBe(true)
  })

  test.each([
    ['no name', { familyName: '', givenNames: '' }, 'familyName'], ['a digit in the given names', { givenNames: 'One2' }, 'givenNames'], ['a name that is too long', { familyName: 'A'.repeat(61) }, 'familyName'],
    ['no day', { 'issuedOn-month': '13' }, 'issuedOn'], ['an end before the beginning', { validUntil: '2025' }, 'validUntil'], ['no sex', { sex: 'other' }, 'sex'], ['no digit', { serial: 'x' }, 'serial'],
    ['a birth that is no day', { 'dateOfBirth-day': '40' }, 'dateOfBirth'], ['a line break', { marks: 'a\nb' }, 'marks'],
  ])('with %s is refused at its field, and what was typed stays', async (_, change, field) => {
    for (const [language, words] of [['en', english], ['fr', french]] as const) {
      const answer = await post(await as('officer'), `/${language}/work/documents/specimen`, { ...filled, address: '1 Sample <Street>', ...change })
      const body = await answer.text()
      expect([answer.status, body.includes(words.specimen.problem), body.includes(`href="#${field}"`), body.includes('1 Sample &lt;Street&gt;')]).toEqual([422, true, true, true])
      expect(body).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid|id="${field}-error"`))
    }
  })

  test('of letters that no font has is said to be impossible, and is no failure of ours', async () => {
    const answer = await post(await as('officer'), '/en/work/documents/specimen', { ...filled, marks: '\u{10fffd}' })
    expect([answer.status, (await answer.text()).includes('no font')]).toEqual([422, true])
  })
})

describe('a zone', () => {
  const passport = 'P<UTOEXEMPLE<<DEUX<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
  const refugee = 'PRUTOEXEMPLE<<DEUX<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36XXB7408122F1204159ZE184226B<<<<<10'

  test('is read field by field, each with its verdict in words', async () => {
    const body = await (await post(await as('auditor'), '/en/work/documents/zone', { lines: passport })).text()
    for (const said of ['Format TD3', 'L898902C3', 'EXEMPLE, DEUX', 'August 12, 1974', 'The check digit fits.', 'This field has no check digit here.', english.zone.copying, english.zone.codes.specimen]) expect(body).toContain(said)
    expect(body).not.toContain(english.zone.statusTag)
  })

  test('with a digit that does not fit says so of that field alone', async () => {
    const body = await (await post(await as('auditor'), '/fr/work/documents/zone', { lines: passport.replace('L898902C36', 'L898902C37') })).text()
    // The number itself, and the digit over several fields that counts it too.
    expect(body.split(verdicts.refuted)).toHaveLength(3)
    expect(body).toContain(verdicts.verified)
    expect(body).toContain('12 août 1974')
  })

  test('with codes that tell a status marks them, and keeps nothing of it', async () => {
    const before = await rows()
    const body = await (await post(await as('officer'), '/en/work/documents/zone', { lines: refugee })).text()
    expect(body.split(english.zone.statusTag)).toHaveLength(3)
    expect(body).toContain(english.zone.statusTitle)
    expect(await rows()).toEqual(before)
    expect(JSON.stringify(served.log)).not.toContain('EXEMPLE')
  })

  test.each([['', 'empty'], ['P<UTO', 'length'], ['é'.padEnd(44, '<') + '\n' + ''.padEnd(44, '<'), 'foreign'], ['<script>alert(1)</script>', 'script']])('of %j is refused with a reason, and stays to be mended', async (lines) => {
    const answer = await post(await as('officer'), '/en/work/documents/zone', { lines })
    const body = await answer.text()
    expect([answer.status, body.includes(english.zone.problem), body.includes('<script>alert')]).toEqual([422, true, false])
  })

  const rows = async () => (await sql<{ rows: number }>`select count(*)::integer as rows from access_log`.execute(served.database.asOwner())).rows
})
