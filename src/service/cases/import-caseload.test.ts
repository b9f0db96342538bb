import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseServices, run } from '../../../test/case-services.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { workbook } from '../../../test/made-up-workbook.ts'
import { readCaseloadProfile, type CaseloadProfile } from '../../intake/caseload-profile.ts'
import { evolveAll } from '../../casework/evolve.ts'
import { loadCase } from '../../store/cases.ts'
import { caseIdOf } from './case-id-of.ts'
import { findCases } from './find-cases.ts'
import { importCaseload, type CaseloadReconciliation } from './import-caseload.ts'

let fresh: FreshDatabase
let folder = ''
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'comity import é '))
})
afterAll(async () => {
  await fresh.destroy()
  rmSync(folder, { recursive: true })
})

const profile: CaseloadProfile = {
  format: 'comity-caseload/1', system: 'sample-system', dates: 'D/M/YYYY',
  reference: { column: 'File' }, jurisdiction: { text: 'CA' }, openedOn: { column: 'Opened' }, source: { column: 'File' }, officer: { column: 'Officer' },
  identity: { familyName: { column: 'Family' }, givenNames: { column: 'Given' }, sex: { column: 'Sex', values: { F: 'female', M: 'male' }, otherwise: 'unspecified' }, bornOn: { column: 'Born' } },
  nationalities: [{ country: { column: 'Country' }, basis: { text: 'own-statement' }, on: { column: 'Opened' }, source: { column: 'File' } }],
  orders: [{ orderKind: { column: 'Order', values: { DEP: 'deportation-order' } }, on: { column: 'Ordered' }, source: { column: 'File' } }],
  facts: [{ fact: { text: 'prra-notified' }, value: { text: 'yes' }, on: { column: 'Notified' }, source: { column: 'Notice' } }],
}

const header = 'File,Opened,Officer,Family,Given,Sex,Born,Country,Order,Ordered,Notified,Notice'
const rowsOf = (name: string) => [
  `${name}-1,10/1/2026,officer-one,Sample,One,F,17/5/1990,Ghana,DEP,12/1/2026,1/2/2026,notice 1`,
  `${name}-2,10/1/2026,,Exemple,Deux,,1985,GH,,,,`,
]

async function importText(name: string, text: string, more: { readonly dryRun?: boolean; readonly profile?: CaseloadProfile } = {}): Promise<CaseloadReconciliation> {
  const path = join(folder, name)
  writeFileSync(path, text)
  const imported = await importCaseload(caseServices(fresh), { path, profile: more.profile ?? profile, officer: 'officer-one', dryRun: more.dryRun ?? false })
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  return imported.value
}

