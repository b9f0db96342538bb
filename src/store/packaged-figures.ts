import { sql } from 'kysely'
import type { Database } from './tables.ts'

/** The files of figures that came with this version: a digest of all of them (SHA-256, hexadecimal), and how many measurements they are. */
export type PackagedFiles = { readonly digest: string; readonly files: number }

/** Whether these very files were loaded last, and all of what they held is still there. */
export async function areLoaded(tx: Database, { digest, files }: PackagedFiles): Promise<boolean> {
  const { rows } = await sql`select 1 from packaged_figures where digest = decode(${digest}, 'hex') and files = ${files}
    and files = (select count(*) from measurement where origin = 'packaged')`.execute(tx)
  return rows.length > 0
}

export async function noteLoaded(tx: Database, { digest, files }: PackagedFiles): Promise<void> {
  await sql`insert into packaged_figures (digest, files) values (decode(${digest}, 'hex'), ${files})
    on conflict (one_row) do update set digest = excluded.digest, files = excluded.files`.execute(tx)
}
