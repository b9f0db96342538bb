// What `npm start` and `npm test` call: installs the packages when they do not match package-lock.json, then runs a
// script on a Node that is new enough. Plain JavaScript without any package, for the machine's own Node from 18 on.
// The second time it finds nothing to install and needs no network.
//
//   node scripts/install.mjs [--browser] [script.ts [argument…]]
//
// --browser also unpacks the browser that the tests drive. This is no prestart script, because npm leaves those out
// where an operator has set ignore-scripts, as careful ones do.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const neededMajor = 24

function main(words) {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
  if (missingPackages().length > 0) install()
  const node = chooseNode()
  if (words[0] === '--browser') unpackBrowser(node)
  const script = words.filter((word) => word !== '--browser')
  if (script.length > 0) run(node, script)
}

/**
 * Names of locked packages that this machine needs and has not, or has in another version. npm writes
 * node_modules/.package-lock.json last, so an interrupted install is seen as missing altogether.
 */
export function missingPackages(folder = '.') {
  const locked = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages
  const installedList = join(folder, 'node_modules/.package-lock.json')
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
  process.report.excludeNetwork = true // or it may ask a name server and wait
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
 * The Node for everything else: an operator's own where it is new enough, else the packaged one. npm puts
 * node_modules/.bin first on the path, so a `node` there would win over an operator's own: it is there only when needed.
 */
function chooseNode() {
  const link = resolve('node_modules/.bin/node')
  const packaged = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}/bin/node`
  const own = ownNode()
  if (major(own) >= neededMajor) {
    rmSync(link, { force: true })
    return own
  }
  if (process.platform !== 'win32' && !existsSync(link) && existsSync(`node_modules/${packaged}`)) symlinkSync(join('..', packaged), link)
  const chosen = process.platform === 'win32' ? resolve(`node_modules/${packaged}.exe`) : link
  if (major(chosen) >= neededMajor) return chosen
  return stop(`Comity needs Node ${neededMajor} or later. No packaged Node runs on ${process.platform}-${process.arch}, and the machine’s own is ${process.version}. Install Node ${neededMajor} from nodejs.org, then run the same command again.`,
    `Comity a besoin de Node ${neededMajor} ou d’une version plus récente. Aucun Node empaqueté ne fonctionne sur ${process.platform}-${process.arch}, et celui de la machine est ${process.version}. Installez Node ${neededMajor} à partir de nodejs.org, puis relancez la même commande.`)
}

// Inside another npm script the Node in charge is the packaged one: that is no sign of an operator's own.
function ownNode() {
  const inCharge = process.env.npm_node_execpath ?? process.execPath
  return inCharge.startsWith(realpathSync('node_modules')) ? undefined : inCharge
}

function major(program) {
  const answer = program === undefined ? undefined : spawnSync(program, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)\./.exec(answer?.stdout ?? '')?.[1] ?? 0)
}

// In the chosen Node, not in this one: the browser's package needs a newer Node than the machine may have.
function unpackBrowser(node) {
  const { status } = spawnSync(node, ['scripts/unpack-browser.ts'], { stdio: 'inherit' })
  if (status === 0) return
  stop('The test browser could not be unpacked; see the message above.',
    'Le navigateur des tests n’a pas pu être décompressé; voyez le message ci-dessus.')
}

function run(node, words) {
  const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)
  // Node keeps what it made of our TypeScript and of the packages: reading it again takes half as long. It checks each file against it.
  const cache = process.env.NODE_COMPILE_CACHE ?? resolve('node_modules/.cache/compiled')
  const child = spawn(node, words, { stdio: 'inherit', env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: cache } })
  // A terminal sends Ctrl-C to both of us, a service manager to us alone: pass it on and wait for the child's own end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWithNpm(child)
  child.on('exit', (code) => process.exit(code ?? 1))
}

// npm passes SIGTERM on to the shell between us, which dies of it and says nothing to us: `docker stop` does just that.
function stopWithNpm(child) {
  const shell = process.ppid
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch) // once: a second signal would mean that we cannot wait
    child.kill('SIGTERM')
  }, 300).unref()
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2))
