import type { Gate } from '../gate.ts'

/** Would the home state learn of relief sought as a victim? */
export const unitedStatesDisclosureVictim: Gate = {
  code: 'us-disclosure-victim',
  jurisdictions: ['US'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['us-disclosure-victim'],
  facts: [
    'packet-shows-victim-relief', 'victim-relief-sought', 'victim-relief-denied', 'victim-relief-appeals-exhausted', 'battered-persons-all-adults',
    'battered-persons-all-waived',
  ],
}
