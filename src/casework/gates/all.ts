import type { Gate } from '../gate.ts'
import { canadaGates } from './canada.ts'
import { policyGates } from './policies.ts'
import { unitedStatesGates } from './united-states.ts'

/** Every gate, in the order in which reasons are shown: law first, then policies. */
export const allGates: readonly Gate[] = [...canadaGates, ...unitedStatesGates, ...policyGates]
