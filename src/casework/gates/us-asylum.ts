import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Was asylum granted? */
export const unitedStatesAsylum: Gate = {
  code: 'us-asylum',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-asylum'],
  facts: ['asylum-granted', 'asylum-terminated'],
}
