import type { Gate } from '../gate.ts'

/** Gates that rest on policy, never on law, in the order in which reasons are shown. */
export const policyGates: readonly Gate[] = []
