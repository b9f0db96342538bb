import { html, type Content } from '../../render/html.ts'
import type { KeptCheck } from '../../store/exports.ts'
import { formatCount, formatMoment, formatNumber } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { oversightPath } from './oversight-page.ts'
import { oversightWords } from './oversight-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** Has everything looked through, and says what was found before. */
export function oversightCheckPage({ visitor }: WorkRequest, checks: readonly KeptCheck[], timeZone: string, busy = false): Answer {
  const { language } = visitor.address
  const { check, title } = oversightWords[language].workspace
  const path = `${oversightPath}/check`
  return {
    status: busy ? 409 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: check.title,
      problem: busy ? { title: check.problem, text: check.busy } : undefined,
      main: html`<p><a href="${hrefTo(language, oversightPath)}">${title}</a></p><h1>${check.title}</h1><p class="lead">${check.lead}</p><p>${check.slow}</p>
${postForm({ action: hrefTo(language, path), token: visitor.token, button: check.button })}
${checks.length === 0 ? html`<p>${check.none}</p>` : dataTable({
        caption: check.title, columns: [check.columns.at, check.columns.who, check.columns.took, check.columns.result],
        rows: checks.map((one) => [formatMoment(one.endedAt, timeZone, language), one.handle, check.seconds(formatNumber((Date.parse(one.endedAt) - Date.parse(one.beganAt)) / 1000, language)), resultOf(one, language)]),
      })}`,
    }),
  }
}

function resultOf({ faults }: KeptCheck, language: Language): Content {
  const { check } = oversightWords[language].workspace
  if (faults.length === 0) return check.whole
  return html`<ul class="plain">${faults.map(({ fault, times, caseId }) => html`<li class="strong">${check.fault({ fault: check.faults[fault] ?? fault, times: formatCount(times, language), caseId })}</li>`)}</ul>`
}
