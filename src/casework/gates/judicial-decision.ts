import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Would enforcing the order contravene what a court decided? */
export const judicialDecision: Gate = {
  code: 'judicial-decision',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-50-a'],
  facts: ['judicial-decision-contravened', 'charges-dropped-on-removal-agreed', 'summons-dropped-on-removal-agreed'],
}
