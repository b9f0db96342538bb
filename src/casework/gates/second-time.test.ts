// What happens again, and what undoes something else: an ending belongs to what it ended, and to nothing later.
import { expect, test } from 'vitest'
import { heldBy, holdsOf } from './ask-for-tests.ts'
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
