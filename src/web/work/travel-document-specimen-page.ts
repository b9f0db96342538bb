import { html } from '../../render/html.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { choiceField } from '../parts/choice-field.ts'
import { dateField } from '../parts/date-field.ts'
import { textField } from '../parts/text-field.ts'
import { documentWords } from './travel-document-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** The fields of the form, as they were typed. */
export const specimenFields = ['familyName', 'givenNames', 'dateOfBirth', 'sex', 'marks', 'address', 'issuedOn', 'validUntil', 'serial'] as const

export type SpecimenField = (typeof specimenFields)[number]

export type SpecimenTyped = Readonly<Record<SpecimenField, string>>

export type SpecimenFault = { readonly field: SpecimenField; readonly text: string }

/** Where anybody who is signed in makes a specimen for trying. */
export function specimenPage({ visitor }: WorkRequest, typed: SpecimenTyped, fault?: SpecimenFault): Answer {
  const { language } = visitor.address
  const { specimen: said } = documentWords[language]
  const errorOf = (field: SpecimenField) => (fault?.field === field ? fault.text : undefined)
  const text = (name: Exclude<SpecimenField, 'sex'>, hint?: string) => textField({ name, label: said[name], value: typed[name], error: errorOf(name), ...(hint === undefined ? {} : { hint }) })
  const date = (name: 'dateOfBirth' | 'issuedOn' | 'validUntil', hint?: string) => dateField({ name, legend: said[name], hint, value: typed[name], error: errorOf(name) }, language)
  const sexes = (['female', 'male', 'unspecified'] as const).map((value) => ({ value, name: said.sexes[value] }))
  return {
    status: fault ? 422 : 200,
    page: workFrame(visitor, {
      title: said.title,
      problem: fault && { title: said.problem, text: fault.text, links: [{ href: `#${fault.field}`, name: said[fault.field] }] },
      main: html`<h1>${said.title}</h1><p class="lead">${said.lead}</p><p>${said.fictional}</p>
${postForm({ action: hrefTo(language, '/work/documents/specimen'), token: visitor.token, button: said.button, fields: [
        text('familyName', said.familyHint), text('givenNames', said.givenHint), date('dateOfBirth', said.birthHint), choiceField({ name: 'sex', legend: said.sex, options: sexes, chosen: typed.sex, error: errorOf('sex') }),
        text('marks'), text('address'), date('issuedOn'), date('validUntil'), text('serial', said.serialHint),
      ] })}
<p><a href="${hrefTo(language, '/work/documents/zone')}">${said.toZone}</a></p>`,
    }),
  }
}
