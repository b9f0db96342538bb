import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is the order stayed because the person was told that they may ask for a pre-removal risk assessment? */
export const prraNotification: Gate = {
  code: 'prra-notification',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpr-232'],
  weighs: ['ca-irpa-113-01'],
  facts: [
    'prra-notified',
    'prra-waived-in-writing',
    'prra-application-received',
    'prra-time-ended-unused',
    'prra-rejected',
    'timely-prra-sent-back',
    'prra-permanent-residence-decided',
    'prra-stays-all-cancelled',
    'claim-ineligible-solely-for-claim-elsewhere',
    'prra-hearing-held',
  ],
}
