import { html, type Content, type Markup } from '../../render/html.ts'
import { reachOf } from '../../service/access/permissions.ts'
import { mostCounted, soonDays, stalledDays, type MyWork, type MyWorkAsked, type WorkLine } from '../../service/work/read-my-work.ts'
import type { Place } from '../../store/worklist.ts'
import { formatCount, formatDay } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { pagination } from '../parts/pagination.ts'
import { partWords } from '../parts/part-words.ts'
import { tag } from '../parts/tag.ts'
import { caseFilter } from './case-filter.ts'
import { caseWords } from './case-words.ts'
import { exportPath } from './export-routes.ts'
import { oversightWords } from './oversight-words.ts'
import { personCell } from './person-cell.ts'
import { viewProblem, viewsPart, type SavedViews } from './views-part.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

const path = '/work/cases'

/** The open cases that somebody reaches, by due day. */
export function myWorkPage({ visitor, signedIn }: WorkRequest, asked: MyWorkAsked, found: MyWork, saved: SavedViews): Answer {
  const { language } = visitor.address
  const { list } = partWords[language]
  const { after: _after, before: _before, ...chosen } = asked
  const leaf = (name: 'after' | 'before', place: Place | undefined) => place && hrefTo(language, path, { ...chosen, [name]: `${place.day}_${place.caseId}` })
  return {
    status: saved.fault ? 422 : 200,
    page: workFrame(saved.fault ? { ...visitor, address: { language, path, search: '' } } : visitor, {
      title: list.title,
      problem: saved.fault && viewProblem(saved.fault, language),
      main: html`<h1>${list.title}</h1><p class="lead">${found.reach === 'all' ? list.allLead : list.ownLead}</p>
${counts(found, language)}${outOfDate(found, language)}
${caseFilter(path, asked, language)}${viewsPart(saved, chosen, visitor)}
${found.lines.length === 0 ? empty(asked, found, language) : dataTable({
    caption: list.caption, columns: [list.due, list.person, list.inventory, list.country, ...(found.reach === 'all' ? [list.officer] : []), list.attention],
    rows: found.lines.map((line) => rowOf(line, found, language)),
  })}
${pagination(language, { previous: leaf('before', found.previous), next: leaf('after', found.next) })}
${reachOf(signedIn.roles, 'cases.export') ? html`<p><a href="${hrefTo(language, exportPath, chosen)}">${oversightWords[language].export.link}</a></p>` : null}`,
    }),
  }
}

/** What the list says of a case was so on a day; it is brought up to date when a day begins, and that may still be under way. */
function outOfDate({ lines, today }: MyWork, language: Language): Markup | null {
  const [oldest] = lines.map(({ attention }) => attention.on).toSorted()
  return oldest !== undefined && oldest < today ? html`<p class="note">${partWords[language].list.asOf(formatDay(oldest, language))}</p>` : null
}

function counts({ counted }: MyWork, language: Language): Markup {
  const { list } = partWords[language]
  const whole = counted.cases <= mostCounted
  const most = formatCount(mostCounted, language)
  const entry = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<dl class="counts">${entry(list.counts.cases, whole ? formatCount(counted.cases, language) : list.moreThan(most))}${entry(list.counts.overdue, formatCount(counted.overdue, language))}
${entry(list.counts.dueSoon(soonDays), formatCount(counted.dueSoon, language))}${entry(list.counts.stalled(stalledDays), formatCount(counted.stalled, language))}</dl>
${whole ? null : html`<p class="note">${list.firstOnly(formatCount(mostCounted + 1, language))}</p>`}`
}

function rowOf(line: WorkLine, { reach, today }: MyWork, language: Language): readonly Content[] {
  const { list } = partWords[language]
  const { inventory, country, officer } = line
  return [
    dueCell(line, today, language), personCell(line, language), caseWords[language].inventories[inventory].name, country === undefined ? list.notKnown : stateName(country, language),
    ...(reach === 'all' ? [officer ?? list.nobody] : []), attentionCell(line, language),
  ]
}

/** What falls due next, and the one thing after it. */
function dueCell({ due, attention: { next } }: WorkLine, today: string, language: Language): Content {
  const { list } = partWords[language]
  if (!due) return list.nothingDue
  const names: Readonly<Record<string, string>> = caseWords[language].dues
  const what = (code: string) => names[code] ?? code
  return html`${formatDay(due.on, language)} ${due.on < today ? tag(list.overdue, 'alarm') : null}<small>${what(due.for)}</small>${next ? html`<small>${list.also({ on: formatDay(next.on, language), what: what(next.for) })}</small>` : null}`
}

function attentionCell({ attention: { collisions, answers }, stalled }: WorkLine, language: Language): Content {
  const { list } = partWords[language]
  const said = caseWords[language]
  const points = [
    ...collisions.map((kind) => html`<li class="strong">${list.collision(said.collisions[kind])}</li>`),
    ...answers.map(({ country, outcome, on }) => html`<li>${list.answer({ country: stateName(country, language), outcome: said.outcomes[outcome], on: formatDay(on, language) })}</li>`),
    ...(stalled ? [html`<li>${list.stalled(stalledDays)}</li>`] : []),
  ]
  return points.length === 0 ? list.nothing : html`<ul class="plain">${points}</ul>`
}

function empty({ inventory, country, due, after, before }: MyWorkAsked, { reach }: MyWork, language: Language): Markup {
  const { list } = partWords[language]
  const narrowed = [inventory, country, due, after, before].some((one) => one !== undefined)
  return html`<h2>${list.emptyTitle}</h2><p>${narrowed ? list.emptyFiltered : reach === 'all' ? list.emptyAll : list.emptyOwn}</p>
${narrowed ? html`<p><a href="${hrefTo(language, path)}">${list.showAll}</a></p>` : null}`
}
