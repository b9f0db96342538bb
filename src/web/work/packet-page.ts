import type { PageBlock } from '../../documents/page-model.ts'
import { html, type Content, type Markup } from '../../render/html.ts'
import { packetModel } from '../../service/documents/packet-model.ts'
import type { Packet } from '../../service/documents/read-packet.ts'
import { outbound as outboundInEnglish } from '../../text/en/outbound.ts'
import { packet as english } from '../../text/en/packet.ts'
import { formatMoment } from '../../text/format.ts'
import { outbound as outboundInFrench } from '../../text/fr/outbound.ts'
import { packet as french } from '../../text/fr/packet.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { summaryList } from '../parts/summary-list.ts'
import { sayRefusal } from './travel-document-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export const packetWords = { en: { ...english, refusals: outboundInEnglish.refusals }, fr: { ...french, refusals: outboundInFrench.refusals } }

/** Where the packet of a request stands. */
export function packetPath(caseId: string, requestId: string): string {
  return `/work/cases/${caseId}/requests/${encodeURIComponent(requestId)}/packet`
}

/** What leaves for a state by one request, field by field, as the PDF says it. */
export function packetPage({ visitor }: WorkRequest, packet: Packet, timeZone: string, unprintable = false): Answer {
  const { language } = visitor.address
  const said = packetWords[language]
  const path = packetPath(packet.caseId, packet.requestId)
  const printable = packet.left.length > 0 || packet.draft?.ok === true
  return {
    status: unprintable ? 503 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: said.page.title,
      problem: unprintable ? { title: said.page.title, text: said.page.unprintable } : undefined,
      main: html`<p><a href="${hrefTo(language, `/work/cases/${packet.caseId}`)}#requests">${said.page.back}</a></p><h1>${said.page.title}</h1><p class="lead">${said.page.lead}</p>
${printable && !unprintable ? html`<p><a href="${hrefTo(language, `${path}.pdf`)}">${said.page.pdf}</a></p>` : null}${packet.left.map(({ message, sentAt, digest }, index) => html`<section aria-labelledby="message-${index + 1}"><h2 id="message-${index + 1}">${said.page.message(index + 1)}</h2>
<p>${said.page.left({ at: formatMoment(sentAt, timeZone, language), digest })}</p>${shown(packetModel(message, dayIn(sentAt, timeZone), language).blocks, 3)}</section>`)}${draftOf(packet, language)}`,
    }),
  }
}

/** The day of a moment where the authority works. */
export function dayIn(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date(moment))
}

/** What would leave today, or why nothing could. */
export function draftOf({ draft }: Packet, language: Language): Content {
  const said = packetWords[language]
  if (draft === undefined) return null
  if (draft.ok) return html`<p>${said.page.draft}</p>${shown(packetModel(draft.value, undefined, language).blocks, 2)}`
  const { refusal } = draft
  return refusal.code === 'withdrawn' ? html`<p>${said.page.withdrawn}</p>` : html`<h2>${said.page.refused}</h2><p>${sayRefusal(said.refusals, refusal)}</p>`
}

/** The blocks of a printed page on a screen, under the headings that are there already. */
function shown(blocks: readonly PageBlock[], level: 2 | 3): readonly Markup[] {
  const heading = (text: string) => (level === 2 ? html`<h2>${text}</h2>` : html`<h3>${text}</h3>`)
  return blocks.map((block) => {
    if (block.kind === 'heading') return heading(block.text)
    if (block.kind === 'paragraph') return html`<p${block.strong ? html` class="strong"` : null}>${block.text}</p>`
    if (block.kind === 'list') return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`
    if (block.kind === 'table') return dataTable({ caption: block.caption, columns: block.header, rows: block.rows })
    return block.kind === 'summary' ? html`${heading(block.caption)}${summaryList(block.pairs)}` : html`<p>${block.alt}</p>`
  })
}
