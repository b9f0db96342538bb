import { readEntry, type EntryFault, type TypedEntry } from '../../cooperation/country-entry.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { addEntry } from '../../store/country-knowledge.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'

/** Records what is known of a country. `entryId` is the form's: sent twice, it is recorded once. */
export async function recordEntry({ database, clock, newId }: CaseServices, { handle }: SignedIn, { country, entryId, typed }: { readonly country: string; readonly entryId: string; readonly typed: TypedEntry }): Promise<Result<null, readonly EntryFault[]>> {
  const entry = readEntry(country, typed, clock.today())
  if (!entry.ok) return refuse(entry.refusal)
  await addEntry(database, isId(entryId) ? entryId : newId(), entry.value, handle)
  return accept(null)
}
