import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { findAccount, type Account } from '../../store/accounts.ts'
import { addPasskey, listPasskeys } from '../../store/passkeys.ts'
import { beginPending, readInvitation, spendInvitation, takePending } from '../../store/sign-ins.ts'
import type { Language } from '../../text/language.ts'
import { beginSession } from './begin-session.ts'
import type { IdentityServices } from './identity-services.ts'
import { mayTry } from './limit-attempts.ts'
import { noteFault } from './note-fault.ts'
import { readCredential } from './read-credential.ts'
import { wasRecognisedJustNow, type SignedIn } from './read-session.ts'
import { newToken, tokenDigest } from './secret-token.ts'
import type { AtDoor, Recognition } from './sign-in-at-provider.ts'
import { webAuthentication } from './web-authentication.ts'

/** For whom: somebody signed in, who was recognised just now, or whoever holds an invitation. */
export type For = { readonly signedIn: SignedIn } | { readonly invitation: string }

export type AddRefusal = { readonly code: 'not-recognised' | 'too-many' | 'recognise-first' | 'known-already' }

export type NewPasskeyQuestion = PublicKeyCredentialCreationOptionsJSON

/** EdDSA, ES256 and RS256 (COSE, RFC 9053): what devices can do today. */
const algorithms = [-8, -7, -257] as const

/** Begins to add a passkey: what the browser must ask the device to make (Web Authentication level 3, 5.4). */
export async function beginToAddPasskey(services: IdentityServices, { browser, address, language, of }: AtDoor & { readonly language: Language; readonly of: For }): Promise<Result<NewPasskeyQuestion, AddRefusal>> {
  if (!(await mayTry(services, address))) return refuse({ code: 'too-many' })
  if ('signedIn' in of && !wasRecognisedJustNow(of.signedIn)) return refuse({ code: 'recognise-first' })
  const account = await accountOf(services, of)
  if (!account) return refuse({ code: 'not-recognised' })
  const challenge = newToken()
  await beginPending(services.database, {
    kind: 'add-passkey', state: challenge, browser, language, returnTo: '/work/account', accountId: account.accountId,
    ...('signedIn' in of ? { sessionId: of.signedIn.sessionId } : { invitation: tokenDigest(of.invitation) }),
  })
  const known = await listPasskeys(services.database, account.accountId)
  const { generateRegistrationOptions } = await webAuthentication()
  return accept(await generateRegistrationOptions({
    rpName: 'Comity', rpID: new URL(services.signIn.origin).hostname, userName: account.handle, userDisplayName: account.displayName, userID: Uint8Array.from(Buffer.from(account.accountId)),
    challenge: Buffer.from(challenge, 'base64url'), attestationType: 'none', timeout: 300_000, excludeCredentials: known.map(({ credentialId: id }) => ({ id })),
    supportedAlgorithmIDs: [...algorithms],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  }))
}

/** Keeps the passkey that a device made. With an invitation it also signs in, and the invitation is used up. */
export async function finishToAddPasskey(services: IdentityServices, { answer, name, browser, address, agent, signedIn }: AtDoor & { readonly answer: string; readonly name: string; readonly agent: string; readonly signedIn?: SignedIn | undefined }): Promise<Result<Recognition, AddRefusal>> {
  const credential = readCredential<RegistrationResponseJSON>(answer)
  if (!(await mayTry(services, address))) return refuse({ code: 'too-many' })
  const pending = credential && (await takePending(services.database, { kind: 'add-passkey', state: credential.challenge, browser }))
  if (!credential || pending?.accountId === undefined || pending.sessionId !== (pending.invitation === undefined ? signedIn?.sessionId : undefined)) return refuse({ code: 'not-recognised' })
  const { origin } = services.signIn
  const { verifyRegistrationResponse } = await webAuthentication()
  const verified = await verifyRegistrationResponse({ response: credential.response, expectedChallenge: credential.challenge, expectedOrigin: origin, expectedRPID: new URL(origin).hostname, requireUserVerification: true, supportedAlgorithmIDs: [...algorithms] })
    .catch((cause: unknown) => noteFault(services.noteFault, 'passkey-not-registered', cause)) // it throws for every fault of the answer
  if (!verified?.verified) return refuse({ code: 'not-recognised' })
  const { accountId, invitation, language, returnTo } = pending
  const { credential: { id, publicKey, counter, transports = [] }, credentialBackedUp: backedUp } = verified.registrationInfo
  return services.database.transaction().execute(async (tx) => {
    if (invitation !== undefined && !(await spendInvitation(tx, invitation))) return refuse({ code: 'not-recognised' } as const)
    if (!(await addPasskey(tx, { credentialId: id, accountId, publicKey, counter, transports, backedUp, name: name.trim().slice(0, 100) || 'Passkey' }))) return refuse({ code: 'known-already' } as const)
    return accept({ returnTo, language, ...(invitation === undefined ? {} : { token: await beginSession(tx, { accountId, recognised: 'passkey', browser: agent }) }) })
  })
}

async function accountOf({ database }: IdentityServices, of: For): Promise<Account | undefined> {
  if ('signedIn' in of) return findAccount(database, { accountId: of.signedIn.accountId })
  const invited = await readInvitation(database, tokenDigest(of.invitation))
  return invited && findAccount(database, { accountId: invited.accountId })
}
