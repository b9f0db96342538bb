import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Has a court, or the Immigration Appeal Division, stayed the order? */
export const courtStay: Gate = {
  code: 'court-stay',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-50-c-court', 'ca-irpa-50-c-iad'],
  facts: ['court-stay-ordered', 'court-stay-ended', 'iad-stay-ordered', 'iad-stay-ended', 'iad-stay-cancelled-by-conviction'],
}
