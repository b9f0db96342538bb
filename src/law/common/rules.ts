import type { Rule } from '../rule.ts'

/** Every rule of both countries and of policies. */
export const commonRules: readonly Rule[] = []
