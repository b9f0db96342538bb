import { html, type Content, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'

export type DataTable = {
  readonly caption: Content
  readonly columns: readonly string[]
  /** Each row's first cell is its header. */
  readonly rows: readonly (readonly Content[])[]
}

/**
 * A table that becomes a list of cards where the window is narrow, each cell then with its column's name. The roles are said
 * because browsers take a table that is laid out otherwise for no table.
 */
export function dataTable({ caption, columns, rows }: DataTable): Markup {
  return html`<table class="data" role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${row.map((cell, index) => dataCell(cell, index, columns[index] ?? ''))}</tr>
`)}</tbody></table>
`
}

function dataCell(cell: Content, index: number, name: string): Markup {
  return index === 0 ? html`<th scope="row" role="rowheader">${cell}</th>` : html`<td role="cell" data-name="${name}">${cell}</td>`
}

export const examples = (language: Language): readonly Markup[] => {
  const { list } = partWords[language]
  return [dataTable({ caption: list.caption, columns: [list.person, list.due], rows: [['Sample, One', '2026-09-30'], ['Exemple, Deux', list.nothingDue]] })]
}
