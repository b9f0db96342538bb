import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Did a judge, the Board or the agency stay removal while a motion is pending? The motion alone stays nothing. */
export const unitedStatesMotionStay: Gate = {
  code: 'us-motion-stay',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-motion-stay'],
  weighs: ['us-ordinary-motion-pending'],
  facts: ['motion-stay-granted', 'motion-stay-ended', 'ordinary-motion-filed', 'ordinary-motion-decided'],
}
