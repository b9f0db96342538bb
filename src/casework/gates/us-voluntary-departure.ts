import type { Gate } from '../gate.ts'

/** Does the person still have time to leave of their own accord? */
export const unitedStatesVoluntaryDeparture: Gate = {
  code: 'us-voluntary-departure',
  jurisdictions: ['US'],
  steps: ['booking', 'hand-over', 'departure'],
  rules: ['us-voluntary-departure-before-conclusion', 'us-voluntary-departure-at-conclusion'],
  facts: ['voluntary-departure-granted-before-conclusion', 'voluntary-departure-granted-at-conclusion', 'voluntary-departure-time-ended'],
}
