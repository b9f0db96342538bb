import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw, type Content, type Markup } from '../../render/html.ts'
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
  /** The page has a form in which somebody types, made with `answersForm`: then the other language is a button of that form, and keeps what was typed. */
  readonly inProgress?: boolean
}

export type Problem = { readonly title: string; readonly text: string; /** Links to the fields, or to what to do. */ readonly links?: readonly { readonly href: string; readonly name: string }[] }

const places = [['start', '/work', 'own-account'], ['work', '/work/cases', 'work.read'], ['account', '/work/account', 'own-account']] as const satisfies readonly (readonly [string, string, Action | 'own-account'])[]

/** A page of the application: who is signed in and a way out stand on each, and the same place in the other language. */
export function workFrame({ address, signedIn, token }: Visitor, { title, main, problem, script = false, inProgress = false }: Framed): string {
  const { language, path } = address
  const words = workWords[language]
  const { id: skipTo, main: withTarget } = withHeading(main)
  return page({
    language, title, skipTo, home: hrefTo(language, signedIn ? '/work' : ''), otherLanguage: inProgress ? switchButton(language) : otherLanguageOf(address), stylesheets: addressesFor.work,
    main: [
      signedIn && whoIsHere(language, signedIn, token), problem && problemBox(problem), withTarget,
    ],
    navigation: [
      ...(signedIn ? places.filter(([, , action]) => action === 'own-account' || reachOf(signedIn.roles, action)).map(([name, place]) => ({ name: words.navigation[name], href: hrefTo(language, place), current: path === place })) : []),
      { name: words.publicPages, href: hrefTo(language, ''), current: false },
    ],
    ...(script ? { script: `/work/passkey.js?v=${passkeyScriptDigest}` } : {}),
  })
}

/** What the id of a form in progress is, and the name under which its button for the other language comes back. */
export const answersForm = html` id="answers"`
export const switchName = 'switch'

// It looks like the link that stands here on other pages, and belongs to the form by its id, without script. Return, pressed in a box, presses the
// first button of a form in the order of the page (HTML, 4.10.22.2): that must not be this one, so an unseen one that goes on stands before it.
function switchButton(language: Address['language']): Markup {
  const { keepAndSwitch, otherLanguage } = workWords[language]
  const other = language === 'en' ? 'fr' : 'en'
  return html`<button class="unseen" form="answers" tabindex="-1" aria-hidden="true"></button><button class="link" form="answers" name="${switchName}" value="${other}" lang="${other}" title="${keepAndSwitch}">${otherLanguage}</button>`
}

/**
 * The main part with its main heading as a target: what repeats on every page, the way out among it, stands before it (WCAG 2.4.1). Every page writes
 * its own heading; what people typed holds no tag, so the first one is ours.
 */
function withHeading(main: Content): { readonly id: string; readonly main: Content } {
  const text = html`${main}`.toString()
  const [heading, id = 'heading'] = /<h1(?: id="([\w-]+)")?/.exec(text) ?? []
  return heading === undefined ? { id: 'main', main } : { id, main: raw(text.replace(heading, `<h1 id="${id}" tabindex="-1"`)) }
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
