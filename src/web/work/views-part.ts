import { html, type Markup } from '../../render/html.ts'
import type { ViewFault } from '../../service/oversight/keep-views.ts'
import type { CaseChoice } from '../../service/work/read-my-work.ts'
import type { SavedView } from '../../store/saved-views.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { textField } from '../parts/text-field.ts'
import { oversightWords } from './oversight-words.ts'
import type { Visitor } from './visitor.ts'
import { postForm, type Problem } from './work-frame.ts'

export type SavedViews = { readonly views: readonly SavedView[]; readonly fault?: ViewFault; /** What was typed for a name, where it could not be kept. */ readonly typed?: string }

/** The views of the reader, and the choice of now to be kept as one. Folded, but where something is wrong. */
export function viewsPart({ views, fault, typed }: SavedViews, choice: CaseChoice, { address: { language }, token }: Visitor): Markup {
  const { views: words } = oversightWords[language]
  const chosen = Object.entries(choice)
  const remove = ({ viewId, name }: SavedView) => postForm({ action: hrefTo(language, '/work/views/delete'), token, button: words.delete, named: words.deleteNamed(name), quiet: true, fields: html`<input type="hidden" name="view" value="${viewId}">${hidden()}` })
  return html`<details class="views"${fault ? html` open` : null}><summary>${words.title}</summary><p class="note">${words.lead}</p>
${views.length === 0 ? html`<p>${words.none}</p>` : html`<ul class="plain views">${views.map((view) => html`<li><a href="${hrefTo(language, '/work/cases', view.choice)}">${view.name}</a> ${remove(view)}</li>`)}</ul>`}
${chosen.length === 0 ? null : postForm({ action: hrefTo(language, '/work/views'), token, button: words.save, fields: html`${hidden()}${textField({ name: 'name', label: words.name, hint: words.nameHint, value: typed ?? '', error: fault && words.faults[fault.code] })}` })}</details>
`

  function hidden(): readonly Markup[] {
    return chosen.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  }
}

export function viewProblem({ code }: ViewFault, language: Language): Problem {
  const { views } = oversightWords[language]
  return { title: views.problem, text: views.faults[code], links: [{ href: '#name', name: views.name }] }
}
