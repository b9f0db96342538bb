import { expect, test } from 'vitest'
import { shippedBook } from '../../law/shipped-book.ts'
import { askGate } from '../gate.ts'
import { heldBy, holdsOf, today } from './ask-for-tests.ts'
import { claimantApplication } from './claimant-application.ts'
import { closedProceedings } from './closed-proceedings.ts'
import { disclosureAuthority } from './disclosure-authority.ts'
import { mistreatmentRisk } from './mistreatment-risk.ts'

const application = { 'travel-application-given-for-release': '2026-05-01', 'refugee-claim-opened': '2026-01-05', 'home-state': '2026-01-05' } as const

test('250: a claimant’s application is not shown to the home state while the order is not enforceable', () => {
  expect(heldBy(claimantApplication, application)).toEqual(['ca-irpr-250'])
  expect(heldBy(claimantApplication, { ...application, 'removal-order-enforceable': 'unknown' })).toEqual(['ca-irpr-250'])
  expect(heldBy(claimantApplication, { ...application, 'removal-order-enforceable': today })).toEqual([])
})

test.each(['travel-application-given-for-release', 'refugee-claim-opened', 'home-state'] as const)('250 asks nothing without %s, and holds while nobody knows it', (fact) => {
  expect(heldBy(claimantApplication, { ...application, [fact]: undefined })).toEqual([])
  expect(heldBy(claimantApplication, { ...application, [fact]: 'unknown' })).toEqual(['ca-irpr-250'])
})

test('250 holds for the home state only', () => {
  expect(holdsOf(claimantApplication, application)[0]?.reach).toBe('destination')
})

test('247(1)(b): whether identity can be shown without the home state is weighed, and holds nothing', () => {
  const known: Record<string, string> = { 'refugee-claim-opened': '2026-01-05', 'home-state': '2026-01-05' }
  const answer = askGate(claimantApplication, { day: today, book: shippedBook(), read: (fact) => (known[fact] === undefined ? { value: 'no' } : { value: 'yes', on: today }) })
  expect(answer.holds).toEqual([])
  expect(answer.weighed.map(({ rule, reach }) => [rule, reach])).toEqual([['ca-irpr-247-1-b', 'destination']])
})

test('166(c): nothing of proceedings in the absence of the public is sent, unless the Division opened them', () => {
  expect(heldBy(closedProceedings, {})).toEqual([])
  expect(heldBy(closedProceedings, { 'packet-holds-closed-proceedings': 'unknown' })).toEqual(['ca-irpa-166-c'])
  expect(holdsOf(closedProceedings, { 'packet-holds-closed-proceedings': today })).toMatchObject([{ rule: 'ca-irpa-166-c', reach: 'destination' }])
  expect(heldBy(closedProceedings, { 'packet-holds-closed-proceedings': today, 'proceedings-opened-by-division': '2026-01-05' })).toEqual([])
})

test('Privacy Act 8: nothing is told to a state without a named authority, or the person’s consent, for that state', () => {
  expect(heldBy(disclosureAuthority, {})).toEqual(['ca-privacy-8'])
  expect(heldBy(disclosureAuthority, { 'disclosure-authority-recorded': 'unknown' })).toEqual(['ca-privacy-8'])
  expect(heldBy(disclosureAuthority, { 'disclosure-authority-recorded': today })).toEqual([])
  expect(heldBy(disclosureAuthority, { 'consented-to-disclosure': today })).toEqual([])
  expect(holdsOf(disclosureAuthority, {})[0]?.reach).toBe('destination')
})

test('directions on mistreatment hold until a named officer found no substantial risk; their text was not read, and the hold says so', () => {
  expect(heldBy(mistreatmentRisk, {})).toEqual(['ca-acmfea-3'])
  expect(heldBy(mistreatmentRisk, { 'mistreatment-risk-cleared': 'unknown' })).toEqual(['ca-acmfea-3'])
  expect(heldBy(mistreatmentRisk, { 'mistreatment-risk-cleared': today })).toEqual([])
  expect(holdsOf(mistreatmentRisk, {})[0]).toMatchObject({ text: 'unverified', reach: 'destination' })
})

test('what may be told is asked at the steps that tell, not at the flight', () => {
  for (const gate of [claimantApplication, closedProceedings, disclosureAuthority, mistreatmentRisk]) expect(gate.steps).toEqual(['contact', 'request', 'interview', 'document'])
})
