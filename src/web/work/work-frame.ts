import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, type Content, type Markup } from '../../render/html.ts'
import { page } from '../../render/page.ts'
import { reachOf, type Action } from '../../service/access/permissions.ts'
import { formToken } from '../../service/identity/secret-token.ts'
import { type Address, hrefTo, otherLanguageOf } from '../address.ts'
import { addressesFor } from '../stylesheets.ts'
import { demonstrationAccounts } from '../../service/identity/demonstration.ts'
import type { SignedIn } from '../../service/identity/read-session.ts'
import type { Visitor } from './visitor.ts'
import { demonstrationName, workWords } from './work-words.ts'

/** The one script: it asks the browser for a passkey, and sends the answer with its form. */
export const passkeyScript = readFileSync(new URL('passkey.js', import.meta.url), 'utf8')

export const passkeyScriptDigest = createHash('sha256').update(passkeyScript).digest('hex').slice(0, 16)

export type Framed = {
  readonly title: string
  readonly main: Content
  /** Why what was asked did not happen: at the top, where the browser is taken. */
  readonly problem?: Problem | undefined
  readonly script?: boolean
}

export type Problem = { readonly title: string; readonly text: string; /** Links to the fields, or to what to do. */ readonly links?: readonly { readonly href: string; readonly name: string }[] }

const places = [['start', '/work', 'own-account'], ['work', '/work/cases', 'work.read'], ['account', '/work/account', 'own-account']] as const satisfies readonly (readonly [string, string, Action | 'own-account'])[]

/** A page of the application: who is signed in and a way out stand on each, and the same place in the other language. */
export function workFrame({ address, signedIn, token }: Visitor, { title, main, problem, script = false }: Framed): string {
  const { language, path } = address
  const words = workWords[language]
  return page({
    language, title, home: hrefTo(language, signedIn ? '/work' : ''), otherLanguage: otherLanguageOf(address), stylesheets: addressesFor.work,
    main: [
      signedIn && whoIsHere(language, signedIn, token), problem && problemBox(problem), main,
    ],
    navigation: [
      ...(signedIn ? places.filter(([, , action]) => action === 'own-account' || reachOf(signedIn.roles, action)).map(([name, place]) => ({ name: words.navigation[name], href: hrefTo(language, place), current: path === place })) : []),
      { name: words.publicPages, href: hrefTo(language, ''), current: false },
    ],
    ...(script ? { script: `/work/passkey.js?v=${passkeyScriptDigest}` } : {}),
  })
}

function whoIsHere(language: Address['language'], signedIn: SignedIn, token: string): Markup {
  const words = workWords[language]
  const { roles, demonstration } = signedIn
  return html`<div class="who"><p>${words.signedInAs} <strong>${nameOf(signedIn, language)}</strong>${demonstration ? null : ` (${roles.map((role) => words.roles[role]).join(', ')})`}</p>
${postForm({ action: hrefTo(language, '/work/sign-out'), token, button: words.signOut, quiet: true })}
${demonstration ? html`<p class="note">${words.demonstration.banner}</p>` : null}</div>
`
}

/** What somebody is called on a page: a demonstration account by its role, in the language of the page. */
export function nameOf({ accountId, displayName, roles, demonstration }: SignedIn, language: Address['language']): string {
  const words = workWords[language]
  return demonstration ? words.demonstration.name(roles.map((role) => demonstrationName({ role, number: demonstrationAccounts.find((one) => one.accountId === accountId)?.number }, language)).join(', ')) : displayName
}

function problemBox({ title, text, links = [] }: Problem): Markup {
  return html`<div class="problem" role="alert" tabindex="-1" autofocus><h2>${title}</h2><p>${text}</p>
${links.length === 0 ? null : html`<ul>${links.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`)}</ul>`}</div>
`
}

export type PostForm = {
  readonly action: string
  /** The token of the visitor's cookie, from which the form's own follows. */
  readonly token: string
  readonly button: string
  readonly fields?: Content
  /** What a screen reader is told of the button, where several look alike. */
  readonly named?: string | undefined
  readonly quiet?: boolean
  readonly attributes?: Markup
  /** After the button: other buttons of the same form. */
  readonly more?: Content
}

/** A form that changes something: it brings back the token that only our own pages can know. */
export function postForm({ action, token, button, fields, named, quiet = false, attributes, more }: PostForm): Markup {
  return html`<form class="${quiet ? 'act quiet' : 'act'}" method="post" action="${action}"${attributes}><input type="hidden" name="form" value="${formToken(token)}">
${fields}<button${named === undefined ? null : html` aria-label="${named}"`}>${button}</button>${more}</form>
`
}
