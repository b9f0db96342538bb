import { expect, test } from 'vitest'
import { askGate } from '../gate.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { heldBy, holdsOf, today } from './ask-for-tests.ts'
import { prraNotification } from './prra-notification.ts'
import { prraOpportunity } from './prra-opportunity.ts'

const notified = { 'prra-notified': '2026-06-01' } as const
const holds = ['ca-irpr-232']

test('nobody who was not notified has this stay; whoever may have been, has it', () => {
  expect(heldBy(prraNotification, {})).toEqual([])
  expect(heldBy(prraNotification, notified, '2026-06-01')).toEqual(holds)
  expect(heldBy(prraNotification, { 'prra-notified': 'unknown' })).toEqual(holds)
})

test('232(a): a waiver in writing ends it on its day, not one from before', () => {
  expect(heldBy(prraNotification, { ...notified, 'prra-waived-in-writing': '2026-06-01' }, '2026-06-01')).toEqual([])
  expect(heldBy(prraNotification, { ...notified, 'prra-waived-in-writing': '2026-05-31' })).toEqual(holds)
})

test('162: an application within the 15 days keeps the stay in spite of a waiver, one on the sixteenth does not', () => {
  const waived = { ...notified, 'prra-waived-in-writing': '2026-06-03' } as const
  expect(heldBy(prraNotification, { ...waived, 'prra-application-received': '2026-06-16' })).toEqual(holds)
  expect(heldBy(prraNotification, { ...waived, 'prra-application-received': '2026-06-17' })).toEqual([])
  expect(heldBy(prraNotification, { ...waived, 'prra-application-received': 'unknown' })).toEqual(holds)
})

test('232(b): 15 days without an application end it once somebody recorded, after the last one, that nothing came', () => {
  expect(heldBy(prraNotification, notified, '2026-12-31')).toEqual(holds)
  expect(heldBy(prraNotification, { ...notified, 'prra-time-ended-unused': '2026-06-16' })).toEqual(holds)
  expect(heldBy(prraNotification, { ...notified, 'prra-time-ended-unused': '2026-06-17' })).toEqual([])
  expect(heldBy(prraNotification, { ...notified, 'prra-time-ended-unused': '2026-05-20' })).toEqual(holds)
})

test('232(b): that the time ended unused is not believed of an application that came within it', () => {
  const unused = { ...notified, 'prra-time-ended-unused': '2026-06-17' } as const
  expect(heldBy(prraNotification, { ...unused, 'prra-application-received': '2026-06-01' })).toEqual(holds)
  expect(heldBy(prraNotification, { ...unused, 'prra-application-received': '2026-06-16' })).toEqual(holds)
})

test('163: a late application does not stay', () => {
  expect(heldBy(prraNotification, { ...notified, 'prra-time-ended-unused': '2026-06-17', 'prra-application-received': '2026-06-17' })).toEqual([])
})

test('165: another application after a rejection does not stay', () => {
  expect(heldBy(prraNotification, { ...notified, 'prra-rejected': '2026-09-01', 'prra-application-received': '2026-10-01' })).toEqual([])
})

test('166: an application at a port of entry, without a notification, does not stay', () => {
  expect(heldBy(prraNotification, { 'order-made-at-port-of-entry': '2026-06-01', 'prra-application-received': '2026-06-01' })).toEqual([])
})

test('162: an application in time keeps the stay until it is rejected', () => {
  const inTime = { ...notified, 'prra-application-received': '2026-06-16' } as const
  expect(heldBy(prraNotification, inTime, '2026-12-31')).toEqual(holds)
  expect(heldBy(prraNotification, { ...inTime, 'prra-rejected': '2026-09-01' })).toEqual([])
})

