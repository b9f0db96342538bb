import { commitmentKinds, commitmentUnits } from '../../cooperation/commitment.ts'
import { html } from '../../render/html.ts'
import { outcomeName } from '../../render/names.ts'
import type { SeriesToChoose } from '../../service/countries/read-commitments.ts'
import { capitalise } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { sourceTitle } from '../source-names.ts'
import { fieldsOf, problemOf, type Filled } from './country-fields.ts'
import { countryWords } from './country-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** The form for a commitment, or for another in the place of one. It asks for no officer and no person. */
export function commitmentFormPage({ visitor }: WorkRequest, series: readonly SeriesToChoose[], filled: Filled, replaced = false): Answer {
  const { language } = visitor.address
  const { commitments: words, commitmentFields: names, dayHint, record, problem } = countryWords[language]
  const { text, select, hidden } = fieldsOf(filled)
  return {
    status: replaced ? 409 : Object.keys(filled.errors).length === 0 ? 200 : 422,
    page: workFrame({ ...visitor, address: { language, path: '/work/commitments/new', search: '' } }, {
      title: words.formTitle, problem: replaced ? { title: problem, text: words.replaced, links: [{ href: hrefTo(language, '/work/commitments'), name: words.title }] } : problemOf(problem, filled.errors),
      main: html`<h1>${words.formTitle}</h1><p class="lead">${words.formLead}</p>
${postForm({ action: hrefTo(language, '/work/commitments/new'), token: visitor.token, button: record, fields: [
    hidden('id'), hidden('replaces'), select('kind', names.kind, commitmentKinds.map((value) => ({ value, name: words.kinds[value] }))), text('whatEn', names.whatEn), text('whatFr', names.whatFr), text('number', names.number),
    select('unit', names.unit, commitmentUnits.map((value) => ({ value, name: capitalise(words.units[value]) }))), text('from', names.from, dayHint), text('until', names.until, dayHint), text('announcedBy', names.announcedBy), text('announcedOn', names.announcedOn, dayHint),
    text('source', names.source), select('series', names.series, series.map((one) => ({ value: one.series, name: nameOf(one, language) })), words.noCounts),
  ] })}`,
    }),
  }
}

function nameOf({ source, outcome, event, fictional }: SeriesToChoose, language: Language): string {
  const { commitments: words, effect } = countryWords[language]
  if (source) return `${sourceTitle(source, language)}: ${outcomeName(outcome, language)}`
  return `${event === undefined ? '' : words.ownSeries[event]}${fictional ? ` (${effect.fictional})` : ''}`
}
