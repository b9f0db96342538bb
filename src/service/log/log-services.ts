import type { CaseServices } from '../cases/case-services.ts'
import type { Answered } from '../../transport/ask-bytes.ts'
import type { Roles } from '../database.ts'
import type { NodeKeys } from './node-keys.ts'

/** What use-cases about the log may ask for. Clock, chance and network are handed in. */
export type LogServices = Pick<CaseServices, 'database' | 'clock'> & {
  readonly roles: Pick<Roles, 'auditor'>
  readonly keys: NodeKeys
  /** So many random bytes. */
  readonly random: (length: number) => Uint8Array
  /** Sends this body to a witness's address. Throws what the network throws. */
  readonly post: (url: string, body: Uint8Array) => Promise<Answered>
  /** Reads what is at a witness's address. Throws what the network throws. */
  readonly get: (url: string) => Promise<Answered>
}
