import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does a motion to reopen an order in absentia, of one of the two kinds, stay removal? */
export const unitedStatesInAbsentiaMotion: Gate = {
  code: 'us-in-absentia-motion',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-in-absentia-exceptional-circumstances', 'us-in-absentia-no-notice-or-custody'],
  facts: [
    'in-absentia-motion-exceptional-circumstances', 'in-absentia-motion-no-notice-or-custody', 'in-absentia-motion-found-late',
    'in-absentia-motion-ruled-on',
  ],
}
