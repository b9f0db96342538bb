import { refuse, type Result } from '../../kernel/result.ts'
import { deleteView as removeView, listViews, saveView as keepView, type SavedView, type ViewRefusal } from '../../store/saved-views.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { Services } from '../services.ts'
import type { CaseChoice } from '../work/read-my-work.ts'

export type ViewFault = ViewRefusal | { readonly code: 'no-name' | 'long-name' }

const longestName = 60

/** The views of somebody's own, by name. */
export function readViews({ database }: Services, { accountId }: Pick<SignedIn, 'accountId'>): Promise<readonly SavedView[]> {
  return listViews(database, accountId)
}

/** Keeps a choice of filters under a name of somebody's own. A view holds a choice and no case: what it shows is asked anew each time. */
export async function saveView({ database }: Services, { accountId }: Pick<SignedIn, 'accountId'>, { viewId, name, choice }: { readonly viewId: string; readonly name: string; readonly choice: CaseChoice }): Promise<Result<null, ViewFault>> {
  const kept = name.replaceAll('\0', '').trim()
  if (kept === '') return refuse({ code: 'no-name' })
  if (Array.from(kept).length > longestName) return refuse({ code: 'long-name' })
  return database.transaction().execute((tx) => keepView(tx, { viewId, accountId, name: kept, choice: Object.fromEntries(Object.entries(choice)) }))
}

/** Deletes a view of somebody's own for good; another's, or one that is not there, changes nothing. */
export async function deleteView({ database }: Services, { accountId }: Pick<SignedIn, 'accountId'>, viewId: string): Promise<void> {
  if (isId(viewId)) await removeView(database, { viewId, accountId })
}
