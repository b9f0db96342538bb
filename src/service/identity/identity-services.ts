import type { Services } from '../services.ts'
import type { NoteFault } from './note-fault.ts'

/**
 * How people are recognised. `demonstration`: by choosing one of the demonstration accounts, only where nothing is real.
 * `provider`: at the agency's identity provider, or by a passkey. `passkeys`: by passkeys alone.
 */
export type SignInMode = 'demonstration' | 'provider' | 'passkeys'

/** The agency's identity provider, as OpenID Connect Core 1.0 knows it. */
export type ProviderSettings = {
  /** Whose `/.well-known/openid-configuration` tells the rest. */
  readonly issuer: string
  readonly clientId: string
  /** Absent for a client that PKCE alone protects. */
  readonly clientSecret?: string | undefined
  /** The authentication context class that being recognised afresh demands; any when absent. */
  readonly acr?: string | undefined
}

export type SignInSettings = {
  readonly mode: SignInMode
  /** Where people reach this server: scheme, name and port. Passkeys and the provider's way back are bound to it. */
  readonly origin: string
  readonly provider?: ProviderSettings | undefined
  /** `passkey`: what takes two people is agreed to with a passkey alone; nothing weaker is taken. */
  readonly approval?: 'passkey' | undefined
}

/** What use-cases about signing in may ask for. */
export type IdentityServices = Services & {
  readonly signIn: SignInSettings
  /** Where the operator reads what a visitor is not told. The server puts its own log here. */
  readonly noteFault?: NoteFault
}

/** A failed sign-in has one answer, whatever was wrong; only too many of them, and a provider that does not answer, are told apart. */
export type SignInRefusal = { readonly code: 'not-recognised' | 'too-many' | 'provider-silent'; /** Where the browser that began it wanted to go, where that is known. */ readonly returnTo?: string }
