import type { Agreement } from '../../casework/agreement.ts'
import { hasLeft, nationalitiesOf, type CaseState } from '../../casework/case-state.ts'
import type { Inventory } from '../../casework/lists.ts'
import { isAwaited, standingOf as requestStandingOf } from '../../casework/request-standing.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import type { Standing } from '../../store/standing.ts'

export type StandingContext = { readonly today: PlainDate; readonly book: LawBook; readonly agreements: readonly Agreement[] }

/** What worklists say of a case today. It opens nothing. */
export function standingOf(state: CaseState, _context: StandingContext): Standing {
  const country = countryOf(state)
  const officer = state.officers.at(-1)?.officer
  return { inventory: inventoryOf(state), openedOn: state.openedOn, lastStepOn: state.lastStepOn, ...(country === undefined ? {} : { country }), ...(officer === undefined ? {} : { officer }) }
}

function inventoryOf(state: CaseState): Inventory {
  if (hasLeft(state)) return 'departed'
  if (state.closed) return 'closed'
  return state.requests.some((request) => requestStandingOf(request) === 'sent') ? 'monitoring' : 'working'
}

function countryOf(state: CaseState): string | undefined {
  return state.requests.findLast(isAwaited)?.destination ?? nationalitiesOf(state)[0]?.country
}
