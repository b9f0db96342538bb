import { randomUUID } from 'node:crypto'
import { beginSession as keepSession, type Recognised } from '../../store/sessions.ts'
import type { Database } from '../../store/tables.ts'
import { newToken, tokenDigest } from './secret-token.ts'

/** Begins a session of an account and returns its token, which is nowhere else: the database keeps a digest. */
export async function beginSession(tx: Database, { accountId, recognised, browser }: { readonly accountId: string; readonly recognised: Recognised; readonly browser: string }): Promise<string> {
  const token = newToken()
  await keepSession(tx, { sessionId: randomUUID(), accountId, tokenDigest: tokenDigest(token), recognised, browser })
  return token
}
