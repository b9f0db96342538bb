import { allowInsecureRequests, ClientSecretPost, discovery, None, type Configuration } from 'openid-client'
import type { ProviderSettings } from './identity-services.ts'

const found = new Map<string, Configuration>()

/** The provider as it describes itself, asked once; a provider that did not answer is asked again the next time. Throws what the network throws. */
export async function findProvider(settings: ProviderSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings
  const key = JSON.stringify([issuer, clientId, clientSecret])
  const known = found.get(key)
  if (known) return known
  const authentication = clientSecret === undefined ? None() : ClientSecretPost(clientSecret)
  // Plain http is for a provider on this very machine: a test, or one behind a tunnel.
  const execute = isLoopback(issuer) ? [allowInsecureRequests] : []
  const configuration = await discovery(new URL(issuer), clientId, undefined, authentication, { execute, timeout: 10 })
  found.set(key, configuration)
  return configuration
}

export function isLoopback(address: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(address).hostname)
}
