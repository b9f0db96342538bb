import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Where an unconfirmed list names no moratorium for this country: did somebody look it up? */
export const moratoriumLookUp: Gate = {
  code: 'moratorium-look-up',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpr-230-unlisted'],
  facts: [
    'moratorium-list-unconfirmed',
    'inadmissible-security',
    'inadmissible-rights-violations',
    'inadmissible-sanctions',
    'inadmissible-serious-criminality',
    'inadmissible-criminality',
    'inadmissible-transborder-criminality',
    'inadmissible-organized-criminality',
    'excluded-by-article-1f',
    'absence-of-moratorium-confirmed',
  ],
}
