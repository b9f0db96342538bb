import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approved, checked, drafted, ghanaian, given, opened, run, today } from '../../../test/case-services.ts'
import { exifSegment, pngChunk, sampleJpeg, samplePdf, samplePng } from '../../../test/packet-samples.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type Visited, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { sha256 } from '../../kernel/digest.ts'
import { loadCaseState } from '../../service/cases/load-case-state.ts'
import { mostPhotographBytes } from '../../service/work/keep-photograph.ts'
import { messagesOf } from '../../store/outbound.ts'
import { photograph as english } from '../../text/en/photograph.ts'
import { photograph as french } from '../../text/fr/photograph.ts'

let served: ServedWork
let officer: VisitingBrowser
beforeAll(async () => {
  served = await serveWork()
  officer = visitingBrowser(served.origin)
  await signInAs(officer, 'officer')
})
afterAll(() => served.close())

const pathOf = ({ location }: Visited) => new URL(location).pathname
const photographOf = async (caseId: string) => (await loadCaseState(served.database.database, caseId))?.state.identity.photograph

/** A case, and the question for its photograph: what is recorded of the person is answered already. */
async function asking(language = 'en') {
  const caseId = await given(served.services, randomUUID(), [opened, { officer: 'fictional-officer-1' }], ghanaian, { kind: 'assign-officer', officer: 'fictional-officer-1', note: 'sample' })
  const first = `/${language}/work/cases/${caseId}/record/record-identity`
  const { form } = await officer.get(first)
  return { caseId, form, at: pathOf(await officer.post(first, { form, familyName: 'Sample', givenNames: 'One', sex: 'female' })) }
}

async function upload(at: string, name: string, bytes: Uint8Array, by = officer): Promise<{ readonly status: number; readonly body: string }> {
  const { form } = await by.get(at)
  const body = new FormData()
  body.append('form', form)
  body.append('file', new File([new Uint8Array(bytes)], name))
  const answer = await fetch(new URL(at.replace(/photograph$/, 'files/add'), served.origin), { method: 'POST', body, redirect: 'manual', headers: { origin: served.origin, 'sec-fetch-site': 'same-origin', cookie: [...by.cookies].map((pair) => pair.join('=')).join('; ') } })
  return { status: answer.status, body: await answer.text() }
}

/** Goes on from the photograph, and records. */
async function record(at: string, form: string): Promise<Visited> {
  const check = pathOf(await officer.post(pathOf(await officer.post(at, { form })), { form, source: 'file 1' }))
  const page = await officer.get(check)
  return officer.post(check, { form, version: /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? '' })
}

describe('a photograph among the particulars of a person', () => {
  test.each([['jpeg', sampleJpeg()], ['png', samplePng()]] as const)('as %s is recorded by its digest, and nothing of the picture stays', async (format, bytes) => {
    const { caseId, form, at } = await asking()
    expect(at).toMatch(/\/photograph$/)
    expect((await upload(at, `photo.${format}`, bytes)).status).toBe(303)
    expect((await officer.get(at)).body).toContain(sha256(bytes))
    expect([(await record(at, form)).status, await photographOf(caseId)]).toEqual([303, sha256(bytes)])
    const { rows } = await sql<{ files: number }>`select count(*)::int as files from draft_file join draft using (draft_id) where case_id = ${caseId}`.execute(served.database.asOwner())
    expect(rows).toEqual([{ files: 0 }])
  })

  test('is named by a request, with which only this very file goes along', async () => {
    const { caseId, form, at } = await asking()
    await upload(at, 'photo.jpg', sampleJpeg())
    await record(at, form)
    const requestId = randomUUID()
    await given(served.services, caseId, drafted(requestId), checked(requestId), approved(requestId))
    const send = (bytes: Uint8Array) => run(served.services, caseId, { kind: 'send-request', requestId, on: today }, { files: [{ name: 'photo', bytes }], officer: 'fictional-officer-1' })
    expect(await send(samplePng())).toMatchObject({ ok: false, refusal: { code: 'outbound', why: { field: 'photograph' } } })
    expect((await send(sampleJpeg())).ok).toBe(true)
    expect(JSON.parse((await messagesOf(served.database.as.auditor, caseId))[0]?.content ?? '')).toMatchObject({ photograph: sha256(sampleJpeg()) })
  })

  test('that is not given leaves the one that is recorded', async () => {
    const { caseId, form, at } = await asking()
    await upload(at, 'photo.jpg', sampleJpeg())
    await record(at, form)
    const first = `/en/work/cases/${caseId}/record/record-identity`
    const again = pathOf(await officer.post(first, { form, familyName: 'Sampel', givenNames: 'One', sex: 'female' }))
    await record(again, form)
    expect([(await loadCaseState(served.database.database, caseId))?.state.identity.familyName, await photographOf(caseId)]).toEqual(['Sampel', sha256(sampleJpeg())])
  })

  test('is removed again, and there is one at most', async () => {
    const { caseId, form, at } = await asking()
    await upload(at, 'photo.jpg', sampleJpeg())
    const second = await upload(at, 'other.png', samplePng())
    expect([second.status, second.body.includes(english.one)]).toEqual([422, true])
    expect(pathOf(await officer.post(at.replace(/photograph$/, 'files/remove'), { form, ordinal: '1' }))).toBe(at)
    await record(at, form)
    expect(await photographOf(caseId)).toBeUndefined()
  })
})

/** A PNG whose header says another size than its pixels have. */
const huge = () => {
  const png = samplePng()
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  return png
}

describe('refused with a reason, in both languages, and not kept', () => {
  test.each<readonly [string, Uint8Array, keyof typeof english | undefined]>([
    ['a PDF', samplePdf(), 'notPicture'], ['a text', Buffer.from('no picture'), 'notPicture'], ['nothing', new Uint8Array(), 'missing'], ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'notPicture'],
    ['camera data with a position', sampleJpeg(exifSegment(true)), undefined], ['a comment', samplePng(pngChunk('tEXt', Buffer.from('Comment\0x'))), undefined], ['bytes behind its end', Buffer.concat([sampleJpeg(), Buffer.from('PK')]), undefined],
    ['more pixels than are unpacked', huge(), 'pixels'], ['more bytes than are read', Buffer.concat([sampleJpeg(), Buffer.alloc(mostPhotographBytes)]), 'large'],
  ])('%s', async (_what, bytes, reason) => {
    for (const [language, words] of [['en', english], ['fr', french]] as const) {
      const { at } = await asking(language)
      const answer = await upload(at, 'photo.jpg', bytes)
      expect([answer.status, answer.body.includes('href="#file"'), reason === undefined || answer.body.includes(String(words[reason])), (await officer.get(at)).body.includes('files/remove')]).toEqual([422, true, true, false])
    }
  })
})

test('nobody else adds a photograph to somebody’s draft', async () => {
  const { at } = await asking()
  const other = visitingBrowser(served.origin)
  await signInAs(other, 'legal-reviewer')
  expect((await upload(at, 'photo.jpg', sampleJpeg(), other)).status).not.toBe(303)
  expect((await officer.get(at)).body).toContain(english.none)
})
