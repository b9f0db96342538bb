import { randomUUID } from 'node:crypto'
import { invariant } from '../../kernel/invariant.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { canonicalJson } from '../../law/canonical.ts'
import { askAccountChange, findAccountChange, type AskedChange } from '../../store/account-changes.ts'
import { findAccount } from '../../store/accounts.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { Services } from '../services.ts'
import { carryOut, type ChangeRefusal, type WishedChange } from './change-account.ts'
import { sayChange, type ShownChange } from './say-change.ts'

/** What is confirmed, and made: canonical JSON, whose digest a passkey signs. */
export type ChangeContent = WishedChange & {
  readonly format: 'comity-account-change/1'
  readonly changeId: string
  readonly by: string
  readonly shown: ShownChange
}

/**
 * Keeps what an administrator wants changed, and returns its id: nothing is made before they are recognised over it (`confirm-change.ts`). What
 * could not be made is refused at once.
 */
export async function askChange(services: Services, signedIn: SignedIn, wished: WishedChange): Promise<Result<string, ChangeRefusal | { readonly code: 'not-recognised' }>> {
  const rehearsed = await rehearse(services, signedIn, wished)
  if (!rehearsed.ok) return rehearsed
  const [changeId, { accountId, sessionId, handle }] = [randomUUID(), signedIn]
  const account = await findAccount(services.database, { handle: wished.of })
  const shown = sayChange(wished, { changeId, by: handle, name: account?.displayName, before: account?.roles ?? [] })
  const content: ChangeContent = { format: 'comity-account-change/1', changeId, by: handle, shown, ...wished }
  const asked = await askAccountChange(services.database, { changeId, accountId, sessionId, content: canonicalJson(content) })
  return asked.ok ? accept(changeId) : asked
}

export type ChangeToConfirm = AskedChange & { readonly said: ChangeContent }

/** A change that somebody asked for in this very session; undefined of any other. */
export async function findChange({ database }: Services, { accountId, sessionId }: SignedIn, changeId: string): Promise<ChangeToConfirm | undefined> {
  const found = isId(changeId) ? await findAccountChange(database, { changeId, accountId, sessionId }) : undefined
  return found && { ...found, said: JSON.parse(found.content) as ChangeContent }
}

const stop = new Error('rehearsed: nothing of it is kept')

/** Whether it could be made, by making it and taking it back. */
async function rehearse(services: Services, signedIn: SignedIn, wished: WishedChange): Promise<Result<null, ChangeRefusal>> {
  try {
    const done = await carryOut(services, signedIn, wished, () => Promise.reject(stop))
    invariant(!done.ok, 'a rehearsal was kept', { what: wished.what })
    return refuse(done.refusal)
  } catch (cause) {
    if (cause === stop) return accept(null)
    throw cause
  }
}
