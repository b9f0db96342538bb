import type { CaseState } from '../../casework/case-state.ts'
import { standingOf } from '../../casework/request-standing.ts'
import { html, type Content } from '../../render/html.ts'
import { mergeWords } from '../../service/approvals/approval-words.ts'
import { particularsOf } from '../../service/approvals/say-merge.ts'
import type { CaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import { isProtectedFact } from '../../service/work/what-is-protected.ts'
import type { Answers } from '../../store/drafts.ts'
import { factName } from '../../render/fact-name.ts'
import { formatCount, formatDay } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { choiceField } from '../parts/choice-field.ts'
import { dataTable } from '../parts/data-table.ts'
import { dateField } from '../parts/date-field.ts'
import { partWords } from '../parts/part-words.ts'
import { tag } from '../parts/tag.ts'
import { textArea } from '../parts/text-area.ts'
import { textField } from '../parts/text-field.ts'
import { caseWords } from './case-words.ts'
import { personName } from './person-name.ts'
import { recordWords } from './record-words.ts'
import { answersForm, postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export type MergeKind = 'merge' | 'unmerge'

/** Whether a draft is about two records of one person. */
export function isMergeKind(kind: string): kind is MergeKind {
  return kind === 'merge' || kind === 'unmerge'
}

export type StartFault = keyof (typeof mergeWords)['en']['start']['faults']

/** Which is the other record of this person? And those that were brought together before, each with the way to part them. */
export function mergeStartPage({ visitor }: WorkRequest, about: CaseToRecord, typed = '', fault?: StartFault): Answer {
  const { language } = visitor.address
  const { start } = mergeWords[language]
  const path = `/work/cases/${about.caseId}/merge`
  const { absorbed, mergedInto } = about.state
  const parts = absorbed.filter(({ undoneOn }) => undoneOn === undefined).map(({ caseId }) => caseId)
  const part = (other: string) => postForm({ action: hrefTo(language, `/work/cases/${about.caseId}/unmerge`), token: visitor.token, button: start.part, named: start.partNamed(other), quiet: true, fields: html`<input type="hidden" name="other" value="${other}">` })
  return {
    status: fault === undefined ? 200 : 422,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: start.title, inProgress: mergedInto === undefined, problem: fault && { title: start.problem, text: recordWords[language].problemText, links: [{ href: '#other', name: start.faults[fault] }] },
      main: [
        html`<p><a href="${hrefTo(language, `/work/cases/${about.caseId}/record`)}">${start.back}</a></p><p class="whose">${recordWords[language].whose(personName(about.state))}</p><h1>${start.title}</h1>`,
        mergedInto === undefined
          ? [html`<p class="lead">${start.lead}</p>`, postForm({ action: hrefTo(language, path), token: visitor.token, button: start.next, attributes: answersForm, fields: textField({ name: 'other', label: start.other, hint: start.hint, error: fault && start.faults[fault], value: typed }) })]
          : [html`<p class="notice">${start.into(mergedInto)}</p>`, part(mergedInto)],
        parts.length === 0 ? null : html`<section aria-labelledby="parts"><h2 id="parts">${start.broughtIn}</h2><p>${start.broughtInText}</p><ul>${parts.map((other) => html`<li><a href="${hrefTo(language, `/work/cases/${other}`)}"><code>${other}</code></a> ${part(other)}</li>`)}</ul></section>`,
      ],
    }),
  }
}

/** Both records side by side, and which of them stays. */
export function mergeComparePage({ visitor }: WorkRequest, { one, other, draftId, stays, missing }: { readonly one: CaseToRecord; readonly other: CaseToRecord; readonly draftId: string; readonly stays?: string | undefined; readonly missing: boolean }): Answer {
  const { language } = visitor.address
  const { compare } = mergeWords[language]
  const path = `/work/merges/${draftId}`
  const option = ({ caseId, state }: CaseToRecord) => ({ value: caseId, name: compare.option({ name: personName(state), caseId, openedOn: formatDay(state.openedOn, language) }) })
  return {
    status: missing ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: compare.title, inProgress: true, problem: missing ? { title: compare.problem, text: recordWords[language].problemText, links: [{ href: '#stays', name: compare.choose }] } : undefined,
      main: [
        html`<p><a href="${hrefTo(language, `/work/cases/${one.caseId}/merge`)}">${recordWords[language].back}</a></p><h1>${compare.title}</h1><p class="lead">${compare.lead}</p>`,
        sideBySide(one, other, language),
        postForm({ action: hrefTo(language, path), token: visitor.token, button: compare.next, attributes: answersForm, fields: choiceField({ name: 'stays', legend: compare.legend, hint: compare.hint, options: [one, other].map(option), chosen: stays, error: missing ? compare.choose : undefined }) }),
        discard(visitor, draftId, compare.discard),
      ],
    }),
  }
}

