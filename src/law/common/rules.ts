import type { Rule } from '../rule.ts'
import { policies } from './policies.ts'

/** Every rule of both countries and of policies. */
export const commonRules: readonly Rule[] = policies
