import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { recogniseAccountChange, spendAccountChange, type ChangeMeans, type ConfirmRefusal } from '../../store/account-changes.ts'
import { hasRealCases } from '../../store/accounts.ts'
import { challengeOf } from '../approvals/write-proposal.ts'
import type { IdentityServices } from '../identity/identity-services.ts'
import { mayTry } from '../identity/limit-attempts.ts'
import { verifyPasskey } from '../identity/passkeys.ts'
import { readCredential } from '../identity/read-credential.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { ChangeAtProvider } from '../identity/sign-in-at-provider.ts'
import { findChange, type ChangeToConfirm } from './ask-change.ts'
import { carryOut, noting, type CarriedOut, type ChangeRefusal } from './change-account.ts'

/** How an administrator says that it is them. `answer`: the JSON of a passkey. `chosen`: the handle of the demonstration account that was chosen anew. */
export type Confirming = { readonly means: 'passkey'; readonly answer: string } | { readonly means: 'demonstration'; readonly chosen: string; readonly address: string }

/** `forbidden`: this installation takes passkeys alone. */
export type ConfirmFault = ConfirmRefusal | { readonly code: 'forbidden' | 'too-many' | 'account-missing' }

/** What was made; of an account with a link, its token, which is shown once. */
export type ConfirmedChange = { readonly change: ChangeToConfirm; readonly token: CarriedOut }

/** Recognises the administrator over exactly what was shown, and makes the change: at once, and once. */
export async function confirmChange(services: IdentityServices, signedIn: SignedIn, changeId: string, confirming: Confirming): Promise<Result<ConfirmedChange, ConfirmFault | ChangeRefusal>> {
  const change = await findChange(services, signedIn, changeId)
  if (!change) return refuse({ code: 'no-change' })
  const recognised = confirming.means === 'passkey' ? await byPasskey(services, signedIn, change, confirming.answer) : await byDemonstration(services, signedIn, confirming)
  if (!recognised.ok) return recognised
  const kept = await keepRecognition(services, change, confirming.means, recognised.value)
  return kept.ok ? makeChange(services, signedIn, changeId) : kept
}

/** Keeps that somebody came back from the provider who went there for this very change, in this very session. They then make it. */
export async function confirmAtProvider(services: IdentityServices, signedIn: SignedIn, { changeId, sessionId, evidence }: ChangeAtProvider): Promise<Result<null, ConfirmFault>> {
  if (services.signIn.approval === 'passkey') return refuse({ code: 'forbidden' })
  const change = sessionId === signedIn.sessionId ? await findChange(services, signedIn, changeId) : undefined
  return change ? keepRecognition(services, change, 'provider', evidence) : refuse({ code: 'no-change' })
}

/** Makes a change over which its administrator was recognised. Whatever comes of it, it is used up: what was asked once is made once at most. */
export async function makeChange(services: IdentityServices, signedIn: SignedIn, changeId: string): Promise<Result<ConfirmedChange, ConfirmFault | ChangeRefusal>> {
  const { accountId, sessionId } = signedIn
  const change = await findChange(services, signedIn, changeId)
  if (!change) return refuse({ code: 'no-change' })
  const spent = await spendAccountChange(services.database, { changeId, accountId, sessionId })
  if (!spent.ok) return spent
  const { said } = change
  const { means = 'passkey' } = (await findChange(services, signedIn, changeId)) ?? change
  const made = await carryOut(services, signedIn, said, noting(signedIn, { of: said.of, what: said.what, ...('roles' in said ? { roles: said.roles.join(' ') } : {}), confirmed: means, change: changeId }))
  return made.ok ? accept({ change, token: made.value }) : made
}

function keepRecognition({ database }: IdentityServices, { changeId, accountId, sessionId }: ChangeToConfirm, means: ChangeMeans, evidence: Readonly<Record<string, string>>): Promise<Result<null, ConfirmRefusal>> {
  return recogniseAccountChange(database, { changeId, accountId, sessionId, means, evidence })
}

// In a transaction of its own: attempts are counted, and the key's counter kept, also where the rest fails.
async function byPasskey({ database, signIn, noteFault }: IdentityServices, { accountId }: SignedIn, { digest }: ChangeToConfirm, answer: string): Promise<Result<Readonly<Record<string, string>>, ConfirmFault>> {
  const credential = readCredential<AuthenticationResponseJSON>(answer)
  if (!credential) return refuse({ code: 'not-recognised' })
  if (credential.challenge !== challengeOf(digest)) return refuse({ code: 'seen-otherwise' })
  const passkey = await database.transaction().execute((tx) => verifyPasskey(tx, signIn, credential, noteFault))
  if (passkey?.accountId !== accountId) return refuse({ code: 'not-recognised' })
  const { signature, authenticatorData, clientDataJSON } = credential.response.response
  return accept({ credentialId: passkey.credentialId, publicKey: Buffer.from(passkey.publicKey).toString('base64url'), signature, authenticatorData, clientDataJSON, origin: signIn.origin })
}

// Where nothing is real: the account is chosen once more, in place of a fresh sign-in.
async function byDemonstration(services: IdentityServices, { handle, demonstration }: SignedIn, { chosen, address }: { readonly chosen: string; readonly address: string }): Promise<Result<Readonly<Record<string, string>>, ConfirmFault>> {
  if (services.signIn.approval === 'passkey') return refuse({ code: 'forbidden' })
  if (!demonstration || services.signIn.mode !== 'demonstration') return refuse({ code: 'not-recognised' })
  if (chosen === '') return refuse({ code: 'account-missing' })
  if (!(await mayTry(services, address))) return refuse({ code: 'too-many' })
  if (chosen !== handle || (await hasRealCases(services.database))) return refuse({ code: 'not-recognised' })
  return accept({ chosen })
}
