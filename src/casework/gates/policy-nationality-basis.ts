import type { Gate } from '../gate.ts'

/** Is it recorded why this state should know the person as its own, or why else it was asked? A request of ours claims a nationality: that has a gate of its own. */
export const policyNationalityBasis: Gate = {
  code: 'policy-nationality-basis',
  jurisdictions: ['CA', 'US'],
  steps: ['interview', 'document'],
  rules: ['policy-nationality-basis'],
  facts: ['nationality-basis-recorded', 'request-on-other-basis'],
}
