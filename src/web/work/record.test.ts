import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser, type Visited, type VisitingBrowser } from '../../../test/visiting-browser.ts'
import { record as english } from '../../text/en/record.ts'

let served: ServedWork
beforeAll(async () => { served = await serveWork() })
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
