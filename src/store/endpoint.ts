import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isReachable, type ServerUser } from './data-folder.ts'
import { socketFolderPrefix } from './postmaster.ts'

/** Where the embedded server listens: a socket file in a folder that only its user can open; on Windows a port of the loopback address. */
export type Endpoint = {
  readonly host: string
  readonly port: number
  /** PostgreSQL settings that make it listen there and nowhere else. */
  readonly settings: Readonly<Record<string, string>>
  readonly remove: () => void
}

export async function makeEndpoint(user: ServerUser): Promise<Endpoint> {
  if (process.platform === 'win32') return loopback(await freePort())
  const folder = mkdtempSync(join(shortTemporaryFolder(user), socketFolderPrefix)) // mode 0700
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const settings = { listen_addresses: '', unix_socket_directories: folder, unix_socket_permissions: '0700', port: '5432' }
  return { host: folder, port: 5432, settings, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

// A socket's path may have 107 bytes (sockaddr_un); prefix, six random letters and the socket's name take 31 of them.
function shortTemporaryFolder({ uid }: ServerUser): string {
  const folder = tmpdir()
  const fits = Buffer.byteLength(folder) <= 70 && existsSync(folder) && (uid === undefined || isReachable(join(folder, 'x'), uid))
  // A comma would end the folder's name in PostgreSQL's setting.
  return fits && !/[,"]/.test(folder) ? folder : '/tmp'
}

function loopback(port: number): Endpoint {
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
  return { host: '127.0.0.1', port, settings, remove: () => undefined }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
