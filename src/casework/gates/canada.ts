import type { Gate } from '../gate.ts'
import { prraNotification } from './prra-notification.ts'

/** The gates of Canada, in the order in which reasons are shown. */
export const canadaGates: readonly Gate[] = [prraNotification]
