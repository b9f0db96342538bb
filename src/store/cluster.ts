import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterFolder, serverUser, type ServerUser } from './data-folder.ts'
import { program, type Binaries } from './postgres-binaries.ts'
import { everyServingRole, type ServingRole } from './roles.ts'

/** The superuser of the embedded server: it owns the database and changes its shape, and serves no request. */
export const owner = 'comity_owner'

export type Passwords = Readonly<Record<'owner' | ServingRole, string>>

/** Major version of PostgreSQL that made the cluster; undefined when there is none yet. */
export function clusterVersion(cluster: string): number | undefined {
  const path = join(cluster, 'PG_VERSION')
  return existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : undefined
}

/** Reads the passwords, or makes those that are missing; only our own user may read the file. */
export function keepPasswords(file: string): Passwords {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Passwords>) : {}
  const passwords = Object.fromEntries((['owner', ...everyServingRole] as const).map((role) => [role, known[role] ?? secret()])) as Passwords
  if (Object.keys(known).length === Object.keys(passwords).length) return passwords
  // Beside its place first: a crash half way must not cost the owner's password, without which the data cannot be reached.
  writeFileSync(`${file}.partial`, JSON.stringify(passwords), { mode: 0o600 })
  renameSync(`${file}.partial`, file)
  return passwords
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}

/**
 * Runs initdb beside the final place and moves the result there, so that an interrupted first start leaves no half cluster.
 * Returns initdb's complaint, if it had one.
 */
export function createCluster(folder: string, binaries: Binaries, passwords: Passwords, durable: boolean): string | undefined {
  const partial = join(folder, 'database.partial')
  const passwordFile = join(folder, 'database.password')
  const user = serverUser(folder)
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { mode: 0o700 })
  writeFileSync(passwordFile, passwords.owner, { mode: 0o600 })
  for (const path of [partial, passwordFile]) giveTo(path, user)
  const words = ['-D', partial, '-U', owner, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums']
  const outcome = spawnSync(join(binaries.folder, program('initdb')), durable ? words : [...words, '--no-sync'], { ...user, env: serverEnvironment(), encoding: 'utf8', cwd: partial })
  rmSync(passwordFile)
  writeFileSync(join(folder, 'initdb.log'), `${outcome.stdout ?? ''}${outcome.stderr ?? ''}${outcome.error?.message ?? ''}`)
  if (outcome.status !== 0) return lastLine(join(folder, 'initdb.log'))
  renameSync(partial, clusterFolder(folder))
  return undefined
}

function giveTo(path: string, { uid, gid }: ServerUser) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

// Nothing of our own environment reaches the server: PGDATA, PGPORT and their like would change what it does.
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], TZ: 'UTC', LC_ALL: 'C' }
}

export function lastLine(log: string): string {
  return existsSync(log) ? (readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '') : ''
}
