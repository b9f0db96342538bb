import type { Provision } from '../rule.ts'

/** What rules of Canada rest on. */
export const canadaProvisions: readonly Provision[] = []
