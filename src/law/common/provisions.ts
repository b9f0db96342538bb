import type { Provision } from '../rule.ts'

/** What rules of both countries and of policies rest on. */
export const commonProvisions: readonly Provision[] = []
