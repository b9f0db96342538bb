import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is a claim to protection pending? */
export const policyPendingClaim: Gate = {
  code: 'policy-pending-claim',
  jurisdictions: ['CA', 'US'],
  steps: everyStep,
  rules: ['policy-pending-claim'],
  facts: ['protection-claim-made', 'protection-claim-rejected-finally', 'protection-claim-withdrawn'],
}
