import type { Gate } from '../gate.ts'

/** Was the file looked through again shortly before? */
export const policyRecheck: Gate = {
  code: 'policy-recheck',
  jurisdictions: ['CA', 'US'],
  steps: ['interview', 'booking', 'hand-over', 'departure'],
  rules: ['policy-recheck'],
  facts: ['file-rechecked'],
}
