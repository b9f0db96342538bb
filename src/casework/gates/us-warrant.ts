import type { Gate } from '../gate.ts'

/** Is there a warrant of removal for this order? */
export const unitedStatesWarrant: Gate = {
  code: 'us-warrant',
  jurisdictions: ['US'],
  steps: ['hand-over', 'departure'],
  rules: ['us-warrant'],
  facts: ['removal-order-made', 'warrant-of-removal-issued', 'warrant-of-removal-cancelled'],
}
