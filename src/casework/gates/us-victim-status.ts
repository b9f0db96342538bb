import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does the person hold T or U status? */
export const unitedStatesVictimStatus: Gate = {
  code: 'us-victim-status',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-victim-status'],
  facts: ['victim-status-granted', 'victim-application-approved'],
}
