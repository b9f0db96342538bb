import { expect, test } from 'vitest'
import { heldBy } from './ask-for-tests.ts'
import { claimantOrderInForce } from './claimant-order-in-force.ts'
import { orderInForce } from './order-in-force.ts'
import { removalOrder } from './removal-order.ts'

test('an order that stands is an order', () => {
  expect(heldBy(removalOrder, { 'removal-order-made': '2026-01-05' })).toEqual([])
})

test('without a recorded order nothing is taken', () => {
  expect(heldBy(removalOrder, {})).toEqual(['ca-irpa-48-1'])
  expect(heldBy(removalOrder, { 'removal-order-made': 'unknown' })).toEqual(['ca-irpa-48-1'])
})

test.each(['permanent-residence-granted', 'removal-order-enforced'] as const)('after %s only a newer order counts', (ended) => {
  expect(heldBy(removalOrder, { 'removal-order-made': '2026-01-05', [ended]: '2026-02-01' })).toEqual(['ca-irpa-48-1'])
  expect(heldBy(removalOrder, { 'removal-order-made': '2026-03-05', [ended]: '2026-02-01' })).toEqual([])
  expect(heldBy(removalOrder, { 'removal-order-made': '2026-02-01', [ended]: '2026-02-01' })).toEqual(['ca-irpa-48-1'])
  expect(heldBy(removalOrder, { 'removal-order-made': '2026-01-05', [ended]: 'unknown' })).toEqual(['ca-irpa-48-1'])
})

const made = { 'removal-order-made': '2026-06-01' } as const

test('49(1)(a): without a right of appeal an order is in force on the day it is made', () => {
  expect(heldBy(orderInForce, made, '2026-06-01')).toEqual([])
  expect(heldBy(orderInForce, {})).toEqual(['ca-irpa-49-1'])
  expect(heldBy(orderInForce, { ...made, 'order-appealable': '2026-06-01' })).toEqual(['ca-irpa-49-1'])
  expect(heldBy(orderInForce, { ...made, 'order-appealable': 'unknown' })).toEqual(['ca-irpa-49-1'])
})

test('49(1)(b): with a right of appeal that is not used, it is in force the day after the time to appeal ends', () => {
  const unused = { ...made, 'order-appealable': '2026-06-01', 'iad-appeal-time-ended-unused': '2026-07-01' } as const
  expect(heldBy(orderInForce, unused, '2026-07-01')).toEqual(['ca-irpa-49-1'])
  expect(heldBy(orderInForce, unused, '2026-07-02')).toEqual([])
})

test('49(1)(b): time that ended before the order was made, or before an appeal that was allowed late, does not count', () => {
  const unused = { ...made, 'order-appealable': '2026-06-01' } as const
  expect(heldBy(orderInForce, { ...unused, 'iad-appeal-time-ended-unused': '2026-05-31' })).toEqual(['ca-irpa-49-1'])
  expect(heldBy(orderInForce, { ...unused, 'iad-appeal-time-ended-unused': '2026-06-05', 'iad-appeal-made': '2026-06-10' })).toEqual(['ca-irpa-49-1'])
  expect(heldBy(orderInForce, { ...made, 'order-appealable': '2026-06-01', 'iad-appeal-made': 'unknown', 'iad-appeal-time-ended-unused': '2026-06-05' })).toEqual(['ca-irpa-49-1'])
})

test('49(1)(b): an appeal of the last day is one in time, whoever looked on that day and found none', () => {
  const unused = { ...made, 'order-appealable': '2026-06-01', 'iad-appeal-time-ended-unused': '2026-07-01' } as const
  expect(heldBy(orderInForce, { ...unused, 'iad-appeal-made': '2026-07-01' }, '2026-07-10')).toEqual(['ca-irpa-49-1'])
  expect(heldBy(orderInForce, { ...unused, 'iad-appeal-made': '2026-06-30' }, '2026-07-10')).toEqual([])
})

