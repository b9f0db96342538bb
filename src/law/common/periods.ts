import type { Period } from '../rule.ts'

/** How long the periods of policies are: this project's choices, in its own words. */
export const commonPeriods: readonly Period[] = [
  { code: 'policy-recheck-3-days', length: 3, unit: 'days', provision: 'policy-recheck', text: 'verified' },
  { code: 'policy-old-no-30-days', length: 30, unit: 'days', provision: 'policy-old-no', text: 'verified' },
  { code: 'policy-moratorium-look-up-30-days', length: 30, unit: 'days', provision: 'policy-moratorium-look-up', text: 'verified' },
  { code: 'policy-fit-to-travel-14-days', length: 14, unit: 'days', provision: 'policy-medical-fitness', text: 'verified' },
  { code: 'policy-voluntary-return-14-days', length: 14, unit: 'days', provision: 'policy-voluntary-return', text: 'verified' },
]
