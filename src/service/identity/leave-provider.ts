import { buildEndSessionUrl } from 'openid-client'
import { findProvider } from './find-provider.ts'
import type { IdentityServices } from './identity-services.ts'
import { noteFault } from './note-fault.ts'

/** Where one signs out at the provider (OpenID Connect RP-Initiated Logout 1.0); undefined where it has no such place, or does not answer. */
export async function leaveProvider({ signIn: { provider: settings }, noteFault: note }: IdentityServices): Promise<string | undefined> {
  const provider = settings && (await findProvider(settings).catch((cause: unknown) => noteFault(note, 'provider-not-found', cause)))
  return provider?.serverMetadata().end_session_endpoint === undefined ? undefined : buildEndSessionUrl(provider).href
}
