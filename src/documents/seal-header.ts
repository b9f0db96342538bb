import { dayNumber, findDay, type PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { decodeC40, encodeC40 } from './c40.ts'

/** What stands before the message of a visible digital seal: Doc 9303 part 13, section 2.2. */
export type SealHeader = {
  readonly version: 3 | 4
  /** The code of part 3, without fillers. */
  readonly issuingState: string
  /** Two letters of a country and two of the signer in it. */
  readonly signer: string
  /** Hexadecimal; five digits in version 3, up to 255 in version 4. Only zeros: for testing. */
  readonly certificate: string
  readonly issuedOn: PlainDate
  readonly signedOn: PlainDate
  /** Which features there are, within the category. */
  readonly featureReference: number
  readonly category: number
}

export type HeaderPart = 'issuing-state' | 'signer' | 'certificate' | 'issued-on' | 'signed-on'

export type HeaderRefusal =
  | { readonly code: 'no-seal' }
  | { readonly code: 'unknown-version'; readonly byte: number }
  | { readonly code: 'bad-header'; readonly part: HeaderPart }
  | { readonly code: 'cut-short' }

const magic = 0xdc

/** The header of a seal, and where the message begins. */
export function decodeSealHeader(bytes: Uint8Array): Result<{ readonly header: SealHeader; readonly length: number }, HeaderRefusal> {
  if (bytes[0] !== magic) return refuse({ code: 'no-seal' })
  const byte = bytes[1] ?? 0
  // The number is one less than the version.
  if (byte !== 2 && byte !== 3) return refuse({ code: 'unknown-version', byte })
  const version = byte === 2 ? 3 : 4
  const name = decodeSigner(bytes, version)
  if (!name.ok) return name
  const { signer, certificate, end } = name.value
  if (bytes.length < end + 8) return refuse({ code: 'cut-short' })
  const issuingState = decodeC40(bytes.slice(2, 4))?.trimEnd()
  if (issuingState === undefined || !/^[A-Z]{1,3}$/.test(issuingState) || bytes[2] === 0xfe) return refuse({ code: 'bad-header', part: 'issuing-state' })
  const [issuedOn, signedOn] = [decodeDate(bytes.slice(end, end + 3)), decodeDate(bytes.slice(end + 3, end + 6))]
  if (issuedOn === undefined) return refuse({ code: 'bad-header', part: 'issued-on' })
  if (signedOn === undefined) return refuse({ code: 'bad-header', part: 'signed-on' })
  const [featureReference = 0, category = 0] = bytes.slice(end + 6, end + 8)
  return accept({ header: { version, issuingState, signer, certificate, issuedOn, signedOn, featureReference, category }, length: end + 8 })
}

type Signer = { readonly signer: string; readonly certificate: string; readonly end: number }

// Version 3: four letters and five digits. Version 4: four letters, two digits that count the digits after them, and these.
function decodeSigner(bytes: Uint8Array, version: 3 | 4): Result<Signer, HeaderRefusal> {
  const start = 4
  const six = decodeC40(bytes.slice(start, start + 4))
  if (six === undefined || !/^[A-Z]{2}[0-9A-Z]{2}$/.test(six.slice(0, 4))) return refuse({ code: 'bad-header', part: 'signer' })
  const digits = version === 3 ? 5 : Number.parseInt(six.slice(4), 16)
  if (version === 4 && !/^[0-9A-F]{2}$/.test(six.slice(4))) return refuse({ code: 'bad-header', part: 'certificate' })
  const letters = version === 3 ? 9 : 6 + digits
  const end = start + 2 * Math.ceil(letters / 3)
  if (bytes.length < end) return refuse({ code: 'cut-short' })
  const text = decodeC40(bytes.slice(start, end)) ?? ''
  const certificate = text.slice(letters - digits)
  if (text.length !== letters || !/^[0-9A-F]+$/.test(certificate)) return refuse({ code: 'bad-header', part: 'certificate' })
  return accept({ signer: text.slice(0, 4), certificate, end })
}

// Section 2.3.1: month, day and year as one number, in three bytes.
function decodeDate([first = 0, second = 0, third = 0]: Uint8Array): PlainDate | undefined {
  const text = String(first * 65_536 + second * 256 + third).padStart(8, '0')
  return findDay(`${text.slice(4)}-${text.slice(0, 2)}-${text.slice(2, 4)}`)
}

/** The bytes of a header; a header is no seal: it says nothing of anybody, and nobody has signed it. */
export function encodeSealHeader(header: SealHeader): Uint8Array {
  const { version, signer, certificate, featureReference, category } = header
  const counted = version === 3 ? certificate : certificate.length.toString(16).toUpperCase().padStart(2, '0') + certificate
  const [state, name] = [encodeC40(header.issuingState.padEnd(3, '<')), encodeC40(signer + counted)]
  invariant(state?.length === 2 && name !== undefined, 'a header cannot be encoded', { ...header })
  return Uint8Array.from([magic, version - 1, ...state, ...name, ...encodeDate(header.issuedOn), ...encodeDate(header.signedOn), featureReference, category])
}

function encodeDate(day: PlainDate): readonly number[] {
  invariant(Number.isFinite(dayNumber(day)), 'no day', { day })
  const whole = Number(day.slice(5, 7) + day.slice(8) + day.slice(0, 4))
  return [whole >> 16, (whole >> 8) & 0xff, whole & 0xff]
}
