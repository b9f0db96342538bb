import { expect, test } from 'vitest'
import { unitedStatesPeriods } from './periods.ts'

// Each number as it stands in the provision that the period names.
test.each([
  ['us-appeal-30-days', 30, 'days', '8 CFR 1003.38'],
  ['us-appeal-10-days-disputed', 10, 'days', 'RIN 1125-AB37'],
  ['us-administrative-order-14-days', 14, 'days', '8 USC 1228(b)(3)'],
  ['us-voluntary-departure-120-days', 120, 'days', '8 USC 1229c(a)(2)(A)'],
  ['us-voluntary-departure-60-days', 60, 'days', '8 USC 1229c(b)(2)'],
  ['us-tps-registration-30-days', 30, 'days', '8 USC 1254a(a)(4)(A)'],
  ['us-designated-country-answer-30-days', 30, 'days', '8 USC 1231(b)(2)(C)(ii)'],
  ['us-nationality-answer-30-days', 30, 'days', '8 USC 1231(b)(2)(D)(i)'],
  ['us-removal-period-90-days', 90, 'days', '8 USC 1231(a)(1)(A)'],
  ['us-custody-review-after-revocation-3-months', 3, 'months', '8 CFR 241.4(l)(3)'],
  ['us-custody-review-yearly', 12, 'months', '8 CFR 241.4(l)(3)'],
])('%s is %i %s: %s', (code, length, unit) => {
  expect(unitedStatesPeriods.find((period) => period.code === code)).toMatchObject({ length, unit, text: 'verified' })
})

test('only the time to appeal moves off closed days, and no length that nobody read is here', () => {
  expect(unitedStatesPeriods.filter(({ movesOffClosedDays }) => movesOffClosedDays).map(({ code }) => code)).toEqual(['us-appeal-30-days', 'us-appeal-10-days-disputed'])
  expect(unitedStatesPeriods.filter(({ text }) => text !== 'verified')).toEqual([])
  expect(unitedStatesPeriods).toHaveLength(11)
})
