import type { X509Certificate } from 'node:crypto'
import { sealHashOf, signerOf } from '../../documents/seal-signature.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'

export type CertificateRefusal =
  | { readonly code: 'no-signer' | 'no-anchor' | 'signer-not-trusted' | 'signer-of-another-country' | 'signer-name' | 'signer-key' | 'signer-signs-certificates' }
  | { readonly code: 'certificate-not-valid-today'; readonly subject: string }

type Given = { readonly chain: readonly X509Certificate[]; readonly anchors: readonly X509Certificate[]; readonly country: string; readonly now: Date }

/**
 * Does the first of these certificates chain, one after the other, to an anchor of its own country, all of them valid now? Returns the signer's.
 * Whether one of them was revoked is not asked: there is no list of that here.
 */
export function checkCertificates({ chain, anchors, country, now }: Given): Result<X509Certificate, CertificateRefusal> {
  const [signer] = chain
  if (!signer) return refuse({ code: 'no-signer' })
  if (anchors.length === 0) return refuse({ code: 'no-anchor' })
  if (signer.ca) return refuse({ code: 'signer-signs-certificates' })
  const { name, serial } = signerOf(signer)
  // Part 13, 2.2.1: two letters of the country and two of the signer; a number of zeros is for testing.
  if (!/^[A-Z]{2}[A-Z0-9]{2}$/.test(name) || /^0*$/.test(serial)) return refuse({ code: 'signer-name' })
  const last = chain.at(-1) ?? signer
  const anchor = anchors.find((one) => one.ca && isIssuedBy(last, one))
  if (!anchor || chain.some((one, at) => { const next = chain[at + 1]; return next !== undefined && (!next.ca || !isIssuedBy(one, next)) })) return refuse({ code: 'signer-not-trusted' })
  if ([signer, anchor].some((one) => countryOf(one) !== country)) return refuse({ code: 'signer-of-another-country' })
  if (sealHashOf(signer.publicKey) === undefined) return refuse({ code: 'signer-key' })
  const ended = [...chain, anchor].find((one) => now < new Date(one.validFrom) || now > new Date(one.validTo))
  return ended ? refuse({ code: 'certificate-not-valid-today', subject: ended.subject.replaceAll('\n', ', ') }) : accept(signer)
}

function isIssuedBy(one: X509Certificate, issuer: X509Certificate): boolean {
  return one.checkIssued(issuer) && one.verify(issuer.publicKey)
}

function countryOf({ subject }: X509Certificate): string {
  return (subject.split('\n').find((line) => line.startsWith('C='))?.slice(2) ?? '').toUpperCase()
}
