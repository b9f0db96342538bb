import { type Content, html, type Markup } from './html.ts'

export type Column = { readonly name: Content; readonly numeric?: boolean }

export type Table = {
  /** Unique on the page; the scrolling box is named by the caption. */
  readonly id: string
  readonly caption: Content
  readonly columns: readonly Column[]
  /** Each row's first cell is its header. */
  readonly rows: readonly (readonly Content[])[]
}

/** A table with caption and headers, in a box that scrolls by itself and takes the keyboard's focus. */
export function table({ id, caption, columns, rows }: Table): Markup {
  return html`<div class="scroll" role="group" tabindex="0" aria-labelledby="${id}"><table>
<caption><span id="${id}">${caption}</span></caption>
<thead><tr>${columns.map(({ name, numeric }) => html`<th scope="col"${numeric ? numericClass : null}>${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => tableRow(row, columns))}</tbody>
</table></div>`
}

function tableRow(row: readonly Content[], columns: readonly Column[]): Markup {
  return html`<tr>${row.map((cell, index) => {
    const numeric = columns[index]?.numeric ? numericClass : null
    return index === 0 ? html`<th scope="row"${numeric}>${cell}</th>` : html`<td${numeric}>${cell}</td>`
  })}</tr>
`
}

const numericClass = html` class="n"`
