import type { Gate } from '../gate.ts'

/** Would the departure affect a child whose best interests nobody has decided on? */
export const policyChildAffected: Gate = {
  code: 'policy-child-affected',
  jurisdictions: ['CA', 'US'],
  steps: ['booking', 'hand-over', 'departure'],
  rules: ['policy-child-affected'],
  facts: ['child-affected', 'best-interests-found-compatible', 'best-interests-found-against'],
}
