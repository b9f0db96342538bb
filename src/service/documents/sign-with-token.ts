import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { sealHashOf } from '../../documents/seal-signature.ts'
import { invariant } from '../../kernel/invariant.ts'
import type { LayoutPackage, ProductionSettings } from './layout-package.ts'

/** The token, or the program that asks it, did not sign. */
export class TokenFailure extends Error {}

const waitSeconds = 30

/**
 * Signs bytes with the key of a PKCS#11 token, by OpenSC's `pkcs11-tool`: r and s, one after the other. The key never leaves its token. The
 * PIN goes by the environment of that one program, where its command line, which everybody on the machine can read, does not show it.
 */
export async function signWithToken({ module, pin }: Pick<ProductionSettings, 'module' | 'pin'>, { token, key, signer }: Pick<LayoutPackage, 'token' | 'key' | 'signer'>, bytes: Uint8Array): Promise<Uint8Array> {
  const hash = sealHashOf(signer.publicKey)
  invariant(hash, 'a key that signs no seal was to sign one')
  const digest = createHash(hash).update(bytes).digest()
  return ask(['--module', module, '--token-label', token, '--login', '--pin', 'env:COMITY_PKCS11_PIN', '--sign', '--mechanism', 'ECDSA', '--signature-format', 'rs', '--id', key], pin, digest)
}

function ask(options: readonly string[], pin: string, input: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn('pkcs11-tool', options, { env: { ...environment(), COMITY_PKCS11_PIN: pin }, stdio: ['pipe', 'pipe', 'pipe'], timeout: waitSeconds * 1000 })
    const [output, said]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.once('error', (cause) => reject(new TokenFailure('pkcs11-tool could not be started', { cause })))
    child.once('close', (code) => (code === 0 ? resolve(new Uint8Array(Buffer.concat(output))) : reject(new TokenFailure(`pkcs11-tool ended with ${code}: ${Buffer.concat(said).toString('utf8').slice(0, 500)}`))))
    // A program that ended before it read says so by its code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

// Libraries of tokens find their settings in the environment; what opens our database is none of theirs.
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_|COMITY_|PG)/.test(name)))
}
