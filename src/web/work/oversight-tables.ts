import { html, type Content } from '../../render/html.ts'
import { readKeptUpdate } from '../../service/cases/read-law-update.ts'
import type { KeptProposal } from '../../store/approvals.ts'
import type { KeptExport } from '../../store/exports.ts'
import type { KeptLawUpdate } from '../../store/law-updates.ts'
import type { MessagesCounted } from '../../store/oversight.ts'
import type { CaseRow } from '../../store/worklist.ts'
import { compareNames, formatCount, formatDay, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { dataTable } from '../parts/data-table.ts'
import { partWords } from '../parts/part-words.ts'
import { linkTo, stateOf } from './approval-state.ts'
import { purposeName } from './audit-table.ts'
import { caseWords } from './case-words.ts'
import { oversightWords } from './oversight-words.ts'
import { personCell } from './person-cell.ts'

/** Open cases, by due day. */
export function everyCaseTable(rows: readonly CaseRow[], language: Language): Content {
  const { list } = partWords[language]
  if (rows.length === 0) return html`<p>${list.emptyTitle}</p>`
  const dues: Readonly<Record<string, string>> = caseWords[language].dues
  return dataTable({
    caption: list.caption, columns: [list.person, list.due, list.inventory, list.country, list.officer],
    rows: rows.map((row) => [
      personCell(row, language), row.due ? html`${formatDay(row.due.on, language)}<small>${dues[row.due.for] ?? row.due.for}</small>` : list.nothingDue, caseWords[language].inventories[row.inventory].name,
      row.country === undefined ? list.notKnown : stateName(row.country, language), row.officer ?? list.nobody,
    ]),
  })
}

/** Changes of the law and the two people of each. */
export function lawTable(updates: readonly KeptLawUpdate[], timeZone: string, language: Language): Content {
  const { law } = oversightWords[language].workspace
  if (updates.length === 0) return html`<p>${law.none}</p>`
  const by = (who: string, at: string) => law.by({ by: who, at: formatMoment(at, timeZone, language) })
  return dataTable({
    caption: law.title, columns: [law.columns.title, law.columns.proposed, law.columns.approved, law.columns.revision, law.columns.digest],
    rows: updates.map((update) => [
      readKeptUpdate(update).title[language], by(update.proposedBy, update.proposedAt), update.approval ? by(update.approval.by, update.approval.at) : law.waits, update.approval?.revision ?? '–', html`<code class="digest">${update.digest}</code>`,
    ]),
  })
}

/** What was proposed, by whom, and how it ended. */
export function approvalsTable(proposals: readonly KeptProposal[], timeZone: string, language: Language): Content {
  const { approvals } = oversightWords[language].workspace
  const { columns } = approvals
  if (proposals.length === 0) return html`<p>${approvals.none}</p>`
  return dataTable({
    caption: approvals.title, columns: [columns.at, columns.who, columns.what, columns.state, columns.digest],
    rows: proposals.map((one) => [formatMoment(one.proposedAt, timeZone, language), one.proposer, linkTo(one, language), stateOf(one, timeZone, language), html`<code class="digest">${one.digest}</code>`]),
  })
}

/** Messages counted by month, state and kind. */
export function messagesTable(counted: readonly MessagesCounted[], language: Language): Content {
  const { messages: words } = oversightWords[language].workspace
  const order = compareNames(language)
  if (counted.length === 0) return html`<p>${words.none}</p>`
  return dataTable({
    caption: words.title, columns: [words.columns.month, words.columns.state, words.columns.kind, words.columns.count],
    rows: counted.toSorted((one, other) => order(other.month, one.month) || order(stateName(one.destination, language), stateName(other.destination, language))).map(({ month, destination, kind, messages }) => [month, stateName(destination, language), words.kinds[kind], formatCount(messages, language)]),
  })
}

/** Files that left by an export. */
export function exportsTable(made: readonly KeptExport[], timeZone: string, language: Language): Content {
  const { exports: words } = oversightWords[language].workspace
  if (made.length === 0) return html`<p>${words.none}</p>`
  const { columns } = words
  return dataTable({
    caption: words.title, columns: [columns.at, columns.who, columns.kind, columns.purpose, columns.lines, columns.digest],
    rows: made.map(({ madeAt, handle, kind, format, purpose, lines, cut, digest }) => [
      formatMoment(madeAt, timeZone, language), handle, `${words.kinds[kind]} (${format.toUpperCase()})`, purposeName(purpose, language), `${formatCount(lines, language)}${cut ? `, ${words.cut}` : ''}`, html`<code class="digest">${digest}</code>`,
    ]),
  })
}
