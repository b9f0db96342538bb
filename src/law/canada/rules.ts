import type { Rule } from '../rule.ts'

/** Every rule of Canada. */
export const canadaRules: readonly Rule[] = []
