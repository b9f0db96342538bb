import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** A credential as a browser's script sends it, and the challenge that it says it answers. */
export type SentCredential<Response> = { readonly response: Response; readonly challenge: string }

/** Reads the JSON of a credential, as far as must be known before it is verified; undefined when it is none. */
export function readCredential<Response extends AuthenticationResponseJSON | RegistrationResponseJSON>(json: string): SentCredential<Response> | undefined {
  const response: { readonly id?: unknown; readonly response?: { readonly clientDataJSON?: unknown } | null } | undefined = parse(json)
  if (typeof response?.id !== 'string' || !/^[\w-]{1,1400}$/.test(response.id) || typeof response.response?.clientDataJSON !== 'string') return undefined
  const said: { readonly challenge?: unknown } | undefined = parse(Buffer.from(response.response.clientDataJSON, 'base64url').toString())
  const challenge = said?.challenge
  return typeof challenge === 'string' ? { response: response as unknown as Response, challenge } : undefined
}

function parse(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
