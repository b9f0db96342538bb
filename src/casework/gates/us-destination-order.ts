import type { Gate } from '../gate.ts'

/** Does the ordered search allow this country now? */
export const unitedStatesDestinationOrder: Gate = {
  code: 'us-destination-order',
  jurisdictions: ['US'],
  steps: ['booking', 'hand-over', 'departure'],
  rules: ['us-destination-order'],
  facts: ['destination-open-in-order'],
}
