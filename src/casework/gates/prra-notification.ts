import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is the order stayed because the person was told that they may ask for a pre-removal risk assessment? */
export const prraNotification: Gate = {
  code: 'prra-notification',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpr-232'],
  facts: ['prra-notified', 'prra-waived-in-writing', 'prra-application-received', 'prra-rejected'],
}
