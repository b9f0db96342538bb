import { accept, refuse, type Result } from '../kernel/result.ts'
import { decodeC40 } from './c40.ts'
import { decodeSealHeader, type HeaderRefusal, type SealHeader } from './seal-header.ts'

export type SealFeature = { readonly tag: number; readonly value: Uint8Array }

/** A visible digital seal as it was read: Doc 9303 part 13. Whose signature it is says `checkSealSignature`. */
export type Seal = {
  readonly header: SealHeader
  readonly features: readonly SealFeature[]
  /** The lines that the seal of an emergency travel document repeats: part 8, section 6. */
  readonly zone?: readonly [string, string]
  /** Header and message: what was signed. */
  readonly signed: Uint8Array
  /** r and s, one after the other, of the length of the key. */
  readonly signature: Uint8Array
}

export type SealRefusal =
  | HeaderRefusal
  | { readonly code: 'bad-length'; readonly at: number }
  | { readonly code: 'tag-twice'; readonly tag: number }
  | { readonly code: 'no-signature' }
  | { readonly code: 'bytes-after-signature'; readonly at: number }
  /** An emergency travel document has version 4 and one zone of 48 bytes. */
  | { readonly code: 'bad-zone' }

export const emergencyTravelDocument = { featureReference: 0x5e, category: 0x03 } as const
export const zoneTag = 0x02
const signatureTag = 0xff
const zoneBytes = 48

/** Reads a seal from its bytes, without what the barcode filled up. */
export function decodeSeal(bytes: Uint8Array): Result<Seal, SealRefusal> {
  const head = decodeSealHeader(bytes)
  if (!head.ok) return head
  const { header, length } = head.value
  const parts = readParts(bytes, length, header.version)
  if (!parts.ok) return parts
  const seal = { header, features: parts.value.features, signed: bytes.slice(0, parts.value.signedUpTo), signature: parts.value.signature }
  if (!isEmergencyTravelDocument(header)) return accept(seal)
  const zone = zoneOf(seal)
  return zone === undefined ? refuse({ code: 'bad-zone' }) : accept({ ...seal, zone })
}

export function isEmergencyTravelDocument({ featureReference, category }: SealHeader): boolean {
  return featureReference === emergencyTravelDocument.featureReference && category === emergencyTravelDocument.category
}

type Parts = { readonly features: readonly SealFeature[]; readonly signature: Uint8Array; readonly signedUpTo: number }

function readParts(bytes: Uint8Array, start: number, version: 3 | 4): Result<Parts, SealRefusal> {
  const features: SealFeature[] = []
  for (let at = start; at < bytes.length; ) {
    const tag = bytes[at] ?? 0
    // Version 3 gives the length of a feature in one byte; the signature's is in DER in both.
    const length = version === 3 && tag !== signatureTag ? { value: bytes[at + 1] ?? -1, from: at + 2 } : readLength(bytes, at + 1)
    if (length === undefined || length.value < 0) return refuse({ code: 'bad-length', at: at + 1 })
    const end = length.from + length.value
    if (end > bytes.length) return refuse({ code: 'cut-short' })
    const value = bytes.slice(length.from, end)
    if (tag === signatureTag) return end === bytes.length ? accept({ features, signature: value, signedUpTo: at }) : refuse({ code: 'bytes-after-signature', at: end })
    if (features.some((feature) => feature.tag === tag)) return refuse({ code: 'tag-twice', tag })
    features.push({ tag, value })
    at = end
  }
  return refuse({ code: 'no-signature' })
}

// DER: up to 127 in one byte, else the number of bytes and then these, as few as possible.
function readLength(bytes: Uint8Array, at: number): { readonly value: number; readonly from: number } | undefined {
  const first = bytes[at]
  if (first === undefined || first === 0x80 || first > 0x84) return undefined
  if (first < 0x80) return { value: first, from: at + 1 }
  const count = first - 0x80
  const digits = bytes.slice(at + 1, at + 1 + count)
  const value = digits.reduce((sum, digit) => sum * 256 + digit, 0)
  const least = count === 1 ? 0x80 : 256 ** (count - 1)
  return digits.length === count && value >= least ? { value, from: at + 1 + count } : undefined
}

function zoneOf({ header, features }: { readonly header: SealHeader; readonly features: readonly SealFeature[] }): readonly [string, string] | undefined {
  const value = features.find(({ tag }) => tag === zoneTag)?.value
  const text = header.version === 4 && value?.length === zoneBytes ? decodeC40(value)?.replaceAll(' ', '<') : undefined
  return text?.length === 72 ? [text.slice(0, 36), text.slice(36)] : undefined
}
