import type { Gate } from '../gate.ts'

/** Would the home state receive registration records or fingerprints? */
export const unitedStatesDisclosureRegistration: Gate = {
  code: 'us-disclosure-registration',
  jurisdictions: ['US'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['us-disclosure-registration'],
  facts: ['packet-shows-registration-records', 'registration-records-recipient-designated'],
}
