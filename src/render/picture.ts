import type { Language } from '../text/language.ts'
import { type Content, html, type Markup } from './html.ts'
import { type Table, table } from './table.ts'
import { words } from './words.ts'

export type Picture = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, for those who do not see it. */
  readonly description: string
  readonly width: number
  readonly height: number
  readonly drawing: Content
  /** A drawing without words in it may shrink to the width of a phone; another scrolls in its own box. */
  readonly wordless?: boolean
  /** What belongs to the picture in words: legend, disclaimer. */
  readonly notes?: Content
  /** The same numbers as a table, right after the picture. */
  readonly twin: Omit<Table, 'id'>
}

// A long twin is folded, so that the page can be walked through; print unfolds it.
const longestOpenTwin = 14

/** A picture made on the server, named and described, with its table twin right after it. */
export function picture({ id, title, description, width, height, drawing, wordless, notes, twin }: Picture, language: Language): Markup {
  const { charts } = words[language]
  const twinTable = table({ id: `${id}-table`, ...twin })
  return html`<figure class="picture" id="${id}">
<figcaption>${title}</figcaption>
<div class="scroll" role="group" tabindex="0" aria-label="${charts.scrollable(title)}"><svg role="img"${wordless ? html` class="wordless"` : null} viewBox="0 0 ${width} ${height}" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>
${drawing}</svg></div>
${notes}
${twin.rows.length > longestOpenTwin ? html`<details class="twin"><summary>${charts.tableOf}</summary>${twinTable}</details>` : html`<div class="twin">${twinTable}</div>`}
</figure>
`
}
