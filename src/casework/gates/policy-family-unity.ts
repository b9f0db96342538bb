import type { Gate } from '../gate.ts'

/** Would the departure part a family without a recorded decision? */
export const policyFamilyUnity: Gate = {
  code: 'policy-family-unity',
  jurisdictions: ['CA', 'US'],
  steps: ['booking', 'hand-over', 'departure'],
  rules: ['policy-family-unity'],
  facts: ['family-separated', 'family-unity-decided'],
}
