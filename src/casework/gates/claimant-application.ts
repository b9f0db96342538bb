import type { Gate } from '../gate.ts'

/** Would a claimant’s application for a travel document reach the home state too early? */
export const claimantApplication: Gate = {
  code: 'claimant-application',
  jurisdictions: ['CA'],
  steps: ['contact', 'request', 'interview', 'document'],
  rules: ['ca-irpr-250'],
  weighs: ['ca-irpr-247-1-b'],
  facts: ['travel-application-given-for-release', 'refugee-claim-opened', 'home-state', 'removal-order-enforceable'],
}
