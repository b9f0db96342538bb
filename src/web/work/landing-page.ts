import { html } from '../../render/html.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { nameOf, workFrame } from './work-frame.ts'
import type { Place, WorkRequest } from './work-route.ts'
import { workWords } from './work-words.ts'

/** The first page after signing in: who one is, what that reaches, and where to go. */
export function landingPage({ visitor, signedIn }: WorkRequest, places: readonly Place[]): Answer {
  const { language } = visitor.address
  const words = workWords[language]
  return {
    status: 200,
    page: workFrame(visitor, {
      title: words.landing.title,
      main: html`<h1>${words.landing.title}</h1><p class="lead">${words.landing.hello(nameOf(signedIn, language))}</p>
<h2>${words.landing.rolesHeading}</h2><ul>${signedIn.roles.map((role) => html`<li>${words.reaches[role]}</li>`)}</ul>
<h2>${words.landing.placesHeading}</h2><ul class="links">${places.map(({ path, name }) => html`<li><a href="${hrefTo(language, path)}">${name[language]}</a></li>`)}
<li><a href="${hrefTo(language, '')}">${words.publicPages}</a></li></ul>`,
    }),
  }
}
