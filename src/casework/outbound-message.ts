import { invariant } from '../kernel/invariant.ts'
import type { DocumentType, NationalityBasis } from './lists.ts'
import type { IdentityDocument } from './identity.ts'
import type { PacketFormat } from './packet-finding.ts'

/**
 * Everything that a request can say to a home state. The type is closed: there is no field for relatives, an address, criminality,
 * health, religion, ethnicity, a remark, a day or a reason, and no text but names, places and numbers.
 */
export type OutboundRequest = {
  readonly format: 'comity-request/1'
  /** Random; the only thing by which a request is known outside. */
  readonly request: string
  /** The state that is asked, ISO 3166-1 alpha-2. */
  readonly to: string
  readonly document: DocumentType
  readonly familyName: string | null
  readonly givenNames: string | null
  /** As much of the day as is known: `1990`, `1990-05`, `1990-05-17`. */
  readonly bornOn: string | null
  readonly bornIn: string | null
  readonly bornInCountry: string | null
  readonly sex: 'female' | 'male' | null
  /** Always that of the state that is asked; other nationalities are not its business. */
  readonly nationality: { readonly claimed: string; readonly bases: readonly OutwardBasis[] }
  /** SHA-256 of the photograph that goes along. */
  readonly photograph: string | null
  /** Issued by the state that is asked. */
  readonly identityDocuments: readonly Pick<IdentityDocument, 'documentType' | 'number' | 'copy'>[]
  readonly required: OutboundExtras
  /** What goes along, by SHA-256: a file has no other name outside. */
  readonly files: readonly { readonly file: string; readonly format: PacketFormat }[]
}

/** What the agreement in force requires beyond that, each with the article that says so. */
export type OutboundExtras = {
  readonly otherNames: Agreed<readonly OtherName[]> | null
  readonly height: Agreed<number> | null
  readonly fingerprints: Agreed<string> | null
  readonly visa: Agreed<OutboundVisa> | null
}

export type Agreed<Value> = { readonly agreement: string; readonly article: string; readonly value: Value }
export type OtherName = { readonly familyName: string; readonly givenNames: string }
export type OutboundVisa = { readonly number: string; readonly validFrom: string; readonly validUntil: string }

/** Why the nationality is claimed, as told outside. `on-record`: that a decision said so is not told, for it may have been one about protection. */
export type OutwardBasis = Exclude<NationalityBasis, 'earlier-decision'> | 'on-record'

/**
 * What a state is told that received a request which said something wrong: which request, and what is recorded now. The same
 * fields as the request had. What was wrong, since when, and why it is put right have no field.
 */
export type OutboundCorrection = Omit<OutboundRequest, 'format'> & { readonly format: 'comity-correction/1' }

/** The one message by which a request ends, whatever the cause. */
export type OutboundWithdrawal = { readonly format: 'comity-withdrawal/1'; readonly request: string }

/** Every message of every kind has exactly this many bytes: on the wire a long name, a fingerprint and a withdrawal look alike. */
export const messageBytes = 8192

/** A message as bytes: keys in the order of its type, no spaces but the padding that fills it up. */
export function writeMessage(message: OutboundRequest | OutboundCorrection | OutboundWithdrawal): string {
  const bare = JSON.stringify({ ...message, padding: '' })
  const missing = messageBytes - new TextEncoder().encode(bare).length
  invariant(missing >= 0, 'an outbound message is longer than its bounds allow', { bytes: messageBytes - missing })
  return `${bare.slice(0, -2)}${' '.repeat(missing)}"}`
}
