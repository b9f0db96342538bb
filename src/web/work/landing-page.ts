import { html, type Markup } from '../../render/html.ts'
import type { BrokenGlass } from '../../store/break-glass.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { glassTable } from './break-glass-page.ts'
import { reviewPath } from './break-glass-review-page.ts'
import { oversightWords } from './oversight-words.ts'
import { nameOf, workFrame } from './work-frame.ts'
import { placeGroups, type Place, type PlaceGroup, type WorkRequest } from './work-route.ts'
import { workWords } from './work-words.ts'

/** What somebody must be told at once. */
export type Notices = { readonly glass: readonly BrokenGlass[]; /** How many proposals wait for this person's agreement. */ readonly waiting: number; readonly timeZone: string }

/** The first page after signing in: who one is, what that reaches, and where to go. */
export function landingPage({ visitor, signedIn }: WorkRequest, places: readonly Place[], { glass, waiting, timeZone }: Notices): Answer {
  const { language } = visitor.address
  const words = workWords[language]
  return {
    status: 200,
    page: workFrame(visitor, {
      title: words.landing.title,
      main: html`<h1>${words.landing.title}</h1><p class="lead">${words.landing.hello(nameOf(signedIn, language))}</p>
${glass.length === 0 ? null : glassNotice(glass, timeZone, language)}
${waiting === 0 ? null : html`<p class="notice"><a href="${hrefTo(language, '/work/approvals')}">${words.landing.waiting(waiting)}</a></p>`}
<h2>${words.landing.rolesHeading}</h2><ul>${signedIn.roles.map((role) => html`<li>${words.reaches[role]}</li>`)}</ul>
${placeGroups.map((group) => groupOf(group, places, language))}`,
    }),
  }
}

/** The places under one heading; none for a heading under which nothing is reached. */
function groupOf(group: PlaceGroup, places: readonly Place[], language: Language): Markup | null {
  const there = places.filter((place) => place.group === group)
  if (there.length === 0) return null
  return html`<section aria-labelledby="to-${group}"><h2 id="to-${group}">${workWords[language].landing.groups[group]}</h2>
<ul class="links">${there.map(({ path, name }) => html`<li><a href="${hrefTo(language, path)}">${name[language]}</a></li>`)}</ul></section>
`
}

function glassNotice(glass: readonly BrokenGlass[], timeZone: string, language: Language): Markup {
  const { review } = oversightWords[language]
  return html`<section class="notice" aria-labelledby="notice"><h2 id="notice">${review.notice(glass.length)}</h2>${glassTable(glass, { caption: review.waiting, to: reviewPath, timeZone, language })}</section>
`
}
