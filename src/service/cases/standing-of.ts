import type { CaseState } from '../../casework/case-state.ts'
import { worklistEntry, type WorklistContext } from '../../casework/worklist-entry.ts'
import type { Standing } from '../../store/standing.ts'

/** What worklists say of a case today. It opens nothing, and goes out of date with the day: see refresh-standings.ts. */
export function standingOf(state: CaseState, context: WorklistContext): Standing {
  return worklistEntry(state, context)
}
