// Runs before `npm start` and `npm test`: installs the packages when they do not match package-lock.json, and sees
// to it that `node` is at least Node 24 for what follows. Plain JavaScript without any package, for the machine's
// own Node from 18 on. The second time it finds nothing to do and needs no network.
//
//   node scripts/install.mjs [--browser]     --browser also unpacks the browser that the tests drive
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const neededMajor = 24

function main() {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
  if (missingPackages().length > 0) install()
  chooseNode()
  if (process.argv.includes('--browser')) unpackBrowser()
}

/**
 * Names of locked packages that this machine needs and has not, or has in another version. npm writes
 * node_modules/.package-lock.json last, so an interrupted install is seen as missing altogether.
 */
export function missingPackages() {
  const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const installedList = 'node_modules/.package-lock.json'
  const installed = existsSync(installedList) ? JSON.parse(readFileSync(installedList, 'utf8')).packages : {}
  return Object.entries(locked)
    .filter(([path, entry]) => path !== '' && isNeeded(entry) && installed[path]?.version !== entry.version)
    .map(([path, entry]) => `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${entry.version}`)
}

/** Optional packages are needed only where they name this platform: the others npm leaves out by itself. */
function isNeeded(entry) {
  if (!entry.optional) return true
  if (entry.os === undefined && entry.cpu === undefined) return false
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && fits(entry.libc, libc())
}

function fits(allowed, ours) {
  return allowed === undefined || [allowed].flat().includes(ours)
}

function libc() {
  if (process.platform !== 'linux') return undefined
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}

function install() {
  say('Installing packages from package-lock.json. This needs the network, this once.',
    'Installation des paquets selon package-lock.json. Le réseau est nécessaire, cette fois seulement.')
  const done = npm(['ci', '--ignore-scripts', '--prefer-offline'])
  const missing = done ? missingPackages() : []
  if (done && missing.length === 0) return
  stop(`The packages could not be installed${list(missing)}. See npm’s message above; check the network or the registry, then run the same command again.`,
    `Les paquets n’ont pas pu être installés${list(missing)}. Voyez le message de npm ci-dessus; vérifiez le réseau ou le registre, puis relancez la même commande.`)
}

// npm itself must run on the machine's own Node: `npm ci` deletes the one in node_modules first.
function npm(words) {
  const { npm_execpath: program, npm_node_execpath: node } = process.env
  const direct = program !== undefined && /\.c?js$/.test(program)
  const outcome = direct
    ? spawnSync(node ?? process.execPath, [program, ...words], { stdio: 'inherit' })
    : spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' })
  return outcome.status === 0
}

/**
 * npm puts node_modules/.bin first on the path, so a `node` there is the one that runs everything else. An operator's
 * own Node is preferred where it is new enough; else the packaged one is used, if there is one that runs here.
 */
function chooseNode() {
  const link = 'node_modules/.bin/node'
  const packaged = `node-${process.platform}-${process.arch}/bin/node`
  if (hasOwnNode()) rmSync(link, { force: true })
  else if (!existsSync(link) && existsSync(`node_modules/${packaged}`)) symlinkSync(join('..', packaged), link)
  checkNode(existsSync(link) ? link : 'node')
}

// Inside another npm script the Node in charge is the packaged one: that is no sign of an operator's own.
function hasOwnNode() {
  const own = process.env.npm_node_execpath ?? process.execPath
  return !own.startsWith(realpathSync('node_modules')) && major(own) >= neededMajor
}

function checkNode(program) {
  const found = major(program)
  if (found >= neededMajor) return
  stop(`Comity needs Node ${neededMajor} or later. No packaged Node runs on ${process.platform}-${process.arch}, and the machine’s own is ${process.version}. Install Node ${neededMajor} from nodejs.org, then run the same command again.`,
    `Comity a besoin de Node ${neededMajor} ou d’une version plus récente. Aucun Node empaqueté ne fonctionne sur ${process.platform}-${process.arch}, et celui de la machine est ${process.version}. Installez Node ${neededMajor} à partir de nodejs.org, puis relancez la même commande.`)
}

function major(program) {
  const answer = spawnSync(program, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
  return Number(/^v(\d+)\./.exec(answer.stdout ?? '')?.[1] ?? 0)
}

// In the chosen Node, not in this one: the browser's package needs a newer Node than the machine may have.
function unpackBrowser() {
  const node = existsSync('node_modules/.bin/node') ? 'node_modules/.bin/node' : process.env.npm_node_execpath ?? process.execPath
  const { status } = spawnSync(node, ['scripts/unpack-browser.ts'], { stdio: 'inherit' })
  if (status === 0) return
  stop('The test browser could not be unpacked; see the message above.',
    'Le navigateur des tests n’a pas pu être décompressé; voyez le message ci-dessus.')
}

function list(names) {
  return names.length === 0 ? '' : ` (${names.join(', ')})`
}

function say(english, french) {
  console.error(`${english}\n${french}`)
}

function stop(english, french) {
  say(english, french)
  process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
