import type { Gate } from '../gate.ts'

/** Is a basis recorded for the nationality that a request claims? What leaves can claim nothing else, so that no other basis opens this. */
export const policyRequestNationality: Gate = {
  code: 'policy-request-nationality',
  jurisdictions: ['CA', 'US'],
  steps: ['request'],
  rules: ['policy-request-nationality'],
  facts: ['nationality-basis-recorded'],
}
