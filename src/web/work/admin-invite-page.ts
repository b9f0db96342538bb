import { html } from '../../render/html.ts'
import { roles } from '../../service/access/roles.ts'
import type { ChangeRefusal } from '../../service/administration/change-account.ts'
import { languages } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { checksField } from '../parts/checks-field.ts'
import { choiceField } from '../parts/choice-field.ts'
import { textField } from '../parts/text-field.ts'
import { accountsPath } from './admin-accounts-page.ts'
import { adminWords } from './admin-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'
import { workWords } from './work-words.ts'

export type InviteTyped = { readonly handle: string; readonly displayName: string; readonly language: string; readonly roles: readonly string[] }

const fieldOf: Readonly<Partial<Record<ChangeRefusal['code'], 'handle' | 'displayName' | 'roles'>>> = { 'handle-taken': 'handle', 'handle-wrong': 'handle', 'name-wrong': 'displayName', 'no-roles': 'roles', 'role-unknown': 'roles', 'role-alone': 'roles' }

/** Asks who is invited, and as what. */
export function adminInvitePage({ visitor }: WorkRequest, typed: InviteTyped, refusal?: ChangeRefusal): Answer {
  const { language } = visitor.address
  const { invite, refusals, problem } = adminWords[language]
  const path = `${accountsPath}/invite`
  const field = refusal && fieldOf[refusal.code]
  const said = refusal && refusals[refusal.code]
  const errorOf = (name: string) => (field === name ? said : undefined)
  return {
    status: refusal ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: invite.title,
      problem: said === undefined ? undefined : { title: problem, text: said, links: field ? [{ href: `#${field}`, name: invite[field] }] : [] },
      main: html`<h1>${invite.title}</h1><p class="lead">${invite.lead}</p>
${postForm({ action: hrefTo(language, path), token: visitor.token, button: invite.button, fields: html`
${textField({ name: 'displayName', label: invite.displayName, hint: invite.displayNameHint, value: typed.displayName, error: errorOf('displayName') })}
${textField({ name: 'handle', label: invite.handle, hint: invite.handleHint, value: typed.handle, error: errorOf('handle') })}
${choiceField({ name: 'language', legend: invite.language, options: languages.map((value) => ({ value, name: invite.languages[value] })), chosen: typed.language })}
${checksField({ name: 'roles', legend: invite.roles, hint: invite.rolesHint, options: roles.map((value) => ({ value, name: workWords[language].roles[value] })), chosen: typed.roles, error: errorOf('roles') })}` })}`,
    }),
  }
}

/** The link, once: it is kept by nobody, so that it can be shown by nobody again. */
export function adminLinkPage({ visitor }: WorkRequest, { name, link, accountId }: { readonly name: string; readonly link: string; readonly accountId: string }): Answer {
  const { language } = visitor.address
  const { invite } = adminWords[language]
  return {
    status: 200,
    page: workFrame({ ...visitor, address: { language, path: accountsPath, search: '' } }, {
      title: invite.doneTitle,
      main: html`<h1>${invite.doneTitle}</h1><p class="lead">${invite.done(name)}</p>
<dl><div><dt>${invite.link}</dt><dd><code class="digest">${link}</code></dd></div></dl>
<p>${invite.lost}</p><p><a href="${hrefTo(language, `${accountsPath}/${accountId}`)}">${invite.toAccount}</a></p>`,
    }),
  }
}
