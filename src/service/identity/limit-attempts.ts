import { countAttempt, removeOldAttempts } from '../../store/sign-ins.ts'
import type { Database } from '../../store/tables.ts'
import type { Services } from '../services.ts'

const minutes = 15

/**
 * How many attempts a quarter of an hour takes. There is no password to guess, so that the limits are there against load and
 * against trying out stolen devices; a whole office behind one address still signs in on a Monday morning.
 */
export const attemptLimits = { account: 20, address: 300, all: 3_000 } as const

/** Counts an attempt from an address, and says whether it may go on. The counts stand in the database, for all servers. */
export async function mayTry({ database }: Services, address: string): Promise<boolean> {
  const counts = [await countAttempt(database, { counted: 'address', of: address, minutes }), await countAttempt(database, { counted: 'all', of: '', minutes })] as const
  // Now and then, so that nothing else has to remember it.
  if (counts[1] % 100 === 1) await removeOldAttempts(database)
  return counts[0] <= attemptLimits.address && counts[1] <= attemptLimits.all
}

/** Counts an attempt with what belongs to an account, and says whether it may go on. */
export async function mayTryAccount(tx: Database, accountId: string): Promise<boolean> {
  return (await countAttempt(tx, { counted: 'account', of: accountId, minutes })) <= attemptLimits.account
}
