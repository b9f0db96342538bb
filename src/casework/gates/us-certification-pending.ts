import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is the case with the Board on certification? */
export const unitedStatesCertificationPending: Gate = {
  code: 'us-certification-pending',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-certification-pending'],
  facts: ['certified-to-board', 'certified-decision-ordering-removal', 'certified-decision-otherwise'],
}
