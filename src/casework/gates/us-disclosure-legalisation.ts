import type { Gate } from '../gate.ts'

/** Would the home state receive what was furnished to be legalised under the 1986 Act? */
export const unitedStatesDisclosureLegalisation: Gate = {
  code: 'us-disclosure-legalisation',
  jurisdictions: ['US'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['us-disclosure-legalisation'],
  facts: ['packet-shows-legalisation-records', 'legalisation-facts-known-otherwise'],
}
