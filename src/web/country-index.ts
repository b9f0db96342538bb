import { html, type Markup } from '../render/html.ts'
import { placeName } from '../render/names.ts'
import { countries } from '../reference/countries.ts'
import { compareNames, initial } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { hrefTo } from './address.ts'
import { words } from './words.ts'

/** Links to every country of today and to those of the past that have figures, under the letters of the alphabet. */
export function countryIndex(withFigures: readonly string[], language: Language): Markup {
  const { home } = words[language]
  const known = new Set(withFigures)
  const today = countries.filter(({ standing }) => standing !== 'withdrawn').map(({ code }) => code)
  const byName = compareNames(language)
  const codes = [...new Set([...today, ...known])].toSorted((one, other) => byName(placeName(one, language), placeName(other, language)))
  const letters = [...Map.groupBy(codes, (code) => initial(placeName(code, language)))]
  return html`<nav class="index" aria-labelledby="countries">
<p><a href="${hrefTo(language, '/countries/all')}">${home.allCountries}</a></p>
<ul class="jump" aria-label="${home.jump}">${letters.map(([letter]) => html`<li><a href="#letter-${letter}">${letter}</a></li>`)}</ul>
${letters.map(([letter, group]) => html`<div class="letter"><span class="letter-name" id="letter-${letter}">${letter}</span><ul>${group.map((code) => entry(code, known.has(code), language))}</ul></div>
`)}</nav>`
}

function entry(code: string, hasFigures: boolean, language: Language): Markup {
  return html`<li><a href="${hrefTo(language, `/countries/${code}`)}">${placeName(code, language)}</a>${hasFigures ? null : html` <span class="absent">(${words[language].home.noFigures})</span>`}</li>`
}
