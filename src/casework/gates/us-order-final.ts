import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is there an order of removal that is final? */
export const unitedStatesOrderFinal: Gate = {
  code: 'us-order-final',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-order-final'],
  facts: [
    'judge-ordered-removal', 'appeal-time-ended-unused', 'board-upheld-removal', 'appeal-waived',
    'certified-to-board', 'certified-decision-ordering-removal', 'ordered-removed-in-absentia',
    'voluntary-departure-granted-at-conclusion', 'voluntary-departure-time-ended', 'administrative-order-issued', 'expedited-order-made',
    'order-reinstated', 'voluntary-departure-bond-missed',
  ],
}
