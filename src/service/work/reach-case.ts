import { findGlassInForce } from '../../store/break-glass.ts'
import { findCaseRow, type CaseRow } from '../../store/worklist.ts'
import type { Transaction } from '../../store/tables.ts'
import { may, type Action } from '../access/permissions.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'

// No case has it: what is no id is looked for like one, so that the answer costs the same.
const nobodysId = '00000000-0000-0000-0000-000000000000'

// What broken glass opens. Nothing else is ever in this list: it reads, and never changes, approves or exports.
const openedByGlass: readonly Action[] = ['case.read', 'case.read-protected']

/**
 * A case that somebody reaches by an action. What does not exist and what they do not reach are the same: undefined, after the same
 * queries. For an hour after breaking glass one reads a case that is not one's own.
 */
export async function reachCase(tx: Transaction, { roles, handle, accountId }: Pick<SignedIn, 'roles' | 'handle' | 'accountId'>, action: Action, asked: string): Promise<CaseRow | undefined> {
  const caseId = isId(asked) ? asked : nobodysId
  const row = await findCaseRow(tx, caseId)
  if (row && may(roles, action, row.officer === handle)) return row
  if (!openedByGlass.includes(action) || !may(roles, 'case.break-glass', false)) return undefined
  return (await findGlassInForce(tx, { accountId, caseId })) ? row : undefined
}
