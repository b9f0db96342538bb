import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Did the agency stay removal? */
export const unitedStatesAgencyStay: Gate = {
  code: 'us-agency-stay',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-agency-stay'],
  facts: ['agency-stay-granted', 'agency-stay-communicated', 'boarding-completed', 'agency-stay-ended'],
}
