import { accept, refuse, type Result } from '../kernel/result.ts'
import { findDictionary, writeDictionary } from './structured-field.ts'

/** SHA-256, handed in: node:crypto in the program, whatever there is elsewhere. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

export type DigestFault = 'digest-malformed' | 'digest-not-sha-256' | 'digest-differs'

/** The `Content-Digest` field of a body (RFC 9530), SHA-256 and nothing beside it. A body that is not there has no bytes. */
export function contentDigest(body: Uint8Array, sha256: Sha256): string {
  return writeDictionary(new Map([['sha-256', { kind: 'bytes', bytes: sha256(body), parameters: [] }]]))
}

/** Computes the digest of the body as it came and compares: a signature over the field alone says nothing of the body. */
export function checkContentDigest(field: string, body: Uint8Array, sha256: Sha256): Result<undefined, DigestFault> {
  const members = findDictionary(field)
  if (members === undefined) return refuse('digest-malformed')
  const member = members.get('sha-256')
  if (member?.kind !== 'bytes' || members.size > 1 || member.parameters.length > 0) return refuse('digest-not-sha-256')
  return field === contentDigest(body, sha256) ? accept(undefined) : refuse('digest-differs')
}
