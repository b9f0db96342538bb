import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterVersion, keepPasswords, type Passwords } from './cluster.ts'
import { clusterFolder } from './data-folder.ts'
import { findHolder } from './postmaster.ts'

/** Where the server that another program of ours runs on a data folder listens, and the ways in. */
export type FoundPostgres = { readonly host: string; readonly port: number; readonly passwords: Passwords }

/** Looks for a server that runs on this data folder; undefined when none does, or it is not ready yet. */
export function findRunningPostgres(folder: string): FoundPostgres | undefined {
  const cluster = clusterFolder(folder)
  const [notes, passwordFile] = [join(cluster, 'postmaster.pid'), join(folder, 'passwords.json')]
  if (clusterVersion(cluster) === undefined || !existsSync(notes) || !existsSync(passwordFile) || !isServed(cluster)) return undefined
  // Lines 4 to 6 (PostgreSQL source, src/include/utils/pidfile.h): port, folder of the socket, address listened to.
  const [port = '', socketFolder = '', address = ''] = readFileSync(notes, 'utf8').split('\n').slice(3, 6)
  const host = socketFolder === '' ? address : socketFolder
  return host === '' || !/^\d+$/.test(port) ? undefined : { host, port: Number(port), passwords: keepPasswords(passwordFile) }
}

// A server that lost its program is on its way out. Elsewhere than on Linux nobody can tell, and it is taken as served.
function isServed(cluster: string): boolean {
  const holder = findHolder(cluster)
  return holder.held && (!holder.orphan || process.platform !== 'linux')
}
