import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Did another country recognise this person as a refugee, and would they be at risk there? */
export const recognisedRefugee: Gate = {
  code: 'recognised-refugee',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-115-1-recognised'],
  facts: [
    'recognised-refugee-elsewhere',
    'at-risk-there',
    'inadmissible-serious-criminality',
    'danger-to-public-opinion',
    'not-to-remain-opinion',
    'inadmissible-security',
    'inadmissible-rights-violations',
    'inadmissible-organized-criminality',
  ],
}
