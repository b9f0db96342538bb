import type { OutboundRefusal } from '../../casework/outbound-refusal.ts'
import type { PacketFinding } from '../../casework/packet-finding.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import type { AppendRefusal } from '../../store/append.ts'

/** The way something was asked for is wrong, before any case is looked at. */
export type AskRefusal =
  | { readonly code: 'bad-id'; readonly field: string; readonly value: string }
  | { readonly code: 'no-officer' }
  | { readonly code: 'fictional-with-real' }
  | { readonly code: 'not-json' }
  | { readonly code: 'unknown-command'; readonly kind: string }
  | { readonly code: 'field-missing'; readonly field: string }
  | { readonly code: 'field-not-known'; readonly field: string }
  | { readonly code: 'field-wrong'; readonly field: string; readonly expected: FieldKind }
  | { readonly code: 'no-destination' }
  | { readonly code: 'moment-in-future'; readonly moment: string }
  | { readonly code: 'not-known-yet'; readonly moment: string }

/** What must stand in a field of a command. */
export type FieldKind = 'text' | 'yes-or-no' | 'texts' | 'identity' | 'documents' | 'number'

/** Why a command was not done, from whichever layer: how it was asked, the rules of casework, what may leave, the database. */
export type CommandRefusal =
  | AskRefusal
  | CaseRefusal
  | AppendRefusal
  | { readonly code: 'outbound'; readonly why: OutboundRefusal }
  | { readonly code: 'file-not-clean'; readonly file: string; readonly findings: readonly PacketFinding[] }
