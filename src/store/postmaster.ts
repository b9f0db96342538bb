import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const socketFolderPrefix = 'comity-pg-'

/** Who holds a cluster: nobody, or a server process that a living program started, or one that lost its parent. */
export type Holder = { readonly held: false } | { readonly held: true; readonly processId: number; readonly orphan: boolean }

/**
 * Clears what a crashed server left in the cluster folder. Returns the process that still holds it, if any.
 *
 * After everything was killed at once the old process can linger as a zombie, and after a restart of the machine its
 * number can belong to something else; PostgreSQL itself would refuse to start in both cases.
 */
export async function releaseCluster(cluster: string, patienceMilliseconds: number): Promise<Holder> {
  const deadline = Date.now() + patienceMilliseconds
  for (;;) {
    const holder = findHolder(cluster)
    if (!holder.held) {
      clearTraces(cluster)
      return holder
    }
    // A server whose parent was killed is on its way out (see pdeathsig in the launcher): wait for it.
    if (!holder.orphan || Date.now() > deadline) return holder
    await pause(50)
  }
}

export function findHolder(cluster: string): Holder {
  const processId = Number(readLines(cluster)[0] ?? 0)
  if (!Number.isInteger(processId) || processId <= 0) return { held: false }
  return process.platform === 'linux' ? askProc(processId) : askSignal(processId)
}

function askProc(processId: number): Holder {
  const server = readStat(processId)
  if (server?.name !== 'postgres' || server.state === 'Z' || server.state === 'X') return { held: false }
  // Node 24 calls its main thread, and so its process, MainThread.
  const parent = readStat(server.parent)?.name ?? ''
  return { held: true, processId, orphan: !/^(node|MainThread)/.test(parent) }
}

// https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: `pid (name) state parent …`
function readStat(processId: number): { readonly name: string; readonly state: string; readonly parent: number } | undefined {
  const path = `/proc/${processId}/stat`
  if (!existsSync(path)) return undefined
  const [, name, state, parent] = /^\d+ \((.*)\) (\S) (\d+)/s.exec(readFileSync(path, 'utf8')) ?? []
  return name === undefined || state === undefined ? undefined : { name, state, parent: Number(parent) }
}

function askSignal(processId: number): Holder {
  try {
    process.kill(processId, 0)
    return { held: true, processId, orphan: true }
  } catch {
    return { held: false }
  }
}

function clearTraces(cluster: string) {
  const socketFolder = readLines(cluster)[4] ?? ''
  if (basename(socketFolder).startsWith(socketFolderPrefix)) rmSync(socketFolder, { recursive: true, force: true })
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

// Line 1 is the process, line 5 the socket folder (PostgreSQL source, src/include/utils/pidfile.h).
function readLines(cluster: string): string[] {
  const path = join(cluster, 'postmaster.pid')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
}