test('232(c): a rejection of an earlier application, or one that a court set aside, ends nothing', () => {
  expect(heldBy(prraNotification, { ...notified, 'prra-rejected': '2026-05-31' })).toEqual(holds)
  expect(heldBy(prraNotification, { ...notified, 'prra-rejected': '2026-09-01', 'timely-prra-sent-back': '2026-10-01' })).toEqual(holds)
  expect(heldBy(prraNotification, { ...notified, 'prra-rejected': '2026-11-01', 'timely-prra-sent-back': '2026-10-01' })).toEqual([])
})

test('232(e): after the application is allowed, it lasts until permanent residence is decided', () => {
  expect(heldBy(prraNotification, { ...notified, 'refugee-protection-conferred': '2026-08-01' })).toEqual(holds)
  expect(heldBy(prraNotification, { ...notified, 'prra-permanent-residence-decided': '2026-10-01' })).toEqual([])
  expect(heldBy(prraNotification, { ...notified, 'prra-permanent-residence-decided': '2026-05-31' })).toEqual(holds)
})

test('232(f): restricted protection does not end it, its cancellation does', () => {
  expect(heldBy(prraNotification, { ...notified, 'restricted-protection-granted': '2026-08-01' })).toEqual(holds)
  expect(heldBy(prraNotification, { ...notified, 'prra-stays-all-cancelled': '2026-10-01' })).toEqual([])
  expect(heldBy(prraNotification, { ...notified, 'prra-stays-all-cancelled': '2026-05-31' })).toEqual(holds)
})

test('a new notification stays anew', () => {
  expect(heldBy(prraNotification, { 'prra-notified': '2026-10-02', 'prra-rejected': '2026-10-01', 'prra-waived-in-writing': '2026-06-02' })).toEqual(holds)
})

test('113.01: that a hearing must be held is shown and holds nothing', () => {
  const told = { 'claim-ineligible-solely-for-claim-elsewhere': '2026-05-01', 'prra-application-received': '2026-06-02', 'prra-rejected': '2026-09-01', ...notified } as const
  const weighed = (known: Record<string, string>) => askGate(prraNotification, { day: today, book: shippedBook(), read: (fact) => (known[fact] === undefined ? { value: 'no' } : { value: 'yes', on: known[fact] as typeof today }) }).weighed.map(({ rule }) => rule)
  expect(holdsOf(prraNotification, told)).toEqual([])
  expect(weighed(told)).toEqual(['ca-irpa-113-01'])
  expect(weighed({ ...told, 'prra-hearing-held': '2026-07-01' })).toEqual([])
  expect(weighed({ ...told, 'prra-hearing-held': '2026-06-01' })).toEqual(['ca-irpa-113-01'])
})

const untold = ['ca-irpr-160-3']
const ordered = { 'removal-order-made': '2026-01-05' } as const

test('160(3)(a): nobody who may apply is removed before being told so', () => {
  expect(heldBy(prraOpportunity, ordered)).toEqual(untold)
  expect(heldBy(prraOpportunity, { ...ordered, 'prra-notified': 'unknown' })).toEqual(untold)
  expect(heldBy(prraOpportunity, { ...ordered, 'prra-notified': '2026-01-05' })).toEqual([])
})

test('160(3)(a): a notification from before the order counts only for somebody who remained in Canada since', () => {
  const old = { ...ordered, 'prra-notified': '2025-06-01' } as const
  expect(heldBy(prraOpportunity, old)).toEqual(untold)
  expect(heldBy(prraOpportunity, { ...old, 'remained-since-prra-notification': '2026-11-01' })).toEqual([])
  expect(heldBy(prraOpportunity, { ...ordered, 'remained-since-prra-notification': '2026-11-01' })).toEqual(untold)
  expect(heldBy(prraOpportunity, { ...old, 'remained-since-prra-notification': '2025-05-31' })).toEqual(untold)
})

test.each(['order-made-at-port-of-entry', 'excluded-from-prra-as-protected', 'extradition-authority-to-proceed', 'claim-ineligible-third-country-notified'] as const)('with %s no notification is owed', (exception) => {
  expect(heldBy(prraOpportunity, { ...ordered, [exception]: '2026-01-02' })).toEqual([])
  expect(heldBy(prraOpportunity, { ...ordered, [exception]: 'unknown' })).toEqual(untold)
})

