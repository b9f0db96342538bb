import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { sha256 } from '../kernel/digest.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { DatabaseRefusal } from './database-refusal.ts'

/** `moved`: the project's own folder cannot be used, and the reader must be told where the data is instead. */
export type DataFolder = { readonly folder: string; readonly moved: boolean }

export type ServerUser = { readonly uid?: number; readonly gid?: number }

/** The user `nobody` of every Linux: it owns nothing, so a server running as it can spoil nothing else. */
const nobody = 65_534

/**
 * Where the embedded database lives: COMITY_DATA, else `.comity` in the project folder.
 * Under root the server runs as another user; a project folder closed to that user (one under /root) gives way to
 * /var/lib/comity.
 */
export function chooseDataFolder(projectFolder: string, wished: string | undefined): Result<DataFolder, DatabaseRefusal> {
  const folder = resolve(wished || join(projectFolder, '.comity'))
  const { uid } = serverUser(folder)
  if (uid === undefined || isReachable(folder, uid)) return accept({ folder, moved: false })
  if (wished) return refuse({ code: 'folder-not-reachable', folder })
  const name = `${basename(projectFolder).replace(/[^\w-]/g, '_')}-${sha256(projectFolder).slice(0, 8)}`
  return accept({ folder: join('/var/lib/comity', name), moved: true })
}

/** As whom PostgreSQL runs, which refuses to run as root; empty when we are an ordinary user: then as ourselves. */
export function serverUser(folder: string): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const owner = findOwner(clusterFolder(folder))
  return owner && owner.uid !== 0 ? owner : { uid: nobody, gid: nobody }
}

/** PostgreSQL's own folder within the data folder. */
export function clusterFolder(folder: string): string {
  return join(folder, 'database')
}

export function findOwner(folder: string): { readonly uid: number; readonly gid: number } | undefined {
  if (!existsSync(folder)) return undefined
  const { uid, gid } = statSync(folder)
  return { uid, gid }
}

/** Whether a user who belongs to no group of ours may pass through every folder above this one. */
export function isReachable(folder: string, uid: number): boolean {
  const above = dirname(folder)
  if (existsSync(above)) {
    const { mode, uid: owner } = statSync(above)
    if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false
  }
  return above === folder || isReachable(above, uid)
}
