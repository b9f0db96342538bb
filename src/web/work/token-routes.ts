import { reachOf } from '../../service/access/permissions.ts'
import { listEverybodysTokens, listOwnTokens, makeOwnToken, revokeAnyToken, revokeOwnToken } from '../../service/access/tokens.ts'
import { everybodysTokensPage, madePage, tokensPage, tokenWords } from './token-page.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

/** Tokens for programs: one's own, and everybody's for those who watch over accounts. */
export const tokenRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/account/tokens', action: 'own-account', group: 'own', name: { en: tokenWords.en.title, fr: tokenWords.fr.title }, answer: async (services, request) => tokensPage(request, await listOwnTokens(services, request.signedIn), zoneOf(services)) },
  { method: 'POST', path: '/work/account/tokens', action: 'own-account', answer: make },
  { method: 'POST', path: '/work/account/tokens/revoke', action: 'own-account', answer: async (services, { signedIn, form }) => (await revokeOwnToken(services, signedIn, form.get('token') ?? ''), { to: '/work/account/tokens' }) },
  { method: 'GET', path: '/work/tokens', action: 'accounts.read', group: 'running', name: { en: tokenWords.en.ofEverybody, fr: tokenWords.fr.ofEverybody }, answer: async (services, request) =>
    everybodysTokensPage(request, await listEverybodysTokens(services, request.signedIn), zoneOf(services), reachOf(request.signedIn.roles, 'sessions.revoke') !== undefined) },
  { method: 'POST', path: '/work/tokens/revoke', action: 'sessions.revoke', answer: async (services, { signedIn, form }) => (await revokeAnyToken(services, signedIn, form.get('token') ?? ''), { to: '/work/tokens' }) },
]

/** The token is in this answer and nowhere else: sending the form again makes no second one, and does not tell it again. */
async function make(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { signedIn, form } = request
  const [name, days] = [form.get('name') ?? '', (form.get('days') ?? '').trim()]
  const made = await makeOwnToken(services, signedIn, { tokenId: form.get('token') ?? '', name, days: /^\d{1,4}$/.test(days) ? Number(days) : 0 })
  if (made.ok) return madePage(request, made.value)
  const { code } = made.refusal
  return code === 'recognise-first' ? { to: '/work/recognise?to=/work/account/tokens' } : tokensPage(request, await listOwnTokens(services, signedIn), zoneOf(services), { code, name, days })
}

function zoneOf({ clock }: WorkServices): string {
  return clock.timeZone ?? 'UTC'
}
