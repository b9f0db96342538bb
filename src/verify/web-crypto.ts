import type { CheckSignature } from '../transparency/check-note.ts'
import type { SignatureAlgorithm } from '../transparency/note-key.ts'
import type { AnySha256 } from '../transparency/tree-hash.ts'

/** What verifying needs from outside: a hash and a check of signatures. */
export type Tools = { readonly sha256: AnySha256; readonly checkSignature: CheckSignature }

/** Hash and signature check of the Web Crypto that browsers and Node have. */
export const webCrypto: Tools = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  checkSignature: async (algorithm, publicKey, message, signature) => {
    const key = await importKey(algorithm, publicKey)
    if (typeof key === 'string') return key
    return (await crypto.subtle.verify({ name: algorithm }, key, signature, message)) ? 'fits' : 'does-not-fit'
  },
}

// A runtime without an algorithm says so in several ways; only of a bad key does each say `DataError`.
async function importKey(algorithm: SignatureAlgorithm, publicKey: Uint8Array) {
  try {
    return await crypto.subtle.importKey(algorithm === 'Ed25519' ? 'raw' : 'raw-public', publicKey, { name: algorithm }, false, ['verify'])
  } catch (cause) {
    return cause instanceof Error && cause.name === 'DataError' ? 'does-not-fit' : 'unknown-algorithm'
  }
}
