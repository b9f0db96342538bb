// The installer and the lock file: what a fresh clone depends on before anything of ours runs.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'

type Entry = { version?: string; optional?: boolean; os?: string | string[]; cpu?: string | string[]; libc?: string | string[]; optionalDependencies?: Record<string, string> }
type Lock = { packages: Record<string, Entry> }

// Plain JavaScript, because it runs before TypeScript can: the compiler takes our word for what it exports.
const scripts = new URL('../scripts/', import.meta.url)
const { completeLock } = (await import(new URL('complete-lock.mjs', scripts).href)) as { completeLock: (lock: Lock) => string[] }
const { missingPackages } = (await import(new URL('install.mjs', scripts).href)) as { missingPackages: (folder?: string) => string[] }

const readLock = () => JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

test('the lock names every optional package of every platform, so that npm ci takes it anywhere', () => {
  expect(completeLock(readLock()), 'run: node scripts/complete-lock.mjs').toEqual([])
})

test('an optional package that npm left out of the lock comes back with its platform', () => {
  const lock: Lock = { packages: { '': {}, 'node_modules/tool': { optionalDependencies: { '@tool/linux-arm64-musl': '1.2.3', '@tool/win32-x64-msvc': '1.2.3' } } } }
  expect(completeLock(lock)).toEqual(['@tool/linux-arm64-musl', '@tool/win32-x64-msvc'])
  expect(lock.packages['node_modules/@tool/linux-arm64-musl']).toEqual({ version: '1.2.3', optional: true, cpu: ['arm64'], os: ['linux'], libc: ['musl'] })
  expect(lock.packages['node_modules/@tool/win32-x64-msvc']).toEqual({ version: '1.2.3', optional: true, cpu: ['x64'], os: ['win32'] })
})

test('dependencies are exact versions', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))).toEqual([])
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-setup-'))
  mkdirSync(join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(locked: Lock['packages'], installed?: Lock['packages']) {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...locked } }))
  if (installed) writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
}

test('everything is missing before the first install, and after one that was interrupted', () => {
  write({ 'node_modules/a': { version: '1.0.0' } })
  expect(missingPackages(folder)).toEqual(['a 1.0.0'])
})

test('a package in another version is missing, one that fits is not', () => {
  write({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/@b/c': { version: '2.0.0' } }, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/@b/c': { version: '1.9.9' } })
  expect(missingPackages(folder)).toEqual(['@b/c 2.0.0'])
})

test('an optional package is missing only on its own platform', () => {
  const [ours, other] = [{ os: [process.platform], cpu: [process.arch] }, { os: ['plan9'], cpu: ['vax'] }]
  write({ 'node_modules/ours': { version: '1.0.0', optional: true, ...ours }, 'node_modules/other': { version: '1.0.0', optional: true, ...other } }, {})
  expect(missingPackages(folder)).toEqual(['ours 1.0.0'])
})

test('what is installed here matches the lock', () => {
  expect(missingPackages()).toEqual([])
})

test('the installer runs a script on Node 24 or later and hands on its words and its exit code', () => {
  const script = join(folder, 'say.ts')
  writeFileSync(script, 'const words: readonly string[] = process.argv.slice(2)\nconsole.log(process.versions.node, ...words)\nprocess.exitCode = 7\n')
  const outcome = spawnSync(process.execPath, ['scripts/install.mjs', script, 'été', '--flag'], { encoding: 'utf8' })
  expect(outcome.status).toBe(7)
  expect(outcome.stdout).toMatch(/^(2[4-9]|[3-9]\d)\.\d+\.\d+ été --flag\n$/)
})

test('there is a browser to test with', async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.setContent('<h1>été</h1>')
  expect(await page.textContent('h1')).toBe('été')
  await browser.close()
})
