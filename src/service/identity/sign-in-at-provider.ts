import { authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState, AuthorizationResponseError, ClientError, ResponseBodyError, type IDToken } from 'openid-client'
import { invariant } from '../../kernel/invariant.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { findByProvider, linkProvider } from '../../store/accounts.ts'
import { recogniseAfresh, revokeSession } from '../../store/sessions.ts'
import { beginPending, readInvitation, spendInvitation, takePending, type Pending } from '../../store/sign-ins.ts'
import type { Database } from '../../store/tables.ts'
import type { Language } from '../../text/language.ts'
import { beginSession } from './begin-session.ts'
import { findProvider } from './find-provider.ts'
import type { IdentityServices, ProviderSettings, SignInRefusal } from './identity-services.ts'
import { mayTry } from './limit-attempts.ts'
import { noteFault } from './note-fault.ts'
import type { SignedIn } from './read-session.ts'
import { tokenDigest } from './secret-token.ts'

/** Where the provider sends people back to, after the origin. */
export const returnPath = '/work/sign-in/return'

export type AtDoor = {
  /** The secret of this browser's cookie: whoever comes back must bring it. */
  readonly browser: string
  /** Where the request came from, for limits only. */
  readonly address: string
}

export type Departure = AtDoor & {
  readonly language: Language
  readonly returnTo: string
  /** Who wants to be recognised afresh. */
  readonly signedIn?: SignedIn | undefined
  /** The token of an invitation that this identity is to be joined to. */
  readonly invitation?: string | undefined
  /** What they agree to by signing in afresh: a proposal, and the digest of what was shown. */
  readonly approval?: Pending['approval']
  /** What they confirm by signing in afresh: a change of an account. */
  readonly changeId?: string | undefined
}

/** What came of a sign-in: a new session's token, or the old session recognised afresh. */
export type Recognition = { readonly token?: string; readonly returnTo: string; readonly language: Language; readonly agreement?: AgreementAtProvider; readonly change?: ChangeAtProvider }

/** A fresh sign-in that was bound to a proposal, and what the provider said: evidence of the weaker kind, for nothing was signed by the person. */
export type AgreementAtProvider = { readonly proposalId: string; readonly digest: string; readonly sessionId: string; readonly evidence: Readonly<Record<string, string>> }

/** A fresh sign-in that was bound to a change of an account. */
export type ChangeAtProvider = Pick<AgreementAtProvider, 'sessionId' | 'evidence'> & { readonly changeId: string }

/** Begins at the provider (OpenID Connect Core 1.0, 3.1.2.1; PKCE, RFC 7636) and returns the address to send the browser to. */
export async function beginAtProvider(services: IdentityServices, { browser, address, language, returnTo, signedIn, invitation, approval, changeId }: Departure): Promise<Result<string, SignInRefusal>> {
  const settings = services.signIn.provider
  if (!settings) return refuse({ code: 'not-recognised' })
  if (!(await mayTry(services, address))) return refuse({ code: 'too-many' })
  const provider = await findProvider(settings).catch((cause: unknown) => noteFault(services.noteFault, 'provider-not-found', cause))
  if (!provider) return refuse({ code: 'provider-silent' })
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  await beginPending(services.database, {
    kind: 'provider', state, browser, nonce, verifier, language, returnTo, ...(signedIn && approval ? { approval } : {}), ...(signedIn && changeId !== undefined ? { changeId } : {}),
    ...(signedIn ? { sessionId: signedIn.sessionId, accountId: signedIn.accountId } : {}), ...(invitation === undefined ? {} : { invitation: tokenDigest(invitation) }),
  })
  return accept(buildAuthorizationUrl(provider, {
    redirect_uri: `${services.signIn.origin}${returnPath}`, scope: 'openid', state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ui_locales: language,
    ...(signedIn ? { max_age: '0', ...(settings.acr === undefined ? {} : { acr_values: settings.acr }) } : {}),
  }).href)
}

