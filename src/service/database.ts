import { sql, type Kysely } from 'kysely'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { ensureApplicationRole, letApplicationSignIn } from '../store/application-role.ts'
import { connect, type Connection } from '../store/connection.ts'
import { chooseDataFolder, type DataFolder } from '../store/data-folder.ts'
import type { DatabaseRefusal } from '../store/database-refusal.ts'
import { startEmbeddedPostgres, type RunningPostgres } from '../store/embedded-postgres.ts'
import type { ServerNews } from '../store/keep-running.ts'
import { applicationRole, migrate } from '../store/migrate.ts'
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
  /** Hears when the embedded server ends without our wish, and when it is there again. */
  readonly onNews?: (news: ServerNews) => void
}

export type Place = ({ readonly kind: 'embedded' } & DataFolder) | { readonly kind: 'server' }

/** A migrated database, seen as the application role. */
export type OpenDatabase = {
  readonly database: Kysely<Tables>
  readonly place: Place
  /** Names of the migrations that ran just now. */
  readonly migrated: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens the database that the settings name, brings it to the newest shape and steps down to the application role. */
export async function openDatabase(settings: DatabaseSettings): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  if (settings.url) return openServer(settings.url, settings.ownerUrl ?? settings.url)
  const place = chooseDataFolder(settings.projectFolder, settings.dataFolder)
  if (!place.ok) return place
  const running = await startEmbeddedPostgres({ folder: place.value.folder, ...(settings.onNews ? { onNews: settings.onNews } : {}) })
  if (!running.ok) return running
  const opened = await openEmbedded(running.value, place.value)
  if (!opened.ok) await running.value.stop()
  return opened
}

async function openEmbedded(running: RunningPostgres, place: DataFolder): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  const { host, port, owner, passwords, stop } = running
  const name = 'comity'
  await withDatabase({ host, port, user: owner, password: passwords.owner, database: 'postgres' }, async (maintenance) => {
    await ensureDatabase(maintenance, name)
    await ensureApplicationRole(maintenance, owner)
    await letApplicationSignIn(maintenance, passwords.application)
  })
  const migrated = await withDatabase({ host, port, user: owner, password: passwords.owner, database: name }, (database) => migrate(database))
  if (!migrated.ok) return migrated
  const database = connect({ host, port, user: applicationRole, password: passwords.application, database: name })
  const close = async () => {
    await database.destroy()
    await stop()
  }
  return accept({ database, place: { kind: 'embedded', ...place }, migrated: migrated.value, close })
}

async function openServer(url: string, ownerUrl: string): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  const user = await askUser(url)
  if (!user.ok) return user
  const reached = await askUser(ownerUrl)
  if (!reached.ok) return reached
  const migrated = await withDatabase({ connectionString: ownerUrl }, async (database) => {
    const role = await ensureApplicationRole(database, user.value)
    return role.ok ? migrate(database) : role
  })
  if (!migrated.ok) return migrated
  // Whoever signs in, the session begins as the application role and has its rights only.
  const database = connect({ connectionString: url, options: `-c role=${applicationRole}` })
  return accept({ database, place: { kind: 'server' }, migrated: migrated.value, close: () => database.destroy() })
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
