import { html, type Content } from '../../render/html.ts'
import type { RecordedKind } from '../../text/en/record.ts'
import { hrefTo } from '../address.ts'
import { fieldsOf, optionsOf, type Asking } from './question-options.ts'
import { plans, type Field, type Question, type Thing } from './questions.ts'
import { recordWords } from './record-words.ts'

/** What brings the thing that is missing: recorded first, it can be chosen. An officer's account is made elsewhere. */
const bringsIt: Readonly<Record<Thing, readonly RecordedKind[]>> = {
  nationality: ['record-nationality'], order: ['record-order'], proposed: ['propose-destination'], asked: ['ask-destination'], counsel: ['record-counsel'],
  drafted: ['draft-request'], checked: ['check-request'], approved: ['approve-request'], 'with-state': ['send-request', 'record-earlier-request'], 'decided-or-not': ['send-request', 'record-earlier-request'], awaited: ['draft-request'], 'any-request': ['draft-request', 'record-earlier-request'], issued: ['record-outcome'],
  document: ['take-document'], 'usable-document': ['take-document'], booking: ['make-booking'], 'removed-booking': ['depart'], 'unlawful-booking': ['record-unlawful-removal'], 'fact-record': ['record-fact'], owed: ['correct-fact'], 'owed-request': ['correct-fact'], officer: [],
}

/** What can be recorded now on the way there: where something else must come before it, that. */
function firstOf(thing: Thing, asking: Asking, seen: readonly Thing[] = []): readonly RecordedKind[] {
  const found = bringsIt[thing].flatMap((kind): readonly RecordedKind[] => {
    const missing = plans[kind].questions.map((question) => findUnanswerable(question, { ...asking, answers: {} })).find((one) => one !== undefined)
    if (missing?.as !== 'thing') return [kind]
    return seen.includes(missing.thing) ? [] : firstOf(missing.thing, asking, [...seen, thing])
  })
  return [...new Set(found)]
}

/** The field of a question that must be chosen and has nothing to choose from; undefined where the question can be answered. */
export function findUnanswerable(question: Question, asking: Asking): Field | undefined {
  // A clause that no list names is typed.
  return fieldsOf(question, asking).find((field) => !field.optional && field.as !== 'records' && field.name !== 'clause' && optionsOf(field, asking)?.length === 0)
}

/** Why nothing fits, and what to do: in place of a question that nobody could answer. */
export function nothingFits(field: Field, asking: Asking): Content {
  const { language, about } = asking
  const words = recordWords[language]
  const path = about && `/work/cases/${about.caseId}/record`
  const first = field.as === 'thing' ? firstOf(field.thing, asking) : []
  return html`<div class="notice"><p class="strong">${words.nothingTitle}</p><p>${field.as === 'thing' ? words.nothing[field.thing] : words.thingNone}</p></div>
${path === undefined ? null : html`${first.length === 0 ? null : html`<h2>${words.nothingFirst}</h2><ul class="links">${first.map((kind) => html`<li><a href="${hrefTo(language, `${path}/${kind}`)}">${words.commands[kind]}</a></li>`)}</ul>`}<p><a href="${hrefTo(language, path)}">${words.nothingOther}</a></p>`}
`
}