test.each(['claim-refused-by-rpd', 'claim-refused-by-rad', 'claim-review-refused-by-court'] as const)('112(2)(b.1): less than 12 months after %s nobody may apply, and on the day itself they may again', (refusal) => {
  const refused = { ...ordered, 'refugee-claim-opened': '2025-01-05', [refusal]: '2025-11-10' } as const
  expect(heldBy(prraOpportunity, refused, '2026-11-09')).toEqual([])
  expect(heldBy(prraOpportunity, refused, '2026-11-10')).toEqual(untold)
})

test('112(2)(b.1): any one of the refusals that is recent enough bars', () => {
  const refused = { ...ordered, 'refugee-claim-opened': '2024-01-05', 'claim-refused-by-rpd': '2024-06-01', 'claim-refused-by-rad': '2025-02-01', 'claim-review-refused-by-court': '2026-03-01' } as const
  expect(heldBy(prraOpportunity, refused, '2026-06-01')).toEqual([])
  expect(heldBy(prraOpportunity, { ...refused, 'claim-review-refused-by-court': 'unknown' }, '2026-06-01')).toEqual(untold)
})

test('112(2)(b.1): a refusal before the claim was opened again does not bar', () => {
  expect(heldBy(prraOpportunity, { ...ordered, 'refugee-claim-opened': '2026-05-01', 'claim-refused-by-rpd': '2026-04-30' })).toEqual(untold)
})

test.each([
  ['112(2)(b.1)', 'claim-refused-by-rpd', 'claim-bar-is-36-months', 'claim-bar-lifted'],
  ['112(2)(c)', 'prra-rejected', 'prra-bar-is-36-months', 'prra-bar-lifted'],
  ['112(2)(c)', 'prra-review-refused-by-court', 'prra-bar-is-36-months', 'prra-bar-lifted'],
] as const)('%s: after %s the bar lasts 12 months, 36 for a designated country, and not when it was lifted', (_, refusal, designated, lifted) => {
  const refused = { ...ordered, 'refugee-claim-opened': '2020-01-05', [refusal]: '2024-02-29' } as const
  expect(heldBy(prraOpportunity, refused, '2025-02-27')).toEqual([])
  expect(heldBy(prraOpportunity, refused, '2025-02-28')).toEqual(untold)
  expect(heldBy(prraOpportunity, { ...refused, [designated]: '2020-01-05' }, '2027-02-27')).toEqual([])
  expect(heldBy(prraOpportunity, { ...refused, [designated]: '2020-01-05' }, '2027-02-28')).toEqual(untold)
  expect(heldBy(prraOpportunity, { ...refused, [designated]: 'unknown' }, '2026-06-01')).toEqual(untold)
  expect(heldBy(prraOpportunity, { ...refused, [lifted]: '2024-03-01' }, '2024-06-01')).toEqual(untold)
  expect(heldBy(prraOpportunity, { ...refused, [lifted]: 'unknown' }, '2024-06-01')).toEqual(untold)
})

test('the longer bar counts from the same refusals as the shorter', () => {
  expect(heldBy(prraOpportunity, { ...ordered, 'claim-bar-is-36-months': '2020-01-05', 'refugee-claim-opened': '2026-05-01', 'claim-refused-by-rpd': '2026-04-30' })).toEqual(untold)
  expect(heldBy(prraOpportunity, { ...ordered, 'prra-bar-is-36-months': '2020-01-05', 'prra-rejected': '2026-06-01', 'timely-prra-sent-back': '2026-07-01' })).toEqual(untold)
})

test('112(2)(c): a rejection that a court set aside does not bar', () => {
  expect(heldBy(prraOpportunity, { ...ordered, 'prra-rejected': '2026-06-01', 'timely-prra-sent-back': '2026-07-01' })).toEqual(untold)
})
