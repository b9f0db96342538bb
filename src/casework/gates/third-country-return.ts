import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** After a safe third country decision: is this a country to which the person may be sent? */
export const thirdCountryReturn: Gate = {
  code: 'third-country-return',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-115-3'],
  facts: [
    'claim-ineligible-third-country-notified',
    'third-country-finding-set-aside',
    'came-to-canada-from-there',
    'country-designated-under-102',
    'claim-rejected-where-person-came-from',
  ],
}
