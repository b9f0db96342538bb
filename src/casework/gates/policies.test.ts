import { expect, test } from 'vitest'
import { shippedBook } from '../../law/shipped-book.ts'
import { heldBy, holdsOf, today } from './ask-for-tests.ts'
import { policyMedicalFitness } from './policy-medical-fitness.ts'
import { policyMinor } from './policy-minor.ts'
import { policyMistreatmentRisk } from './policy-mistreatment-risk.ts'
import { policyNationalityBasis } from './policy-nationality-basis.ts'
import { policyRequestNationality } from './policy-request-nationality.ts'
import { policyRecheck } from './policy-recheck.ts'
import { policyFinalRejection } from './policy-final-rejection.ts'
import { policyVoluntaryReturn } from './policy-voluntary-return.ts'
import { policyGates } from './policies.ts'

test('a policy is never shown as law', () => {
  const rules = shippedBook().rules.filter((rule) => policyGates.some((gate) => gate.rules.includes(rule.code)))
  expect(rules).toHaveLength(policyGates.flatMap((gate) => gate.rules).length)
  expect(rules.filter((rule) => rule.authority !== 'policy' || rule.jurisdiction !== 'policy')).toEqual([])
  expect(shippedBook().rules.filter((rule) => rule.authority === 'policy' && !policyGates.some((gate) => gate.rules.includes(rule.code)) && !rule.code.startsWith('ca-'))).toEqual([])
})

test('policies bind both countries', () => {
  expect(policyGates.filter((gate) => gate.jurisdictions.length !== 2)).toEqual([])
})

test.each(['policy-minor', 'policy-child-affected', 'policy-request-nationality', 'policy-nationality-basis', 'policy-mistreatment-risk', 'policy-interim-measures'])('%s is about one country and leaves others open', (code) => {
  expect(shippedBook().rules.filter((rule) => rule.code === code).map(({ reach }) => reach)).toEqual(['destination'])
})

test('a later finding against a departure outweighs an earlier one for it', () => {
  const minor = { 'person-is-minor': '2015-01-01', 'best-interests-found-compatible': '2026-05-01' } as const
  expect(heldBy(policyMinor, minor)).toEqual([])
  expect(heldBy(policyMinor, { ...minor, 'best-interests-found-against': '2026-05-02' })).toEqual(['policy-minor'])
  expect(heldBy(policyMinor, { ...minor, 'best-interests-found-against': '2026-05-01' })).toEqual(['policy-minor'])
  expect(heldBy(policyMinor, { ...minor, 'best-interests-found-against': '2026-04-30' })).toEqual([])
  expect(heldBy(policyMinor, { 'person-is-minor': '2015-01-01', 'best-interests-found-against': '2026-04-30' })).toEqual(['policy-minor'])
})

test('a certificate of fitness counts for fourteen days, and not from before the concern', () => {
  const concern = { 'medical-concern': '2026-05-01' } as const
  const certified = { ...concern, 'certified-fit-to-travel': '2026-05-01' } as const
  expect(heldBy(policyMedicalFitness, {})).toEqual([])
  expect(heldBy(policyMedicalFitness, concern)).toEqual(['policy-medical-fitness'])
  expect(heldBy(policyMedicalFitness, certified, '2026-05-15')).toEqual([])
  expect(heldBy(policyMedicalFitness, certified, '2026-05-16')).toEqual(['policy-medical-fitness'])
  expect(heldBy(policyMedicalFitness, { ...concern, 'certified-fit-to-travel': '2026-04-30' }, '2026-05-02')).toEqual(['policy-medical-fitness'])
  expect(heldBy(policyMedicalFitness, { ...certified, 'medical-concern': 'unknown' }, '2026-05-02')).toEqual(['policy-medical-fitness'])
})

