import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is an appeal to the Board undecided? */
export const unitedStatesAppealPending: Gate = {
  code: 'us-appeal-pending',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-appeal-pending'],
  facts: ['appeal-to-board-filed', 'board-upheld-removal', 'appeal-rejected-as-late', 'board-decided-otherwise', 'judge-ordered-removal'],
}
