import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Was the order reopened, or not upheld, and not made again? */
export const unitedStatesOrderUndone: Gate = {
  code: 'us-order-undone',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-order-undone'],
  facts: ['proceedings-reopened', 'board-decided-otherwise', 'certified-decision-otherwise', 'judge-ordered-removal', 'ordered-removed-in-absentia', 'administrative-order-issued', 'expedited-order-made'],
}
