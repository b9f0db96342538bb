import type { Result } from '../../kernel/result.ts'
import { askChange } from '../../service/administration/ask-change.ts'
import { disableSomebody, endSessions, type ChangeRefusal, type WishedChange } from '../../service/administration/change-account.ts'
import { readAccount, readAccounts, type AccountRead } from '../../service/administration/read-accounts.ts'
import { readSettings } from '../../service/administration/read-settings.ts'
import type { Language } from '../../text/language.ts'
import { notFoundPage } from '../error-pages.ts'
import { adminAccountPage, type ChangeTried } from './admin-account-page.ts'
import { accountsPath, adminAccountsPage } from './admin-accounts-page.ts'
import { changePath } from './admin-change-page.ts'
import { adminInvitePage, type InviteTyped } from './admin-invite-page.ts'
import { adminSettingsPage } from './admin-settings-page.ts'
import { adminWords } from './admin-words.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const { en, fr } = adminWords
const one = (rest = '') => `${accountsPath}/:accountId${rest}`

/** Accounts, sessions and settings. No case is reached from here. */
export const adminRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: accountsPath, action: 'accounts.read', group: 'running', name: { en: en.accounts.name, fr: fr.accounts.name }, answer: async (services, request) => adminAccountsPage(request, await readAccounts(services, request.signedIn), timeZoneOf(services)) },
  { method: 'GET', path: `${accountsPath}/invite`, action: 'accounts.change', answer: (_, request) => adminInvitePage(request, { handle: '', displayName: '', language: request.visitor.address.language, roles: [] }) },
  { method: 'POST', path: `${accountsPath}/invite`, action: 'accounts.change', answer: takeInvite },
  { method: 'GET', path: one(), action: 'accounts.read', answer: (services, request) => showAccount(services, request) },
  { method: 'POST', path: one('/roles'), action: 'accounts.change', answer: takeRoles },
  { method: 'POST', path: one('/link'), action: 'accounts.change', answer: (services, request) => asked(services, request, (of) => ({ what: 'link', of })) },
  { method: 'POST', path: one('/disable'), action: 'accounts.change', answer: takeDisable },
  { method: 'POST', path: one('/enable'), action: 'accounts.change', answer: (services, request) => asked(services, request, (of) => ({ what: 'enabled', of })) },
  { method: 'POST', path: one('/sessions/end'), action: 'sessions.revoke', answer: takeEnd },
  { method: 'GET', path: '/work/settings', action: 'accounts.read', group: 'running', name: { en: en.settings.name, fr: fr.settings.name }, answer: async (services, request) => adminSettingsPage(request, await readSettings(services)) },
]

async function showAccount(services: WorkServices, request: WorkRequest, tried?: ChangeTried): Promise<WorkAnswer> {
  const read = await readAccount(services, request.signedIn, request.parameters['accountId'] ?? '')
  return read ? adminAccountPage(request, read, timeZoneOf(services), tried) : notFoundPage(request.visitor.address)
}

/** What gives access is made on a page of its own, once the administrator was recognised over it: see admin-change-routes.ts. */
async function takeInvite(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor } = request
  const typed: InviteTyped = { handle: (form.get('handle') ?? '').trim(), displayName: clean(form.get('displayName') ?? ''), language: form.get('language') ?? '', roles: form.getAll('roles') }
  const language: Language = typed.language === 'fr' || typed.language === 'en' ? typed.language : visitor.address.language
  const changeId = await askChange(services, signedIn, { what: 'invited', of: typed.handle, displayName: typed.displayName, language, roles: typed.roles })
  if (changeId.ok) return { to: changePath(changeId.value) }
  return changeId.refusal.code === 'not-recognised' ? notFoundPage(visitor.address) : adminInvitePage(request, typed, changeId.refusal)
}

function takeRoles(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const roles = request.form.getAll('roles')
  return asked(services, request, (of) => ({ what: 'roles', of, roles }), roles)
}

/** Nobody is kept in by it: shutting somebody out is not confirmed, so that it is quick. */
async function takeDisable(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const read = await readAccount(services, request.signedIn, request.parameters['accountId'] ?? '')
  if (!read) return notFoundPage(request.visitor.address)
  return refusedOr(services, request, read, await disableSomebody(services, request.signedIn, read.account.handle), `${accountsPath}/${read.account.accountId}`)
}

async function takeEnd(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor, parameters: { accountId = '' } } = request
  const there = await endSessions(services, signedIn, accountId, form.get('session') ?? '')
  return there ? { to: `${accountsPath}/${accountId}` } : notFoundPage(visitor.address)
}

/** Asks for a change of an account and leads to where it is confirmed; where that is refused, its page says why. */
async function asked(services: WorkServices, request: WorkRequest, wish: (handle: string) => WishedChange, roles?: readonly string[]): Promise<WorkAnswer> {
  const read = await readAccount(services, request.signedIn, request.parameters['accountId'] ?? '')
  if (!read) return notFoundPage(request.visitor.address)
  const changeId = await askChange(services, request.signedIn, wish(read.account.handle))
  if (changeId.ok) return { to: changePath(changeId.value) }
  return changeId.refusal.code === 'not-recognised' ? notFoundPage(request.visitor.address) : adminAccountPage(request, read, timeZoneOf(services), { refusal: changeId.refusal, ...(roles ? { roles } : {}) })
}

function refusedOr(services: WorkServices, request: WorkRequest, read: AccountRead, done: Result<null, ChangeRefusal>, to: string): WorkAnswer {
  return done.ok ? { to } : adminAccountPage(request, read, timeZoneOf(services), { refusal: done.refusal })
}

function clean(text: string): string {
  return text.replaceAll('\0', '').trim()
}

function timeZoneOf({ clock }: WorkServices): string {
  return clock.timeZone ?? 'UTC'
}
