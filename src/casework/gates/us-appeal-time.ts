import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is the time to appeal to the Board over, whichever of the two disputed periods applies? */
export const unitedStatesAppealTime: Gate = {
  code: 'us-appeal-time',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-appeal-time'],
  facts: ['judge-ordered-removal', 'appeal-waived', 'board-upheld-removal'],
}
