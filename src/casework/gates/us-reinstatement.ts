import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does the removal rest on a reinstated order, whose procedure nobody here has read? */
export const unitedStatesReinstatement: Gate = {
  code: 'us-reinstatement',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-reinstatement'],
  facts: ['order-reinstated'],
}
