import { checkComingDay, checkDay, checkPastDay } from '../../casework/check-day.ts'
import { findDay, type PlainDate } from '../../kernel/day.ts'
import type { Answers } from '../../store/drafts.ts'
import { readDate } from '../parts/date-field.ts'
import { extraFaults } from './extras.ts'
import { fieldsOf, optionsOf, type Asking } from './question-options.ts'
import { mostPapers, paperFields, papersIn, readPapers } from './papers.ts'
import type { Field, Question } from './questions.ts'
import { recordRefusal } from './record-refusal.ts'
import { recordWords } from './record-words.ts'

/** What is wrong with answers, by the id of the box to which the error leads. */
export type Faults = Readonly<Record<string, string>>

const longest = 4000

/** Takes what was typed into the fields of one question, and of no other. */
export function readAnswers(question: Question, form: URLSearchParams, asking: Asking): Answers {
  // A fact may be chosen on the very page that asks for its day: fields are those of the answers as they come.
  return Object.assign({}, ...fieldsOf(question, asking).map((field) => readField(field, form))) as Answers
}

/** What was typed into any field of a question, whether or not it makes sense with the answers so far. */
export function readEveryAnswer({ fields }: Question, form: URLSearchParams): Answers {
  return Object.assign({}, ...fields.map((field) => readField(field, form))) as Answers
}

function readField({ name, as }: Field, form: URLSearchParams): Answers {
  if (as === 'day' || as === 'birth') return { [name]: readDate(form, name) }
  if (as === 'records') return { [name]: form.getAll(name).slice(0, 500) }
  if (as === 'papers') return readPapers(form)
  if (as === 'files' || as === 'photograph') return { [name]: 'seen' }
  return { [name]: (form.get(name) ?? '').trim() }
}

/** What is wrong with the answers to one question, as far as it can be said before it is handed in. Casework has the last word. */
export function faultsIn(question: Question, asking: Asking, today: PlainDate): Faults {
  const found = fieldsOf(question, asking).flatMap((field): readonly (readonly [string, string])[] => {
    if (field.as === 'papers') return paperFaults(asking)
    const fault = faultOf(field, asking, today)
    return fault === undefined ? [] : [[field.name, fault]]
  })
  const nameless = question.id === 'person' && asking.answers['familyName'] === '' && asking.answers['givenNames'] === ''
  const { faults, fields } = recordWords[asking.language]
  return Object.fromEntries([...(nameless ? [['familyName', faults.fill(fields.familyName)] as const] : []), ...found, ...(question.id === 'extras' ? Object.entries(extraFaults(asking)) : [])])
}

/** Is every question answered as far as it must be? The first one that is not, else undefined. */
export function firstUnanswered(questions: readonly Question[], asking: Asking, today: PlainDate): Question | undefined {
  return questions.find((question) => fieldsOf(question, asking).some((field) => asking.answers[field.name] === undefined) || Object.keys(faultsIn(question, asking, today)).length > 0)
}

function faultOf(field: Field, asking: Asking, today: PlainDate): string | undefined {
  const { language, answers } = asking
  const words = recordWords[language]
  const label = words.fields[field.name]
  const value = answers[field.name] ?? ''
  const options = optionsOf(field, asking)
  if (field.as === 'records') return typeof value !== 'string' && value.every((one) => options?.some((option) => option.value === one)) ? undefined : value.length === 0 ? undefined : words.faults.choose(label)
  if (typeof value !== 'string') return words.faults.fill(label)
  if (value === '') return emptyFault(field, options !== undefined && options.length > 0, asking)
  if (value.length > longest) return words.faults.long(label)
  if (field.as === 'day') return dayFault(field, value as PlainDate, today, asking)
  if (field.as === 'birth') return isBirth(value, today) ? undefined : words.faults.birth
  // Canada's law names no clauses to choose from: there it is typed.
  const typed = options === undefined || (field.name === 'clause' && options.length === 0)
  return typed || options.some((option) => option.value === value) ? undefined : words.faults.choose(label)
}

function emptyFault(field: Field, chosen: boolean, { language }: Asking): string | undefined {
  const { faults, fields } = recordWords[language]
  if (field.optional || field.as === 'files') return undefined
  if (field.name === 'source') return recordRefusal({ code: 'no-source' }, language)
  return chosen || field.as === 'thing' ? faults.choose(fields[field.name]) : faults.fill(fields[field.name])
}

function dayFault({ name, is }: Extract<Field, { as: 'day' }>, value: PlainDate, today: PlainDate, { language }: Asking): string | undefined {
  const check = { past: checkPastDay, coming: checkComingDay, any: checkDay }[is]
  const refusal = check(name, value, today)
  return refusal && recordRefusal(refusal, language)
}

function isBirth(value: string, today: PlainDate): boolean {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(value)) return false
  const day = findDay(`${value}${'-01'.repeat((10 - value.length) / 3)}`)
  return day !== undefined && day <= today
}

function paperFaults({ language, answers }: Asking): readonly (readonly [string, string])[] {
  const { faults } = recordWords[language]
  return papersIn(answers).flatMap((paper, index) => (index < mostPapers && paperFields.every((field) => paper[field] !== '') ? [] : [[`paper-${index}-documentType`, faults.paper] as const]))
}