async function caseCount(): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*) as number from case_file`.execute(fresh.database)
  return rows[0]?.number ?? -1
}

test('a case is made of each row, whole, and found again by its reference', async () => {
  const [first, second] = rowsOf('whole')
  expect(await importText('whole.csv', `${header}\n${first}\n\n${second}\n`)).toEqual({ rowsRead: 2, casesMade: 2, refused: [], dryRun: false })
  const state = evolveAll((await loadCase(fresh.database, caseIdOf('sample-system', 'whole-1')) ?? []).map(({ event }) => event))
  expect(state).toMatchObject({
    openedOn: '2026-01-10', identity: { familyName: 'Sample', sex: 'female', bornOn: '1990-05-17' }, nationalities: [{ country: 'GH' }], orders: [{ orderKind: 'deportation-order', madeOn: '2026-01-12' }],
    facts: [{ fact: 'prra-notified', value: 'yes', on: '2026-02-01', source: 'notice 1' }], officers: [{ officer: 'officer-one' }],
  })
  expect(await findCases(caseServices(fresh), { by: 'reference', system: 'sample-system', reference: 'whole-2' })).toMatchObject([{ familyName: 'Exemple', bornOn: '1985' }])
})

test.each<readonly [string, string, Omit<CaseloadReconciliation['refused'][number], 'line'>]>([
  ['an impossible date', 'BAD,30/2/2026,,Sample,One,F,,GH,,,,', { column: 'Opened', value: '30/2/2026', refusal: { code: 'impossible-day', field: 'on', value: '2026-02-30' } }],
  ['an unknown country', 'BAD,10/1/2026,,Sample,One,F,,Atlantis,,,,', { column: 'Country', value: 'Atlantis', refusal: { code: 'unknown-country', country: 'Atlantis' } }],
  ['a country that may be two', 'BAD,10/1/2026,,Sample,One,F,,Congo,,,,', { column: 'Country', value: 'Congo', refusal: { code: 'ambiguous-country', name: 'Congo', candidates: ['CD', 'CG'] } }],
  ['an order for a citizen of the authority’s own state', 'BAD,10/1/2026,,Sample,One,F,,Canada,DEP,12/1/2026,,', { column: 'Order', value: 'DEP', refusal: { code: 'own-citizen', country: 'CA' } }],
  ['a fact without a source', 'BAD,10/1/2026,,Sample,One,F,,GH,,,1/2/2026,', { column: 'Notice', value: '', refusal: { code: 'no-source' } }],
  ['an order that is in no list', 'BAD,10/1/2026,,Sample,One,F,,GH,XYZ,12/1/2026,,', { column: 'Order', value: 'XYZ', refusal: { code: 'not-in-list', field: 'orderKind', value: 'XYZ', allowed: ['departure-order', 'exclusion-order', 'deportation-order'] } }],
  ['a row without a reference', ',10/1/2026,,Sample,One,F,,GH,,,,', { column: 'File', value: '', refusal: { code: 'no-reference' } }],
  ['a row that is too short', 'BAD,10/1/2026', { column: '', value: '', refusal: { code: 'row-structure', fault: 'too-few-columns' } }],
])('%s is refused with its line, column and value; the other rows are cases, and nothing is left of this one', async (what, bad, refused) => {
  const [first, second] = rowsOf(what)
  const before = await caseCount()
  const imported = await importText('bad.csv', `${header}\n${first}\n${bad}\n${second}\n`)
  expect(imported).toEqual({ rowsRead: 3, casesMade: 2, refused: [{ line: 3, ...refused }], dryRun: false })
  expect(await caseCount()).toBe(before + 2)
  expect(await findCases(caseServices(fresh), { by: 'reference', system: 'sample-system', reference: 'BAD' })).toEqual([])
})

test('a row that stood in the file before is refused, and so is one whose case is there already, which is unchanged', async () => {
  const [first, second] = rowsOf('twice')
  const again = first?.replace('Sample', 'Another') ?? ''
  expect((await importText('twice.csv', `${header}\n${first}\n${again}\n`)).refused).toEqual([{ line: 3, column: 'File', value: 'twice-1', refusal: { code: 'repeated-in-file', reference: 'twice-1', firstLine: 2 } }])
  const caseId = caseIdOf('sample-system', 'twice-1')
  await run(caseServices(fresh), caseId, { kind: 'travel-with', group: 'sample group' })
  const before = await loadCase(fresh.database, caseId)
  const imported = await importText('again.csv', `${header}\n${again}\n${second}\n`)
  expect(imported).toMatchObject({ rowsRead: 2, casesMade: 1, refused: [{ line: 2, refusal: { code: 'already-there', reference: 'twice-1', caseId } }] })
  expect(await loadCase(fresh.database, caseId)).toEqual(before)
})

test('a dry run says all that an import would say, and keeps nothing', async () => {
  const before = await caseCount()
  expect(await importText('dry.csv', `${header}\n${rowsOf('dry').join('\n')}\n`, { dryRun: true })).toEqual({ rowsRead: 2, casesMade: 2, refused: [], dryRun: true })
  expect(await caseCount()).toBe(before)
})

test('a workbook says the same as a text file: days are days, numbers keep their zeros, rows keep their numbers', async () => {
  const path = join(folder, 'sheet.xlsx')
  writeFileSync(path, workbook([['File', 'Opened', 'Family', 'Given', 'Country'], ['007', { day: '2026-01-10' }, 'Sample', 'One', 'Ghana'], [], ['008', { day: '2026-01-11' }, 'Exemple', 'Deux', 'Atlantis']]))
  const { system: _system, orders: _orders, facts: _facts, officer: _officer, ...plain } = profile
  const own: CaseloadProfile = { ...plain, system: 'sample-workbook', identity: { familyName: { column: 'Family' }, givenNames: { column: 'Given' }, sex: { text: 'unspecified' } } }
  const imported = await importCaseload(caseServices(fresh), { path, profile: own, officer: 'officer-one', dryRun: false })
  expect(imported).toMatchObject({ ok: true, value: { rowsRead: 2, casesMade: 1, refused: [{ line: 4, column: 'Country', value: 'Atlantis' }] } })
  expect(await findCases(caseServices(fresh), { by: 'reference', system: 'sample-workbook', reference: '007' })).toMatchObject([{ familyName: 'Sample', openedOn: '2026-01-10' }])
})

test.each([
  ['a file that is not there', 'missing.csv', undefined, { code: 'file-missing' }],
  ['a file with a header and no row', 'header.csv', `${header}\n`, { code: 'no-rows' }],
  ['a file with nothing in its rows', 'blank.csv', `${header}\n,,,,,,,,,,,\n\n`, { code: 'no-rows' }],
  ['a file without a column that the profile names', 'columns.csv', 'File,Opened\n1,2\n', { code: 'missing-column', column: 'Officer' }],
  ['a workbook that is none', 'broken.xlsx', 'no workbook', { code: 'workbook-broken' }],
  ['a quotation mark that is never closed', 'quote.csv', `${header}\n"1,10/1/2026\n`, { code: 'quote-unclosed' }],
])('%s is refused whole, and no case is made', async (_, name, text, refusal) => {
  const path = join(folder, name)
  if (text !== undefined) writeFileSync(path, text)
  const before = await caseCount()
  expect(await importCaseload(caseServices(fresh), { path, profile, officer: 'officer-one', dryRun: false })).toMatchObject({ ok: false, refusal })
  expect(await caseCount()).toBe(before)
})

test.each([
  ['is no JSON', '{', { field: '', expected: 'json' }],
  ['has a field that no profile has', JSON.stringify({ ...profile, refernce: { column: 'x' } }), { field: 'refernce' }],
  ['names a field that no group has', JSON.stringify({ ...profile, orders: [{ ...profile.orders?.[0], religion: { column: 'x' } }] }), { field: 'orders.0.religion' }],
  ['says where a value is twice over', JSON.stringify({ ...profile, reference: { column: 'File', text: 'x' } }), { field: 'reference' }],
])('a profile that %s is refused', async (_, text, refusal) => {
  const path = join(folder, 'profile.json')
  writeFileSync(path, text)
  expect(await readCaseloadProfile(path)).toMatchObject({ ok: false, refusal: { code: 'profile-invalid', ...refusal } })
})

test('a profile is read as it is written', async () => {
  const path = join(folder, 'good.json')
  writeFileSync(path, JSON.stringify(profile))
  expect(await readCaseloadProfile(path)).toEqual({ ok: true, value: profile })
})
