import type { Gate } from '../gate.ts'

/** The gates of the United States, in the order in which reasons are shown. */
export const unitedStatesGates: readonly Gate[] = []
