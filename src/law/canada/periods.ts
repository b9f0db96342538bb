import type { Period } from '../rule.ts'

/** How long the periods of Canada are. */
export const canadaPeriods: readonly Period[] = []
