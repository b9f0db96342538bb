import type { PlainDate } from '../kernel/day.ts'
import type { AgreedDatum } from './agreement.ts'

/** What needs a recorded authority of its own before it leaves; `child`: a best-interest decision on somebody who is or may be a minor. */
export type AuthorityFor = 'fingerprints' | 'visa' | 'child'

/** Why nothing was written. Codes and facts for the officer; nobody outside ever sees one: see `outward-face.ts`. */
export type OutboundRefusal =
  /** The value holds something that no outbound message has a field for. */
  | { readonly code: 'unknown-field'; readonly field: string }
  | { readonly code: 'not-in-list'; readonly field: string; readonly value: string }
  /** Not random, or it tells when it was made or how many came before it. */
  | { readonly code: 'id-not-opaque' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'text-not-allowed'; readonly field: string }
  | { readonly code: 'text-too-long'; readonly field: string; readonly most: number }
  | { readonly code: 'text-tells-of-claim'; readonly field: string }
  | { readonly code: 'number-not-allowed'; readonly field: string }
  | { readonly code: 'impossible-day'; readonly field: string; readonly value: string }
  | { readonly code: 'too-many'; readonly field: string; readonly most: number }
  | { readonly code: 'unknown-country'; readonly field: string; readonly country: string }
  /** A code that stands for a status where a nationality would be. */
  | { readonly code: 'status-code'; readonly field: string; readonly country: string }
  | { readonly code: 'nationality-not-recorded'; readonly country: string }
  | { readonly code: 'document-not-allowed'; readonly documentType: string }
  | { readonly code: 'agreement-not-in-force'; readonly agreement: string; readonly day: PlainDate }
  | { readonly code: 'not-required'; readonly datum: AgreedDatum['datum'] }
  | { readonly code: 'requirement-not-verified'; readonly datum: AgreedDatum['datum'] }
  /** Named in the request, and not among the files that were looked through. */
  | { readonly code: 'file-not-checked'; readonly field: string }
  | { readonly code: 'authority-missing'; readonly for: AuthorityFor }
  /** A correction of a request that this state has not got from here, or that was taken back. */
  | { readonly code: 'request-not-left' }
  | { readonly code: 'request-withdrawn' }
