import { html, type Content } from '../../render/html.ts'
import { approvalWords } from '../../service/approvals/approval-words.ts'
import { mostListed, type ListedApprovals } from '../../service/approvals/read-approvals.ts'
import type { KeptProposal } from '../../store/approvals.ts'
import { formatCount, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { kindOf, linkTo, stateOf } from './approval-state.ts'
import { personCell } from './person-cell.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** What waits for somebody, and what they proposed. */
export function approvalListPage({ visitor }: WorkRequest, { waiting, own, law }: ListedApprovals, timeZone: string): Answer {
  const { language } = visitor.address
  const { list } = approvalWords[language]
  return {
    status: 200,
    page: workFrame(visitor, {
      title: list.title,
      main: html`<h1>${list.title}</h1><p class="lead">${list.lead}</p>
${waiting && html`<section aria-labelledby="waiting"><h2 id="waiting">${list.waiting}</h2>${waiting.length === 0 ? html`<p>${list.noneWaiting}</p>` : [html`<p class="note">${list.waitingLead}</p>`, tableOf(waiting, list.waiting, timeZone, language)]}</section>
`}${law ? html`<section aria-labelledby="law"><h2 id="law">${list.law}</h2><p><a href="${hrefTo(language, '/work/law-updates')}">${list.lawLink}</a></p></section>
` : null}<section aria-labelledby="own"><h2 id="own">${list.own}</h2>${own.length === 0 ? html`<p>${list.noneOwn}</p>` : tableOf(own, list.own, timeZone, language)}</section>`,
    }),
  }
}

function tableOf(proposals: readonly KeptProposal[], caption: string, timeZone: string, language: Language): Content {
  const { list, subjects } = approvalWords[language]
  const { columns } = list
  return [
    dataTable({
      caption, columns: [columns.what, columns.person, columns.proposed, columns.by, columns.state],
      rows: proposals.map((proposal) => [linkTo(proposal, language), proposal.person ? personCell(proposal.person, language) : subjects[proposal.subject], formatMoment(proposal.proposedAt, timeZone, language), proposal.proposer, stateOf(proposal, timeZone, language)]),
    }),
    proposals.length < mostListed ? null : html`<p class="note">${list.first(formatCount(mostListed, language))}</p>`,
  ]
}

/** What took two people in a case: by whom, how, and over which bytes. */
export function approvalsOfCase(proposals: readonly KeptProposal[], timeZone: string, language: Language): Content {
  const { onCase, means, states } = approvalWords[language]
  const { columns } = onCase
  if (proposals.length === 0) return html`<p>${onCase.none}</p>`
  return dataTable({
    caption: onCase.title, columns: [columns.what, columns.proposed, columns.state, columns.who, columns.how, columns.digest],
    rows: proposals.map((proposal) => [
      html`<a href="${hrefTo(language, `/work/approvals/${proposal.proposalId}`)}">${kindOf(proposal, language)}</a>`, html`${proposal.proposer}<small>${formatMoment(proposal.proposedAt, timeZone, language)}</small>`, states[proposal.state],
      proposal.ending ? html`${proposal.ending.handle}<small>${formatMoment(proposal.ending.at, timeZone, language)}</small>` : '–', proposal.ending?.means ? means[proposal.ending.means] : '–', html`<code class="digest">${proposal.digest}</code>`,
    ]),
  })
}
