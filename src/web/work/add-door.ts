import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Result } from '../../kernel/result.ts'
import { confirmAtProvider } from '../../service/administration/confirm-change.ts'
import { agree } from '../../service/approvals/agree.ts'
import { beginToAddPasskey, finishToAddPasskey } from '../../service/identity/add-passkey.ts'
import { signInForDemonstration } from '../../service/identity/demonstration.ts'
import { leaveProvider } from '../../service/identity/leave-provider.ts'
import { signOut } from '../../service/identity/own-account.ts'
import { beginWithPasskey, finishWithPasskey } from '../../service/identity/passkeys.ts'
import { readInvitationOf } from '../../service/identity/read-invitation.ts'
import { newToken } from '../../service/identity/secret-token.ts'
import { beginAtProvider, returnFromProvider, returnPath, type AgreementAtProvider, type ChangeAtProvider, type Recognition } from '../../service/identity/sign-in-at-provider.ts'
import type { Language } from '../../text/language.ts'
import { addressOfRequest } from '../answer.ts'
import { clearBrowser } from '../security-headers.ts'
import { hrefTo } from '../address.ts'
import { readCookie, setCookie } from './cookies.ts'
import { badInvitationPage, invitedPage } from './invited-page.ts'
import { newPasskeyPage, passkeyPage } from './passkey-page.ts'
import { readPlace } from './read-place.ts'
import { refusedPage } from './refused-page.ts'
import { readVisitor } from './read-visitor.ts'
import { signedOutPage } from './signed-out-page.ts'
import { signInPage, type DoorRefusal } from './sign-in-page.ts'
import { passkeyScript, passkeyScriptDigest } from './work-frame.ts'
import { readForm, sendWork } from './work-guard.ts'
import type { WorkServices } from './work-services.ts'

