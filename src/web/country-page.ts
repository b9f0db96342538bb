import { html } from '../render/html.ts'
import { methodName, placeName } from '../render/names.ts'
import { type Country, findCountry } from '../reference/countries.ts'
import type { Reading } from '../service/read-catalogue.ts'
import { type CountryPart, readCountry } from '../service/read-country.ts'
import { formatDay } from '../text/format.ts'
import { type Address, hrefTo } from './address.ts'
import { countryPart } from './country-part.ts'
import { type Answer, unknownPage } from './error-pages.ts'
import { frame } from './frame.ts'
import { fileTitle } from './source-names.ts'
import { words } from './words.ts'

/** Everything that is known of one country, or of `all` taken together, source by source. */
export async function countryPage(reading: Reading, address: Address, code: string): Promise<Answer> {
  const { language } = address
  const { country: page, errors } = words[language]
  const known = findCountry(code)
  const { parts } = /^(?:[A-Z]{3}|all)$/.test(code) ? await readCountry(reading, code) : { parts: [] }
  if (!known && code !== 'all' && parts.length === 0) return unknownPage(address, code, errors.noCountry)
  const name = placeName(code, language)
  const title = page.title(name)
  return {
    status: 200,
    page: frame(address, title, html`<h1>${title}${code === 'all' ? null : html` <span class="code">${code}</span>`}</h1>
${withdrawn(known, name, address)}
${parts.length === 0 ? html`<p>${code === 'all' ? page.noneAll : page.none(name)}</p>` : html`<p class="lead">${code === 'all' ? page.leadAll : page.lead(name)}</p>${contents(parts, address)}`}
${parts.map((part) => section(part, code, address))}
<p class="back"><a href="${hrefTo(language, '')}#countries">${page.allCountries}</a></p>`),
  }
}

function withdrawn(country: Country | undefined, name: string, { language }: Address) {
  if (country?.years === undefined) return null
  const { from, until } = country.years
  return html`<p>${words[language].country.withdrawn({ name, from: String(from), until: String(until) })}</p>`
}

function contents(parts: readonly CountryPart[], { language }: Address) {
  if (parts.length < 2) return null
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${words[language].country.contents}</h2><ul>${parts.map(({ source }) =>
    html`<li><a href="#s${source.key}">${fileTitle(source, language)} – ${methodName(source.method, language)}</a></li>`)}</ul></nav>`
}

function section(part: CountryPart, code: string, { language }: Address) {
  const { source } = part
  const { country: page, aboutSource } = words[language]
  return html`<section aria-labelledby="s${source.key}"><h2 id="s${source.key}">${fileTitle(source, language)}</h2>
<p>${page.sourceFacts({ method: methodName(source.method, language), asOf: formatDay(source.asOf, language) })} <a href="${hrefTo(language, `/sources/${source.key}`)}" aria-label="${aboutSource}, ${fileTitle(source, language)}">${aboutSource}</a></p>
${countryPart(part, code, language)}</section>
`
}
