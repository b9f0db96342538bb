import type { FastifyRequest } from 'fastify'
import { sha256 } from '../../kernel/digest.ts'
import { html, type Markup } from '../../render/html.ts'
import { accountOfEnded, accountOfPage } from '../../service/drafts/keep-draft.ts'
import { tokenDigest } from '../../service/identity/secret-token.ts'
import type { SignedIn } from '../../service/identity/read-session.ts'
import { readForm } from './work-guard.ts'
import type { WorkRequest } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

/**
 * What a form in progress carries for the day on which its session is gone when it comes back. `page` says of which session the page was made: a digest
 * that only its own pages hold, and by which nobody is let in. `owner` says for whom, so that somebody else's answers are kept under no other name.
 */
export function unsentFields({ visitor, signedIn }: Pick<WorkRequest, 'visitor' | 'signedIn'>): Markup {
  return html`<input type="hidden" name="page" value="${tokenDigest(visitor.token)}"><input type="hidden" name="owner" value="${ownerMark(signedIn)}">`
}

/** A form that came without a session, and whose account it was; undefined where that is not certain: then nothing is kept. */
export async function findUnsent(services: WorkServices, request: FastifyRequest, token: string): Promise<Unsent | undefined> {
  const form = request.body
  if (!(form instanceof URLSearchParams)) return undefined
  const accountId = readForm(request, token) ? await accountOfEnded(services, token) : await accountOfPage(services, form.get('page') ?? '')
  return accountId === undefined ? undefined : { accountId, form }
}

/**
 * A form that an earlier page of the same person brings, who has signed in anew meanwhile: what was typed is theirs. The browser itself says that no
 * other site sent it; of one that does not say so, and of a page that was made for somebody else, nothing is taken.
 */
export function findEarlier(request: FastifyRequest, signedIn: SignedIn): Unsent | undefined {
  const form = request.body
  const own = form instanceof URLSearchParams && request.headers['sec-fetch-site'] === 'same-origin' && form.get('owner') === ownerMark(signedIn)
  return own ? { accountId: signedIn.accountId, form } : undefined
}

export type Unsent = { readonly accountId: string; readonly form: URLSearchParams }

function ownerMark({ accountId }: Pick<SignedIn, 'accountId'>): string {
  return sha256(`owner\n${accountId}`)
}
