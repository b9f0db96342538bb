import { html, type Content } from '../../render/html.ts'
import { exportPurposes } from '../../service/oversight/make-export.ts'
import { formatCount } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { choiceField } from '../parts/choice-field.ts'
import { textField } from '../parts/text-field.ts'
import { oversightWords } from './oversight-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export type ExportFault = 'purpose' | 'format' | 'from' | 'until' | 'order'

export type ExportAsked = {
  readonly path: string
  /** What was chosen, for the address: the switch of language keeps it. */
  readonly query: Readonly<Record<string, string>>
  readonly title: string
  readonly lead?: string
  readonly most: number
  /** How many fit, where that was counted; one more than the most stands for more. */
  readonly fit?: number
  readonly columns: readonly string[]
  /** Which kinds of file there are to choose from; none where there is one. */
  readonly formats: readonly ('csv' | 'xlsx')[]
  readonly format?: string
  readonly purpose: string
  /** First and last day, where these are asked. */
  readonly days?: { readonly from: string; readonly until: string }
  readonly hidden: readonly (readonly [name: string, value: string])[]
  /** What was chosen, in words. */
  readonly chosen: readonly string[]
}

/** Asks what an export is for before there is one; says what is in it, how much, and whether it will be cut. */
export function exportPage({ visitor }: WorkRequest, asked: ExportAsked, fault?: ExportFault): Answer {
  const { language } = visitor.address
  const { export: words, audit } = oversightWords[language]
  const search = new URLSearchParams(asked.query).toString()
  const said = fault && words.faults[fault]
  const field = fault === 'order' ? 'until' : fault
  const day = (name: 'from' | 'until', value: string) => textField({ name, label: words[name], hint: audit.dayHint, value, error: field === name ? said : undefined })
  return {
    status: fault ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path: asked.path, search: search === '' ? '' : `?${search}` } }, {
      title: asked.title,
      problem: field && said ? { title: words.problem, text: said, links: [{ href: `#${field}`, name: words[field] }] } : undefined,
      main: html`<h1>${asked.title}</h1><p class="lead">${asked.lead ?? words.lead}</p>${asked.lead === undefined ? null : html`<p>${words.lead}</p>`}
${asked.chosen.length === 0 ? null : html`<ul>${asked.chosen.map((one) => html`<li>${one}</li>`)}</ul>`}${amount()}
${asked.columns.length === 0 ? null : html`<details><summary>${words.columns}</summary><ul>${asked.columns.map((one) => html`<li>${one}</li>`)}</ul></details>`}
${postForm({ action: hrefTo(language, asked.path), token: visitor.token, button: words.button, fields: html`${asked.hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${asked.days ? html`${day('from', asked.days.from)}${day('until', asked.days.until)}` : null}
${choiceField({ name: 'purpose', legend: words.purpose, options: exportPurposes.map((value) => ({ value, name: words.purposes[value] })), chosen: asked.purpose, error: fault === 'purpose' ? said : undefined })}
${asked.formats.length === 0 ? null : choiceField({ name: 'format', legend: words.format, options: asked.formats.map((value) => ({ value, name: words.formats[value] })), chosen: asked.format, error: fault === 'format' ? said : undefined })}` })}`,
    }),
  }

  function amount(): Content {
    const most = formatCount(asked.most, language)
    if (asked.fit === undefined) return html`<p>${words.atMost(most)}</p>`
    if (asked.fit > asked.most) return html`<p class="notice strong">${words.isCut({ most, found: words.moreThan(most) })}</p>`
    return html`<p>${words.fits(formatCount(asked.fit, language))} ${words.atMost(most)}</p>`
  }
}
