import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Was this person found to be in need of protection from this country, with the order stayed for it alone? */
export const restrictedProtection: Gate = {
  code: 'restricted-protection',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-114-1-b'],
  facts: ['restricted-protection-granted', 'restricted-protection-cancelled', 'restricted-protection-vacated'],
}
