import { sql, type Kysely } from 'kysely'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { DatabaseRefusal } from './database-refusal.ts'
import { applicationRole } from './migrate.ts'
import type { Tables } from './tables.ts'

/** Makes the application role where it is missing and lets `user` take it on; refuses where we may not. */
export async function ensureApplicationRole(database: Kysely<Tables>, user: string): Promise<Result<null, DatabaseRefusal>> {
  try {
    if (!(await roleExists(database))) await createRole(database)
    if (user !== applicationRole && !(await mayTakeOn(database, user))) await sql`grant ${sql.ref(applicationRole)} to ${sql.ref(user)}`.execute(database)
    return accept(null)
  } catch (cause) {
    if (isInsufficientPrivilege(cause)) return refuse({ code: 'role-missing', role: applicationRole, user })
    throw cause
  }
}

/** Lets the application role sign in by itself, with this password: on our own server only. */
export async function letApplicationSignIn(database: Kysely<Tables>, password: string): Promise<void> {
  await sql`alter role ${sql.ref(applicationRole)} with login password ${sql.lit(password)}`.execute(database)
}

async function roleExists(database: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${applicationRole}`.execute(database)
  return rows.length > 0
}

// Roles belong to the whole server: another database's migration may make it between our look and our step.
async function createRole(database: Kysely<Tables>) {
  await sql`do ${sql.lit(`begin create role ${applicationRole} nologin; exception when duplicate_object or unique_violation then null; end`)}`.execute(database)
}

// Since PostgreSQL 16 the maker of a role is a member who may not take it on until granted that too.
async function mayTakeOn(database: Kysely<Tables>, user: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select case when current_setting('server_version_num')::integer >= 160000
      then pg_has_role(${user}, ${applicationRole}, 'set')
      else pg_has_role(${user}, ${applicationRole}, 'member') end as may`.execute(database)
  return rows[0]?.may === true
}

// PostgreSQL error 42501, https://www.postgresql.org/docs/15/errcodes-appendix.html
function isInsufficientPrivilege(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '42501'
}
