// Completes package-lock.json after `npm install`: node scripts/complete-lock.mjs
//
// npm writes a lock entry for an optional package of another platform only when its registry shows that very
// version at the moment of writing. Mirrors lag behind, the entry is left out, and `npm ci` then refuses the lock
// ("Missing: … from lock file") on every machine. This adds the missing entries: name, exact version and platform.
// They carry no hash, so such a package is taken on the registry's word until somebody locks on that platform.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** Adds what is missing, in place, and returns the names added. */
export function completeLock(lock) {
  const added = []
  for (const [owner, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(lock, owner, name)) continue
      lock.packages[`node_modules/${name}`] = skeleton(name, version, entry)
      added.push(name)
    }
  }
  lock.packages = sorted(lock.packages)
  return added
}

function isLocked(lock, owner, name) {
  return [`node_modules/${name}`, `${owner}/node_modules/${name}`].some((path) => path in lock.packages)
}

function skeleton(name, version, owner) {
  if (!/^\d/.test(version)) throw new Error(`${name} has no exact version: ${version}`)
  const words = name.split('/').pop().split(/[-_]/)
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  const libc = words.includes('musl') || words.includes('musleabihf') ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
  return {
    version,
    ...(owner.dev ? { dev: true } : {}),
    optional: true,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(os.length > 0 ? { os } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  }
}

function sorted(packages) {
  return Object.fromEntries(Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const added = completeLock(lock)
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
  console.log(added.length === 0 ? 'The lock was complete.' : `Added ${added.length}: ${added.join(', ')}`)
}
