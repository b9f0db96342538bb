import { fieldNames as english } from './en/field-names.ts'
import { fieldNames as french } from './fr/field-names.ts'
import type { Language } from './language.ts'

const names: Readonly<Record<Language, { readonly fields: Readonly<Record<string, string>>; readonly happenings: Readonly<Record<string, string>> }>> = { en: english, fr: french }

/** What a field is called: `identityDocuments.0.number` is `document number`. One that nobody has named names itself. */
export function fieldName(field: string, language: Language): string {
  const last = field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? field
  const { fields } = names[language]
  return Object.hasOwn(fields, last) ? (fields[last] ?? field) : field
}

/** What must come first, as a sentence says it. */
export function happeningName(code: string, language: Language): string {
  const { happenings } = names[language]
  return Object.hasOwn(happenings, code) ? (happenings[code] ?? code) : code
}
