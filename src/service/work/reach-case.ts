import { findCaseRow, type CaseRow } from '../../store/worklist.ts'
import type { Transaction } from '../../store/tables.ts'
import { may, type Action } from '../access/permissions.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'

// No case has it: what is no id is looked for like one, so that the answer costs the same.
const nobodysId = '00000000-0000-0000-0000-000000000000'

/** A case that somebody reaches by an action. What does not exist and what they do not reach are the same: undefined, after one query. */
export async function reachCase(tx: Transaction, { roles, handle }: Pick<SignedIn, 'roles' | 'handle'>, action: Action, caseId: string): Promise<CaseRow | undefined> {
  const row = await findCaseRow(tx, isId(caseId) ? caseId : nobodysId)
  return row && may(roles, action, row.officer === handle) ? row : undefined
}
