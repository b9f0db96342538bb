import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is a fear stated in expedited removal still to be examined? */
export const unitedStatesCredibleFear: Gate = {
  code: 'us-credible-fear',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-credible-fear'],
  facts: [
    'fear-stated-in-expedited-removal', 'credible-fear-negative-affirmed', 'credible-fear-review-not-requested', 'judge-ordered-removal',
    'ordered-removed-in-absentia',
  ],
}
