import { html, type Content } from '../../render/html.ts'
import type { BrokenGlass } from '../../store/break-glass.ts'
import { formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { dataTable } from '../parts/data-table.ts'
import { reasonName, reviewCell } from './break-glass-page.ts'
import { oversightWords } from './oversight-words.ts'

/** Every time that glass was broken, for those who audit: the case is theirs to read. */
export function glassHistory(acts: readonly BrokenGlass[], timeZone: string, language: Language): Content {
  const { glass: { columns }, workspace: { glass } } = oversightWords[language]
  if (acts.length === 0) return html`<p>${glass.none}</p>`
  return dataTable({
    caption: glass.title, columns: [columns.when, columns.who, columns.caseId, columns.reason, columns.review],
    rows: acts.map((one) => [
      formatMoment(one.brokenAt, timeZone, language), one.handle, html`<a href="${hrefTo(language, `/work/cases/${one.caseId}`)}"><code>${one.caseId}</code></a>`, html`${reasonName(one.reason, language)}<small>${one.words}</small>`, reviewCell(one, timeZone, language),
    ]),
  })
}
