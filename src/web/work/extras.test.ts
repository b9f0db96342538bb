import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approved, checked, day, drafted, ghanaian, given, opened } from '../../../test/case-services.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type Visited, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import type { Agreement } from '../../casework/agreement.ts'
import type { OutboundRequest } from '../../casework/outbound-message.ts'
import { messagesOf } from '../../store/outbound.ts'
import { record as english } from '../../text/en/record.ts'

const agreement: Agreement = {
  code: 'Sample 2026', country: 'GH', inForce: { from: day('2026-01-01') }, text: 'verified', source: 'sample', replyFrom: 'sent', weekend: [0, 6], holidays: [],
  requires: [{ datum: 'other-names', article: 'Art. 4', text: 'verified' }, { datum: 'height', article: 'Art. 5', text: 'verified' }, { datum: 'visa', article: 'Art. 6', text: 'unverified' }],
}

let served: ServedWork
let officer: VisitingBrowser
beforeAll(async () => {
  served = await serveWork()
  Object.assign(served.services, { agreements: [agreement] })
  officer = visitingBrowser(served.origin)
  await signInAs(officer, 'officer')
})
afterAll(() => served.close())

const pathOf = ({ location }: Visited) => new URL(location).pathname

/** A request that is approved, and the page after it was chosen to be sent. */
async function sending(under?: string) {
  const requestId = randomUUID()
  const caseId = await given(served.services, randomUUID(), [opened, { officer: 'fictional-officer-1' }], ghanaian, { ...drafted(requestId), ...(under === undefined ? {} : { agreement: under }) }, checked(requestId), approved(requestId), { kind: 'assign-officer', officer: 'fictional-officer-1', note: 'sample' })
  const first = `/en/work/cases/${caseId}/record/send-request`
  const { form } = await officer.get(first)
  return { caseId, form, at: pathOf(await officer.post(first, { form, requestId })) }
}

/** Goes on from the files, and sends. */
async function send(at: string, form: string): Promise<Visited> {
  const check = pathOf(await officer.post(at, { form }))
  const page = await officer.get(check)
  return officer.post(check, { form, version: /version=(\d+)/.exec(page.body)?.[1] ?? '' })
}
const leftOf = async (caseId: string) => JSON.parse((await messagesOf(served.database.as.auditor, caseId))[0]?.content ?? '{}') as OutboundRequest

describe('what an agreement requires besides the identity', () => {
  test('is asked for a request under it, of verified articles alone, and leaves with the article beside it', async () => {
    const { caseId, form, at } = await sending('Sample 2026')
    const asked = await officer.get(at)
    for (const shown of [english.questions.extras, 'name="otherNames"', 'name="height"']) expect(asked.body).toContain(shown)
    for (const hidden of ['name="visaNumber"', 'name="fingerprints"']) expect(asked.body).not.toContain(hidden)
    const files = pathOf(await officer.post(at, { form, otherNames: 'Sampel, One\r\nExample', height: '170', fingerprints: 'f'.repeat(64), visaNumber: 'X1' }))
    expect(files).toMatch(/\/files$/)
    const check = await officer.get(pathOf(await officer.post(files, { form })))
    for (const text of ['Sampel', 'Example', '170']) expect(check.body).toContain(text)
    expect((await send(files, form)).status).toBe(303)
    expect((await leftOf(caseId)).required).toEqual({
      otherNames: { agreement: 'Sample 2026', article: 'Art. 4', value: [{ familyName: 'Example', givenNames: '' }, { familyName: 'Sampel', givenNames: 'One' }] },
      height: { agreement: 'Sample 2026', article: 'Art. 5', value: 170 }, fingerprints: null, visa: null,
    })
  })

  test('may stay empty, and then nothing of it leaves', async () => {
    const { caseId, form, at } = await sending('Sample 2026')
    const files = pathOf(await officer.post(at, { form, otherNames: '', height: '' }))
    expect((await send(files, form)).status).toBe(303)
    expect((await leftOf(caseId)).required).toEqual({ otherNames: null, height: null, fingerprints: null, visa: null })
  })

  test('is not asked for a request under no agreement, and is not taken from a form that brings it all the same', async () => {
    const { caseId, form, at } = await sending()
    expect(at).toMatch(/\/files$/)
    expect((await officer.get(at)).body).toMatch(/<a href="[^"]+\/which-request">/)
    await officer.post(at.replace(/files$/, 'extras'), { form, height: '170', otherNames: 'Sampel' })
    expect((await send(at, form)).status).toBe(303)
    expect((await leftOf(caseId)).required.height).toBeNull()
  })

  test('that is no height stands at the top and leads to its box; a name that tells of a claim does not leave', async () => {
    const { caseId, form, at } = await sending('Sample 2026')
    const wrong = await officer.post(at, { form, otherNames: 'Sampel', height: '1,70 m' })
    expect([wrong.status, wrong.body.includes('href="#height"'), wrong.body.includes('value="1,70 m"')]).toEqual([422, true, true])
    const files = pathOf(await officer.post(at, { form, otherNames: 'Refugee, Claimant', height: '170' }))
    const refused = await send(files, form)
    expect(refused.body).toMatch(/role="alert"[\s\S]+href="[^"]+\/extras"/)
    expect([refused.status, await messagesOf(served.database.as.auditor, caseId)]).toEqual([422, []])
  })
})
