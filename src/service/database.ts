import { sql, type Kysely } from 'kysely'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { connect, type Connection } from '../store/connection.ts'
import { owner } from '../store/cluster.ts'
import { chooseDataFolder, type DataFolder } from '../store/data-folder.ts'
import type { DatabaseRefusal } from '../store/database-refusal.ts'
import { startEmbeddedPostgres, type RunningPostgres } from '../store/embedded-postgres.ts'
import type { ServerNews } from '../store/keep-running.ts'
import { migrate } from '../store/migrate.ts'
import { findRunningPostgres, type FoundPostgres } from '../store/running-postgres.ts'
import { closeToEverybody, ensureRoles, everyServingRole, letRolesSignIn, letTakeOn, servingRoles, type ServingRole } from '../store/roles.ts'
import type { Tables } from '../store/tables.ts'

export type DatabaseSettings = {
  /** Where the embedded database lives when nothing else is wished: in `.comity` of this folder. */
  readonly projectFolder: string
  /** Another folder for the embedded database (COMITY_DATA). */
  readonly dataFolder?: string | undefined
  /** A PostgreSQL server instead of the embedded one (DATABASE_URL). */
  readonly url?: string | undefined
  /** The same server as the role that may change the database's shape (DATABASE_OWNER_URL); else `url` does that too. */
  readonly ownerUrl?: string | undefined
  /** The same server as the other roles (DATABASE_GATES_URL and so on); where one is missing, `url` takes that role on. */
  readonly roleUrls?: RoleUrls | undefined
  /** Runs once as the owner, after the migrations and before anything is served. */
  readonly atStart?: ((owner: Kysely<Tables>) => Promise<void>) | undefined
  /** Where another program of ours (a served Comity) runs the embedded server already, use that one, and leave it running. */
  readonly join?: boolean
  /** Hears when the embedded server ends without our wish, and when it is there again. */
  readonly onNews?: (news: ServerNews) => void
}

export type Place = ({ readonly kind: 'embedded' } & DataFolder) | { readonly kind: 'server' }

export type RoleUrls = Readonly<Partial<Record<Exclude<ServingRole, 'application'>, string | undefined>>>

/** The database as each role sees it: one small pool each, which opens no connection before it is asked something. */
export type Roles = Readonly<Record<ServingRole, Kysely<Tables>>>

/** A migrated database, seen as the roles that serve requests. */
export type OpenDatabase = {
  /** As the application role: the same as `roles.application`. */
  readonly database: Kysely<Tables>
  readonly roles: Roles
  readonly place: Place
  /** Names of the migrations that ran just now. */
  readonly migrated: readonly string[]
  readonly close: () => Promise<void>
}

const name = 'comity'

/** Opens the database that the settings name, brings it to the newest shape and steps down to the serving roles. */
export async function openDatabase(settings: DatabaseSettings): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  if (settings.url) return openServer(settings, settings.url)
  const place = chooseDataFolder(settings.projectFolder, settings.dataFolder)
  if (!place.ok) return place
  const found = settings.join ? findRunningPostgres(place.value.folder) : undefined
  if (found) return joinEmbedded(settings, found, place.value)
  const running = await startEmbeddedPostgres({ folder: place.value.folder, ...(settings.onNews ? { onNews: settings.onNews } : {}) })
  if (!running.ok) return running
  const opened = await openEmbedded(settings, running.value, place.value)
  if (!opened.ok) await running.value.stop()
  return opened
}

async function openEmbedded(settings: DatabaseSettings, running: RunningPostgres, place: DataFolder): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  const { host, port, owner, passwords, stop } = running
  await withDatabase({ host, port, user: owner, password: passwords.owner, database: 'postgres' }, async (maintenance) => {
    await ensureDatabase(maintenance, name)
    await ensureRoles(maintenance)
    await letRolesSignIn(maintenance, passwords)
  })
  const migrated = await withDatabase({ host, port, user: owner, password: passwords.owner, database: name }, (database) => prepare(database, settings))
  if (!migrated.ok) return migrated
  const roles = connectRoles((role) => ({ host, port, user: servingRoles[role], password: passwords[role], database: name }))
  const close = async () => {
    await closeRoles(roles)
    await stop()
  }
  return accept({ database: roles.application, roles, place: { kind: 'embedded', ...place }, migrated: migrated.value, close })
}

