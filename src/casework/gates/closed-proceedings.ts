import type { Gate } from '../gate.ts'

/** Does what would be sent hold anything of proceedings in the absence of the public? */
export const closedProceedings: Gate = {
  code: 'closed-proceedings',
  jurisdictions: ['CA'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['ca-irpa-166-c'],
  facts: ['packet-holds-closed-proceedings', 'proceedings-opened-by-division'],
}
