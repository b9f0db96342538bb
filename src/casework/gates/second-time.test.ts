// What happens again, and what undoes something else: an ending belongs to what it ended, and to nothing later.
import { expect, test } from 'vitest'
import { heldBy, holdsOf } from './ask-for-tests.ts'
import { claimantOrderInForce } from './claimant-order-in-force.ts'
import { leaveApplication } from './leave-application.ts'
import { prraOpportunity } from './prra-opportunity.ts'
import { thirdCountryReturn } from './third-country-return.ts'
import { unitedStatesAppealPending } from './us-appeal-pending.ts'
import { unitedStatesAppealTime } from './us-appeal-time.ts'
import { unitedStatesCertificationPending } from './us-certification-pending.ts'
import { unitedStatesDisclosureVictim } from './us-disclosure-victim.ts'
import { unitedStatesMotionStay } from './us-motion-stay.ts'
import { unitedStatesOrderUndone } from './us-order-undone.ts'

const denied = { 'packet-shows-victim-relief': '2020-01-01', 'victim-relief-denied': '2024-05-01', 'victim-relief-appeals-exhausted': '2024-09-01' } as const

test('8 USC 1367: a denial of 2024 discloses nothing of relief that was sought again in 2025', () => {
  expect(heldBy(unitedStatesDisclosureVictim, { ...denied, 'victim-relief-sought': '2023-01-01' })).toEqual([])
  expect(heldBy(unitedStatesDisclosureVictim, { ...denied, 'victim-relief-sought': '2025-02-01' })).toEqual(['us-disclosure-victim'])
  expect(heldBy(unitedStatesDisclosureVictim, { ...denied, 'victim-relief-sought': 'unknown' })).toEqual(['us-disclosure-victim'])
})

test('an appeal that the Board sent back holds until a judge ordered removal again, and then the new order has its own time to appeal', () => {
  const sentBack = { 'appeal-to-board-filed': '2025-02-01', 'board-decided-otherwise': '2025-12-01' } as const
  expect(holdsOf(unitedStatesAppealPending, { ...sentBack, 'judge-ordered-removal': '2025-01-15' })[0]).toMatchObject({ text: 'unverified', ignored: ['us-appeal-decided-otherwise'] })
  expect(heldBy(unitedStatesAppealPending, { ...sentBack, 'judge-ordered-removal': '2026-11-10' })).toEqual([])
  expect(heldBy(unitedStatesAppealTime, { ...sentBack, 'judge-ordered-removal': '2026-11-10' })).toEqual(['us-appeal-time'])
  expect(heldBy(unitedStatesAppealPending, { ...sentBack, 'appeal-to-board-filed': '2026-11-12', 'judge-ordered-removal': '2026-11-10' })).toEqual(['us-appeal-pending'])
})

test('an order that was undone holds nothing of an order of another procedure made since', () => {
  expect(heldBy(unitedStatesOrderUndone, { 'proceedings-reopened': '2015-03-01', 'administrative-order-issued': '2026-01-01' })).toEqual([])
  expect(heldBy(unitedStatesOrderUndone, { 'proceedings-reopened': '2015-03-01', 'expedited-order-made': '2026-01-01' })).toEqual([])
  expect(heldBy(unitedStatesOrderUndone, { 'proceedings-reopened': '2026-03-01', 'expedited-order-made': '2026-01-01' })).toEqual(['us-order-undone'])
  expect(heldBy(unitedStatesOrderUndone, { 'proceedings-reopened': '2015-03-01', 'board-decided-otherwise': '2026-02-01', 'expedited-order-made': '2026-01-01' })).toEqual(['us-order-undone'])
})

test('what rests on a regulation that was only described holds, and its endings are shown and ignored', () => {
  expect(holdsOf(unitedStatesMotionStay, { 'motion-stay-granted': '2026-05-01', 'motion-stay-ended': '2026-06-01' })).toMatchObject([{ text: 'unverified', opensWhen: [], ignored: ['us-motion-stay-ended'] }])
  expect(holdsOf(unitedStatesCertificationPending, { 'certified-to-board': '2026-05-01', 'certified-decision-otherwise': '2026-06-01' })).toMatchObject([{ text: 'unverified', ignored: ['us-certification-decided-otherwise'] }])
  expect(heldBy(unitedStatesCertificationPending, { 'certified-to-board': '2026-05-01', 'certified-decision-ordering-removal': '2026-06-01' })).toEqual([])
})

