import type { Gate } from '../gate.ts'
import { prraNotification } from './prra-notification.ts'

/** Every gate, in the order in which reasons are shown. */
export const allGates: readonly Gate[] = [prraNotification]
