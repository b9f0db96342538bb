import { randomUUID } from 'node:crypto'
import { html, type Content } from '../../render/html.ts'
import type { TravelDocuments } from '../../service/documents/read-travel-documents.ts'
import { formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { dateField } from '../parts/date-field.ts'
import { selectField } from '../parts/select-field.ts'
import { textField } from '../parts/text-field.ts'
import { documentWords, sayRefusal } from './travel-document-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** What was typed into the proposal, or nothing yet. */
export type DocumentTyped = { readonly destination: string; readonly validUntil: string; readonly marks: string; readonly address: string; readonly first?: string; readonly second?: string }

export type DocumentFault = { readonly field?: 'destination' | 'validUntil' | 'marks' | 'address'; readonly text: string }

/** The travel documents of a case: propose one, make it once two people have agreed, and every number that was taken. */
export function travelDocumentCasePage({ visitor }: WorkRequest, found: TravelDocuments, timeZone: string, typed: DocumentTyped, fault?: DocumentFault): Answer {
  const { language } = visitor.address
  const { make } = documentWords[language]
  const path = `/work/cases/${found.caseId}/travel-document`
  const labels = { destination: make.destination, validUntil: make.validUntil, marks: make.marks, address: make.address }
  return {
    status: fault ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: make.title,
      problem: fault && { title: make.problem, text: fault.text, links: fault.field ? [{ href: `#${fault.field}`, name: labels[fault.field] }] : [] },
      main: html`<p><a href="${hrefTo(language, `/work/cases/${found.caseId}`)}#documents">${make.back}</a></p><h1>${make.title}</h1><p class="lead">${make.lead}</p>
${found.standing === 'ready' && !found.fictional ? html`${proposals()}${found.ready ? makeForm(found.ready) : null}<h2>${make.proposeTitle}</h2>${proposeForm()}` : whyNot()}
<h2>${make.numbers}</h2>${numbersTable(found, timeZone, language)}`,
    }),
  }

  function whyNot(): Content {
    const { refusals } = documentWords[language]
    const text = found.standing === 'not-configured' ? make.notConfigured : found.standing === 'ready' ? refusals['fictional-case']() : sayRefusal(refusals, found.standing)
    return html`<p>${text}</p><p><a href="${hrefTo(language, '/work/documents/specimen')}">${make.toSpecimen}</a></p>`
  }

  function proposals(): Content {
    const { columns, states } = make
    if (found.proposals.length === 0) return html`<h2>${make.proposals}</h2><p>${make.noProposals}</p>`
    return html`<h2>${make.proposals}</h2>${dataTable({ caption: make.proposals, columns: [columns.proposal, columns.state, columns.by, columns.draft], rows: found.proposals.map(({ proposalId, state, agreedBy, draft }, index) => [
      html`<a href="${hrefTo(language, `/work/approvals/${proposalId}`)}">${make.open} ${String(found.proposals.length - index)}</a>`, states[state], agreedBy ?? '–', html`<code class="digest">${draft}</code>`,
    ]) })}`
  }

  function makeForm([first, second]: readonly [string, string]): Content {
    return html`<p>${make.ready}</p>${postForm({ action: hrefTo(language, `${path}/make`), token: visitor.token, button: make.button, fields: html`<input type="hidden" name="first" value="${first}"><input type="hidden" name="second" value="${second}">` })}`
  }

  function proposeForm(): Content {
    const errorOf = (field: DocumentFault['field']) => (fault && fault.field === field ? fault.text : undefined)
    return postForm({ action: hrefTo(language, path), token: visitor.token, button: make.propose, fields: [
      html`<input type="hidden" name="version" value="${String(found.version)}"><input type="hidden" name="first" value="${typed.first ?? randomUUID()}"><input type="hidden" name="second" value="${typed.second ?? randomUUID()}">`,
      selectField({ name: 'destination', label: make.destination, none: make.none, options: found.nationalities.map((value) => ({ value, name: stateName(value, language) })), chosen: typed.destination, error: errorOf('destination') }),
      dateField({ name: 'validUntil', legend: make.validUntil, value: typed.validUntil, error: errorOf('validUntil') }, language),
      textField({ name: 'marks', label: make.marks, hint: make.marksHint, value: typed.marks, error: errorOf('marks') }), textField({ name: 'address', label: make.address, hint: make.addressHint, value: typed.address, error: errorOf('address') }),
    ] })
  }
}

function numbersTable({ numbers }: TravelDocuments, timeZone: string, language: Language): Content {
  const { make } = documentWords[language]
  const { columns } = make
  if (numbers.length === 0) return html`<p>${make.noNumbers}</p>`
  return dataTable({ caption: make.numbers, columns: [columns.number, columns.taken, columns.made, columns.approvers], rows: numbers.map(({ documentNumber, takenAt, takenBy, made, approvers }) => [
    html`<code>${documentNumber}</code>`, html`${formatMoment(takenAt, timeZone, language)}<small>${takenBy}</small>`, made ? html`${formatMoment(made.at, timeZone, language)}<small><code class="digest">${made.pageDigest}</code></small>` : make.spoiled, approvers.join(', '),
  ]) })
}
