import { html } from '../../render/html.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import type { Visitor } from './visitor.ts'
import { workFrame } from './work-frame.ts'
import { workWords } from './work-words.ts'

/** Says that it is over, and what is not: a provider's own session outlasts ours. */
export function signedOutPage(visitor: Visitor, provider: boolean): Answer {
  const { language } = visitor.address
  const { signedOut } = workWords[language]
  return { status: 200, page: workFrame(visitor, { title: signedOut.title, main: html`<h1>${signedOut.title}</h1><p>${signedOut.text}</p>${provider ? html`<p>${signedOut.providerText}</p><p><a href="${hrefTo(language, '/work/signed-out/provider')}">${signedOut.provider}</a></p>` : null}<p><a href="${hrefTo(language, '/work/sign-in')}">${signedOut.again}</a></p>` }) }
}
