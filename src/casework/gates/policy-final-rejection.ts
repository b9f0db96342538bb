import type { Gate } from '../gate.ts'

/** Is the final end of a claim recorded before a home state hears of the person? */
export const policyFinalRejection: Gate = {
  code: 'policy-final-rejection',
  jurisdictions: ['CA', 'US'],
  // A request that is sent without a contact before it is itself the first contact.
  steps: ['contact', 'request'],
  rules: ['policy-final-rejection'],
  facts: ['protection-claim-made', 'protection-claim-rejected-finally', 'protection-claim-end-declared-final'],
}
