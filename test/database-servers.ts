// Runs once before the tests that need a database: one server per version, each with a migrated template to copy from.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { connect } from '../src/store/connection.ts'
import { startEmbeddedPostgres, type RunningPostgres } from '../src/store/embedded-postgres.ts'
import { migrate } from '../src/store/migrate.ts'
import { readBinaries, type Binaries } from '../src/store/postgres-binaries.ts'
import { closeToEverybody, ensureRoles, letRolesSignIn } from '../src/store/roles.ts'

export type DatabaseServer = Pick<RunningPostgres, 'host' | 'port' | 'owner' | 'passwords'> & { readonly name: string }

export const template = 'comity_template'

/** The oldest PostgreSQL that Comity supports, where the machine has it. */
const debian = '/usr/lib/postgresql/15/bin'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServers: readonly DatabaseServer[]
  }
}

export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  const { servers, stop } = await startEveryServer()
  project.provide('databaseServers', servers)
  return stop
}

/** Starts each supported version that the machine has, in a temporary folder, and makes its template. */
export async function startEveryServer(): Promise<{ readonly servers: readonly DatabaseServer[]; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'comity-test-'))
  chmodSync(folder, 0o711)
  const debianBinaries = installDebian() ? readBinaries(debian) : undefined
  const running = await Promise.all([
    startServer('PostgreSQL 18, embedded', join(folder, '18')),
    ...(debianBinaries ? [startServer('PostgreSQL 15, Debian', join(folder, '15'), debianBinaries)] : []),
  ])
  const stop = async () => {
    await Promise.all(running.map((one) => one.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
  return { servers: running.map(({ server }) => server), stop }
}

/**
 * Whether Debian's PostgreSQL 15 is there. On a Debian that offers it, root has it installed: without starting a cluster of
 * its own, and at most once in a run. Whoever is not root, or has no network, goes without, and the tests say so.
 */
function installDebian(): boolean {
  if (existsSync(debian) || process.platform !== 'linux' || process.getuid?.() !== 0) return existsSync(debian)
  const offered = spawnSync('apt-cache', ['show', 'postgresql-15'], { stdio: 'ignore' }).status === 0
  if (!offered) return false
  const install = (name: string) => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { stdio: 'ignore', timeout: 240_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  install('postgresql-common')
  // Debian's package would otherwise make and start a cluster on the machine's own port.
  const settings = '/etc/postgresql-common/createcluster.conf'
  if (existsSync(settings)) writeFileSync(settings, `${readFileSync(settings, 'utf8')}\ncreate_main_cluster = false\n`)
  install('postgresql-15')
  return existsSync(debian)
}

async function startServer(name: string, folder: string, binaries?: Binaries) {
  const outcome = await startEmbeddedPostgres({ folder, durable: false, ...(binaries ? { binaries } : {}) })
  if (!outcome.ok) throw new Error(`${name} did not start: ${JSON.stringify(outcome.refusal)}`)
  const { host, port, owner, passwords, stop } = outcome.value
  await makeTemplate({ host, port, user: owner, password: passwords.owner }, passwords)
  return { server: { name, host, port, owner, passwords }, stop }
}

async function makeTemplate(owner: { host: string; port: number; user: string; password: string }, passwords: DatabaseServer['passwords']) {
  const first = connect({ ...owner, database: 'postgres' })
  await sql`create database ${sql.ref(template)}`.execute(first)
  await ensureRoles(first)
  await letRolesSignIn(first, passwords)
  await first.destroy()
  const database = connect({ ...owner, database: template })
  const outcome = await migrate(database)
  await closeToEverybody(database)
  await database.destroy()
  if (!outcome.ok) throw new Error(`the template could not be migrated: ${JSON.stringify(outcome.refusal)}`)
}
