import type { Period } from '../rule.ts'

/** How long the periods of both countries and of policies are. */
export const commonPeriods: readonly Period[] = []
