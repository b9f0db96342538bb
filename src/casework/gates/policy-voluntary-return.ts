import type { Gate } from '../gate.ts'

/** Was the person first offered to return of their own accord? */
export const policyVoluntaryReturn: Gate = {
  code: 'policy-voluntary-return',
  jurisdictions: ['CA', 'US'],
  steps: ['contact', 'request', 'booking', 'hand-over', 'departure'],
  rules: ['policy-voluntary-return'],
  facts: ['voluntary-return-offered', 'voluntary-return-declined', 'voluntary-return-accepted', 'voluntary-return-failed'],
}
