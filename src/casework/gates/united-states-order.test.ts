import { expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/day.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { heldBy, holdsOf, today } from './ask-for-tests.ts'
import { unitedStatesAdministrativeOrderWait } from './us-administrative-order-wait.ts'
import { unitedStatesAgencyStay } from './us-agency-stay.ts'
import { unitedStatesAppealTime } from './us-appeal-time.ts'
import { unitedStatesCourtStay } from './us-court-stay.ts'
import { unitedStatesDestinationOrder } from './us-destination-order.ts'
import { unitedStatesMotionStay } from './us-motion-stay.ts'
import { unitedStatesOrderFinal } from './us-order-final.ts'
import { unitedStatesOrderUndone } from './us-order-undone.ts'
import { unitedStatesTpsPrimaFacie } from './us-tps-prima-facie.ts'
import { unitedStatesVoluntaryDeparture } from './us-voluntary-departure.ts'
import { unitedStatesWarrant } from './us-warrant.ts'
import { askGate } from '../gate.ts'

// 2 September 2026 and thirty days is Friday 2 October; 3 September is Saturday, so that Monday 5 October is the last day.
const onWednesday = { 'judge-ordered-removal': '2026-09-02' } as const
const onThursday = { 'judge-ordered-removal': '2026-09-03' } as const

test('without an order nothing is final, and while nobody knows of one neither', () => {
  expect(heldBy(unitedStatesOrderFinal, {})).toEqual(['us-order-final'])
  expect(heldBy(unitedStatesOrderFinal, { 'judge-ordered-removal': 'unknown' })).toEqual(['us-order-final'])
})

test('a judge’s order is final when the time to appeal is over and a look-up after its last day found no appeal', () => {
  const unused = { ...onWednesday, 'appeal-time-ended-unused': '2026-10-03' } as const
  expect(heldBy(unitedStatesOrderFinal, unused, '2026-10-02')).toEqual(['us-order-final'])
  expect(heldBy(unitedStatesOrderFinal, unused, '2026-10-03')).toEqual([])
  expect(heldBy(unitedStatesOrderFinal, onWednesday, '2026-12-01')).toEqual(['us-order-final'])
  expect(heldBy(unitedStatesOrderFinal, { ...onWednesday, 'appeal-time-ended-unused': '2026-08-01' }, '2026-12-01')).toEqual(['us-order-final'])
})

test.each(['board-upheld-removal', 'appeal-waived'] as const)('a judge’s order is final by %s on or after its day, not by one from before', (fact) => {
  expect(heldBy(unitedStatesOrderFinal, { ...onWednesday, [fact]: '2026-09-02' })).toEqual([])
  expect(heldBy(unitedStatesOrderFinal, { ...onWednesday, [fact]: '2026-09-01' })).toEqual(['us-order-final'])
})

test('a waiver without an order makes nothing final', () => {
  expect(heldBy(unitedStatesOrderFinal, { 'appeal-waived': '2026-09-02' })).toEqual(['us-order-final'])
})

test('a certified decision is final, one from before the certification is not', () => {
  expect(heldBy(unitedStatesOrderFinal, { ...onWednesday, 'certified-to-board': '2026-09-10', 'certified-decision-ordering-removal': '2026-09-10' })).toEqual([])
  expect(heldBy(unitedStatesOrderFinal, { ...onWednesday, 'certified-to-board': '2026-09-10', 'certified-decision-ordering-removal': '2026-09-09' })).toEqual(['us-order-final'])
  expect(heldBy(unitedStatesOrderFinal, { 'certified-to-board': 'unknown', 'certified-decision-ordering-removal': '2026-09-10' })).toEqual(['us-order-final'])
})

test.each(['ordered-removed-in-absentia', 'administrative-order-issued', 'expedited-order-made', 'order-reinstated'] as const)('%s is final at once', (fact) => {
  expect(heldBy(unitedStatesOrderFinal, { [fact]: today })).toEqual([])
})

test('an alternate order is final when the time to depart voluntarily has ended', () => {
  const granted = { 'voluntary-departure-granted-at-conclusion': '2026-09-02' } as const
  expect(heldBy(unitedStatesOrderFinal, granted)).toEqual(['us-order-final'])
  expect(heldBy(unitedStatesOrderFinal, { ...granted, 'voluntary-departure-time-ended': '2026-11-01' })).toEqual([])
  expect(heldBy(unitedStatesOrderFinal, { ...granted, 'voluntary-departure-time-ended': '2026-09-01' })).toEqual(['us-order-final'])
  expect(heldBy(unitedStatesOrderFinal, { 'voluntary-departure-time-ended': '2026-11-01' })).toEqual(['us-order-final'])
})

test('a missed bond is only described by others: shown and ignored', () => {
  expect(holdsOf(unitedStatesOrderFinal, { ...onWednesday, 'voluntary-departure-bond-missed': '2026-09-10' })[0]?.ignored).toEqual(['us-final-bond-missed'])
})

test('an order that was undone counts again only when made after everything that undid it', () => {
  const undone = { 'proceedings-reopened': '2026-03-01', 'board-decided-otherwise': '2026-04-01' } as const
  expect(heldBy(unitedStatesOrderUndone, { ...undone, 'judge-ordered-removal': '2026-03-15' })).toEqual(['us-order-undone'])
  expect(heldBy(unitedStatesOrderUndone, { ...undone, 'judge-ordered-removal': '2026-04-01' })).toEqual([])
})

test.each(['judge-ordered-removal', 'ordered-removed-in-absentia'] as const)('proceedings that were reopened on the day of %s undid it: whoever came late was heard again', (order) => {
  expect(heldBy(unitedStatesOrderUndone, { [order]: '2026-03-01', 'proceedings-reopened': '2026-03-01' })).toEqual(['us-order-undone'])
  expect(heldBy(unitedStatesOrderUndone, { [order]: '2026-03-02', 'proceedings-reopened': '2026-03-01' })).toEqual([])
})

test.each([
  ['2026-09-12', 'the ten disputed days alone'], ['2026-09-14', 'the ten disputed days alone'], ['2026-10-02', 'the last day itself'],
])('appeal time still runs on %s: %s', (day) => {
  expect(heldBy(unitedStatesAppealTime, onWednesday, day)).toEqual(['us-appeal-time'])
})

test('appeal time is over the day after the later of the two last days', () => {
  expect(heldBy(unitedStatesAppealTime, onWednesday, '2026-10-03')).toEqual([])
})

test('a last day on a Saturday moves to the Monday, and over a holiday to the day after', () => {
  expect(heldBy(unitedStatesAppealTime, onThursday, '2026-10-05')).toEqual(['us-appeal-time'])
  expect(heldBy(unitedStatesAppealTime, onThursday, '2026-10-06')).toEqual([])
  // 10 October is a Saturday, and Monday 12 October is a federal holiday.
  expect(heldBy(unitedStatesAppealTime, { 'judge-ordered-removal': '2026-09-10' }, '2026-10-13')).toEqual(['us-appeal-time'])
  expect(heldBy(unitedStatesAppealTime, { 'judge-ordered-removal': '2026-09-10' }, '2026-10-14')).toEqual([])
})

test('were the disputed period the longer one, it would decide', () => {
  const book = shippedBook()
  const longer = { ...book, periods: book.periods.map((period) => (period.code === 'us-appeal-10-days-disputed' ? { ...period, length: 40 } : period)) }
  // The fortieth day is a holiday, Monday 12 October.
  expect(holdsOf(unitedStatesAppealTime, onWednesday, '2026-10-13', longer)).toHaveLength(1)
  expect(holdsOf(unitedStatesAppealTime, onWednesday, '2026-10-14', longer)).toHaveLength(0)
})

test('the dispute about the two periods is said beside the hold', () => {
  const rule = shippedBook().rules.find(({ code }) => code === 'us-appeal-time')
  expect(rule?.note?.en).toContain('RIN 1125-AB37')
  expect(rule?.note?.fr).toContain('RIN 1125-AB37')
})

test('appeal time ends by waiver or by the Board’s decision, not by those of an earlier order', () => {
  for (const fact of ['appeal-waived', 'board-upheld-removal'] as const) {
    expect(heldBy(unitedStatesAppealTime, { ...onWednesday, [fact]: '2026-09-02' }, '2026-09-03')).toEqual([])
    expect(heldBy(unitedStatesAppealTime, { ...onWednesday, [fact]: '2026-09-01' }, '2026-09-03')).toEqual(['us-appeal-time'])
  }
})

test('a warrant must be for this order and not cancelled', () => {
  const order = { 'removal-order-made': '2026-09-02' } as const
  expect(heldBy(unitedStatesWarrant, order)).toEqual(['us-warrant'])
  expect(heldBy(unitedStatesWarrant, { 'warrant-of-removal-issued': '2026-09-02' })).toEqual(['us-warrant'])
  expect(heldBy(unitedStatesWarrant, { ...order, 'warrant-of-removal-issued': '2026-09-01' })).toEqual(['us-warrant'])
  expect(heldBy(unitedStatesWarrant, { ...order, 'warrant-of-removal-issued': '2026-09-02' })).toEqual([])
  expect(heldBy(unitedStatesWarrant, { ...order, 'warrant-of-removal-issued': '2026-09-02', 'warrant-of-removal-cancelled': '2026-09-02' })).toEqual(['us-warrant'])
  expect(heldBy(unitedStatesWarrant, { ...order, 'warrant-of-removal-issued': '2026-09-03', 'warrant-of-removal-cancelled': '2026-09-02' })).toEqual([])
})

test('an administrative order may be carried out on the fifteenth day, or when the person waives the wait', () => {
  const issued = { 'administrative-order-issued': '2026-11-01' } as const
  expect(heldBy(unitedStatesAdministrativeOrderWait, {})).toEqual([])
  expect(heldBy(unitedStatesAdministrativeOrderWait, issued, '2026-11-15')).toEqual(['us-administrative-order-14-days'])
  expect(heldBy(unitedStatesAdministrativeOrderWait, issued, '2026-11-16')).toEqual([])
  expect(heldBy(unitedStatesAdministrativeOrderWait, { ...issued, 'fourteen-days-waived': '2026-11-01' }, '2026-11-02')).toEqual([])
  expect(heldBy(unitedStatesAdministrativeOrderWait, { ...issued, 'fourteen-days-waived': '2026-10-31' }, '2026-11-02')).toEqual(['us-administrative-order-14-days'])
})

test.each([
  ['voluntary-departure-granted-before-conclusion', 'us-voluntary-departure-before-conclusion', '2026-05-01', '2026-05-02'],
  ['voluntary-departure-granted-at-conclusion', 'us-voluntary-departure-at-conclusion', '2026-03-02', '2026-03-03'],
] as const)('%s on 1 January holds through the longest time that the statute allows, or until its own time ended', (fact, rule, last, next) => {
  const granted = { [fact]: '2026-01-01' }
  expect(heldBy(unitedStatesVoluntaryDeparture, granted, last)).toEqual([rule])
  expect(heldBy(unitedStatesVoluntaryDeparture, granted, next)).toEqual([])
  expect(heldBy(unitedStatesVoluntaryDeparture, { ...granted, 'voluntary-departure-time-ended': '2026-01-01' }, '2026-01-02')).toEqual([])
  expect(heldBy(unitedStatesVoluntaryDeparture, { ...granted, 'voluntary-departure-time-ended': '2025-12-31' }, '2026-01-02')).toEqual([rule])
})

test('before registration a case for temporary protected status holds until the first thirty days and a fair chance to register have passed', () => {
  const shown = { 'tps-prima-facie-before-registration': '2026-05-01' } as const
  const open = { ...shown, 'tps-registration-opened': '2026-06-01', 'tps-opportunity-to-register-given': '2026-06-10' } as const
  expect(heldBy(unitedStatesTpsPrimaFacie, shown)).toEqual(['us-tps-before-registration'])
  expect(heldBy(unitedStatesTpsPrimaFacie, open, '2026-07-01')).toEqual(['us-tps-before-registration'])
  expect(heldBy(unitedStatesTpsPrimaFacie, open, '2026-07-02')).toEqual([])
  expect(heldBy(unitedStatesTpsPrimaFacie, { ...open, 'tps-opportunity-to-register-given': 'unknown' }, '2026-07-02')).toEqual(['us-tps-before-registration'])
  expect(heldBy(unitedStatesTpsPrimaFacie, { ...open, 'tps-opportunity-to-register-given': '2026-05-31' }, '2026-07-02')).toEqual(['us-tps-before-registration'])
  expect(heldBy(unitedStatesTpsPrimaFacie, { ...open, 'tps-registration-opened': '2026-04-30' }, '2026-07-02')).toEqual(['us-tps-before-registration'])
})

test('a motion or a petition alone stays nothing, and is shown', () => {
  const reader = (known: Readonly<Record<string, string>>) => ({ read: (fact: string) => (known[fact] ? { value: 'yes' as const, on: known[fact] as PlainDate } : { value: 'no' as const }), day: today, book: shippedBook() })
  expect(askGate(unitedStatesMotionStay, reader({ 'ordinary-motion-filed': '2026-05-02' }))).toMatchObject({ holds: [], weighed: [{ rule: 'us-ordinary-motion-pending', reason: 'so' }] })
  expect(askGate(unitedStatesMotionStay, reader({ 'ordinary-motion-filed': '2026-05-02', 'ordinary-motion-decided': '2026-05-01' })).weighed).toHaveLength(1)
  expect(askGate(unitedStatesMotionStay, reader({ 'ordinary-motion-filed': '2026-05-02', 'ordinary-motion-decided': '2026-05-02' })).weighed).toEqual([])
  expect(askGate(unitedStatesCourtStay, reader({ 'petition-for-review-filed': '2026-05-02' }))).toMatchObject({ holds: [], weighed: [{ rule: 'us-petition-pending', reason: 'so' }] })
  expect(askGate(unitedStatesCourtStay, reader({ 'petition-for-review-filed': '2026-05-02', 'petition-for-review-decided': '2026-05-01' })).weighed).toHaveLength(1)
  expect(askGate(unitedStatesCourtStay, reader({ 'petition-for-review-filed': '2026-05-02', 'petition-for-review-decided': '2026-05-02' })).weighed).toEqual([])
})

test('that a stay came after boarding was complete is only described by others: shown, and the stay holds', () => {
  const granted = { 'agency-stay-granted': '2026-11-20', 'agency-stay-communicated': '2026-11-21' } as const
  expect(holdsOf(unitedStatesAgencyStay, { ...granted, 'boarding-completed': '2026-11-20' })[0]?.ignored).toEqual(['us-agency-stay-granted-after-boarding', 'us-agency-stay-communicated-after-boarding'])
  expect(holdsOf(unitedStatesAgencyStay, { ...granted, 'boarding-completed': '2026-11-21' })[0]?.ignored).toEqual(['us-agency-stay-communicated-after-boarding'])
  expect(holdsOf(unitedStatesAgencyStay, { ...granted, 'boarding-completed': '2026-11-22' })[0]?.ignored).toEqual([])
})

test('only a country that the ordered search allows is open, and others are not held by it', () => {
  expect(holdsOf(unitedStatesDestinationOrder, {})).toMatchObject([{ rule: 'us-destination-order', reach: 'destination' }])
  expect(heldBy(unitedStatesDestinationOrder, { 'destination-open-in-order': 'unknown' })).toEqual(['us-destination-order'])
  expect(heldBy(unitedStatesDestinationOrder, { 'destination-open-in-order': today })).toEqual([])
})
