import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is a claim under oath to hold status still to be reviewed? */
export const unitedStatesStatusClaimedUnderOath: Gate = {
  code: 'us-status-claimed-under-oath',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-status-claimed-under-oath'],
  facts: ['status-claimed-under-oath', 'status-claim-rejected'],
}
