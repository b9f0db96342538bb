import { rungs as everyRung } from '../../cooperation/engagement.ts'
import { html } from '../../render/html.ts'
import { placeName } from '../../render/names.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { fieldsOf, problemOf, type Filled } from './country-fields.ts'
import { countryWords } from './country-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** The decision of a new measure towards a country. */
export function engagementFormPage({ visitor }: WorkRequest, code: string, filled: Filled): Answer {
  const { language } = visitor.address
  const { measure, engagementFields: names, rungs, dayHint, problem } = countryWords[language]
  const title = measure.decideTitle(placeName(code, language))
  const { text, area, select, hidden } = fieldsOf(filled)
  const path = `/work/countries/${code}/measures/new`
  return {
    status: Object.keys(filled.errors).length === 0 ? 200 : 422,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title, problem: problemOf(problem, filled.errors),
      main: html`<h1>${title}</h1><p class="lead">${measure.decideLead}</p>
${postForm({ action: hrefTo(language, path), token: visitor.token, button: measure.decide, fields: [
    hidden('id'), select('rung', names.rung, everyRung.map((value) => ({ value, name: rungs[value] }))), area('what', names.what), text('legalBasis', names.legalBasis), text('decidedBy', names.decidedBy, measure.office),
    text('on', measure.decidedOn, dayHint), text('startsOn', names.startsOn, dayHint), text('reviewBy', names.reviewBy, dayHint), text('sunsetOn', names.sunsetOn, dayHint), text('source', names.source),
  ] })}`,
    }),
  }
}
