import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is a sentence of imprisonment in Canada still to be completed? */
export const sentence: Gate = {
  code: 'sentence',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-50-b'],
  facts: ['sentenced-to-imprisonment', 'released-before-sentence-ended', 'sentence-completed'],
}
