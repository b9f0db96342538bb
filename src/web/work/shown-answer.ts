import { html, type Content } from '../../render/html.ts'
import type { DraftFile } from '../../store/drafts.ts'
import { formatCount, formatDay } from '../../text/format.ts'
import { stateName } from '../../text/state-name.ts'
import { findDay } from '../../kernel/day.ts'
import { papersIn, paperTypes } from './papers.ts'
import { photographShown } from './photograph.ts'
import { optionsOf, type Asking } from './question-options.ts'
import type { Field } from './questions.ts'
import { recordWords } from './record-words.ts'

/** An answer as it is read once more before it counts: words, never codes. */
export function shownAnswer(field: Field, asking: Asking, files: readonly DraftFile[]): Content {
  const { language, answers } = asking
  const words = recordWords[language]
  const value = answers[field.name]
  if (field.as === 'files') return files.length === 0 ? words.files.none : html`<ul class="plain">${files.map(({ name, bytes }) => html`<li>${name} (${words.files.bytes(formatCount(bytes.length, language))})</li>`)}</ul>`
  if (field.as === 'papers') return papersShown(asking)
  if (field.as === 'photograph') return photographShown(files, language)
  if (value === undefined || value.length === 0) return words.empty
  if (typeof value !== 'string') return html`<ul class="plain">${value.map((one) => html`<li>${nameOf(one)}</li>`)}</ul>`
  return findDay(value) !== undefined && (field.as === 'day' || field.as === 'birth') ? formatDay(value, language) : nameOf(value)

  function nameOf(one: string): string {
    const options = optionsOf(field, asking)
    return options === undefined || options.length === 0 ? one : (options.find((option) => option.value === one)?.name ?? words.notThere)
  }
}

function papersShown({ language, answers }: Asking): Content {
  const words = recordWords[language]
  const papers = papersIn(answers)
  if (papers.length === 0) return words.empty
  return html`<ul class="plain">${papers.map(({ documentType, number, country, copy }) => {
    const kind = paperTypes.find((one) => one === documentType)
    return html`<li>${words.paperCopy({ kind: kind === undefined ? words.empty : words.lists.paper[kind], number, country: stateName(country, language), copy: copy === 'yes' ? words.lists.copy.yes : words.lists.copy.no })}</li>`
  })}</ul>`
}
