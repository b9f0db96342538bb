import type { Gate } from '../gate.ts'

/** Did a named officer find that information may go to this state? */
export const policyMistreatmentRisk: Gate = {
  code: 'policy-mistreatment-risk',
  jurisdictions: ['CA', 'US'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['policy-mistreatment-risk'],
  facts: ['mistreatment-risk-cleared'],
}
