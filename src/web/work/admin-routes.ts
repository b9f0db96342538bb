import type { Result } from '../../kernel/result.ts'
import { disableSomebody, enableSomebody, endSessions, giveLink, giveRoles, inviteAccount, type ChangeRefusal } from '../../service/administration/change-account.ts'
import { findAccountNamed, readAccount, readAccounts, type AccountRead } from '../../service/administration/read-accounts.ts'
import { readSettings } from '../../service/administration/read-settings.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { notFoundPage } from '../error-pages.ts'
import { adminAccountPage, type ChangeTried } from './admin-account-page.ts'
import { accountsPath, adminAccountsPage } from './admin-accounts-page.ts'
import { adminInvitePage, adminLinkPage, type InviteTyped } from './admin-invite-page.ts'
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
  { method: 'POST', path: one('/link'), action: 'accounts.change', answer: takeLink },
  { method: 'POST', path: one('/disable'), action: 'accounts.change', answer: (services, request) => change(services, request, (read) => disableSomebody(services, request.signedIn, read.account.handle)) },
  { method: 'POST', path: one('/enable'), action: 'accounts.change', answer: (services, request) => change(services, request, (read) => enableSomebody(services, request.signedIn, read.account.handle)) },
  { method: 'POST', path: one('/sessions/end'), action: 'sessions.revoke', answer: takeEnd },
  { method: 'GET', path: '/work/settings', action: 'accounts.read', group: 'running', name: { en: en.settings.name, fr: fr.settings.name }, answer: async (services, request) => adminSettingsPage(request, await readSettings(services)) },
]

async function showAccount(services: WorkServices, request: WorkRequest, tried?: ChangeTried): Promise<WorkAnswer> {
  const read = await readAccount(services, request.signedIn, request.parameters['accountId'] ?? '')
  return read ? adminAccountPage(request, read, timeZoneOf(services), tried) : notFoundPage(request.visitor.address)
}

async function takeInvite(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor } = request
  const typed: InviteTyped = { handle: (form.get('handle') ?? '').trim(), displayName: clean(form.get('displayName') ?? ''), language: form.get('language') ?? '', roles: form.getAll('roles') }
  const language: Language = typed.language === 'fr' || typed.language === 'en' ? typed.language : visitor.address.language
  const token = await inviteAccount(services, signedIn, { ...typed, language })
  if (!token.ok) return adminInvitePage(request, typed, token.refusal)
  const accountId = (await findAccountNamed(services, typed.handle))?.accountId ?? ''
  return adminLinkPage(request, { name: typed.displayName, accountId, link: linkOf(services, language, token.value) })
}

async function takeLink(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const read = await readAccount(services, request.signedIn, request.parameters['accountId'] ?? '')
  if (!read) return notFoundPage(request.visitor.address)
  const { account } = read
  const token = await giveLink(services, request.signedIn, account.handle)
  if (!token.ok) return adminAccountPage(request, read, timeZoneOf(services), { refusal: token.refusal })
  return adminLinkPage(request, { name: account.displayName, accountId: account.accountId, link: linkOf(services, account.language, token.value) })
}

function takeRoles(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const roles = request.form.getAll('roles')
  return change(services, request, (read) => giveRoles(services, request.signedIn, read.account.handle, roles), roles)
}

async function takeEnd(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor, parameters: { accountId = '' } } = request
  const there = await endSessions(services, signedIn, accountId, form.get('session') ?? '')
  return there ? { to: `${accountsPath}/${accountId}` } : notFoundPage(visitor.address)
}

/** Changes an account and leads back to it; where that is refused, its page says why. */
async function change(services: WorkServices, request: WorkRequest, work: (read: AccountRead) => Promise<Result<null, ChangeRefusal>>, roles?: readonly string[]): Promise<WorkAnswer> {
  const accountId = request.parameters['accountId'] ?? ''
  const read = await readAccount(services, request.signedIn, accountId)
  if (!read) return notFoundPage(request.visitor.address)
  const changed = await work(read)
  return changed.ok ? { to: `${accountsPath}/${accountId}` } : adminAccountPage(request, read, timeZoneOf(services), { refusal: changed.refusal, ...(roles ? { roles } : {}) })
}

function linkOf({ signIn }: WorkServices, language: Language, token: string): string {
  return `${signIn.origin}${hrefTo(language, `/work/invited/${token}`)}`
}

function clean(text: string): string {
  return text.replaceAll('\0', '').trim()
}

function timeZoneOf({ clock }: WorkServices): string {
  return clock.timeZone ?? 'UTC'
}