/** Another program has made database and roles. */
async function joinEmbedded(settings: DatabaseSettings, { host, port, passwords }: FoundPostgres, place: DataFolder): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  const migrated = await withDatabase({ host, port, user: owner, password: passwords.owner, database: name }, (database) => prepare(database, settings))
  if (!migrated.ok) return migrated
  const roles = connectRoles((role) => ({ host, port, user: servingRoles[role], password: passwords[role], database: name }))
  return accept({ database: roles.application, roles, place: { kind: 'embedded', ...place }, migrated: migrated.value, close: () => closeRoles(roles) })
}

async function openServer(settings: DatabaseSettings, url: string): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  const urlOf = (role: ServingRole) => (role === 'application' ? url : (settings.roleUrls?.[role] ?? url))
  const ownerUrl = settings.ownerUrl ?? url
  const users = new Map<string, string>()
  for (const each of new Set([...everyServingRole.map(urlOf), ownerUrl])) {
    const user = await askUser(each)
    if (!user.ok) return user
    users.set(each, user.value)
  }
  const migrated = await withDatabase({ connectionString: ownerUrl }, async (database) => {
    const made = await ensureRoles(database)
    if (!made.ok) return made
    for (const role of everyServingRole) {
      const may = await letTakeOn(database, role, users.get(urlOf(role)) ?? '')
      if (!may.ok) return may
    }
    return prepare(database, settings)
  })
  if (!migrated.ok) return migrated
  // Whoever signs in, the session begins as the role and has its rights only.
  const roles = connectRoles((role) => ({ connectionString: urlOf(role), options: `-c role=${servingRoles[role]}` }))
  return accept({ database: roles.application, roles, place: { kind: 'server' }, migrated: migrated.value, close: () => closeRoles(roles) })
}

async function prepare(owner: Kysely<Tables>, { atStart }: DatabaseSettings): Promise<Result<readonly string[], DatabaseRefusal>> {
  const migrated = await migrate(owner)
  if (!migrated.ok) return migrated
  await closeToEverybody(owner)
  await atStart?.(owner)
  return migrated
}

const poolSizes: Readonly<Record<ServingRole, number>> = { application: 10, gates: 4, outbound: 4, auditor: 2, report: 2 }

function connectRoles(connectionOf: (role: ServingRole) => Connection): Roles {
  return Object.fromEntries(everyServingRole.map((role) => [role, connect({ max: poolSizes[role], ...connectionOf(role) })])) as Roles
}

async function closeRoles(roles: Roles) {
  await Promise.all(Object.values(roles).map((database) => database.destroy()))
}

async function askUser(url: string): Promise<Result<string, DatabaseRefusal>> {
  try {
    const { rows } = await withDatabase({ connectionString: url }, (database) => sql<{ user: string }>`select session_user as user`.execute(database))
    return accept(rows[0]?.user ?? '')
  } catch (cause) {
    return refuse({ code: 'no-connection', reason: reasonOf(cause) })
  }
}

// Node tries every address of a name and then says so without words of its own: the first attempt says more.
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0])
  return cause instanceof Error ? cause.message : String(cause)
}

async function withDatabase<Value>(connection: Connection, work: (database: Kysely<Tables>) => Promise<Value>): Promise<Value> {
  const database = connect({ ...connection, max: 1 })
  try {
    return await work(database)
  } finally {
    await database.destroy()
  }
}

async function ensureDatabase(maintenance: Kysely<Tables>, name: string) {
  const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(maintenance)
  if (rows.length === 0) await sql`create database ${sql.ref(name)}`.execute(maintenance)
}
