import type { Gate } from '../gate.ts'

/** Would the home state receive what was given for temporary protected status? */
export const unitedStatesDisclosureTps: Gate = {
  code: 'us-disclosure-tps',
  jurisdictions: ['US'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['us-disclosure-tps'],
  facts: ['packet-shows-tps-records'],
}
