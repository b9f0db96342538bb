// Hash and signature of node:crypto, handed to the tests of this room as the program hands them in.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { toHex } from './byte-text.ts'
import type { Sha256 } from './content-digest.ts'
import type { CheckSignature, Sign } from './http-signature.ts'

export const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())

export const check: CheckSignature = (publicKey, bytes, signature) => {
  // RFC 8410: a public key of Ed25519 in its DER frame.
  const key = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]), format: 'der', type: 'spki' })
  return verify(null, bytes, key, signature)
}

/** A key pair from one number, the same on every machine: for tests only. */
export function keyFrom(seed: number): { readonly publicKey: Uint8Array; readonly keyId: string; readonly sign: Sign } {
  const secret = createHash('sha256').update(`a key for tests only ${seed}`).digest()
  const key = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret]), format: 'der', type: 'pkcs8' })
  const publicKey = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
  return { publicKey, keyId: toHex(sha256(publicKey)), sign: (bytes) => new Uint8Array(sign(null, bytes, key)) }
}
