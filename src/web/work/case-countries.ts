import { countries } from '../../reference/countries.ts'
import { html, type Content } from '../../render/html.ts'
import type { CaseToRead } from '../../service/work/read-case-page.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import { partWords } from '../parts/part-words.ts'

/** The evidence pack of each country that the case speaks of, for reviews of custody and courts. */
export function evidenceLinks(found: Pick<CaseToRead, 'gates' | 'nationalities' | 'requests'>, language: Language): Content {
  const { evidence, person } = partWords[language]
  const known = countriesOf(found)
  if (known.length === 0) return html`<p>${person.none}</p>`
  return html`<p class="note">${evidence.lead}</p><ul class="links">${known.map(({ alpha2, code }) => html`<li><a href="${hrefTo(language, `/work/countries/${code}/evidence`)}">${evidence.link(stateName(alpha2, language))}</a></li>`)}</ul>`
}

function countriesOf({ gates, nationalities, requests }: Pick<CaseToRead, 'gates' | 'nationalities' | 'requests'>) {
  const named = [...gates.map(({ destination }) => destination), ...nationalities.filter(({ withdrawnOn }) => withdrawnOn === undefined).map(({ country }) => country), ...requests.map(({ destination }) => destination)]
  return countries.filter(({ alpha2, standing }) => standing !== 'withdrawn' && named.includes(alpha2))
}
