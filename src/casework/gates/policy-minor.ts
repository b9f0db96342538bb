import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is the person a child whose best interests nobody has decided on? */
export const policyMinor: Gate = {
  code: 'policy-minor',
  jurisdictions: ['CA', 'US'],
  steps: everyStep,
  rules: ['policy-minor'],
  facts: ['person-is-minor', 'best-interests-found-compatible', 'best-interests-found-against'],
}
