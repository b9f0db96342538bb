import { documentsOf, topicsOf, type EntryKind } from '../../cooperation/country-entry.ts'
import { html } from '../../render/html.ts'
import { placeName } from '../../render/names.ts'
import { capitalise } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { fieldsOf, problemOf, type Filled } from './country-fields.ts'
import { countryWords } from './country-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** The form for one entry of the playbook, of the matrix, or of the contacts. */
export function countryEntryPage({ visitor }: WorkRequest, code: string, kind: EntryKind, filled: Filled): Answer {
  const { language } = visitor.address
  const { entry, entryFields: names, topics, documents, languages, dayHint, record, problem } = countryWords[language]
  const title = entry.titles[kind](placeName(code, language))
  const { text, area, select, check, hidden } = fieldsOf(filled)
  const path = `/work/countries/${code}/entries/new/${kind}`
  const kindOfDocument = kind === 'contact' ? null : select('document', names.document, documentsOf(kind).map((value) => ({ value, name: capitalise(documents[value]) })))
  return {
    status: Object.keys(filled.errors).length === 0 ? 200 : 422,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title, problem: problemOf(problem, filled.errors),
      main: html`<h1>${title}</h1><p class="lead">${entry.lead}</p><p>${entry.noPerson}</p>
${postForm({ action: hrefTo(language, path), token: visitor.token, button: record, fields: [
    hidden('id'), kindOfDocument, text('consulate', names.consulate, entry.consulateHint),
    select('topic', kind === 'acceptance' ? entry.answer : kind === 'contact' ? entry.contactTopic : names.topic, topicsOf[kind].map((value) => ({ value, name: capitalise(topics[value]) }))),
    area('says', names.says), select('language', names.language, (['en', 'fr'] as const).map((value) => ({ value, name: capitalise(languages[value]) }))),
    text('owner', names.owner, entry.ownerHint), text('source', names.source, entry.sourceHint), text('checkedOn', names.checkedOn, dayHint), text('reviewBy', names.reviewBy, dayHint), check('withdrawn', entry.withdraw),
  ] })}`,
    }),
  }
}
