import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is removal to this country withheld because of torture? */
export const unitedStatesCatWithholding: Gate = {
  code: 'us-cat-withholding',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-cat-withholding'],
  facts: ['cat-withholding-granted', 'cat-withholding-terminated'],
}
