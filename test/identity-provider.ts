import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'
import { freePort } from './served-work.ts'

/** An agency's identity provider, real code on this machine: whoever comes is taken for `who` without being asked. */
export type IdentityProvider = {
  readonly issuer: string
  /** Who is at the keyboard, and how well they are recognised. */
  readonly atKeyboard: { who: string; acr: string }
  /** Who may send people here, and where they go back to. */
  readonly register: (redirectUri: string) => void
  readonly close: () => Promise<void>
}

export const clientId = 'comity-sample'
export const clientSecret = 'a-secret-of-the-test-and-of-nothing-else'

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const atKeyboard = { who: 'subject-one', acr: 'urn:sample:two-factor' }
  const redirects: string[] = []
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: ['http://localhost/work/sign-in/return'], token_endpoint_auth_method: 'client_secret_post' }],
    acrValues: ['urn:sample:two-factor', 'urn:sample:password'],
    claims: { openid: ['sub', 'roles'], acr: null, auth_time: null },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a-key-of-the-test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    // Claims of roles, which nobody at Comity must believe.
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, roles: ['administrator', 'auditor'] }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  const find = provider.Client.find.bind(provider.Client)
  // The port of the server under test is known later than this one.
  provider.Client.find = async (id) => {
    const client = await find(id)
    return client && Object.assign(client, { redirectUris: [...redirects] })
  }
  const answer = provider.callback()
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    return void provider.interactionFinished(request, response, { login: { accountId: atKeyboard.who, acr: atKeyboard.acr, remember: false } }, { mergeWithLastSubmission: false })
  })
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve) })
  return { issuer, atKeyboard, register: (redirectUri) => redirects.push(redirectUri), close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() }) }
}
