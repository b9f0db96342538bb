import type { Result } from '../../kernel/result.ts'
import { findChange, type ChangeToConfirm } from '../../service/administration/ask-change.ts'
import type { ChangeRefusal } from '../../service/administration/change-account.ts'
import { confirmChange, makeChange, type ConfirmedChange, type ConfirmFault } from '../../service/administration/confirm-change.ts'
import { findAccountNamed } from '../../service/administration/read-accounts.ts'
import { challengeOf } from '../../service/approvals/write-proposal.ts'
import type { SignInRefusal } from '../../service/identity/identity-services.ts'
import { mayTry } from '../../service/identity/limit-attempts.ts'
import { readOwnAccount } from '../../service/identity/own-account.ts'
import { askPasskey } from '../../service/identity/passkeys.ts'
import { beginAtProvider } from '../../service/identity/sign-in-at-provider.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { notFoundPage } from '../error-pages.ts'
import { accountsPath } from './admin-accounts-page.ts'
import { adminChangePage, adminChangePasskeyPage, adminChangeProviderPage, changePath, type ChangeFault } from './admin-change-page.ts'
import { adminLinkPage } from './admin-invite-page.ts'
import { adminWords } from './admin-words.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const path = changePath(':changeId')

/** A change of an account that its administrator confirms in person. One of another person, or of another session, is not there. */
export const adminChangeRoutes: readonly WorkRoute[] = [
  { method: 'GET', path, action: 'accounts.change', answer: (services, request) => showChange(services, request, toldFault(request)) },
  { method: 'POST', path: `${path}/passkey`, action: 'accounts.change', answer: askForPasskey },
  { method: 'POST', path: `${path}/provider`, action: 'accounts.change', answer: askAtProvider },
  { method: 'POST', path: `${path}/confirm`, action: 'accounts.change', answer: async (services, request) => made(services, request, await confirmChange(services, request.signedIn, idOf(request), { means: 'passkey', answer: request.form.get('answer') ?? '' })) },
  { method: 'POST', path: `${path}/demonstration`, action: 'accounts.change', answer: async (services, request) => made(services, request, await confirmChange(services, request.signedIn, idOf(request), { means: 'demonstration', chosen: request.form.get('account') ?? '', address: request.remote.address })) },
  { method: 'POST', path: `${path}/make`, action: 'accounts.change', answer: async (services, request) => made(services, request, await makeChange(services, request.signedIn, idOf(request))) },
]

const idOf = ({ parameters }: WorkRequest) => parameters['changeId'] ?? ''

async function showChange(services: WorkServices, request: WorkRequest, fault?: ChangeFault): Promise<WorkAnswer> {
  const change = await findChange(services, request.signedIn, idOf(request))
  if (!change) return notFoundPage(request.visitor.address)
  const { passkeys } = await readOwnAccount(services, request.signedIn)
  return adminChangePage(request, change, { signIn: services.signIn, hasPasskey: passkeys.length > 0 }, fault)
}

/** Only of what waits is anything asked; of the rest its page says what became of it. */
async function asking(services: WorkServices, request: WorkRequest, ask: (change: ChangeToConfirm) => Promise<WorkAnswer>): Promise<WorkAnswer> {
  const change = await findChange(services, request.signedIn, idOf(request))
  return change?.state === 'waiting' ? ask(change) : showChange(services, request)
}

function askForPasskey(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  return asking(services, request, async (change) => {
    if (!(await mayTry(services, request.remote.address))) return showChange(services, request, faultOf({ code: 'too-many' }, request))
    const { passkeys } = await readOwnAccount(services, request.signedIn)
    return adminChangePasskeyPage(request, change, await askPasskey(services.signIn, { challenge: challengeOf(change.digest), own: passkeys }))
  })
}

function askAtProvider(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  return asking(services, request, async (change) => {
    if (services.signIn.approval === 'passkey') return showChange(services, request, faultOf({ code: 'forbidden' }, request))
    const { visitor, signedIn, remote } = request
    const begun = await beginAtProvider(services, { ...remote, language: visitor.address.language, returnTo: changePath(change.changeId), signedIn, changeId: change.changeId })
    return begun.ok ? adminChangeProviderPage(request, change, begun.value) : showChange(services, request, faultOf(begun.refusal, request))
  })
}

/** A link is in this answer and nowhere else. */
async function made(services: WorkServices, request: WorkRequest, done: Result<ConfirmedChange, ConfirmFault | ChangeRefusal>): Promise<WorkAnswer> {
  if (!done.ok) return showChange(services, request, faultOf(done.refusal, request))
  const { change: { said }, token } = done.value
  const account = await findAccountNamed(services, said.of)
  if (!account) return { to: accountsPath }
  if (token === null) return { to: `${accountsPath}/${account.accountId}` }
  return adminLinkPage(request, { name: account.displayName, accountId: account.accountId, link: linkOf(services, account.language, token) })
}

function linkOf({ signIn }: WorkServices, language: Language, token: string): string {
  return `${signIn.origin}${hrefTo(language, `/work/invited/${token}`)}`
}

type Fault = ConfirmFault | ChangeRefusal | SignInRefusal

const statuses: Readonly<Record<string, number>> = { 'too-many': 429, 'provider-silent': 502, 'not-recognised': 403, forbidden: 403, 'account-missing': 422, 'used-already': 409, 'too-old': 409, 'seen-otherwise': 409 }

function faultOf({ code }: Fault, { visitor, form }: WorkRequest): ChangeFault {
  const { refusals, confirm } = adminWords[visitor.address.language]
  return { code, text: code in confirm.faults ? confirm.faults[code as keyof typeof confirm.faults] : refusals[code as ChangeRefusal['code']], status: statuses[code] ?? 422, chosen: form.get('account') ?? '' }
}

/** What became of a sign-in at the provider: the address says it by a code, and nothing else is believed of it. */
function toldFault(request: WorkRequest): ChangeFault | undefined {
  const told = request.query.get('told') ?? ''
  return Object.hasOwn(adminWords.en.confirm.faults, told) ? faultOf({ code: told as ConfirmFault['code'] }, request) : undefined
}
