import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Did a court stay removal? A petition for review alone stays nothing. */
export const unitedStatesCourtStay: Gate = {
  code: 'us-court-stay',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-court-stay'],
  weighs: ['us-petition-pending'],
  facts: ['removal-stayed-by-court', 'stay-by-court-ended', 'petition-for-review-filed', 'petition-for-review-decided'],
}
