import { html, type Content, type Markup } from '../../render/html.ts'
import { refOf, type PastCommitment } from '../../service/countries/commitment-history.ts'
import { formatDay, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { dataTable } from '../parts/data-table.ts'
import { announced, days, number } from './commitment-cells.ts'
import { countryWords } from './country-words.ts'

/** What was recorded once and stands no longer: each with why, since when, where that stands, and who recorded it. */
export function pastCommitments(past: readonly PastCommitment[], { changes, timeZone, language }: { readonly changes: boolean; readonly timeZone: string; readonly language: Language }): Markup {
  const { commitments: words } = countryWords[language]
  return html`<section aria-labelledby="past"><h2 id="past">${words.past}</h2><p>${words.pastLead}</p>${dataTable({
    caption: words.past, columns: [words.what, words.period, words.number, words.whyPast, words.recorded, words.announced],
    rows: past.map((one) => [what(one, changes, language), days(one, language), number(one, language), why(one, language), html`${formatMoment(one.recordedAt, timeZone, language)}<small>${one.recordedBy}</small>`, announced(one, language)]),
  })}</section>
`
}

/** One that was withdrawn by mistake gets another in its place. */
function what({ commitment, withdrawn }: PastCommitment, changes: boolean, language: Language): Content {
  const { commitments: words } = countryWords[language]
  const said = commitment.what[language]
  return html`${said}${changes && withdrawn ? html`<small><a href="${hrefTo(language, '/work/commitments/new', { replaces: refOf(withdrawn) })}" aria-label="${words.replaceNamed(said)}">${words.replace}</a></small>` : null}`
}

function why({ change }: PastCommitment, language: Language): Content {
  const { commitments: words, page } = countryWords[language]
  if (!change) return words.noReason
  return html`${words.since({ how: words.changes[change.how], on: formatDay(change.on, language) })}<small>${page.source}${language === 'fr' ? '\u00a0' : ''}: ${change.source}</small>`
}
