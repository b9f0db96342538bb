import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is this a protected person who would be at risk there? */
export const nonRefoulement: Gate = {
  code: 'non-refoulement',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-115-1-protected'],
  facts: [
    'refugee-protection-conferred',
    'at-risk-there',
    'inadmissible-serious-criminality',
    'danger-to-public-opinion',
    'not-to-remain-opinion',
    'inadmissible-security',
    'inadmissible-rights-violations',
    'inadmissible-organized-criminality',
    'refugee-protection-ceased',
    'refugee-protection-vacated',
    'prra-decision-vacated',
  ],
}
