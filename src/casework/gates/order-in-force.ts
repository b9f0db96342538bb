import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Has the order come into force, where the person made no claim for refugee protection? */
export const orderInForce: Gate = {
  code: 'order-in-force',
  jurisdictions: ['CA'],
  steps: everyStep,
  rules: ['ca-irpa-49-1'],
  facts: [
    'order-made-against-claimant',
    'certificate-found-reasonable',
    'removal-order-made',
    'order-appealable',
    'iad-appeal-time-ended-unused',
    'iad-appeal-made',
    'removal-order-finally-confirmed',
  ],
}