test('49(1)(c): after an appeal it is in force on the day of the final determination that confirms it', () => {
  const appealed = { ...made, 'order-appealable': '2026-06-01', 'iad-appeal-made': '2026-06-03', 'removal-order-finally-confirmed': '2026-06-10' } as const
  expect(heldBy(orderInForce, { ...appealed, 'removal-order-finally-confirmed': 'unknown' })).toEqual(['ca-irpa-49-1'])
  expect(heldBy(orderInForce, appealed, '2026-06-10')).toEqual([])
  expect(heldBy(orderInForce, { ...appealed, 'iad-appeal-made': '2026-06-11' }, '2026-06-15')).toEqual(['ca-irpa-49-1'])
})

test('80: a certificate found reasonable is an order in force, for claimants too', () => {
  const certificate = { 'removal-order-made': '2026-06-01', 'certificate-found-reasonable': '2026-06-01' } as const
  expect(heldBy(orderInForce, { ...certificate }, '2026-06-01')).toEqual([])
  expect(heldBy(claimantOrderInForce, { ...certificate, 'order-made-against-claimant': '2026-06-01' }, '2026-06-01')).toEqual([])
  expect(heldBy(orderInForce, { ...certificate, 'order-appealable': '2026-06-02', 'removal-order-made': '2026-06-02' })).toEqual(['ca-irpa-49-1'])
})

test('where nobody knows whether there was a claim, both ways must be satisfied', () => {
  expect(heldBy(orderInForce, { ...made, 'order-appealable': '2026-06-01', 'order-made-against-claimant': 'unknown' })).toEqual(['ca-irpa-49-1'])
  expect(heldBy(claimantOrderInForce, { 'order-made-against-claimant': 'unknown' })).toEqual(['ca-irpa-49-2'])
})

test('49(1) says nothing about a claimant, and 49(2) nothing about anybody else', () => {
  expect(heldBy(orderInForce, { 'order-made-against-claimant': '2026-06-01' })).toEqual([])
  expect(heldBy(claimantOrderInForce, {})).toEqual([])
})

const claimant = { 'order-made-against-claimant': '2026-01-05', 'refugee-claim-opened': '2026-01-05' } as const

test.each([
  ['b', 'claim-ineligible-otherwise-notified', '2026-05-08'],
  ['c', 'claim-rejected-unappealable-notified', '2026-05-16'],
  ['e', 'rad-rejected-notified', '2026-05-16'],
  ['g', 'claim-abandoned-notified', '2026-05-16'],
  ['h', 'claim-proceedings-terminated', '2026-05-16'],
] as const)('49(2)(%s): %s on 1 May brings the order into force on %s, not the day before', (_, notice, firstDay) => {
  const told = { ...claimant, [notice]: '2026-05-01' }
  expect(heldBy(claimantOrderInForce, told, firstDay)).toEqual([])
  expect(heldBy(claimantOrderInForce, told, dayBefore(firstDay))).toEqual(['ca-irpa-49-2'])
})

test.each([['a', 'claim-ineligible-third-country-notified'], ['f', 'claim-withdrawn-notified']] as const)('49(2)(%s): %s brings the order into force that very day', (_, notice) => {
  expect(heldBy(claimantOrderInForce, { ...claimant, [notice]: '2026-05-01' }, '2026-05-01')).toEqual([])
  expect(heldBy(claimantOrderInForce, { ...claimant, [notice]: 'unknown' }, '2026-05-01')).toEqual(['ca-irpa-49-2'])
})

test.each(['claim-ineligible-third-country-notified', 'claim-rejected-unappealable-notified', 'rad-rejected-notified', 'claim-withdrawn-notified', 'claim-abandoned-notified', 'claim-proceedings-terminated', 'claim-ineligible-otherwise-notified'] as const)('%s before the claim was opened again says nothing about it', (notice) => {
  expect(heldBy(claimantOrderInForce, { ...claimant, 'refugee-claim-opened': '2026-02-02', [notice]: '2026-02-01' })).toEqual(['ca-irpa-49-2'])
  expect(heldBy(claimantOrderInForce, { ...claimant, 'refugee-claim-opened': '2026-02-01', [notice]: '2026-02-01' })).toEqual([])
  expect(heldBy(claimantOrderInForce, { ...claimant, 'refugee-claim-opened': 'unknown', [notice]: '2026-02-01' })).toEqual(['ca-irpa-49-2'])
})

const rejected = { ...claimant, 'claim-rejected-appealable-notified': '2026-05-01' } as const

