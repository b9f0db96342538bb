import type { PlainDate } from '../kernel/day.ts'

/**
 * What the document of a real state would need besides a layout, and does not have here: everything comes from outside the repository.
 * No value of this type can exist (`madeBy`), so no function can be called with one, and none takes it.
 *
 * The function that will make one belongs to a higher room. It reads the package of an authority, checks that the signer's certificate
 * chains to a configured trust anchor, and finds the key in a PKCS#11 token: docs/decisions/0012-specimen-only.md.
 */
export type ProductionLayout = {
  readonly issuingState: string
  /** The act that lets this authority issue this document, as the authority states it, and the day it was approved by two people. */
  readonly legalBasis: { readonly citation: string; readonly suppliedBy: string; readonly approvedOn: PlainDate }
  /** From the signer to the trust anchor, DER. */
  readonly certificates: readonly Uint8Array[]
  /** Where the key lies: it never leaves its token. */
  readonly key: { readonly token: string; readonly label: string }
  readonly madeBy: never
}
