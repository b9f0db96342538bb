import { sql } from 'kysely'
import type { Services } from './services.ts'

/** Whether the database answers. */
export async function checkHealth({ database }: Services): Promise<boolean> {
  return sql`select 1`.execute(database).then(() => true, () => false)
}
