import type { Gate } from '../gate.ts'

/** Is there a medical concern without a recent certificate? */
export const policyMedicalFitness: Gate = {
  code: 'policy-medical-fitness',
  jurisdictions: ['CA', 'US'],
  steps: ['booking', 'hand-over', 'departure'],
  rules: ['policy-medical-fitness'],
  facts: ['medical-concern', 'certified-fit-to-travel'],
}
