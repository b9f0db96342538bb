import { expect, test } from 'vitest'
import { listProfiles } from './built-in-profiles.ts'
import { checkProfile } from './check-profile.ts'
import { namesTrait } from './person-trait.ts'

const spellings = [
  'Sex ', 'GENDER', 'sexe', 'code_sexe', 'person_sex', 'PersonSex', 'âge', 'a\u0302ge', 'Âge', 'age_group', 'AgeGroup', 'tranche_age', 'Ages', 'DOB', 'Birth Date',
  'date_naissance', 'Gen\u200bder', 'ｇｅｎｄｅｒ', 'g e n d e r', 'Final Charge Section', 'RC Threat Level', 'Threat_Level', 'Délit', 'crime', 'criminality', 'offense', 'is_male', 'Geschlecht', 'geschlecht_code', 'Altersgruppe', 'Alter', 'M/F', 'H / F', 'm_f', 'Sexo', 'Edad', 'charge', 'threat level',
]

test.each(spellings)('%j is a trait of a person', (name) => {
  expect(namesTrait(name)).toBe(true)
})

test.each(['Area of Responsibility', 'Processing Disposition Code', 'Length of detention', 'Reason for leaving detention', 'Agency', 'language', 'Middlesex', 'Essex', 'stage', 'Return type', 'alternative', 'halter', 'Beta', 'M', 'Region'])('%j is none', (name) => {
  expect(namesTrait(name)).toBe(false)
})

type Open = Record<string, Record<string, unknown>>

/** A copy of a built-in profile that somebody has changed. */
function changed(name: string, change: (profile: Open) => void) {
  const profile = structuredClone(listProfiles().find((each) => each.name === name)) as unknown as Open
  change(profile)
  const checked = checkProfile(profile, 'mine.json')
  return checked.ok ? 'accepted' : checked.refusal.code
}

const put = (field: string, value: unknown) => (profile: Open) => { profile['rows']![field] = value }

test.each([
  ['a length band', 'uk-returns', put('band', { column: 'Age', bands: { 'Under 18': [0, 17] } })],
  ['an outcome', 'uk-returns', put('outcome', { column: 'Sex', mapping: { Male: 'male' } })],
  ['a period', 'uk-returns', put('period', { column: 'Sex', rule: 'as-written' })],
  ['an area', 'uk-returns', put('area', { column: 'Sex', names: {}, source: '' })],
  ['a country', 'uk-returns', (profile: Open) => { profile['country']!['column'] = 'Sex' }],
  ['names of columns', 'uk-returns', put('value', { columns: { '(male|female)': '$1' }, are: 'outcome' })],
  ['a start of the clock', 'us-ice-removals', put('start', 'Birth Date')],
  ['a cluster', 'us-ice-removals', put('cluster', { column: 'Gender' })],
  ['outcomes of its own', 'uk-returns', put('outcome', { column: 'Return type', mapping: { M: 'm', F: 'f' } })],
  ['names of areas', 'uk-returns', put('area', { column: 'Return type', names: { Homme: 'H', Femme: 'F' }, source: '' })],
])('a trait of a person is refused as %s', (_, name, change) => {
  expect(changed(name, change)).toBe('profile-trait-stratum')
})

test('every profile that comes with Comity is accepted', () => {
  for (const { name } of listProfiles()) expect([name, changed(name, () => undefined)]).toEqual([name, 'accepted'])
})

test.each([
  ['an unknown kind that every object knows', 'comity-intervals', put('kind', 'constructor')],
  ['a clock that is not on the list', 'comity-intervals', put('clock', { column: 'clock', values: ['state'], unless: 'own' })],
  ['an outcome without any spelling', 'comity-intervals', put('outcome', { column: 'outcome', mapping: {} })],
  ['a pattern that never ends', 'cbsa-removals-by-region', put('value', { columns: { '(a+)+b': '2020' }, are: 'period' })],
])('%s is refused', (_, name, change) => {
  expect(changed(name, change)).toBe('profile-invalid')
})
