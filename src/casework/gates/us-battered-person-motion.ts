import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does the motion of a battered spouse, child or parent stay removal? */
export const unitedStatesBatteredPersonMotion: Gate = {
  code: 'us-battered-person-motion',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-battered-person-motion'],
  facts: ['battered-person-motion-filed', 'battered-person-motion-shows-qualified', 'battered-person-motion-disposed'],
}
