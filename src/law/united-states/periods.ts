import type { Period } from '../rule.ts'
import { federalHolidays } from './holidays.ts'

// An appeal whose last day falls on a Saturday, a Sunday or a legal holiday is in time on the next business day.
const movesOffClosedDays = { weekdays: [0, 6], holidays: federalHolidays } as const

/** How long the periods of the United States are. A length that nobody has read (241.4(k), 241.13(b)) is not here. */
export const unitedStatesPeriods: readonly Period[] = [
  { code: 'us-appeal-30-days', length: 30, unit: 'days', provision: 'us-8cfr-1003-38', text: 'verified', movesOffClosedDays },
  { code: 'us-appeal-10-days-disputed', length: 10, unit: 'days', provision: 'us-8cfr-1003-38-RIN-1125-AB37', text: 'verified', movesOffClosedDays },
  { code: 'us-administrative-order-14-days', length: 14, unit: 'days', provision: 'us-8usc-1228-b-3', text: 'verified' },
  { code: 'us-voluntary-departure-120-days', length: 120, unit: 'days', provision: 'us-8usc-1229c-a-2-A', text: 'verified' },
  { code: 'us-voluntary-departure-60-days', length: 60, unit: 'days', provision: 'us-8usc-1229c-b-2', text: 'verified' },
  { code: 'us-tps-registration-30-days', length: 30, unit: 'days', provision: 'us-8usc-1254a-a-4-A', text: 'verified' },
  // The clock of another government: from the first inquiry to a final answer.
  { code: 'us-designated-country-answer-30-days', length: 30, unit: 'days', provision: 'us-8usc-1231-b-2-C-ii', text: 'verified' },
  { code: 'us-nationality-answer-30-days', length: 30, unit: 'days', provision: 'us-8usc-1231-b-2-D-i', text: 'verified' },
  // Custody. None of these is a gate: the power to remove does not end with the removal period.
  { code: 'us-removal-period-90-days', length: 90, unit: 'days', provision: 'us-8usc-1231-a-1-A', text: 'verified' },
  { code: 'us-custody-review-after-revocation-3-months', length: 3, unit: 'months', provision: 'us-8cfr-241-4-l-3', text: 'verified' },
  { code: 'us-custody-review-yearly', length: 12, unit: 'months', provision: 'us-8cfr-241-4-l-3', text: 'verified' },
]