test('49(2)(d): the later of the day after the time to appeal ends and 15 days after notice', () => {
  const early = { ...rejected, 'rad-appeal-time-ended-unused': '2026-05-10' } as const
  expect(heldBy(claimantOrderInForce, early, '2026-05-15')).toEqual(['ca-irpa-49-2'])
  expect(heldBy(claimantOrderInForce, early, '2026-05-16')).toEqual([])
  const late = { ...rejected, 'rad-appeal-time-ended-unused': '2026-05-31' } as const
  expect(heldBy(claimantOrderInForce, late, '2026-05-31')).toEqual(['ca-irpa-49-2'])
  expect(heldBy(claimantOrderInForce, late, '2026-06-01')).toEqual([])
})

test('49(2)(d): an appeal, or more time for one, closes until its own time has ended unused', () => {
  const extended = { ...rejected, 'rad-appeal-time-ended-unused': '2026-05-16', 'rad-appeal-opened': '2026-05-20' } as const
  expect(heldBy(claimantOrderInForce, extended)).toEqual(['ca-irpa-49-2'])
  expect(heldBy(claimantOrderInForce, { ...extended, 'rad-appeal-time-ended-unused': '2026-06-10' })).toEqual([])
  expect(heldBy(claimantOrderInForce, { ...rejected, 'rad-appeal-opened': 'unknown', 'rad-appeal-time-ended-unused': '2026-05-16' })).toEqual(['ca-irpa-49-2'])
})

test('49(2)(d): that 15 days passed is not enough, because somebody must know that nothing was filed', () => {
  expect(heldBy(claimantOrderInForce, rejected, '2026-12-31')).toEqual(['ca-irpa-49-2'])
})

test('a claim that is not decided, or was accepted, keeps the order from coming into force', () => {
  expect(heldBy(claimantOrderInForce, claimant)).toEqual(['ca-irpa-49-2'])
})

test('49(2)(d): time that ended before the notice belongs to another decision', () => {
  expect(heldBy(claimantOrderInForce, { ...rejected, 'rad-appeal-time-ended-unused': '2026-04-30' })).toEqual(['ca-irpa-49-2'])
})

test('49(1)(c): a confirmation from before the order, where nobody appealed, says nothing about it', () => {
  expect(heldBy(orderInForce, { ...made, 'order-appealable': '2026-06-01', 'removal-order-finally-confirmed': '2026-05-31' })).toEqual(['ca-irpa-49-1'])
})

test('80: for a claimant too, a certificate from before the order is another matter', () => {
  expect(heldBy(claimantOrderInForce, { ...claimant, 'removal-order-made': '2026-06-02', 'certificate-found-reasonable': '2026-06-01' })).toEqual(['ca-irpa-49-2'])
})

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

test('49(2)(d): an appeal to the Refugee Appeal Division of the last day is one in time', () => {
  const unused = { 'removal-order-made': '2026-01-05', 'order-made-against-claimant': '2026-01-05', 'refugee-claim-opened': '2026-01-05', 'claim-rejected-appealable-notified': '2026-05-01', 'rad-appeal-time-ended-unused': '2026-05-16' } as const
  expect(heldBy(claimantOrderInForce, { ...unused, 'rad-appeal-opened': '2026-05-15' })).toEqual([])
  expect(heldBy(claimantOrderInForce, { ...unused, 'rad-appeal-opened': '2026-05-16' })).toEqual(['ca-irpa-49-2'])
})

test('49(2)(a): a finding that was set aside on the day on which it was made brings nothing into force', () => {
  const found = { 'removal-order-made': '2026-01-05', 'order-made-against-claimant': '2026-01-05', 'refugee-claim-opened': '2026-01-05', 'claim-ineligible-third-country-notified': '2026-01-05' } as const
  expect(heldBy(claimantOrderInForce, found)).toEqual([])
  expect(heldBy(claimantOrderInForce, { ...found, 'third-country-finding-set-aside': '2026-01-04' })).toEqual([])
  expect(heldBy(claimantOrderInForce, { ...found, 'third-country-finding-set-aside': '2026-01-05' })).toEqual(['ca-irpa-49-2'])
})
