import type { PlainDate } from '../kernel/day.ts'

/**
 * Who the person is, as far as a travel document needs it: the whole of what an outbound request may be built from.
 * There is no field for relatives, address, religion, ethnicity, health, criminality or remarks.
 */
export type Identity = {
  readonly familyName: string
  readonly givenNames: string
  /** Parts of the day that are not known are left out: `1990`, `1990-05`, `1990-05-17`. */
  readonly bornOn?: PlainDate | string
  readonly bornIn?: string
  readonly bornInCountry?: string
  readonly sex: 'female' | 'male' | 'unspecified'
  /** SHA-256 of the photograph that is kept apart. */
  readonly photograph?: string
  readonly identityDocuments: readonly IdentityDocument[]
}

export type IdentityDocument = { readonly documentType: 'passport' | 'identity-card' | 'birth-certificate' | 'seafarers-book' | 'driving-licence'; readonly number: string; readonly country: string; readonly copy: boolean }