/** Why, and since when that is known. */
export function mergeWhyPage({ visitor }: WorkRequest, { kind, draftId, answers, faults, back }: { readonly kind: MergeKind; readonly draftId: string; readonly answers: Answers; readonly faults: Readonly<Partial<Record<'on' | 'reason', string>>>; readonly back: string }): Answer {
  const { language } = visitor.address
  const { why, compare } = mergeWords[language]
  const path = `/work/merges/${draftId}/why`
  const found = (['on', 'reason'] as const).flatMap((name) => { const text = faults[name]; return text === undefined ? [] : [{ href: `#${name}`, name: text }] })
  const text = (name: 'on' | 'reason') => String(answers[name] ?? '')
  return {
    status: found.length > 0 ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: why.titles[kind], inProgress: true, problem: found.length === 0 ? undefined : { title: compare.problem, text: recordWords[language].problemText, links: found },
      main: [
        html`<p><a href="${hrefTo(language, back)}">${why.back}</a></p><h1>${why.titles[kind]}</h1>`,
        postForm({
          action: hrefTo(language, path), token: visitor.token, button: why.next, attributes: answersForm,
          fields: [textArea({ name: 'reason', label: why.reason, hint: why.hints[kind], value: text('reason'), error: faults.reason }), dateField({ name: 'on', legend: why.on, hint: recordWords[language].hints.on, value: text('on'), error: faults.on }, language)],
        }),
        discard(visitor, draftId, compare.discard),
      ],
    }),
  }
}

export function discard({ address: { language }, token }: WorkRequest['visitor'], draftId: string, button: string): Content {
  return postForm({ action: hrefTo(language, `/work/drafts/${draftId}/discard`), token, button, quiet: true })
}

function sideBySide(one: CaseToRecord, other: CaseToRecord, language: Language): Content {
  const { compare } = mergeWords[language]
  const { columns } = compare
  const [mine, theirs] = [linesOf(one, language), linesOf(other, language)]
  return dataTable({
    caption: compare.caption, columns: [columns.what, columns.one, columns.other],
    rows: mine.map(([name, lines], index) => {
      const [, others = []] = theirs[index] ?? []
      const differs = index > 0 && lines.join('\n') !== others.join('\n')
      return [html`${name}${differs ? html` ${tag(compare.differs)}` : null}`, linesShown(lines, compare.none), linesShown(others, compare.none)]
    }),
  })
}

function linesShown(lines: readonly string[], none: string): Content {
  return lines.length === 0 ? none : lines.length === 1 ? lines[0] : html`<ul class="plain">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}

function linesOf({ caseId, state, purpose }: CaseToRecord, language: Language): readonly (readonly [string, readonly string[]])[] {
  const { rows } = mergeWords[language].compare
  return [[rows.number, [caseId]], ...particularsOf(state, language).map(([name, value]): readonly [string, readonly string[]] => [name, value === '' ? [] : [value]]), ...workOf(state, purpose !== undefined, rows, language)]
}

function workOf(state: CaseState, withPurpose: boolean, rows: (typeof mergeWords)['en']['compare']['rows'], language: Language): readonly (readonly [string, readonly string[]])[] {
  const said = caseWords[language]
  const { person } = partWords[language]
  const { ended } = mergeWords[language].compare
  const day = (text: string) => formatDay(text, language)
  return [
    [rows.opened, [day(state.openedOn)]],
    [rows.orders, state.orders.map((one) => [said.orders[one.orderKind], day(one.madeOn), ...(one.ended ? [ended] : [])].join(', '))],
    [rows.requests, state.requests.map((one) => [stateName(one.destination, language), said.documents[one.documentType], said.standings[standingOf(one)]].join(', '))],
    [rows.documents, state.documents.map((one) => [stateName(one.destination, language), said.documents[one.documentType], person.period({ from: day(one.validFrom), until: day(one.validUntil) })].join(', '))],
    [rows.journeys, state.bookings.map((one) => [stateName(one.destination, language), day(one.departsOn), ...(one.cancelledOn === undefined ? [] : [person.cancelled(day(one.cancelledOn))])].join(', '))],
    [rows.counsel, state.counsel.filter(({ endedOn }) => endedOn === undefined).map(({ name }) => name)],
    [rows.facts, factLines(state, withPurpose, language)],
    [rows.version, [formatCount(state.version, language)]],
  ]
}

/** The facts of a case that this reader may read, each in a line. */
export function factLines({ facts }: Pick<CaseState, 'facts'>, withPurpose: boolean, language: Language): readonly string[] {
  const { values } = partWords[language].person
  return facts.filter(({ fact }) => withPurpose || !isProtectedFact(fact)).map(({ fact, value, on, destination }) => [`${factName(fact, language)}${language === 'fr' ? '\u00a0:' : ':'} ${values[value]}`, formatDay(on, language), ...(destination === undefined ? [] : [stateName(destination, language)])].join(', '))
}
