import { html, type Content, type Markup } from '../../render/html.ts'
import { glassReasons, type GlassAsked, type GlassFault } from '../../service/oversight/break-glass.ts'
import type { BrokenGlass, GlassLimits } from '../../store/break-glass.ts'
import { formatCount, formatDay, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { choiceField } from '../parts/choice-field.ts'
import { dataTable } from '../parts/data-table.ts'
import { textArea } from '../parts/text-area.ts'
import { textField } from '../parts/text-field.ts'
import { dayIn } from './day-in.ts'
import { oversightWords } from './oversight-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

const path = '/work/break-glass'
const statuses: Readonly<Partial<Record<GlassFault['code'], number>>> = { 'review-overdue': 409, 'repeated-differently': 409, 'too-many-in-a-day': 409, 'too-many-in-five-days': 409 }

/** What stands on the page beside the form: earlier times, and how often anybody may. */
type Beside = { readonly earlier: readonly BrokenGlass[]; readonly limits: GlassLimits; readonly timeZone: string }

/** Asks for case, reason and words; what is typed stays where something is wrong. */
export function breakGlassPage({ visitor }: WorkRequest, asked: GlassAsked, { earlier, limits, timeZone }: Beside, fault?: GlassFault): Answer {
  const { language } = visitor.address
  const { glass } = oversightWords[language]
  const field = fault && 'field' in fault ? fault.field : undefined
  const most = { day: formatCount(limits.inADay, language), fiveDays: formatCount(limits.inFiveDays, language) }
  const said = fault && glass.faults[fault.code](most)
  const errorOf = (name: 'caseId' | 'reason' | 'words') => (field === name ? said : undefined)
  return {
    status: fault ? (statuses[fault.code] ?? 422) : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: glass.title,
      problem: fault && said ? { title: glass.problem, text: said, links: field === undefined ? [] : [{ href: `#${field}`, name: { caseId: glass.caseId, reason: glass.reason, words: glass.words }[field] }] } : undefined,
      main: html`<h1>${glass.title}</h1><p class="lead">${glass.lead}</p><p>${glass.never}</p><p>${glass.often(most)}</p>
${postForm({ action: hrefTo(language, path), token: visitor.token, button: glass.button, fields: html`<input type="hidden" name="glass" value="${asked.glassId}">
${textField({ name: 'caseId', label: glass.caseId, hint: glass.idHint, value: asked.caseId, error: errorOf('caseId') })}
${choiceField({ name: 'reason', legend: glass.reason, options: glassReasons.map((value) => ({ value, name: glass.reasons[value] })), chosen: asked.reason, error: errorOf('reason') })}
${textArea({ name: 'words', label: glass.words, hint: glass.wordsHint, value: asked.words, error: errorOf('words') })}` })}
<section aria-labelledby="mine"><h2 id="mine">${glass.mine}</h2>${earlier.length === 0 ? html`<p>${glass.none}</p>` : glassTable(earlier, { caption: glass.mine, to: path, timeZone, language })}</section>`,
    }),
  }
}

/** After it: the same for a case that there is and for one that there is not. */
export function glassBrokenPage({ visitor }: WorkRequest, broken: BrokenGlass, timeZone: string): Answer {
  const { language } = visitor.address
  const { glass } = oversightWords[language]
  const ends = formatMoment(broken.endsAt, timeZone, language)
  return {
    status: 200,
    page: workFrame({ ...visitor, address: { language, path: `${path}/${broken.glassId}`, search: '' } }, {
      title: glass.brokenTitle,
      main: html`<h1>${glass.brokenTitle}</h1><p class="lead">${broken.inForce ? glass.broken(ends) : glass.over(ends)}</p>
${broken.inForce ? html`<p><a class="button" href="${hrefTo(language, `/work/cases/${broken.caseId}`)}">${glass.open}</a></p>` : null}
<p>${glass.told} ${glass.never}</p>${glassFacts(broken, timeZone, language)}`,
    }),
  }
}

/** On the page of a case that is read so: that it is, until when and why. */
export function glassBanner({ endsAt, reason }: BrokenGlass, timeZone: string, language: Language): Markup {
  return html`<p class="notice strong" role="note">${oversightWords[language].glass.banner({ until: formatMoment(endsAt, timeZone, language), reason: reasonName(reason, language) })}</p>
`
}

/** What was said, and what was said of it. */
export function glassFacts(broken: BrokenGlass, timeZone: string, language: Language): Markup {
  const { glass } = oversightWords[language]
  const { columns } = glass
  const entry = (name: string, value: Content) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<dl>${entry(columns.when, formatMoment(broken.brokenAt, timeZone, language))}${entry(columns.who, broken.handle)}${entry(columns.caseId, html`<code>${broken.caseId}</code>`)}
${entry(columns.reason, reasonName(broken.reason, language))}${entry(columns.words, broken.words)}${entry(columns.until, formatMoment(broken.endsAt, timeZone, language))}
${entry(columns.review, reviewCell(broken, timeZone, language))}</dl>`
}

export function glassTable(acts: readonly BrokenGlass[], { caption, to, timeZone, language }: { readonly caption: string; readonly to: string; readonly timeZone: string; readonly language: Language }): Markup {
  const { glass } = oversightWords[language]
  const { columns } = glass
  return dataTable({
    caption, columns: [columns.when, columns.who, columns.caseId, columns.reason, columns.review],
    rows: acts.map((one) => [
      html`<a class="case" href="${hrefTo(language, `${to}/${one.glassId}`)}">${formatMoment(one.brokenAt, timeZone, language)}</a>`, one.handle, html`<code>${one.caseId}</code>`,
      html`${reasonName(one.reason, language)}<small>${one.words}</small>`, reviewCell(one, timeZone, language),
    ]),
  })
}

export function reasonName(reason: string, language: Language): string {
  const named: Readonly<Record<string, string>> = oversightWords[language].glass.reasons
  return named[reason] ?? reason
}

export function reviewCell({ review, overdue, reviewBy }: BrokenGlass, timeZone: string, language: Language): Content {
  const { glass } = oversightWords[language]
  if (review) return html`${glass.reviewed({ verdict: glass.verdicts[review.verdict], by: review.handle, at: formatMoment(review.at, timeZone, language) })}<small>${review.words}</small>`
  const by = formatDay(dayIn(reviewBy, timeZone), language)
  return overdue ? html`<strong>${glass.overdue(by)}</strong>` : glass.waits(by)
}
