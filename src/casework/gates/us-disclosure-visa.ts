import type { Gate } from '../gate.ts'

/** Would the home state receive visa records? */
export const unitedStatesDisclosureVisa: Gate = {
  code: 'us-disclosure-visa',
  jurisdictions: ['US'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['us-disclosure-visa'],
  facts: ['packet-shows-visa-records', 'visa-records-release-authorised'],
}
