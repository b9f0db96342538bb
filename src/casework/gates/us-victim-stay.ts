import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Did the agency stay removal for an applicant for T or U status? */
export const unitedStatesVictimStay: Gate = {
  code: 'us-victim-stay',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-victim-stay'],
  facts: ['victim-stay-granted', 'victim-application-approved', 'victim-application-denied-finally'],
}
