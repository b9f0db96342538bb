import { html, type Content } from '../../render/html.ts'
import { approvalWords } from '../../service/approvals/approval-words.ts'
import type { KeptProposal } from '../../store/approvals.ts'
import { formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { tag } from '../parts/tag.ts'

/** What is proposed, by its kind alone: lists tell no more. */
export function kindOf({ kind }: Pick<KeptProposal, 'kind'>, language: Language): string {
  const { kinds, otherKind } = approvalWords[language]
  return kinds[kind] ?? otherKind(kind)
}

export function linkTo({ proposalId, kind }: Pick<KeptProposal, 'proposalId' | 'kind'>, language: Language): Content {
  return html`<a class="case" href="${hrefTo(language, `/work/approvals/${proposalId}`)}">${kindOf({ kind }, language)}</a>`
}

/** Whether it waits, or how and by whom it ended. */
export function stateOf({ state, ending }: KeptProposal, timeZone: string, language: Language): Content {
  const { states, one } = approvalWords[language]
  if (!ending) return state === 'waiting' ? tag(states.waiting) : states[state]
  return one.ended({ outcome: states[ending.outcome], by: ending.handle, at: formatMoment(ending.at, timeZone, language) })
}
