import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does a motion to reopen an old-law order in absentia stay removal? */
export const unitedStatesOldLawInAbsentiaMotion: Gate = {
  code: 'us-old-law-in-absentia-motion',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-old-law-in-absentia'],
  facts: ['old-law-in-absentia-motion-filed', 'old-law-in-absentia-motion-ruled-on'],
}
