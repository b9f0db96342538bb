import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify, type KeyObject } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { CheckSignature } from '../../transparency/check-note.ts'
import { makeNoteKey } from '../../transparency/make-note-key.ts'
import { noteKeyTypes, type NoteKey, type NoteKeyType, type SignatureAlgorithm } from '../../transparency/note-key.ts'

/** A key of this node: what others check with, and what signs. The private part leaves memory only into its file. */
export type NodeKey = { readonly key: NoteKey; readonly sign: (message: Uint8Array) => Uint8Array }

/** What a node signs with: its log's checkpoints, and what it saw of others' logs. */
export type NodeKeys = { readonly origin: string; readonly log: NodeKey; readonly witness: readonly NodeKey[] }

export type NodeKeysRefusal =
  | { readonly code: 'keys-unreadable'; readonly file: string; readonly cause: string }
  | { readonly code: 'key-of-other-kind'; readonly file: string; readonly found: string; readonly needed: string }

const files: readonly { readonly use: 'log' | 'witness'; readonly type: NoteKeyType; readonly file: string }[] = [
  { use: 'log', type: 1, file: 'log-ed25519.pem' },
  { use: 'witness', type: 4, file: 'witness-ed25519.pem' },
  { use: 'witness', type: 6, file: 'witness-ml-dsa-44.pem' },
]

/**
 * Reads this node's keys from a folder, each a PKCS #8 file that only its owner reads; what is not there yet is made. `origin` names log and
 * witness: it is part of every signature, and cannot change without a new log.
 */
export async function readNodeKeys(folder: string, origin: string): Promise<Result<NodeKeys, NodeKeysRefusal>> {
  const keys: { readonly use: 'log' | 'witness'; readonly nodeKey: NodeKey }[] = []
  for (const { use, type, file } of files) {
    const read = await keepKey(join(folder, file), noteKeyTypes[type].algorithm)
    if (!read.ok) return read
    keys.push({ use, nodeKey: await nodeKeyOf(use === 'log' ? origin : `${origin}/witness`, type, read.value) })
  }
  const [log] = keys.filter(({ use }) => use === 'log').map(({ nodeKey }) => nodeKey)
  return accept({ origin, log: log as NodeKey, witness: keys.filter(({ use }) => use === 'witness').map(({ nodeKey }) => nodeKey) })
}

async function keepKey(file: string, algorithm: SignatureAlgorithm): Promise<Result<KeyObject, NodeKeysRefusal>> {
  try {
    const key = createPrivateKey(await readOrMake(file, algorithm))
    const found = String(key.asymmetricKeyType)
    return found === keyTypeOf(algorithm) ? accept(key) : refuse({ code: 'key-of-other-kind', file, found, needed: keyTypeOf(algorithm) })
  } catch (cause) {
    return refuse({ code: 'keys-unreadable', file, cause: cause instanceof Error ? cause.message : String(cause) })
  }
}

async function readOrMake(file: string, algorithm: SignatureAlgorithm): Promise<string> {
  const found = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
  })
  if (found !== undefined) return found
  const { privateKey } = algorithm === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ml-dsa-44')
  const made = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
  // Never over one that another program made in this very moment: a log signs with one key.
  await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
  })
  return readFile(file, 'utf8')
}

async function nodeKeyOf(name: string, type: NoteKeyType, privateKey: KeyObject): Promise<NodeKey> {
  const publicKey = Uint8Array.from(createPublicKey(privateKey).export({ format: 'raw-public' }))
  return { key: await makeNoteKey(name, type, publicKey, sha256Now), sign: (message) => Uint8Array.from(sign(null, message, privateKey)) }
}

/** SHA-256 of node:crypto, at once. */
export const sha256Now = (bytes: Uint8Array): Uint8Array => Uint8Array.from(hash('sha256', bytes, 'buffer'))

/** The check of node:crypto. */
export const checkSignature: CheckSignature = async (algorithm, publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'raw-public', asymmetricKeyType: keyTypeOf(algorithm) })
  return verify(null, message, key, signature) ? 'fits' : 'does-not-fit'
}

function keyTypeOf(algorithm: SignatureAlgorithm): 'ed25519' | 'ml-dsa-44' {
  return algorithm === 'Ed25519' ? 'ed25519' : 'ml-dsa-44'
}
