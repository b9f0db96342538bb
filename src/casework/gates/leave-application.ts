import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does an application for leave against a decision of the Refugee Appeal Division stay the order? */
export const leaveApplication: Gate = {
  code: 'leave-application',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpr-231'],
  facts: [
    'leave-sought-on-rad-decision',
    'rad-decision-set-aside',
    'order-for-serious-criminality',
    'us-or-spm-resident-reported-on-entry',
    'leave-refused',
    'judicial-review-refused',
    'question-certified',
    'fca-appeal-time-ended-unused',
    'scc-leave-time-ended-unused',
    'scc-leave-refused',
    'scc-appeal-lost-or-unused',
  ],
}