const rejected = { 'order-made-against-claimant': '2025-01-10', 'removal-order-made': '2025-01-10', 'refugee-claim-opened': '2025-01-10', 'rad-rejected-notified': '2026-02-01' } as const

test('49(2): a decision of the Refugee Appeal Division that a court set aside brings no order into force, also when nobody recorded the claim as sent back', () => {
  const setAside = { ...rejected, 'leave-sought-on-rad-decision': '2026-02-10', 'rad-decision-set-aside': '2026-09-01' } as const
  expect(heldBy(claimantOrderInForce, rejected)).toEqual([])
  expect(heldBy(leaveApplication, setAside)).toEqual([])
  expect(heldBy(claimantOrderInForce, setAside)).toEqual(['ca-irpa-49-2'])
  // Decided anew, and rejected again: fifteen days after that notice.
  expect(heldBy(claimantOrderInForce, { ...setAside, 'rad-rejected-notified': '2026-11-01' }, '2026-11-15')).toEqual(['ca-irpa-49-2'])
  expect(heldBy(claimantOrderInForce, { ...setAside, 'rad-rejected-notified': '2026-11-01' }, '2026-11-16')).toEqual([])
})

test('49(2)(e): an appeal that the Division reopened is pending again', () => {
  expect(heldBy(claimantOrderInForce, { ...rejected, 'rad-appeal-opened': '2025-06-01' })).toEqual([])
  expect(heldBy(claimantOrderInForce, { ...rejected, 'rad-appeal-opened': '2026-03-01' })).toEqual(['ca-irpa-49-2'])
})

const ineligible = { 'removal-order-made': '2026-01-05', 'claim-ineligible-third-country-notified': '2026-01-05' } as const

test('a finding on a safe third country that was set aside ends nothing any more, and holds nothing either', () => {
  const setAside = { ...ineligible, 'third-country-finding-set-aside': '2026-06-01' } as const
  expect(heldBy(prraOpportunity, ineligible)).toEqual([])
  expect(heldBy(prraOpportunity, setAside)).toEqual(['ca-irpr-160-3'])
  expect(heldBy(thirdCountryReturn, ineligible)).toEqual(['ca-irpa-115-3'])
  expect(heldBy(thirdCountryReturn, setAside)).toEqual([])
  expect(heldBy(thirdCountryReturn, { ...setAside, 'claim-ineligible-third-country-notified': '2026-07-01' })).toEqual(['ca-irpa-115-3'])
  const claimant = { 'order-made-against-claimant': '2026-01-05', 'refugee-claim-opened': '2026-01-05' } as const
  expect(heldBy(claimantOrderInForce, { ...claimant, ...ineligible })).toEqual([])
  expect(heldBy(claimantOrderInForce, { ...claimant, ...setAside })).toEqual(['ca-irpa-49-2'])
})

test.each(['refugee-protection-ceased', 'refugee-protection-vacated', 'prra-decision-vacated'] as const)('112(1): somebody whom 115(1) protected is owed a notification once there is %s', (ended) => {
  const protectedThen = { 'removal-order-made': '2026-01-05', 'excluded-from-prra-as-protected': '2020-01-05' } as const
  expect(heldBy(prraOpportunity, protectedThen)).toEqual([])
  expect(heldBy(prraOpportunity, { ...protectedThen, [ended]: '2025-05-01' })).toEqual(['ca-irpr-160-3'])
  expect(heldBy(prraOpportunity, { ...protectedThen, [ended]: 'unknown' })).toEqual(['ca-irpr-160-3'])
  expect(heldBy(prraOpportunity, { ...protectedThen, [ended]: '2019-05-01' })).toEqual([])
})

test('166: an order from a port of entry that was not in force when it was made does not spare a notification', () => {
  const atEntry = { 'removal-order-made': '2026-01-05', 'order-made-at-port-of-entry': '2026-01-05' } as const
  expect(heldBy(prraOpportunity, atEntry)).toEqual([])
  expect(heldBy(prraOpportunity, { ...atEntry, 'order-made-against-claimant': '2026-01-05' })).toEqual(['ca-irpr-160-3'])
  expect(heldBy(prraOpportunity, { ...atEntry, 'order-appealable': '2026-01-05' })).toEqual(['ca-irpr-160-3'])
  expect(heldBy(prraOpportunity, { ...atEntry, 'order-made-against-claimant': 'unknown' })).toEqual(['ca-irpr-160-3'])
})
