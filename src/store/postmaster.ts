import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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
export async function releaseCluster(cluster: string): Promise<Holder> {
  const began = Date.now()
  for (;;) {
    const holder = findHolder(cluster)
    if (!holder.held) clearTraces(cluster)
    // A server whose parent was killed is on its way out (see the leash in the launcher). Even one with a living
    // parent gets a moment: a program that was killed just now takes a few milliseconds to be gone.
    if (!holder.held || Date.now() - began > (holder.orphan ? 10_000 : 1_000)) return holder
    await pause(20)
  }
}

export function findHolder(cluster: string): Holder {
  const processId = readProcessId(cluster)
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
  const note = socketNote(dirname(cluster))
  const socketFolder = existsSync(note) ? readFileSync(note, 'utf8') : ''
  if (basename(socketFolder).startsWith(socketFolderPrefix)) rmSync(socketFolder, { recursive: true, force: true })
  for (const path of [note, join(cluster, 'postmaster.pid')]) rmSync(path, { force: true })
}

/** File in the data folder that names the socket's folder, so that the one of a killed program can be cleared away. */
export function socketNote(folder: string): string {
  return join(folder, 'socket-folder')
}

// The first line is the process (PostgreSQL source, src/include/utils/pidfile.h).
function readProcessId(cluster: string): number {
  const path = join(cluster, 'postmaster.pid')
  return existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : 0
}
