import { html, type Content } from '../../render/html.ts'
import { formatCount } from '../../text/format.ts'
import { checksField } from '../parts/checks-field.ts'
import { choiceField } from '../parts/choice-field.ts'
import { dateField } from '../parts/date-field.ts'
import { selectField, type SelectOption } from '../parts/select-field.ts'
import { textArea } from '../parts/text-area.ts'
import { textField } from '../parts/text-field.ts'
import { mostPapers, papersIn, paperTypes } from './papers.ts'
import { optionsOf, type Asking } from './question-options.ts'
import type { Field } from './questions.ts'
import type { Faults } from './read-answers.ts'
import { recordWords } from './record-words.ts'

// As many as can be read at once; of more, one is chosen from a list.
const mostRadios = 8

/** One field of a question, as its kind and what there is to choose from ask for it, with what was typed before and what is wrong. */
export function questionField(field: Field, asking: Asking, faults: Faults, blankPapers: number): Content {
  const { language, answers } = asking
  const words = recordWords[language]
  const { name } = field
  const value = typeof answers[name] === 'string' ? answers[name] : ''
  const label = field.optional && field.as !== 'papers' && name !== 'familyName' && name !== 'givenNames' ? words.optional(words.fields[name]) : words.fields[name]
  const common = { name, error: faults[name], ...(words.hints[name] === undefined ? {} : { hint: words.hints[name] }) }
  const options = optionsOf(field, asking)
  switch (field.as) {
    case 'day': case 'birth': return dateField({ ...common, legend: label, value, hint: field.as === 'birth' ? words.hints.bornOn : words.hints.on }, language)
    case 'lines': return textArea({ ...common, label, value })
    case 'line': return textField({ ...common, label, value })
    case 'papers': return papersField(asking, faults, blankPapers)
    case 'files': case 'photograph': return null
    case 'records': return options === undefined || options.length === 0 ? html`<p class="notice" id="${name}">${words.recordsNone}</p>` : checksField({ ...common, legend: label, options, chosen: Array.isArray(answers[name]) ? (answers[name] as readonly string[]) : [] })
    case 'country': case 'country-ever': case 'destination': case 'fact': case 'list': case 'thing': case 'yes-or-no': return chosenField(options ?? [])
  }

  function chosenField(found: readonly SelectOption[]): Content {
    // Where something must be chosen and nothing is there, the question is not asked: see `nothing-fits.ts`.
    if (found.length === 0) return field.as === 'list' && name === 'clause' ? textField({ ...common, label, value }) : null
    if (found.length <= mostRadios && found.every(({ group }) => group === undefined)) {
      const radios = field.optional ? [...found, { value: '', name: words.noneOfThem }] : found
      return choiceField({ ...common, legend: label, options: radios, chosen: value !== '' || field.optional ? value : found.length === 1 && field.as === 'thing' ? found[0]?.value : undefined })
    }
    return selectField({ ...common, label, none: field.optional ? words.noneOfThem : words.none, options: found, chosen: value })
  }
}

/** Identity documents: those that were typed, and room for one more. */
function papersField(asking: Asking, faults: Faults, blank: number): Content {
  const { language, answers } = asking
  const words = recordWords[language]
  const papers = papersIn(answers)
  const rows = Array.from({ length: Math.min(papers.length + blank, mostPapers) }, (_, index) => papers[index] ?? { documentType: '', number: '', country: '', copy: '' })
  const countries = optionsOf({ name: 'bornInCountry', as: 'country-ever' }, asking) ?? []
  return [html`<p class="note">${words.paperHint}</p>`, rows.map((paper, index) => {
    const name = (part: string) => `paper-${index}-${part}`
    return html`<fieldset class="radios"><legend>${words.paper(formatCount(index + 1, language))}</legend>
${selectField({ name: name('documentType'), label: words.fields.documentType, none: words.noneOfThem, options: paperTypes.map((value) => ({ value, name: words.lists.paper[value] })), chosen: paper.documentType, error: faults[name('documentType')] })}${textField({ name: name('number'), label: words.fields.number, value: paper.number })}${selectField({ name: name('country'), label: words.fields.country, none: words.none, options: countries, chosen: paper.country })}${choiceField({ name: name('copy'), legend: words.fields.copy, options: [{ value: 'yes', name: words.lists.copy.yes }, { value: 'no', name: words.lists.copy.no }], chosen: paper.copy })}</fieldset>
`
  }), papers.length + blank >= mostPapers ? null : html`<p><button class="second" name="more" value="1">${words.addPaper}</button></p>`]
}