/** The pages for people who are not signed in yet: every way in, and the way out. */
export function addDoor(server: FastifyInstance, services: WorkServices) {
  const { signIn } = services
  const { origin } = signIn
  const at = (path: string) => `/:language(^en|fr$)/work${path}`

  server.get('/work', (request, reply) => reply.redirect(hrefTo(addressOfRequest(request).language, '/work'), 303))

  server.get(at('/sign-in'), async (request, reply) => sendWork(reply, signInPage(atDoor(request, reply, origin), signIn, readPlace(queryOf(request).get('to')))))

  server.get(at('/sign-in/provider'), async (request, reply) => {
    const visitor = atDoor(request, reply, origin)
    const to = readPlace(queryOf(request).get('to'))
    // A link on somebody else's page begins no sign-in: the person presses the button here.
    if (isFromAnotherSite(request)) return reply.redirect(hrefTo(visitor.address.language, '/work/sign-in', { to }), 303)
    const begun = await beginAtProvider(services, { browser: visitor.token, address: request.ip, language: visitor.address.language, returnTo: to })
    return begun.ok ? reply.redirect(begun.value, 303) : sendWork(reply, signInPage(visitor, signIn, to, begun.refusal))
  })

  server.get(returnPath, async (request, reply) => {
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''
    const done = await returnFromProvider(services, { ...remoteOf(request, reply, origin), query })
    if (done.ok && done.value.change) return finishChange(request, reply, done.value.language, done.value.change)
    return done.ok && done.value.agreement ? finishAgreement(request, reply, done.value.language, done.value.agreement) : finish(request, reply, done)
  })

  server.post(at('/sign-in/passkey'), withForm(async (request, reply, form) => {
    const visitor = atDoor(request, reply, origin)
    const to = readPlace(form.get('to'))
    const begun = await beginWithPasskey(services, { browser: visitor.token, address: request.ip, language: visitor.address.language, returnTo: to })
    return begun.ok ? sendWork(reply, passkeyPage(visitor, begun.value, signIn.provider !== undefined, to)) : sendWork(reply, signInPage(visitor, signIn, to, begun.refusal))
  }))

  server.post(at('/sign-in/demonstration'), withForm(async (request, reply, form) => {
    const { address, agent } = remoteOf(request, reply, origin)
    const begun = await signInForDemonstration(services, { role: form.get('role') ?? '', address, agent })
    const to = readPlace(form.get('to'))
    return finish(request, reply, begun.ok ? { ok: true, value: { token: begun.value, returnTo: to, language: addressOfRequest(request).language } } : begun, to)
  }))

  // Bound to the session where there is one: somebody who is signed in is recognised afresh by it.
  server.post(at('/sign-in/passkey/answer'), withAnyForm(async (request, reply, form) => finish(request, reply, await finishWithPasskey(services, { ...remoteOf(request, reply, origin), answer: form.get('answer') ?? '' }), readPlace(form.get('to')))))

  server.post(at('/passkeys/answer'), withAnyForm(async (request, reply, form) => {
    const { signedIn } = await readVisitor(request, services)
    return finish(request, reply, await finishToAddPasskey(services, { ...remoteOf(request, reply, origin), answer: form.get('answer') ?? '', name: form.get('name') ?? '', signedIn }))
  }))

  server.get(at('/invited/:token(^[\\w-]{43}$)'), async (request, reply) => {
    const visitor = atDoor(request, reply, origin)
    const { token } = request.params as { readonly token: string }
    const invited = await readInvitationOf(services, { token, address: request.ip })
    return sendWork(reply, invited ? invitedPage(visitor, { name: invited.displayName, token, provider: signIn.provider !== undefined }) : badInvitationPage(visitor))
  })

  server.get(at('/invited/:token(^[\\w-]{43}$)/provider'), async (request, reply) => {
    const visitor = atDoor(request, reply, origin)
    const { token: invitation } = request.params as { readonly token: string }
    const begun = await beginAtProvider(services, { browser: visitor.token, address: request.ip, language: visitor.address.language, returnTo: '/work', invitation })
    return begun.ok ? reply.redirect(begun.value, 303) : sendWork(reply, signInPage(visitor, signIn, '/work', begun.refusal))
  })

  server.post(at('/invited'), withForm(async (request, reply, form) => {
    const visitor = atDoor(request, reply, origin)
    const question = await beginToAddPasskey(services, { browser: visitor.token, address: request.ip, language: visitor.address.language, of: { invitation: form.get('invitation') ?? '' } })
    return question.ok ? sendWork(reply, newPasskeyPage(visitor, question.value, signIn.provider !== undefined)) : sendWork(reply, badInvitationPage(visitor))
  }))

  server.post(at('/sign-out'), async (request, reply) => {
    const { signedIn, token } = await readVisitor(request, services)
    if (signedIn && !readForm(request, token)) return sendWork(reply, refusedPage(addressOfRequest(request)))
    if (signedIn) await signOut(services, signedIn)
    setCookie(reply.headers(clearBrowser), origin, 'session', '')
    return reply.redirect(hrefTo(addressOfRequest(request).language, '/work/signed-out'), 303)
  })

  server.get(at('/signed-out'), async (request, reply) => sendWork(reply, signedOutPage({ address: addressOfRequest(request), token: '' }, signIn.provider !== undefined)))

  server.get(at('/signed-out/provider'), async (request, reply) => reply.redirect((await leaveProvider(services)) ?? hrefTo(addressOfRequest(request).language, '/work/signed-out'), 303))

  server.get('/work/passkey.js', (request, reply) => {
    const named = (request.query as Readonly<Record<string, unknown>>)['v'] === passkeyScriptDigest
    return reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache').type('text/javascript; charset=utf-8').send(passkeyScript)
  })

  /** A form of a page at the door: it brings back the token of this browser. */
  function withForm(answer: (request: FastifyRequest, reply: FastifyReply, form: URLSearchParams) => Promise<unknown>) {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const form = readForm(request, readCookie(request, origin, 'door'))
      return form ? answer(request, reply, form) : sendWork(reply, refusedPage(addressOfRequest(request)))
    }
  }

  function withAnyForm(answer: (request: FastifyRequest, reply: FastifyReply, form: URLSearchParams) => Promise<unknown>) {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const form = readForm(request, readCookie(request, origin, 'session')) ?? readForm(request, readCookie(request, origin, 'door'))
      return form ? answer(request, reply, form) : sendWork(reply, refusedPage(addressOfRequest(request)))
    }
  }

  /** Somebody came back who agrees to what they were shown before they went; the session must be the one that went. */
  async function finishAgreement(request: FastifyRequest, reply: FastifyReply, language: Language, agreement: AgreementAtProvider) {
    const { signedIn } = await readVisitor(request, services)
    const { proposalId } = agreement
    if (!signedIn) return reply.redirect(hrefTo(language, '/work/sign-in', { to: `/work/approvals/${proposalId}` }), 303)
    const agreed = await agree(services, signedIn, proposalId, { means: 'provider', ...agreement })
    const told = agreed.ok ? {} : { told: agreed.refusal.code, why: agreed.refusal.code === 'refused' ? agreed.refusal.why.code : null }
    return reply.redirect(hrefTo(language, `/work/approvals/${proposalId}`, told), 303)
  }

  /** Somebody came back who confirms a change of an account; it is made on its page, by the button that they then press. */
  async function finishChange(request: FastifyRequest, reply: FastifyReply, language: Language, change: ChangeAtProvider) {
    const { signedIn } = await readVisitor(request, services)
    if (!signedIn) return reply.redirect(hrefTo(language, '/work/sign-in'), 303)
    const confirmed = await confirmAtProvider(services, signedIn, change)
    return reply.redirect(hrefTo(language, `/work/account-changes/${change.changeId}`, confirmed.ok ? {} : { told: confirmed.refusal.code }), 303)
  }

  /** Goes on where the person wanted to; a new session has a new token. */
  async function finish(request: FastifyRequest, reply: FastifyReply, done: Result<Recognition, DoorRefusal>, to = '/work') {
    if (!done.ok) {
      // Who it was is not known, and where from is nobody's business: that it happened, and why, is kept.
      request.log.warn({ refusal: done.refusal.code }, 'sign-in refused')
      if (done.refusal.code === 'too-many') reply.header('retry-after', '900')
      return sendWork(reply, signInPage(atDoor(request, reply, origin), signIn, ('returnTo' in done.refusal ? done.refusal.returnTo : undefined) ?? to, done.refusal))
    }
    const { token, returnTo, language } = done.value
    if (token !== undefined) {
      // What the browser had before goes with its cookie.
      const { signedIn } = await readVisitor(request, services)
      if (signedIn) await signOut(services, signedIn)
      setCookie(reply, origin, 'session', token)
    }
    return reply.redirect(hrefTo(language, returnTo), 303)
  }
}

// Fetch Metadata Request Headers: "none" is an address that was typed or kept.
function isFromAnotherSite({ headers }: FastifyRequest): boolean {
  return ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))
}

function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(addressOfRequest(request).search)
}

/** A browser at our door, which gets a cookie of its own if it has none. */
function atDoor(request: FastifyRequest, reply: FastifyReply, origin: string) {
  const known = readCookie(request, origin, 'door')
  const token = known ?? newToken()
  if (known === undefined) setCookie(reply, origin, 'door', token)
  return { address: addressOfRequest(request), token }
}

/** What is told of a browser that asks: for limits, for the list of one's sessions, and to know it again. */
export function remoteOf(request: FastifyRequest, reply: FastifyReply, origin: string) {
  return { address: request.ip, agent: (request.headers['user-agent'] ?? '').slice(0, 200), browser: atDoor(request, reply, origin).token }
}
