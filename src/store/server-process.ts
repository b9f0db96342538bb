import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { serverEnvironment } from './cluster.ts'
import { clusterFolder, serverUser } from './data-folder.ts'
import type { Endpoint } from './endpoint.ts'
import { program, type Binaries } from './postgres-binaries.ts'

export type ServerPlan = { readonly folder: string; readonly binaries: Binaries; readonly endpoint: Endpoint; readonly durable: boolean }

/** One life of the PostgreSQL server. */
export type ServerProcess = {
  readonly processId: number
  /** True once it answers; false when it ended before, or never answered. */
  readonly untilReady: () => Promise<boolean>
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the server's program; `connection` is how to ask whether it is ready. */
export function spawnServer(plan: ServerPlan, connection: ClientConfig): ServerProcess {
  const child = spawnProgram(plan)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const interrupt = () => interruptServer(child, plan)
  process.once('exit', interrupt)
  void ended.then(() => process.off('exit', interrupt))
  const stop = () => {
    interrupt()
    return ended
  }
  return { processId: child.pid ?? 0, untilReady: () => untilReady(child, connection), ended, stop }
}

function spawnProgram({ folder, binaries, endpoint, durable }: ServerPlan): ChildProcess {
  const log = join(folder, 'server.log')
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.old`)
  const settings = { ...endpoint.settings, max_connections: '60', log_timezone: 'UTC', timezone: 'UTC', logging_collector: 'off', ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }) }
  const words = ['-D', clusterFolder(folder), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const command = [...leash(), join(binaries.folder, program('postgres'))]
  const output = openSync(log, 'a', 0o600)
  // Detached: a Ctrl-C at the terminal must reach us alone, so that we can finish our work before the database goes.
  const child = spawn(command[0] ?? '', [...command.slice(1), ...words], { ...serverUser(folder), cwd: clusterFolder(folder), env: serverEnvironment(), detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  return child
}

// Stops the server even when we are killed without a chance to say so (Linux only, util-linux 2.33).
function leash(): string[] {
  const words = ['setpriv', '--pdeathsig', 'INT']
  const works = process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' }).status === 0
  return works ? words : []
}

function interruptServer(child: ChildProcess, { folder, binaries }: ServerPlan) {
  if (hasEnded(child)) return
  if (process.platform === 'win32') spawnSync(join(binaries.folder, program('pg_ctl')), ['stop', '-D', clusterFolder(folder), '-m', 'fast'])
  else child.kill('SIGINT')
}

async function untilReady(child: ChildProcess, connection: ClientConfig): Promise<boolean> {
  const deadline = Date.now() + 120_000
  while (!hasEnded(child) && Date.now() < deadline) {
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

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