test('voluntary return must have been offered, and be declined, not taken in time, or have failed', () => {
  const offered = { 'voluntary-return-offered': '2026-05-01' } as const
  const held = ['policy-voluntary-return']
  expect(heldBy(policyVoluntaryReturn, {})).toEqual(held)
  expect(heldBy(policyVoluntaryReturn, { 'voluntary-return-declined': '2026-05-02' })).toEqual(held)
  expect(heldBy(policyVoluntaryReturn, { ...offered, 'voluntary-return-declined': '2026-04-30' }, '2026-05-02')).toEqual(held)
  expect(heldBy(policyVoluntaryReturn, { ...offered, 'voluntary-return-declined': '2026-05-01' }, '2026-05-01')).toEqual([])
  expect(heldBy(policyVoluntaryReturn, offered, '2026-05-15')).toEqual(held)
  expect(heldBy(policyVoluntaryReturn, offered, '2026-05-16')).toEqual([])
  expect(heldBy(policyVoluntaryReturn, { ...offered, 'voluntary-return-accepted': '2026-04-20' }, '2026-05-16')).toEqual([])
})

test('a return that the person accepted is waited for until it has failed', () => {
  const accepted = { 'voluntary-return-offered': '2026-05-01', 'voluntary-return-accepted': '2026-05-03' } as const
  const held = ['policy-voluntary-return']
  expect(heldBy(policyVoluntaryReturn, accepted)).toEqual(held)
  expect(heldBy(policyVoluntaryReturn, { ...accepted, 'voluntary-return-declined': '2026-05-02' })).toEqual(held)
  expect(heldBy(policyVoluntaryReturn, { ...accepted, 'voluntary-return-declined': '2026-05-04' })).toEqual([])
  expect(heldBy(policyVoluntaryReturn, { ...accepted, 'voluntary-return-failed': '2026-05-02' })).toEqual(held)
  expect(heldBy(policyVoluntaryReturn, { ...accepted, 'voluntary-return-failed': '2026-05-03' })).toEqual([])
  expect(heldBy(policyVoluntaryReturn, { 'voluntary-return-failed': '2026-05-03' })).toEqual(held)
  expect(heldBy(policyVoluntaryReturn, { 'voluntary-return-offered': '2026-05-04', 'voluntary-return-failed': '2026-05-03' }, '2026-05-05')).toEqual(held)
})

test('a request needs a recorded basis for the nationality that it claims, and no other basis opens it', () => {
  expect(holdsOf(policyRequestNationality, {})).toMatchObject([{ rule: 'policy-request-nationality', reach: 'destination' }])
  expect(heldBy(policyRequestNationality, { 'nationality-basis-recorded': 'unknown' })).toEqual(['policy-request-nationality'])
  expect(heldBy(policyRequestNationality, { 'nationality-basis-recorded': today })).toEqual([])
  expect(heldBy(policyRequestNationality, { 'request-on-other-basis': today })).toEqual(['policy-request-nationality'])
})

test('an interview or a document needs a recorded basis for the nationality, or another recorded basis', () => {
  expect(holdsOf(policyNationalityBasis, {})).toMatchObject([{ rule: 'policy-nationality-basis', reach: 'destination' }])
  expect(heldBy(policyNationalityBasis, { 'nationality-basis-recorded': 'unknown' })).toEqual(['policy-nationality-basis'])
  expect(heldBy(policyNationalityBasis, { 'nationality-basis-recorded': today })).toEqual([])
  expect(heldBy(policyNationalityBasis, { 'request-on-other-basis': today })).toEqual([])
})

test('information goes to a state only after a finding that it may', () => {
  expect(holdsOf(policyMistreatmentRisk, {})).toMatchObject([{ reach: 'destination' }])
  expect(heldBy(policyMistreatmentRisk, { 'mistreatment-risk-cleared': 'unknown' })).toEqual(['policy-mistreatment-risk'])
  expect(heldBy(policyMistreatmentRisk, { 'mistreatment-risk-cleared': today })).toEqual([])
})

test('the file must have been looked through within three days', () => {
  expect(heldBy(policyRecheck, {})).toEqual(['policy-recheck'])
  expect(heldBy(policyRecheck, { 'file-rechecked': '2026-11-19' })).toEqual([])
  expect(heldBy(policyRecheck, { 'file-rechecked': '2026-11-18' })).toEqual(['policy-recheck'])
})

test('a request that is itself the first contact waits for what a contact waits for', () => {
  for (const gate of [policyFinalRejection, policyVoluntaryReturn]) expect(gate.steps).toEqual(expect.arrayContaining(['contact', 'request']))
})
