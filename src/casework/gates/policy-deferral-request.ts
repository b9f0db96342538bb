import type { Gate } from '../gate.ts'

/** Is a request to defer the removal unanswered? */
export const policyDeferralRequest: Gate = {
  code: 'policy-deferral-request',
  jurisdictions: ['CA', 'US'],
  steps: ['hand-over', 'departure'],
  rules: ['policy-deferral-request'],
  facts: ['deferral-requested', 'deferral-refused', 'deferral-ended'],
}
