import { html } from '../../render/html.ts'
import { placeName } from '../../render/names.ts'
import type { CountryKnowledge } from '../../service/countries/read-country-knowledge.ts'
import { formatMoment } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { checkedCell, consulateName, said } from './country-tables.ts'
import { countryWords } from './country-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** Every entry that was ever recorded about a country, the latest first, with who recorded it. */
export function countryHistoryPage({ visitor }: WorkRequest, { country, history, entries, today }: CountryKnowledge, timeZone: string): Answer {
  const { language } = visitor.address
  const { page, kinds, topics, documents, none, history: words } = countryWords[language]
  const title = words.title(placeName(country.code, language))
  const standing = new Set(entries.map(({ entryId }) => entryId))
  return {
    status: 200,
    page: workFrame(visitor, {
      title,
      main: html`<h1>${title}</h1><p class="lead">${words.lead}</p>
${history.length === 0 ? html`<p>${none}</p>` : dataTable({
    caption: words.caption, columns: [words.recorded, page.subject, page.of, page.says, page.owner, page.source, page.checked, words.stands],
    rows: history.toReversed().map((entry) => [
      html`${formatMoment(entry.recordedAt, timeZone, language)}<small>${entry.recordedBy}</small>`, html`${kinds[entry.kind]}: ${topics[entry.topic as keyof typeof topics]}<small>${documents[entry.document]}</small>`, consulateName(entry.consulate, language),
      said(entry, language), entry.owner, entry.source, checkedCell(entry, today, language), standing.has(entry.entryId) ? words.yes : entry.withdrawn ? words.withdrawn : words.no,
    ]),
  })}
<p class="back"><a href="${hrefTo(language, `/work/countries/${country.code}`)}">${page.title(placeName(country.code, language))}</a></p>`,
    }),
  }
}
