import { html } from '../../render/html.ts'
import { may } from '../../service/access/permissions.ts'
import { mergeWords } from '../../service/approvals/approval-words.ts'
import type { Draft } from '../../store/drafts.ts'
import { formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { isMergeKind } from './merge-pages.ts'
import { isRecordedKind } from './questions.ts'
import { recordWords } from './record-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/**
 * One's own answers that were not handed in: go on, or throw them away. Of what was typed only the name of a new case stands here, for whoever may
 * still open cases: what was typed about a case that is there is read on its own pages, for as long as the case is reached.
 */
export function draftsPage({ visitor, signedIn }: WorkRequest, drafts: readonly Draft[], timeZone: string): Answer {
  const { language } = visitor.address
  const words = recordWords[language]
  const { draftColumns: columns } = words
  const moment = (text: string) => formatMoment(text, timeZone, language)
  const mayOpen = may(signedIn.roles, 'case.open', true)
  return {
    status: 200,
    page: workFrame(visitor, {
      title: words.drafts,
      main: html`<h1>${words.drafts}</h1><p class="lead">${words.draftsLead}</p>${drafts.length === 0 ? html`<p>${words.draftsNone}</p>` : dataTable({
        caption: words.drafts, columns: [columns.what, columns.case, columns.began, columns.changed, columns.ends, columns.actions],
        rows: drafts.map((draft) => {
          const what = draftName(draft, language)
          const isNew = draft.kind === 'open-case'
          const newCase = mayOpen ? newCaseName(draft, language) : words.draftNew
          const said = words.draftNamed({ what: isNew ? `${what} (${newCase})` : what, at: moment(draft.changedAt) })
          return [
            html`<a class="case" href="${hrefTo(language, draftPath(draft))}" aria-label="${`${words.draftGoOn}: ${said}`}">${what}</a>`,
            isNew ? newCase : html`<a href="${hrefTo(language, `/work/cases/${draft.caseId}`)}"><code>${draft.caseId}</code></a>`, moment(draft.beganAt), moment(draft.changedAt), moment(draft.endsAt),
            postForm({ action: hrefTo(language, `/work/drafts/${draft.draftId}/discard`), token: visitor.token, button: words.draftDiscard, named: `${words.draftDiscard}: ${said}`, quiet: true }),
          ]
        }),
      })}`,
    }),
  }
}

/** A case that is not opened yet, by what its owner typed of the name. */
function newCaseName({ answers }: Draft, language: Language): string {
  const words = recordWords[language]
  const name = [typed('familyName'), typed('givenNames')].filter((part) => part !== '').join(', ')
  return name === '' ? words.draftNameless : words.draftOf(name)

  function typed(field: string): string {
    const value = answers[field]
    return typeof value === 'string' ? value.slice(0, 200) : ''
  }
}

/** What a draft is of, in words. */
export function draftName({ kind }: Pick<Draft, 'kind'>, language: Language): string {
  const words = recordWords[language]
  if (isMergeKind(kind)) return mergeWords[language].commands[kind]
  return isRecordedKind(kind) ? words.commands[kind] : words.draftFacts
}

/** Where one goes on with a draft. */
export function draftPath({ draftId, kind, caseId }: Pick<Draft, 'draftId' | 'kind' | 'caseId'>): string {
  if (isMergeKind(kind)) return `/work/merges/${draftId}/check`
  return isRecordedKind(kind) ? `/work/drafts/${draftId}/check` : `/work/cases/${caseId}/facts?draft=${draftId}`
}
