import { sql, type Kysely } from 'kysely'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { DatabaseRefusal } from './database-refusal.ts'
import type { Tables } from './tables.ts'

/**
 * Who may do what in the database. None of them owns anything or may take on another one.
 * application: reads, and appends by functions only. gates: records gate decisions, nothing else. outbound: reads what a
 * request may hold, and sends. auditor: reads. report: the statutory breakdowns, nothing else.
 */
export const servingRoles = {
  application: 'comity_application',
  gates: 'comity_gates',
  outbound: 'comity_outbound',
  auditor: 'comity_auditor',
  report: 'comity_report',
} as const

export type ServingRole = keyof typeof servingRoles

export const everyServingRole = Object.keys(servingRoles) as readonly ServingRole[]

/** Makes the roles that are missing; refuses where we may not. */
export async function ensureRoles(database: Kysely<Tables>): Promise<Result<null, DatabaseRefusal>> {
  for (const name of Object.values(servingRoles)) {
    const made = await unlessForbidden(name, database, async () => {
      if (!(await roleExists(database, name))) await createRole(database, name)
    })
    if (!made.ok) return made
  }
  return accept(null)
}

/**
 * Takes from everybody what PostgreSQL gives to everybody in a new database: temporary tables, and making large objects.
 * Done at every start, after the migrations and as the owner, because a copy or a restored backup of a database has these
 * rights again. What only a
 * superuser may take away stays as it is on a server where the owner is none.
 */
export async function closeToEverybody(database: Kysely<Tables>): Promise<void> {
  // Two programs that revoke at the same moment would fail with “tuple concurrently updated”: one waits for the other.
  await sql.raw(`do $$ begin
    lock table migration in share row exclusive mode;
    execute format('revoke temporary on database %I from public', current_database());
    execute format('revoke create on schema %I from public', current_schema());
    if (select rolsuper from pg_roles where rolname = current_user) then
      revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public;
    end if;
  end $$`).execute(database)
}

/** Lets `user` take a role on, where that is not so already; refuses where we may not. */
export async function letTakeOn(database: Kysely<Tables>, role: ServingRole, user: string): Promise<Result<null, DatabaseRefusal>> {
  const name = servingRoles[role]
  if (user === name || (await mayTakeOn(database, name, user))) return accept(null)
  return unlessForbidden(name, database, async () => {
    await sql`grant ${sql.ref(name)} to ${sql.ref(user)}`.execute(database)
  }, user)
}

/** Lets each role sign in by itself, with its own password: on our own server only. */
export async function letRolesSignIn(database: Kysely<Tables>, passwords: Readonly<Record<ServingRole, string>>): Promise<void> {
  for (const role of everyServingRole) await sql`alter role ${sql.ref(servingRoles[role])} with login password ${sql.lit(passwords[role])}`.execute(database)
}

async function roleExists(database: Kysely<Tables>, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${name}`.execute(database)
  return rows.length > 0
}

// Roles belong to the whole server: another database's migration may make it between our look and our step.
async function createRole(database: Kysely<Tables>, name: string) {
  await sql`do ${sql.lit(`begin create role ${name} nologin; exception when duplicate_object or unique_violation then null; end`)}`.execute(database)
}

// Since PostgreSQL 16 the maker of a role is a member who may not take it on until granted that too.
async function mayTakeOn(database: Kysely<Tables>, name: string, user: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select case when current_setting('server_version_num')::integer >= 160000
      then pg_has_role(${user}, ${name}, 'set')
      else pg_has_role(${user}, ${name}, 'member') end as may`.execute(database)
  return rows[0]?.may === true
}

async function unlessForbidden(role: string, database: Kysely<Tables>, work: () => Promise<void>, user?: string): Promise<Result<null, DatabaseRefusal>> {
  try {
    await work()
    return accept(null)
  } catch (cause) {
    if (!isInsufficientPrivilege(cause)) throw cause
    return refuse({ code: 'role-missing', role, user: user ?? (await currentUser(database)) })
  }
}

async function currentUser(database: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ user: string }>`select session_user as user`.execute(database)
  return rows[0]?.user ?? ''
}

// PostgreSQL error 42501, https://www.postgresql.org/docs/15/errcodes-appendix.html
function isInsufficientPrivilege(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '42501'
}
