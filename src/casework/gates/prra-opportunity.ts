import type { Gate } from '../gate.ts'

/** Was the person told that they may ask for protection, if they may? */
export const prraOpportunity: Gate = {
  code: 'prra-opportunity',
  jurisdictions: ['CA'],
  steps: ['booking', 'hand-over', 'departure'],
  rules: ['ca-irpr-160-3'],
  facts: [
    'order-made-at-port-of-entry',
    'excluded-from-prra-as-protected',
    'extradition-authority-to-proceed',
    'claim-ineligible-third-country-notified',
    'claim-bar-lifted',
    'claim-refused-by-rpd',
    'refugee-claim-opened',
    'claim-bar-is-36-months',
    'claim-refused-by-rad',
    'claim-review-refused-by-court',
    'prra-bar-lifted',
    'prra-rejected',
    'timely-prra-sent-back',
    'prra-bar-is-36-months',
    'prra-review-refused-by-court',
    'prra-notified',
    'removal-order-made',
    'remained-since-prra-notification',
  ],
}
