import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does the Minister’s opinion on humanitarian or public policy grounds stay the order? */
export const ministerStay: Gate = {
  code: 'minister-stay',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpr-233'],
  facts: ['minister-stay-opinion', 'minister-stay-residence-decided'],
}
