import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { generateKeyPairSync } from 'node:crypto'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { listPasskeys, lockPasskey, usePasskey, type Passkey } from '../../store/passkeys.ts'
import { recogniseAfresh } from '../../store/sessions.ts'
import { beginPending, takePending } from '../../store/sign-ins.ts'
import type { Database } from '../../store/tables.ts'
import { beginSession } from './begin-session.ts'
import type { IdentityServices, SignInRefusal, SignInSettings } from './identity-services.ts'
import { mayTry, mayTryAccount } from './limit-attempts.ts'
import { noteFault, type NoteFault } from './note-fault.ts'
import { readCredential } from './read-credential.ts'
import { newToken } from './secret-token.ts'
import type { AtDoor, Departure, Recognition } from './sign-in-at-provider.ts'
import { webAuthentication } from './web-authentication.ts'

export type PasskeyQuestion = PublicKeyCredentialRequestOptionsJSON

/** Begins a sign-in by passkey, or being recognised afresh: what the browser must ask the passkey (Web Authentication level 3, 5.5). */
export async function beginWithPasskey(services: IdentityServices, { browser, address, language, returnTo, signedIn }: Departure): Promise<Result<PasskeyQuestion, SignInRefusal>> {
  if (!(await mayTry(services, address))) return refuse({ code: 'too-many' })
  const challenge = newToken()
  await beginPending(services.database, { kind: 'passkey', state: challenge, browser, language, returnTo, ...(signedIn ? { sessionId: signedIn.sessionId, accountId: signedIn.accountId } : {}) })
  const own = signedIn ? await listPasskeys(services.database, signedIn.accountId) : []
  return accept(await askPasskey(services.signIn, { challenge, own }))
}

/** The question for a passkey: by this challenge, of one of these keys or of any that the person has. */
export async function askPasskey({ origin }: SignInSettings, { challenge, own }: { readonly challenge: string; readonly own: readonly Passkey[] }): Promise<PasskeyQuestion> {
  const { generateAuthenticationOptions } = await webAuthentication()
  return generateAuthenticationOptions({
    rpID: new URL(origin).hostname, challenge: Buffer.from(challenge, 'base64url'), userVerification: 'required', timeout: 300_000,
    ...(own.length === 0 ? {} : { allowCredentials: own.map(({ credentialId: id }) => ({ id })) }),
  })
}

/** Takes up a passkey's answer. Whatever is wrong with it, the answer is one, after the same work. */
export async function finishWithPasskey(services: IdentityServices, { answer, browser, address, agent }: AtDoor & { readonly answer: string; readonly agent: string }): Promise<Result<Recognition, SignInRefusal>> {
  const credential = readCredential<AuthenticationResponseJSON>(answer)
  if (!(await mayTry(services, address))) return refuse({ code: 'too-many' })
  const pending = credential && (await takePending(services.database, { kind: 'passkey', state: credential.challenge, browser }))
  if (!credential || !pending) return refuse({ code: 'not-recognised' })
  return services.database.transaction().execute(async (tx) => {
    const passkey = await verifyPasskey(tx, services.signIn, credential, services.noteFault)
    if (!passkey || (pending.accountId !== undefined && pending.accountId !== passkey.accountId)) return refuse({ code: 'not-recognised' } as const)
    const { returnTo, language, sessionId } = pending
    if (sessionId === undefined) return accept({ token: await beginSession(tx, { accountId: passkey.accountId, recognised: 'passkey', browser: agent }), returnTo, language })
    await recogniseAfresh(tx, { sessionId, recognised: 'passkey' })
    return accept({ returnTo, language })
  })
}

/** The passkey that signed this challenge here and now, by a person whom it knows; undefined otherwise. Keeps its counter. */
export async function verifyPasskey(tx: Database, { origin }: SignInSettings, { response, challenge }: { readonly response: AuthenticationResponseJSON; readonly challenge: string }, note?: NoteFault): Promise<Passkey | undefined> {
  const found = await lockPasskey(tx, response.id)
  const passkey = found && (await mayTryAccount(tx, found.accountId)) ? found : undefined
  const { credentialId, publicKey, counter } = passkey ?? decoy
  const { verifyAuthenticationResponse } = await webAuthentication()
  const verified = await verifyAuthenticationResponse({
    response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: new URL(origin).hostname, requireUserVerification: true,
    credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter },
  }).catch((cause: unknown) => noteFault(note, 'passkey-not-verified', cause)) // it throws for every fault of the answer: wrong origin, counter, flags, encoding
  if (!passkey || !verified?.verified) return undefined
  await usePasskey(tx, { credentialId, counter: verified.authenticationInfo.newCounter, backedUp: verified.authenticationInfo.credentialBackedUp })
  return passkey
}

/** A key that nobody has, so that an answer of an unknown passkey costs as much to refuse as that of a known one. COSE, RFC 9053 7.1.1. */
const decoy = (() => {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  const publicKey = Buffer.concat([Buffer.from('a501020326200121', 'hex'), Buffer.from('5820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')])
  return { credentialId: 'decoy', publicKey, counter: 0 }
})()
