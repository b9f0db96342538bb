import { html } from '../../render/html.ts'
import { approvalWords } from '../../service/approvals/approval-words.ts'
import type { WaitingLawUpdate } from '../../service/cases/waiting-law-updates.ts'
import { formatMoment } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** Changes of the law that wait for a second legal reviewer. */
export function lawListPage({ visitor }: WorkRequest, waiting: readonly WaitingLawUpdate[], timeZone: string): Answer {
  const { language } = visitor.address
  const { law } = approvalWords[language]
  const { columns } = law
  return {
    status: 200,
    page: workFrame(visitor, {
      title: law.title,
      main: html`<h1>${law.title}</h1><p class="lead">${law.lead}</p>
${waiting.length === 0 ? html`<p>${law.none}</p>` : dataTable({
        caption: law.title, columns: [columns.what, columns.source, columns.by, columns.at],
        rows: waiting.map(({ updateId, title, source, by, at }) => [html`<a class="case" href="${hrefTo(language, `/work/law-updates/${updateId}`)}">${title[language]}</a>`, source, by, formatMoment(at, timeZone, language)]),
      })}`,
    }),
  }
}

/** One change that waits; `fault`: why its effects were not written down. */
export function lawUpdatePage({ visitor, signedIn }: WorkRequest, { updateId, title, source, by, at }: WaitingLawUpdate, timeZone: string, fault?: string): Answer {
  const { language } = visitor.address
  const { law, one } = approvalWords[language]
  const path = `/work/law-updates/${updateId}`
  const own = by.trim().toLowerCase() === signedIn.handle
  return {
    status: fault === undefined ? 200 : 409,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: title[language], problem: fault === undefined ? undefined : { title: law.problem, text: fault },
      main: html`<p><a href="${hrefTo(language, '/work/law-updates')}">${law.title}</a></p><h1>${title[language]}</h1>
<p lang="${language === 'en' ? 'fr' : 'en'}">${title[language === 'en' ? 'fr' : 'en']}</p>
<p>${one.proposed({ by, at: formatMoment(at, timeZone, language) })}</p><dl><dt>${law.columns.source}</dt><dd>${source}</dd></dl>
${own ? html`<p class="note">${law.own}</p>` : html`<p>${law.prepareLead}</p>${postForm({ action: hrefTo(language, `${path}/prepare`), token: visitor.token, button: law.prepare })}`}`,
    }),
  }
}
