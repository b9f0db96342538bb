import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is a fear stated after an administrative or reinstated order still to be examined? */
export const unitedStatesReasonableFear: Gate = {
  code: 'us-reasonable-fear',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-reasonable-fear'],
  facts: ['reasonable-fear-stated', 'reasonable-fear-negative-upheld', 'reasonable-fear-review-declined', 'withholding-only-concluded'],
}
