import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does the person hold temporary protected status? */
export const unitedStatesTps: Gate = {
  code: 'us-tps',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-tps'],
  facts: ['tps-granted', 'tps-withdrawn', 'tps-designation-ended'],
}
