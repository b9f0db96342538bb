import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Has the order come into force, where it is conditional on a claim for refugee protection? */
export const claimantOrderInForce: Gate = {
  code: 'claimant-order-in-force',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-49-2'],
  facts: [
    'order-made-against-claimant',
    'certificate-found-reasonable',
    'removal-order-made',
    'claim-ineligible-third-country-notified',
    'third-country-finding-set-aside',
    'refugee-claim-opened',
    'rad-decision-set-aside',
    'claim-ineligible-otherwise-notified',
    'claim-rejected-unappealable-notified',
    'claim-rejected-appealable-notified',
    'rad-appeal-time-ended-unused',
    'rad-appeal-opened',
    'rad-rejected-notified',
    'claim-withdrawn-notified',
    'claim-abandoned-notified',
    'claim-proceedings-terminated',
  ],
}
