import { html, type Content } from '../../render/html.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { auditPath } from './audit-page.ts'
import { oversightWords } from './oversight-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export const oversightPath = '/work/oversight'

export const oversightPlaces = ['cases', 'decisions', 'approvals', 'law', 'messages', 'glass', 'exports', 'check'] as const

export type OversightPlace = (typeof oversightPlaces)[number]

/** Where everything is that an auditor reads. */
export function oversightPage({ visitor }: WorkRequest): Answer {
  const { language } = visitor.address
  const { workspace, audit, export: exporting } = oversightWords[language]
  const place = (path: string, name: string, what?: string) => html`<li><a href="${hrefTo(language, path)}">${name}</a>${what === undefined ? null : html`<p class="note">${what}</p>`}</li>`
  return {
    status: 200,
    page: workFrame(visitor, {
      title: workspace.title,
      main: html`<h1>${workspace.title}</h1><p class="lead">${workspace.lead}</p>
<ul class="links">${oversightPlaces.map((one) => place(`${oversightPath}/${one}`, workspace.places[one].name, workspace.places[one].what))}
${place(auditPath, audit.name)}${place(`${oversightPath}/export`, exporting.name)}</ul>`,
    }),
  }
}

/** One of its pages: a way back, what it is, and its table. */
export function oversightPart({ visitor }: WorkRequest, { title, lead, main }: { readonly title: string; readonly lead: string; readonly main: Content }): Answer {
  const { language } = visitor.address
  const { workspace } = oversightWords[language]
  return { status: 200, page: workFrame(visitor, { title, main: html`<p><a href="${hrefTo(language, oversightPath)}">${workspace.title}</a></p><h1>${title}</h1><p class="lead">${lead}</p>${main}` }) }
}
