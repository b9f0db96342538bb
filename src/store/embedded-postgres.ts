import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { clusterVersion, createCluster, keepPasswords, lastLine, owner, serverEnvironment, type Passwords } from './cluster.ts'
import { clusterFolder, findOwner, serverUser } from './data-folder.ts'
import type { DatabaseRefusal } from './database-refusal.ts'
import { makeEndpoint, type Endpoint } from './endpoint.ts'
import { program, unpackPostgres, type Binaries } from './postgres-binaries.ts'
import { releaseCluster, socketNote } from './postmaster.ts'

export type EmbeddedSettings = {
  readonly folder: string
  /** Other programs than the packaged ones, for example those of Debian's PostgreSQL 15. */
  readonly binaries?: Binaries
  /** False only in tests: then an acknowledged write may be lost with the machine. */
  readonly durable?: boolean
}

export type RunningPostgres = {
  readonly host: string
  readonly port: number
  /** Name of the superuser that owns everything; its password is `passwords.owner`. */
  readonly owner: string
  readonly passwords: Passwords
  readonly processId: number
  readonly stop: () => Promise<void>
}

/** Starts a PostgreSQL server of our own on `folder`, making the database cluster on first use. */
export async function startEmbeddedPostgres({ folder, binaries: given, durable = true }: EmbeddedSettings): Promise<Result<RunningPostgres, DatabaseRefusal>> {
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
  return startServer(folder, binaries, passwords, durable)
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

async function startServer(folder: string, binaries: Binaries, passwords: Passwords, durable: boolean): Promise<Result<RunningPostgres, DatabaseRefusal>> {
  const log = join(folder, 'server.log')
  const endpoint = await makeEndpoint(serverUser(folder))
  writeFileSync(socketNote(folder), endpoint.host)
  const child = spawnServer(folder, binaries, endpoint, log, durable)
  const stop = stopper(child, clusterFolder(folder), binaries, endpoint)
  const ready = await untilReady(child, { host: endpoint.host, port: endpoint.port, user: owner, password: passwords.owner, database: 'postgres' })
  if (ready) return accept({ host: endpoint.host, port: endpoint.port, owner, passwords, processId: child.pid ?? 0, stop })
  await stop()
  return refuse({ code: 'did-not-start', log, lastLine: lastLine(log) })
}

function spawnServer(folder: string, binaries: Binaries, endpoint: Endpoint, log: string, durable: boolean): ChildProcess {
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.old`)
  const settings = { ...endpoint.settings, max_connections: '60', log_timezone: 'UTC', timezone: 'UTC', logging_collector: 'off', ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }) }
  const words = ['-D', clusterFolder(folder), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const command = [...leash(), join(binaries.folder, program('postgres'))]
  const output = openSync(log, 'a', 0o600)
  // Detached: a Ctrl-C at the terminal must reach us alone, so that we can finish our work before the database goes.
  return spawn(command[0] ?? '', [...command.slice(1), ...words], { ...serverUser(folder), cwd: clusterFolder(folder), env: serverEnvironment(), detached: true, stdio: ['ignore', output, output] })
}

// Stops the server even when we are killed without a chance to say so (Linux only, util-linux 2.33).
function leash(): string[] {
  const words = ['setpriv', '--pdeathsig', 'INT']
  const works = process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' }).status === 0
  return works ? words : []
}

async function untilReady(child: ChildProcess, connection: ClientConfig): Promise<boolean> {
  const deadline = Date.now() + 120_000
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const client = new Client(connection)
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await pause(20)
    }
  }
  return false
}

function stopper(child: ChildProcess, cluster: string, binaries: Binaries, endpoint: Endpoint): () => Promise<void> {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const interrupt = () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    if (process.platform === 'win32') spawnSync(join(binaries.folder, program('pg_ctl')), ['stop', '-D', cluster, '-m', 'fast'])
    else child.kill('SIGINT')
  }
  process.once('exit', interrupt)
  return async () => {
    interrupt()
    await ended
    process.off('exit', interrupt)
    endpoint.remove()
  }
}
