import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does a moratorium stay removals to this country or place? */
export const moratorium: Gate = {
  code: 'moratorium',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpr-230'],
  facts: [
    'moratorium',
    'inadmissible-security',
    'inadmissible-rights-violations',
    'inadmissible-sanctions',
    'inadmissible-serious-criminality',
    'inadmissible-criminality',
    'inadmissible-transborder-criminality',
    'inadmissible-organized-criminality',
    'excluded-by-article-1f',
    'consented-to-moratorium-place',
  ],
}
