import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is removal to this country withheld because life or freedom would be threatened there? */
export const unitedStatesWithholding: Gate = {
  code: 'us-withholding',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-withholding'],
  facts: ['withholding-granted', 'withholding-terminated'],
}
