import type { Gate } from '../gate.ts'

/** Is the person still serving a sentence of imprisonment? */
export const unitedStatesImprisonment: Gate = {
  code: 'us-imprisonment',
  jurisdictions: ['US'],
  steps: ['hand-over', 'departure'],
  rules: ['us-imprisoned'],
  facts: ['serving-imprisonment', 'early-removal-found-federal', 'early-removal-requested-by-state'],
}
