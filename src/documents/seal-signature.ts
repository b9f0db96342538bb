import { verify, X509Certificate, type KeyObject } from 'node:crypto'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Seal } from './seal.ts'

export type SignatureRefusal =
  | { readonly code: 'no-certificate' }
  /** The header names another signer, or another certificate of this one. */
  | { readonly code: 'other-signer'; readonly named: string; readonly certificate: string }
  | { readonly code: 'unknown-key'; readonly curve: string }

// Bits of the order of each curve, which say the hash (part 13, section 2.4) and the length of r and s.
const curves: Readonly<Record<string, number>> = {
  secp224r1: 224, prime256v1: 256, secp384r1: 384,
  brainpoolP224r1: 224, brainpoolP256r1: 256, brainpoolP320r1: 320, brainpoolP384r1: 384, brainpoolP512r1: 512,
}

/**
 * Does the signature fit the bytes of the seal and the key of this certificate (PEM or DER)? Refused where the header names another one.
 *
 * It says that the holder of that key signed these bytes, and no more: not that the certificate is trusted, valid on some day, or not revoked.
 */
export function checkSealSignature(seal: Seal, certificate: string | Uint8Array): Result<'fits' | 'does-not-fit', SignatureRefusal> {
  const read = readCertificate(certificate)
  if (read === undefined) return refuse({ code: 'no-certificate' })
  const own = nameOf(read)
  const named = seal.header.signer + withoutZeros(seal.header.certificate)
  if (own !== named) return refuse({ code: 'other-signer', named, certificate: own })
  const curve = read.publicKey.asymmetricKeyDetails?.namedCurve ?? read.publicKey.asymmetricKeyType ?? ''
  const bits = curves[curve]
  if (bits === undefined) return refuse({ code: 'unknown-key', curve })
  if (seal.signature.length !== 2 * Math.ceil(bits / 8)) return accept('does-not-fit')
  return accept(verify(hashFor(bits), seal.signed, { key: read.publicKey, dsaEncoding: 'ieee-p1363' }, seal.signature) ? 'fits' : 'does-not-fit')
}

function readCertificate(certificate: string | Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(certificate)
  } catch {
    return undefined
  }
}

/** What a seal calls the holder of a certificate: country and common name of the subject, and the serial number (part 13, 2.2.1). */
export function signerOf(certificate: X509Certificate): { readonly name: string; readonly serial: string } {
  const part = (name: string) => certificate.subject.split('\n').find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  return { name: (part('C') + part('CN')).toUpperCase(), serial: withoutZeros(certificate.serialNumber) }
}

/** The hash that a seal's signature by this key is over; undefined where no seal is signed with such a key. */
export function sealHashOf({ asymmetricKeyDetails }: KeyObject): string | undefined {
  const bits = curves[asymmetricKeyDetails?.namedCurve ?? '']
  return bits === undefined ? undefined : hashFor(bits)
}

function nameOf(certificate: X509Certificate): string {
  const { name, serial } = signerOf(certificate)
  return name + serial
}

function withoutZeros(hexadecimal: string): string {
  return hexadecimal.replace(/^0+(?=.)/, '').toUpperCase()
}

function hashFor(bits: number): string {
  return bits <= 224 ? 'sha224' : bits <= 256 ? 'sha256' : bits <= 384 ? 'sha384' : 'sha512'
}
