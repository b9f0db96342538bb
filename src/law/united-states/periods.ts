import type { Period } from '../rule.ts'

/** How long the periods of the United States are. */
export const unitedStatesPeriods: readonly Period[] = []
