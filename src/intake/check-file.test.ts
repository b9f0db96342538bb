import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listProfiles } from './built-in-profiles.ts'
import { checkFile } from './check-file.ts'
import { checkProfile } from './check-profile.ts'
import { countFiles } from './count-files.ts'
import { groupByProfile, loadProfile } from './find-profile.ts'
import { refusalSentence } from './refusal-sentence.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const builtIn = () => JSON.parse(readFileSync(new URL('profiles/us-ice-removals.json', import.meta.url), 'utf8')) as { rows: Record<string, unknown>; file: Record<string, unknown> } & Record<string, unknown>

test('intervals of one request that overlap, follow its end, or change its country are found', async () => {
  const checked = await checkFile(write('a.csv', `country,request,entry,exit,outcome
FRA,r1,0,30,
FRA,r1,20,40,issued
FRA,r2,0,10,refused
FRA,r2,10,20,issued
FRA,r3,0,10,
VNM,r3,10,20,issued
FRA,,0,5,issued
FRA,r4,0,10,
FRA,r4,15,20,issued
`))
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusal))
  expect(checked.value.faults.rows.map(({ line, reason, value }) => [line, reason, value])).toEqual([
    [3, 'overlapping-interval', 'r1'], [5, 'interval-after-outcome', 'r2'], [7, 'country-changes', 'r3'], [8, 'missing-request', ''],
  ])
})

test('rows that are counted but not timed are listed by a check, with their line', async () => {
  const profile = await loadProfile('us-ice-removals')
  if (!profile.ok) throw new Error(profile.refusal.code)
  const checked = await checkFile(write('b.csv', `1\n2\n3\n4\n5\n${profile.value.file.columns.join('|')}\nA||X|FRANCE|2/1/2016|2/1/2016\n`))
  expect(checked).toMatchObject({ ok: true, value: { faults: { rows: [{ line: 7, column: 'Apprehension Date', reason: 'missing-date' }] } } })
})

test('every profile that comes with Comity is whole, and names its terms in both languages', () => {
  expect(listProfiles().map(({ name }) => name)).toContain('comity-intervals')
  for (const { title, publisher, terms } of listProfiles()) for (const words of [title, publisher, terms]) expect(words.fr.length * words.en.length).toBeGreaterThan(0)
})

test.each([['Gender', 'gender'], ['Final Charge Section', 'area'], ['RC Threat Level', 'disposition'], ['Birth Date', 'area']])('nobody is divided by %s, under whatever name', (column, stratum) => {
  const profile = builtIn()
  const checked = checkProfile({ ...profile, rows: { ...profile.rows, strata: { [stratum]: column } } }, 'mine.json')
  if (checked.ok) throw new Error('accepted')
  expect(checked.refusal).toEqual({ code: 'profile-trait-stratum', file: 'mine.json', field: `rows.strata.${stratum}`, column })
  expect(refusalSentence(checked.refusal, 'fr')).toContain(column)
})

test.each([
  ['rows.start', { start: 'Nothing' }, 'column'], ['rows.dateFormat', { dateFormat: 'D-M-Y' }, 'YYYY-MM-DD|M/D/YYYY|D/M/YYYY|YYYYMMDD'],
  ['rows.outcome', { outcome: { fixed: 'vanished' } }, 'interval-outcome'], ['rows.kind', { kind: 'rows' }, 'dates|intervals|table'], ['rows.truncation', { truncation: 'left' }, 'cohort|right'],
])('a profile that is wrong in %s is refused by that field', (field, wrong, expected) => {
  const profile = builtIn()
  const checked = checkProfile({ ...profile, rows: { ...profile.rows, ...wrong } }, 'mine.json')
  expect(checked).toEqual({ ok: false, refusal: { code: 'profile-invalid', file: 'mine.json', field, expected } })
})

test('a source is added without code: a profile file of one’s own, in another encoding, with open cases', async () => {
  const profile = {
    format: 'comity-profile/1', name: 'my-register', version: '1',
    title: { en: 'A register', fr: 'Un registre' }, publisher: { en: 'An office', fr: 'Un bureau' }, terms: { en: 'None', fr: 'Aucune' },
    file: { delimiter: ';', encoding: 'latin-1', columns: ['État', 'Demandé le', 'Clos le', 'Réponse'] },
    country: { column: 'État', names: '' },
    rows: {
      kind: 'dates', clock: 'state', start: 'Demandé le', end: 'Clos le', dateFormat: 'D/M/YYYY', count: { column: 'Demandé le', periods: 'quarter' },
      outcome: { column: 'Réponse', mapping: { oui: 'issued', non: 'refused' } }, truncation: 'cohort',
    },
  }
  const loaded = await loadProfile(write('mine.json', JSON.stringify(profile)))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
  const rows = join(folder, 'register.csv')
  writeFileSync(rows, Buffer.from('État;Demandé le;Clos le;Réponse\nCôte d’Ivoire;1/2/2026;11/2/2026;oui\nGuinée;1/2/2026;;\n'.replace('’', "'"), 'latin1'))
  const counted = await countFiles([rows], { profile: loaded.value, asOf: '2026-03-03' as never })
  if (!counted.ok || counted.value.kind !== 'durations') throw new Error(JSON.stringify(counted))
  const [ivory, guinea] = counted.value.groups
  expect([ivory?.country, ivory?.counts.exits.map((margin) => margin[10] ?? 0)]).toEqual(['CIV', [0, 1, 0]])
  expect([guinea?.country, guinea?.counts.exits.map((margin) => margin[30] ?? 0)]).toEqual(['GIN', [1, 0, 0]])
  expect(counted.value.byPeriod.map(({ period }) => period)).toEqual(['2026-Q1', '2026-Q1'])
})

test('a profile that is not there, or is no JSON, is refused', async () => {
  expect(await loadProfile('no-such')).toMatchObject({ ok: false, refusal: { code: 'profile-unknown' } })
  expect(await loadProfile(join(folder, 'none.json'))).toMatchObject({ ok: false, refusal: { code: 'file-missing' } })
  expect(await loadProfile(write('broken.json', '{'))).toMatchObject({ ok: false, refusal: { code: 'profile-invalid', expected: 'json' } })
})

test('files of several sources are told apart by their headers', async () => {
  const intervals = write('i.csv', 'country,request,entry,exit,outcome\nFRA,r1,0,30,\n')
  const regions = write('r.csv', 'region,2019\nAtlantic,1\n')
  const groups = await groupByProfile([intervals, regions])
  expect(groups.ok ? groups.value.map(({ profile }) => profile.name) : groups).toEqual(['comity-intervals', 'cbsa-removals-by-region'])
})
