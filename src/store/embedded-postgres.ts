import { accessSync, chmodSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { clusterVersion, createCluster, keepPasswords, lastLine, owner, type Passwords } from './cluster.ts'
import { clusterFolder, findOwner, serverUser } from './data-folder.ts'
import type { DatabaseRefusal } from './database-refusal.ts'
import { makeEndpoint } from './endpoint.ts'
import { keepRunning, type ServerNews } from './keep-running.ts'
import { unpackPostgres, type Binaries } from './postgres-binaries.ts'
import { releaseCluster, socketNote } from './postmaster.ts'
import { spawnServer } from './server-process.ts'

export type EmbeddedSettings = {
  readonly folder: string
  /** Other programs than the packaged ones, for example those of Debian's PostgreSQL 15. */
  readonly binaries?: Binaries
  /** False only in tests: then an acknowledged write may be lost with the machine. */
  readonly durable?: boolean
  /** Hears when the server ends without our wish, and when it is there again. */
  readonly onNews?: (news: ServerNews) => void
}

export type RunningPostgres = {
  readonly host: string
  readonly port: number
  /** Name of the superuser that owns everything; its password is `passwords.owner`. */
  readonly owner: string
  readonly passwords: Passwords
  /** Another one after the server was started again. */
  readonly processId: number
  readonly stop: () => Promise<void>
}

/** Starts a PostgreSQL server of our own on `folder`, making the database cluster on first use, and keeps it running until stopped. */
export async function startEmbeddedPostgres(settings: EmbeddedSettings): Promise<Result<RunningPostgres, DatabaseRefusal>> {
  const { folder, binaries: given, durable = true } = settings
  const cluster = clusterFolder(folder)
  const unusable = prepareFolder(folder)
  if (unusable) return refuse(unusable)
  const holder = await releaseCluster(cluster)
  if (holder.held) return refuse({ code: 'already-running', folder, processId: holder.processId })
  const binaries = given ?? unpackPostgres(folder)
  if (!binaries) return refuse({ code: 'no-binaries', platform: `${process.platform}-${process.arch}` })
  const found = clusterVersion(cluster)
  if (found !== undefined && found !== binaries.majorVersion) return refuse({ code: 'other-version', folder, found, needed: binaries.majorVersion })
  const passwordFile = join(folder, 'passwords.json')
  if (found !== undefined && !existsSync(passwordFile)) return refuse({ code: 'passwords-missing', file: passwordFile })
  const passwords = keepPasswords(passwordFile)
  if (found === undefined) {
    const complaint = createCluster(folder, binaries, passwords, durable)
    if (complaint !== undefined) return refuse({ code: 'did-not-start', log: join(folder, 'initdb.log'), lastLine: complaint })
  }
  return startServer({ ...settings, binaries, durable }, passwords)
}

function prepareFolder(folder: string): DatabaseRefusal | undefined {
  try {
    mkdirSync(folder, { recursive: true })
    // Under root the server's user must pass through to its own folder within; it sees nothing else here.
    if (process.getuid?.() === 0) chmodSync(folder, 0o711)
    accessSync(folder, constants.W_OK)
  } catch {
    return { code: 'folder-not-writable', folder }
  }
  const clusterOwner = findOwner(clusterFolder(folder))
  const me = process.getuid?.()
  if (clusterOwner && me !== undefined && me !== 0 && clusterOwner.uid !== me) return { code: 'folder-of-another-user', folder }
  return undefined
}

async function startServer({ folder, binaries, durable, onNews }: EmbeddedSettings & { readonly binaries: Binaries; readonly durable: boolean }, passwords: Passwords): Promise<Result<RunningPostgres, DatabaseRefusal>> {
  const endpoint = await makeEndpoint(serverUser(folder))
  writeFileSync(socketNote(folder), endpoint.host)
  const { host, port } = endpoint
  const connection = { host, port, user: owner, password: passwords.owner, database: 'postgres' }
  const spawn = () => spawnServer({ folder, binaries, endpoint, durable }, connection)
  const first = spawn()
  if (await first.untilReady()) {
    const kept = keepRunning(first, spawn, onNews)
    const stop = async () => {
      await kept.stop()
      endpoint.remove()
    }
    return accept({ host, port, owner, passwords, get processId() { return kept.processId() }, stop })
  }
  await first.stop()
  endpoint.remove()
  const log = join(folder, 'server.log')
  return refuse({ code: 'did-not-start', log, lastLine: lastLine(log) })
}
