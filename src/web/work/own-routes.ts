import { beginToAddPasskey } from '../../service/identity/add-passkey.ts'
import { endOtherSessions, endSession, readOwnAccount, recogniseForDemonstration, removePasskey } from '../../service/identity/own-account.ts'
import { beginWithPasskey } from '../../service/identity/passkeys.ts'
import { beginAtProvider } from '../../service/identity/sign-in-at-provider.ts'
import type { Answer } from '../error-pages.ts'
import { accountPage } from './account-page.ts'
import { newPasskeyPage, passkeyPage } from './passkey-page.ts'
import { readPlace } from './read-place.ts'
import { recognisePage } from './recognise-page.ts'
import { doorStatus, type DoorRefusal } from './sign-in-page.ts'
import type { WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'
import { workWords } from './work-words.ts'

/** One's own account: sessions, passkeys, being recognised afresh. */
export const ownRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/account', action: 'own-account', group: 'own', name: { en: workWords.en.navigation.account, fr: workWords.fr.navigation.account }, answer: (services, request) => showAccount(services, request) },
  { method: 'POST', path: '/work/account/sessions/end', action: 'own-account', answer: async (services, { signedIn, form }) => (await endSession(services, signedIn, form.get('session') ?? ''), { to: '/work/account' }) },
  { method: 'POST', path: '/work/account/sessions/end-others', action: 'own-account', answer: async (services, { signedIn }) => (await endOtherSessions(services, signedIn), { to: '/work/account' }) },
  { method: 'POST', path: '/work/account/passkeys/remove', action: 'own-account', answer: async (services, { signedIn, form }) => (await removePasskey(services, signedIn, form.get('passkey') ?? ''), { to: '/work/account' }) },
  { method: 'POST', path: '/work/account/passkeys/add', action: 'own-account', answer: addPasskey },
  { method: 'GET', path: '/work/recognise', action: 'own-account', answer: showRecognise },
  { method: 'GET', path: '/work/recognise/provider', action: 'own-account', answer: recogniseAtProvider },
  { method: 'POST', path: '/work/recognise/passkey', action: 'own-account', answer: recogniseByPasskey },
  { method: 'POST', path: '/work/recognise/demonstration', action: 'own-account', answer: async (services, { signedIn, form }) => (await recogniseForDemonstration(services, signedIn), { to: readPlace(form.get('to')) }) },
]

async function showAccount(services: WorkServices, request: WorkRequest, refusal?: DoorRefusal): Promise<Answer> {
  const { door } = workWords[request.visitor.address.language]
  const problem = refusal && { status: doorStatus[refusal.code], title: door.problem, text: door.refusals[refusal.code] }
  return accountPage(request, await readOwnAccount(services, request.signedIn), services.clock.timeZone ?? 'UTC', problem)
}

async function addPasskey(services: WorkServices, request: WorkRequest) {
  const { visitor, signedIn, remote } = request
  const question = await beginToAddPasskey(services, { ...remote, language: visitor.address.language, of: { signedIn } })
  if (question.ok) return newPasskeyPage(visitor, question.value, services.signIn.provider !== undefined)
  return question.refusal.code === 'recognise-first' ? { to: '/work/recognise?to=/work/account' } : showAccount(services, request, question.refusal)
}

async function showRecognise(services: WorkServices, request: WorkRequest) {
  const { passkeys } = await readOwnAccount(services, request.signedIn)
  return recognisePage(request, services.signIn, readPlace(request.query.get('to')), passkeys.length > 0)
}

async function recogniseAtProvider(services: WorkServices, request: WorkRequest) {
  const { visitor, signedIn, remote, query } = request
  const begun = await beginAtProvider(services, { ...remote, language: visitor.address.language, returnTo: readPlace(query.get('to')), signedIn })
  return begun.ok ? { to: begun.value } : showAccount(services, request, begun.refusal)
}

async function recogniseByPasskey(services: WorkServices, request: WorkRequest) {
  const { visitor, signedIn, remote, form } = request
  const begun = await beginWithPasskey(services, { ...remote, language: visitor.address.language, returnTo: readPlace(form.get('to')), signedIn })
  return begun.ok ? passkeyPage(visitor, begun.value, services.signIn.provider !== undefined) : showAccount(services, request, begun.refusal)
}
