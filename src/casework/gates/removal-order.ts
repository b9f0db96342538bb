import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is there a removal order against this person that still stands? */
export const removalOrder: Gate = {
  code: 'removal-order',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-48-1'],
  facts: ['removal-order-made', 'permanent-residence-granted', 'removal-order-enforced'],
}
