import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is the person recorded as a citizen of Canada? A claim to be one is enough: it must be settled first. */
export const ownCitizen: Gate = {
  code: 'own-citizen',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-19-1'],
  facts: ['recorded-as-own-citizen'],
}
