import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A passkey in software: it knows its person, counts, and signs what it is asked (Web Authentication level 3, 6.1 and 6.3.3). */
export type SoftwarePasskey = {
  readonly credentialId: string
  /** COSE, RFC 9053 7.1.1. */
  readonly publicKey: Uint8Array
  /** The JSON of an answer, as a browser's script sends it. */
  readonly answer: (question: { readonly challenge: string; readonly origin: string; readonly verified?: boolean }) => string
}

export function softwarePasskey(): SoftwarePasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')])
  const credentialId = randomBytes(32).toString('base64url')
  let counter = 0
  return {
    credentialId, publicKey: cose,
    answer: ({ challenge, origin, verified = true }) => {
      const count = Buffer.alloc(4)
      count.writeUInt32BE(++counter)
      // Present, and verified.
      const authenticatorData = Buffer.concat([sha(new URL(origin).hostname), Buffer.from([verified ? 0b101 : 0b001]), count])
      const clientDataJSON = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }))
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha(clientDataJSON)]), privateKey)
      const text = (bytes: Buffer) => bytes.toString('base64url')
      return JSON.stringify({ id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {}, response: { authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature) } })
    },
  }
}

function sha(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest()
}
