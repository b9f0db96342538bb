import type { Gate } from '../gate.ts'

/** Would the home state learn that asylum was sought? */
export const unitedStatesDisclosureAsylum: Gate = {
  code: 'us-disclosure-asylum',
  jurisdictions: ['US'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['us-disclosure-asylum'],
  facts: ['packet-shows-asylum-records', 'consent-to-asylum-disclosure'],
}
