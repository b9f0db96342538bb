import { html, type Content, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'

export type SummaryRow = { readonly name: string; readonly value: Content; /** Where it can be changed; `said` is the link with what it changes, for whoever hears it alone. */ readonly change?: { readonly href: string; readonly name: string; readonly said: string } | undefined }

/** What was answered, to be read once more before it counts, each with a way to change it. */
export function summaryList(rows: readonly SummaryRow[]): Markup {
  return html`<dl class="summary">${rows.map(({ name, value, change }) => html`<div><dt>${name}</dt><dd>${value}</dd>${change === undefined ? null : html`<dd class="change"><a href="${change.href}" aria-label="${change.said}">${change.name}</a></dd>`}</div>
`)}</dl>
`
}

export const examples = (language: Language): readonly Markup[] => {
  const { list, person } = partWords[language]
  return [summaryList([{ name: person.born, value: '1990-05-17', change: { href: '#a', name: list.showAll, said: `${list.showAll}: ${person.born}` } }, { name: list.officer, value: list.nobody }])]
}
