import { commitmentKinds, commitmentUnits, type Commitment } from '../../cooperation/commitment.ts'
import { commitmentChanges } from '../../cooperation/commitment-change.ts'
import { html, type Markup } from '../../render/html.ts'
import { outcomeName } from '../../render/names.ts'
import type { SeriesToChoose } from '../../service/countries/counted-series.ts'
import { capitalise } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { choiceField } from '../parts/choice-field.ts'
import { sourceTitle } from '../source-names.ts'
import { days, number } from './commitment-cells.ts'
import { fieldsOf, problemOf, type Filled } from './country-fields.ts'
import { countryWords } from './country-words.ts'
import { postForm, workFrame, type Problem } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** What is typed, what may be chosen, and of another in the place of one what that says. */
export type CommitmentForm = { readonly series: readonly SeriesToChoose[]; readonly filled: Filled; readonly earlier?: Commitment | undefined; /** Somebody else was there first. */ readonly replaced?: boolean }

/** The form for a commitment, or for another in the place of one. It asks for no officer and no person. */
export function commitmentFormPage({ visitor }: WorkRequest, { series, filled, earlier, replaced = false }: CommitmentForm): Answer {
  const { language } = visitor.address
  const { commitments: words, commitmentFields: names, dayHint, record, problem } = countryWords[language]
  const { text, select, hidden } = fieldsOf(filled)
  const title = earlier ? words.replaceTitle : words.formTitle
  const before = earlier && earlier.series !== '' && !series.some((one) => one.series === earlier.series) ? [{ value: earlier.series, name: words.seriesAsBefore }] : []
  return {
    status: replaced ? 409 : Object.keys(filled.errors).length === 0 ? 200 : 422,
    page: workFrame({ ...visitor, address: { language, path: '/work/commitments/new', search: '' } }, {
      title, problem: replaced ? replacedProblem(language) : problemOf(problem, filled.errors),
      main: html`<h1>${title}</h1><p class="lead">${words.formLead}</p>${earlier ? html`<p>${words.replaceLead(said(earlier, language))}</p>` : null}
${postForm({ action: hrefTo(language, '/work/commitments/new'), token: visitor.token, button: record, fields: [
    hidden('id'), hidden('replaces'), ...(filled.typed['replaces'] ? changeFields(filled, language) : []), select('kind', names.kind, commitmentKinds.map((value) => ({ value, name: words.kinds[value] }))), text('whatEn', names.whatEn), text('whatFr', names.whatFr), text('number', names.number),
    select('unit', names.unit, commitmentUnits.map((value) => ({ value, name: capitalise(words.units[value]) }))), text('from', names.from, dayHint), text('until', names.until, dayHint), text('announcedBy', names.announcedBy), text('announcedOn', names.announcedOn, dayHint),
    text('source', names.source), select('series', names.series, [...before, ...series.map((one) => ({ value: one.series, name: nameOf(one, language) }))], words.noCounts),
  ] })}`,
    }),
  }
}

/** The form that says that a commitment holds no longer. */
export function withdrawFormPage({ visitor }: WorkRequest, { filled, earlier, replaced = false }: Omit<CommitmentForm, 'series'>): Answer {
  const { language } = visitor.address
  const { commitments: words, problem } = countryWords[language]
  const { hidden } = fieldsOf(filled)
  return {
    status: replaced ? 409 : Object.keys(filled.errors).length === 0 ? 200 : 422,
    page: workFrame({ ...visitor, address: { language, path: '/work/commitments/withdraw', search: `?of=${filled.typed['of'] ?? ''}` } }, {
      title: words.withdrawTitle, problem: replaced ? replacedProblem(language) : problemOf(problem, filled.errors),
      main: html`<h1>${words.withdrawTitle}</h1>${replaced || !earlier ? null : html`<p class="lead">${words.withdrawLead(said(earlier, language))}</p>
${postForm({ action: hrefTo(language, '/work/commitments/withdraw'), token: visitor.token, button: words.withdrawButton, fields: [hidden('id'), hidden('of'), ...dayAndSource(filled, language)] })}`}`,
    }),
  }
}

/** What it takes the place of, in a line. */
function said(commitment: Commitment, language: Language): string {
  return `${commitment.what[language]}, ${days({ commitment }, language)}, ${number({ commitment }, language)}`
}

function changeFields(filled: Filled, language: Language): readonly Markup[] {
  const { commitments: words, commitmentFields: names } = countryWords[language]
  const replacing = commitmentChanges.filter((how) => how !== 'withdrawn')
  return [choiceField({ name: 'how', legend: names.how, options: replacing.map((value) => ({ value, name: words.changes[value] })), chosen: filled.typed['how'], error: filled.errors['how'] }), ...dayAndSource(filled, language)]
}

function dayAndSource(filled: Filled, language: Language): readonly Markup[] {
  const { commitmentFields: names, dayHint } = countryWords[language]
  const { text } = fieldsOf(filled)
  return [text('changedOn', names.changedOn, dayHint), text('changeSource', names.changeSource)]
}

function replacedProblem(language: Language): Problem {
  const { commitments: words, problem } = countryWords[language]
  return { title: problem, text: words.replaced, links: [{ href: hrefTo(language, '/work/commitments'), name: words.title }] }
}

function nameOf({ source, outcome, event, fictional }: SeriesToChoose, language: Language): string {
  const { commitments: words, effect } = countryWords[language]
  if (source) return `${sourceTitle(source, language)}: ${outcomeName(outcome, language)}`
  return `${event === undefined ? '' : words.ownSeries[event]}${fictional ? ` (${effect.fictional})` : ''}`
}