/** Takes up what the provider sent back: `query` with its question mark. Whatever is wrong with it, the answer is one. */
export async function returnFromProvider(services: IdentityServices, { query, browser, address, agent }: AtDoor & { readonly query: string; readonly agent: string }): Promise<Result<Recognition, SignInRefusal>> {
  const settings = services.signIn.provider
  const state = new URLSearchParams(query).get('state')
  if (!settings || state === null) return refuse({ code: 'not-recognised' })
  if (!(await mayTry(services, address))) return refuse({ code: 'too-many' })
  // In a transaction of its own: what was begun is used up, also where the rest fails.
  const pending = await takePending(services.database, { kind: 'provider', state, browser })
  if (!pending) return refuse({ code: 'not-recognised' })
  const said = await redeem(services, settings, { query, state, pending })
  if (!said.ok) return refuse({ ...said.refusal, returnTo: pending.returnTo })
  const { iss: issuer, sub: subject } = said.value
  const recognised = await services.database.transaction().execute((tx) => recognise(tx, { issuer, subject, pending, agent }))
  if (!recognised.ok) return refuse({ ...recognised.refusal, returnTo: pending.returnTo })
  const { approval, changeId, sessionId } = pending
  if (recognised.ok && changeId !== undefined && sessionId !== undefined) return accept({ ...recognised.value, change: { changeId, sessionId, evidence: evidenceOf(said.value, pending) } })
  return recognised.ok && approval && sessionId !== undefined ? accept({ ...recognised.value, agreement: { ...approval, sessionId, evidence: evidenceOf(said.value, pending) } }) : recognised
}

/** Exchanges the code for what the provider says of the person, with every check: state, nonce, PKCE, `iss` (RFC 9207), signature, age. */
async function redeem(services: IdentityServices, settings: ProviderSettings, { query, state, pending }: { readonly query: string; readonly state: string; readonly pending: Pending }): Promise<Result<IDToken, SignInRefusal>> {
  const { nonce, verifier, sessionId } = pending
  invariant(nonce !== undefined && verifier !== undefined, 'a sign-in at the provider was begun without its secrets')
  const provider = await findProvider(settings).catch((cause: unknown) => noteFault(services.noteFault, 'provider-not-found', cause))
  if (!provider) return refuse({ code: 'provider-silent' })
  const afresh = sessionId !== undefined
  try {
    const tokens = await authorizationCodeGrant(provider, new URL(`${services.signIn.origin}${returnPath}${query}`), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, ...(afresh ? { maxAge: 0 } : {}) })
    const claims = tokens.claims()
    if (!claims || (afresh && settings.acr !== undefined && claims['acr'] !== settings.acr)) return refuse({ code: 'not-recognised' })
    return accept(claims)
  } catch (cause) {
    noteFault(services.noteFault, 'provider-not-redeemed', cause)
    if (cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError || cause instanceof ClientError) return refuse({ code: 'not-recognised' })
    // What fetch throws when nobody answers.
    if (cause instanceof TypeError) return refuse({ code: 'provider-silent' })
    throw cause
  }
}

function evidenceOf({ iss, sub, acr, auth_time: at, iat }: IDToken, { nonce = '' }: Pending): Readonly<Record<string, string>> {
  return { issuer: iss, subject: sub, nonce, signedInAt: new Date((typeof at === 'number' ? at : iat) * 1000).toISOString(), ...(typeof acr === 'string' ? { acr } : {}) }
}

/** Whose subject it is stands in our own tables; no claim but `iss` and `sub` is looked at, so that no claim gives a role. */
async function recognise(tx: Database, { issuer, subject, pending, agent }: { readonly issuer: string; readonly subject: string; readonly pending: Pending; readonly agent: string }): Promise<Result<Recognition, SignInRefusal>> {
  const { returnTo, language, sessionId } = pending
  if (pending.invitation !== undefined) await joinInvitation(tx, pending.invitation, { issuer, subject })
  const account = await findByProvider(tx, { issuer, subject })
  if (!account || account.disabledAt !== undefined) return refuse({ code: 'not-recognised' })
  if (sessionId === undefined) return accept({ token: await beginSession(tx, { accountId: account.accountId, recognised: 'provider', browser: agent }), returnTo, language })
  if (account.accountId === pending.accountId) {
    await recogniseAfresh(tx, { sessionId, recognised: 'provider' })
    return accept({ returnTo, language })
  }
  // Somebody else came back: nobody goes on with the first one's session.
  await revokeSession(tx, { sessionId, accountId: pending.accountId ?? '', by: account.handle })
  return refuse({ code: 'not-recognised' })
}

async function joinInvitation(tx: Database, invitation: string, { issuer, subject }: { readonly issuer: string; readonly subject: string }) {
  const invited = await readInvitation(tx, invitation)
  if (!invited || (await findByProvider(tx, { issuer, subject })) || !(await spendInvitation(tx, invitation))) return
  await linkProvider(tx, { issuer, subject, accountId: invited.accountId, by: invited.handle })
}
