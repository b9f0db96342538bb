import { findDay, type PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { encodeC40 } from './c40.ts'
import { encodeSealHeader } from './seal-header.ts'
import { emergencyTravelDocument, isEmergencyTravelDocument, zoneTag, type Seal } from './seal.ts'
import { isSpecimenZone, specimenState, type SpecimenZone } from './specimen-zone.ts'

declare const specimen: unique symbol

/** The bytes of a seal that says SPECIMEN. Only `specimenSeal` makes one. */
export type SpecimenSeal = { readonly bytes: Uint8Array; readonly [specimen]: true }

export type SpecimenSealRefusal =
  | { readonly code: 'no-day'; readonly text: string }
  /** r and s of 28 to 64 bytes each. */
  | { readonly code: 'bad-signature'; readonly length: number }

/** Signs bytes with a key for trials: r and s, one after the other. */
export type Sign = (bytes: Uint8Array) => Uint8Array

/** UT is Utopia's code of two letters, TS the signer of its test seals; a certificate of zeros is for testing only (part 13, 2.2.1). */
const signer = 'UTTS'
const certificate = '00'

/**
 * A seal of version 4 over the zone of a specimen (part 8, section 6). State, signer, certificate and zone are the specimen's whatever
 * key signs it: no signature makes another document of it.
 */
export function specimenSeal(zone: SpecimenZone, issuedOn: PlainDate, sign: Sign): Result<SpecimenSeal, SpecimenSealRefusal> {
  invariant(isSpecimenZone(zone.lines), 'a seal was asked for a zone that is no specimen', { lines: zone.lines })
  if (findDay(issuedOn) === undefined) return refuse({ code: 'no-day', text: issuedOn })
  const header = encodeSealHeader({ version: 4, issuingState: specimenState, signer, certificate, issuedOn, signedOn: issuedOn, ...emergencyTravelDocument })
  const message = encodeC40(zone.lines.join(''))
  invariant(message?.length === 48, 'a zone is not 48 bytes', { lines: zone.lines })
  const signed = Uint8Array.from([...header, zoneTag, message.length, ...message])
  const signature = sign(signed.slice())
  if (signature.length < 56 || signature.length > 128 || signature.length % 2 === 1) return refuse({ code: 'bad-signature', length: signature.length })
  const length = signature.length < 0x80 ? [signature.length] : [0x81, signature.length]
  return accept({ bytes: Uint8Array.from([...signed, 0xff, ...length, ...signature]) } as unknown as SpecimenSeal)
}

/** Does this seal, read by anybody, say SPECIMEN: in its state, its signer, its certificate and its zone? */
export function isSpecimenSeal({ header, zone }: Seal): boolean {
  return isEmergencyTravelDocument(header) && header.issuingState === specimenState && header.signer === signer && /^0+$/.test(header.certificate)
    && zone !== undefined && isSpecimenZone(zone)
}
