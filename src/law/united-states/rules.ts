import type { Rule } from '../rule.ts'

/** Every rule of the United States. */
export const unitedStatesRules: readonly Rule[] = []
