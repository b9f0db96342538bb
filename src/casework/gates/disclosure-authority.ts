import type { Gate } from '../gate.ts'

/** Which authority, or whose consent, allows telling this state about this person? */
export const disclosureAuthority: Gate = {
  code: 'disclosure-authority',
  jurisdictions: ['CA'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['ca-privacy-8'],
  facts: ['consented-to-disclosure', 'disclosure-authority-recorded'],
}
