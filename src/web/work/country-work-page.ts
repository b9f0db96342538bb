import { html, type Content } from '../../render/html.ts'
import { methodName, placeName } from '../../render/names.ts'
import { may, type Action } from '../../service/access/permissions.ts'
import type { CountryKnowledge } from '../../service/countries/read-country-knowledge.ts'
import { formatDay } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import { countryPart } from '../country-part.ts'
import type { Answer } from '../error-pages.ts'
import { fileTitle } from '../source-names.ts'
import { words } from '../words.ts'
import { acceptanceTable, agreementsTable, announcedTable, contactsTable, instrumentsTable, measuresTable, playbookTables } from './country-tables.ts'
import { countryWords } from './country-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** One country: what it asks and accepts, agreements, moratoria, measures, and the public figures. */
export function countryWorkPage({ visitor, signedIn }: WorkRequest, known: CountryKnowledge): Answer {
  const { language } = visitor.address
  const { page } = countryWords[language]
  const { code } = known.country
  const path = `/work/countries/${code}`
  const name = placeName(code, language)
  const act = (action: Action, to: string, text: string) => (may(signedIn.roles, action, false) ? html`<p><a href="${hrefTo(language, `${path}/${to}`)}">${text}</a></p>` : null)
  const sections: readonly (readonly [id: string, title: string, content: Content])[] = [
    ['playbook', page.playbook, [playbookTables(known, language), act('country.change', 'entries/new/playbook', page.addPlaybook)]],
    ['acceptance', page.acceptance, [acceptanceTable(known, language), act('country.change', 'entries/new/acceptance', page.addAcceptance)]],
    ['contacts', page.contacts, [contactsTable(known, language), act('country.change', 'entries/new/contact', page.addContact)]],
    ['agreements', page.agreements, agreementsTable(known, language)],
    ['instruments', page.instruments, instrumentsTable(known, language)],
    ['measures', page.measures, [measuresTable(known, language), act('engagement.change', 'measures/new', page.addMeasure)]],
    ['announced', page.announced, announcedTable(known, language)],
    ['figures', page.figures, figures(known, language)],
  ]
  return {
    status: 200,
    page: workFrame(visitor, {
      title: page.title(name),
      main: html`<h1>${page.title(name)} <span class="code">${code}</span></h1>
<ul class="links"><li><a href="${hrefTo(language, `${path}/evidence`)}">${page.evidence}</a></li><li><a href="${hrefTo(language, `${path}/effect`)}">${page.effect}</a></li><li><a href="${hrefTo(language, `${path}/entries`)}">${page.history}</a></li><li><a href="${hrefTo(language, `/countries/${code}`)}">${page.publicPage}</a></li>${may(signedIn.roles, 'work.read', true) ? html`<li><a href="${hrefTo(language, '/work/cases', { country: known.country.alpha2 })}">${page.cases}</a></li>` : null}</ul>
<nav class="contents" aria-label="${page.contents}"><ul>${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${sections.map(([id, title, content]) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>
`)}`,
    }),
  }
}

/** The public page's own parts, source by source. */
function figures({ parts, country: { code } }: CountryKnowledge, language: 'en' | 'fr'): Content {
  const { page } = countryWords[language]
  if (parts.length === 0) return html`<p>${page.noFigures}</p>`
  const { country } = words[language]
  return parts.map((part) => html`<section aria-labelledby="s${part.source.key}"><h3 id="s${part.source.key}">${fileTitle(part.source, language)}</h3>
<p>${country.sourceFacts({ method: methodName(part.source.method, language), asOf: formatDay(part.source.asOf, language) })} <a href="${hrefTo(language, `/sources/${part.source.key}`)}" aria-label="${words[language].aboutSource}, ${fileTitle(part.source, language)}">${words[language].aboutSource}</a></p>
${countryPart(part, code, language)}</section>
`)
}
