import type { PlainDate } from '../kernel/day.ts'
import type { Agreement } from './agreement.ts'
import type { Identity } from './identity.ts'
import type { DocumentType, NationalityBasis } from './lists.ts'
import type { OtherName, OutboundVisa } from './outbound-message.ts'
import type { AuthorityFor } from './outbound-refusal.ts'
import type { CleanFile } from './packet-finding.ts'

/**
 * Everything that a request may be built from. Whoever builds one is handed this and nothing else: what protects a person is not
 * taken out on the way, it never comes in. The fields that are never there make a whole case no value of this type.
 */
export type OutboundSource = {
  readonly identity: Identity
  /** Nationalities that are recorded and not withdrawn. */
  readonly nationalities: readonly RecordedNationality[]
  readonly request: { readonly requestId: string; readonly destination: string; readonly consulate: string; readonly documentType: DocumentType; readonly agreement?: string }
  readonly agreements: readonly Agreement[]
  /** What was collected because the agreement requires it. */
  readonly extras: SuppliedExtras
  /** Which recorded authorities there are on the day for this state: that they are there, never what they say. */
  readonly authorities: readonly AuthorityFor[]
  /** What goes along: files that the packet linter found nothing in. */
  readonly files?: readonly CleanFile[]
  readonly today: PlainDate
  readonly facts?: never
  readonly risks?: never
  readonly orders?: never
  readonly notices?: never
  readonly counsel?: never
}

export type RecordedNationality = { readonly country: string; readonly basis: NationalityBasis; readonly on: string }

export type SuppliedExtras = {
  readonly otherNames?: readonly OtherName[]
  /** Centimetres. */
  readonly height?: number
  /** SHA-256 of the prints that are kept apart. */
  readonly fingerprints?: string
  readonly visa?: OutboundVisa
}
