import { expect, test } from 'vitest'
import { heldBy, holdsOf } from './ask-for-tests.ts'
import { nonRefoulement } from './non-refoulement.ts'
import { recognisedRefugee } from './recognised-refugee.ts'
import { thirdCountryReturn } from './third-country-return.ts'

const protectedThere = { 'refugee-protection-conferred': '2024-03-01', 'at-risk-there': '2024-03-01' } as const
const recognised = { 'recognised-refugee-elsewhere': '2020-01-01', 'at-risk-there': '2024-03-01' } as const

test('115(1): a protected person is not taken, nor announced, to a country where they would be at risk', () => {
  expect(heldBy(nonRefoulement, protectedThere)).toEqual(['ca-irpa-115-1-protected'])
  expect(holdsOf(nonRefoulement, protectedThere)[0]?.reach).toBe('destination')
  expect(nonRefoulement.steps).toContain('contact')
  expect(heldBy(nonRefoulement, {})).toEqual([])
})

test('115(1): another country, without risk, stays open; one of which nobody knows does not', () => {
  expect(heldBy(nonRefoulement, { 'refugee-protection-conferred': '2024-03-01' })).toEqual([])
  expect(heldBy(nonRefoulement, { ...protectedThere, 'at-risk-there': 'unknown' })).toEqual(['ca-irpa-115-1-protected'])
  expect(heldBy(nonRefoulement, { ...protectedThere, 'refugee-protection-conferred': 'unknown' })).toEqual(['ca-irpa-115-1-protected'])
})

test.each(['refugee-protection-ceased', 'refugee-protection-vacated', 'prra-decision-vacated'] as const)('%s ends it from its day on, not when it is from before', (end) => {
  expect(heldBy(nonRefoulement, { ...protectedThere, [end]: '2024-03-01' })).toEqual([])
  expect(heldBy(nonRefoulement, { ...protectedThere, [end]: '2024-02-29' })).toEqual(['ca-irpa-115-1-protected'])
  expect(heldBy(nonRefoulement, { ...protectedThere, [end]: 'unknown' })).toEqual(['ca-irpa-115-1-protected'])
})

test.each([[nonRefoulement, protectedThere], [recognisedRefugee, recognised]] as const)('115(2): neither the inadmissibility nor the Minister’s opinion lifts it alone, and sanctions never do (%o)', (gate, known) => {
  expect(heldBy(gate, { ...known, 'inadmissible-serious-criminality': '2025-01-01' })).toHaveLength(1)
  expect(heldBy(gate, { ...known, 'danger-to-public-opinion': '2025-01-01' })).toHaveLength(1)
  expect(heldBy(gate, { ...known, 'inadmissible-serious-criminality': '2025-01-01', 'danger-to-public-opinion': '2025-02-01' })).toEqual([])
  expect(heldBy(gate, { ...known, 'inadmissible-criminality': '2025-01-01', 'danger-to-public-opinion': '2025-02-01' })).toHaveLength(1)
  for (const ground of ['inadmissible-security', 'inadmissible-rights-violations', 'inadmissible-organized-criminality'] as const) {
    expect(heldBy(gate, { ...known, [ground]: '2025-01-01', 'not-to-remain-opinion': '2025-02-01' })).toEqual([])
    expect(heldBy(gate, { ...known, [ground]: '2025-01-01', 'danger-to-public-opinion': '2025-02-01' })).toHaveLength(1)
    expect(heldBy(gate, { ...known, [ground]: '2025-01-01', 'not-to-remain-opinion': 'unknown' })).toHaveLength(1)
  }
  expect(heldBy(gate, { ...known, 'inadmissible-sanctions': '2025-01-01', 'not-to-remain-opinion': '2025-02-01' })).toHaveLength(1)
})

test.each([[nonRefoulement, protectedThere, '2024-02-29', '2024-03-01'], [recognisedRefugee, recognised, '2019-12-31', '2020-01-01']] as const)('115(2): an opinion from before the protection is about something else and lifts nothing (%o)', (gate, known, before, since) => {
  for (const [ground, opinion] of [['inadmissible-serious-criminality', 'danger-to-public-opinion'], ['inadmissible-security', 'not-to-remain-opinion']] as const) {
    expect(heldBy(gate, { ...known, [ground]: '2018-01-01', [opinion]: before })).toHaveLength(1)
    expect(heldBy(gate, { ...known, [ground]: '2018-01-01', [opinion]: since })).toEqual([])
  }
})

test('115(1): a person recognised as a refugee elsewhere has it too, and loss of Canada’s protection does not end theirs', () => {
  expect(heldBy(recognisedRefugee, recognised)).toEqual(['ca-irpa-115-1-recognised'])
  expect(heldBy(recognisedRefugee, { 'recognised-refugee-elsewhere': '2020-01-01' })).toEqual([])
  expect(heldBy(recognisedRefugee, { ...recognised, 'refugee-protection-ceased': '2025-01-01' })).toEqual(['ca-irpa-115-1-recognised'])
  expect(heldBy(recognisedRefugee, { ...recognised, 'recognised-refugee-elsewhere': 'unknown' })).toEqual(['ca-irpa-115-1-recognised'])
})

test('115(3): after a safe third country decision only three kinds of country are open', () => {
  const ineligible = { 'claim-ineligible-third-country-notified': '2026-05-01' } as const
  expect(heldBy(thirdCountryReturn, ineligible)).toEqual(['ca-irpa-115-3'])
  expect(heldBy(thirdCountryReturn, {})).toEqual([])
  expect(heldBy(thirdCountryReturn, { 'claim-ineligible-third-country-notified': 'unknown' })).toEqual(['ca-irpa-115-3'])
  for (const exception of ['came-to-canada-from-there', 'country-designated-under-102', 'claim-rejected-where-person-came-from'] as const) {
    expect(heldBy(thirdCountryReturn, { ...ineligible, [exception]: '2026-05-01' })).toEqual([])
    expect(heldBy(thirdCountryReturn, { ...ineligible, [exception]: 'unknown' })).toEqual(['ca-irpa-115-3'])
  }
})
