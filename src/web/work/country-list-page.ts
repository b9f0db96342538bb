import { html } from '../../render/html.ts'
import { placeName } from '../../render/names.ts'
import type { CountryLine } from '../../service/countries/read-countries.ts'
import { compareNames, formatCount, initial } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { countryWords } from './country-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** Every country by name, letter by letter, with how much is recorded. There is no other order. */
export function countryListPage({ visitor }: WorkRequest, lines: readonly CountryLine[]): Answer {
  const { language } = visitor.address
  const { list } = countryWords[language]
  const order = compareNames(language)
  const named = lines.map((line) => ({ ...line, name: placeName(line.code, language) })).toSorted((one, other) => order(one.name, other.name))
  const letters = [...Map.groupBy(named, ({ name }) => initial(name))]
  const recorded = ({ entries, outOfDate, measures, instruments }: CountryLine) => ([[entries, list.entries], [outOfDate, list.outOfDate], [measures, list.measures], [instruments, list.instruments]] as const)
    .filter(([count]) => count > 0).map(([count, sentence]) => sentence({ number: count, count: formatCount(count, language) })).join(', ')
  return {
    status: 200,
    page: workFrame(visitor, {
      title: list.title,
      main: html`<h1>${list.title}</h1><p class="lead">${list.lead}</p>
<nav class="index" aria-label="${list.jump}"><ul class="jump">${letters.map(([letter]) => html`<li><a href="#letter-${letter}">${letter}</a></li>`)}</ul></nav>
${letters.map(([letter, group]) => html`<section aria-labelledby="letter-${letter}"><h2 id="letter-${letter}">${letter}</h2>${dataTable({
    caption: `${list.caption}, ${letter}`, columns: [list.country, list.recorded],
    rows: group.map((line) => [html`<a class="case" href="${hrefTo(language, `/work/countries/${line.code}`)}">${line.name}</a>`, recorded(line) || '–']),
  })}</section>
`)}`,
    }),
  }
}
