import type { Provision } from '../rule.ts'

/** What rules of the United States rest on. */
export const unitedStatesProvisions: readonly Provision[] = []
