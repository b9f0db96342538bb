import type { Gate } from '../gate.ts'

/** Would telling or asking this state put someone at substantial risk of mistreatment? */
export const mistreatmentRisk: Gate = {
  code: 'mistreatment-risk',
  jurisdictions: ['CA'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['ca-acmfea-3'],
  facts: ['mistreatment-risk-cleared'],
}
