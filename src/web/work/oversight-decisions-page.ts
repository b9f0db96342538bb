import type { Decision } from '../../casework/decision.ts'
import { html, type Markup } from '../../render/html.ts'
import type { DecisionsRead } from '../../service/oversight/read-oversight.ts'
import { formatCount, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { textField } from '../parts/text-field.ts'
import { caseWords } from './case-words.ts'
import { oversightPart, oversightPath } from './oversight-page.ts'
import { oversightWords } from './oversight-words.ts'
import type { WorkRequest } from './work-route.ts'

/** Which answers are shown: all, held ones, or one kind of them. */
export const answerChoices = { '': ['open', 'held-here', 'held-everywhere'], held: ['held-here', 'held-everywhere'], open: ['open'], 'held-here': ['held-here'], 'held-everywhere': ['held-everywhere'] } as const satisfies Readonly<Record<string, readonly Decision['state'][]>>

export type AnswerChoice = keyof typeof answerChoices

export type DecisionsAsked = { readonly from: string; readonly until: string; readonly state: AnswerChoice }

/** What the gates answered in some days, the latest first. */
export function oversightDecisionsPage(request: WorkRequest, asked: DecisionsAsked, { decisions, more }: DecisionsRead, timeZone: string): Answer {
  const { language } = request.visitor.address
  const { decisions: words, found, more: moreText } = oversightWords[language].workspace
  const { columns } = words
  return oversightPart(request, {
    title: words.title, lead: words.lead,
    main: html`${filterForm(asked, language)}
${decisions.length === 0 ? html`<p>${words.none}</p>` : html`<p>${found(formatCount(decisions.length, language))} ${more ? moreText : null}</p>${dataTable({
      caption: words.title, columns: [columns.at, columns.caseId, columns.step, columns.state, columns.answer, columns.revision, columns.digest],
      rows: decisions.map(({ decidedAt, caseId, step, destination, state, lawRevision, digest }) => [
        formatMoment(decidedAt, timeZone, language), html`<a href="${hrefTo(language, `/work/cases/${caseId}`)}"><code>${caseId}</code></a>`, caseWords[language].steps[step], stateName(destination, language), words.states[state], lawRevision, html`<code class="digest">${digest}</code>`,
      ]),
    })}`}`,
  })
}

function filterForm({ from, until, state }: DecisionsAsked, language: Language): Markup {
  const { workspace: { decisions: words }, audit } = oversightWords[language]
  const options: readonly (readonly [AnswerChoice, string])[] = [['', words.every], ['held', words.held], ['open', words.states.open], ['held-here', words.states['held-here']], ['held-everywhere', words.states['held-everywhere']]]
  return html`<form class="choice" method="get" action="${hrefTo(language, `${oversightPath}/decisions`)}"><fieldset><legend>${audit.legend}</legend>
${textField({ name: 'from', label: words.from, hint: audit.dayHint, value: from })}${textField({ name: 'until', label: words.until, hint: audit.dayHint, value: until })}
<p class="field"><label for="state">${words.state}</label><select id="state" name="state">${options.map(([value, name]) => html`<option value="${value}"${value === state ? html` selected` : null}>${name}</option>`)}</select></p>
<p><button>${audit.button}</button></p></fieldset></form>
`
}
