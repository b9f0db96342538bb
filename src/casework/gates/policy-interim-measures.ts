import type { Gate } from '../gate.ts'

/** Did a United Nations body ask that the person not be sent there? */
export const policyInterimMeasures: Gate = {
  code: 'policy-interim-measures',
  jurisdictions: ['CA', 'US'],
  steps: ['booking', 'hand-over', 'departure'],
  rules: ['policy-interim-measures'],
  facts: ['un-interim-measures-requested', 'un-interim-measures-lifted', 'un-interim-measures-answered'],
}
