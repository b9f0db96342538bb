// `npm run prove:stryker [-- FILE…]`: mutation testing of the functions of law and casework, in a folder of its own.
// Stryker is not among the dependencies: it brings two hundred packages, and is needed here only. It is installed at an exact version.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const stryker = '10.1.1'
const least = 90
const folder = join(tmpdir(), 'comity-stryker')
const wanted = process.argv.slice(2)

/** Tables of law and closed lists: data, which lawyers read and other tests pin; and what serves tests only. Printed with the result. */
const leftOut = [
  'src/law/*/{facts,provisions,periods,instruments,questions,policies,destination-clauses}.ts', 'src/law/*/rules*.ts',
  'src/casework/gates/*.ts', 'src/casework/lists.ts', 'src/casework/packet-word-list.ts', 'src/casework/case-for-tests.ts',
]
/** Kinds of changes to texts and tables of data that a function holds. */
const leftOutKinds = ['StringLiteral', 'ObjectLiteral', 'Regex']

const packages = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> }
const left = new Set(globSync(leftOut).filter((file) => !file.endsWith('.test.ts')))
const files = globSync('src/{law,casework}/**/*.ts').filter((file) => !file.endsWith('.test.ts') && !left.has(file)).filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word))).sort()

prepare()
const { status } = spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], { cwd: folder, stdio: 'inherit' })
report(status ?? 1)

function prepare(): void {
  mkdirSync(folder, { recursive: true })
  for (const room of ['src', 'prove', 'test']) rmSync(join(folder, room), { recursive: true, force: true })
  // What the tests of these two rooms import, and nothing else.
  for (const room of ['kernel', 'reference', 'law', 'casework']) cpSync(join('src', room), join(folder, 'src', room), { recursive: true })
  writeFileSync(join(folder, 'vitest.config.ts'), "import { defineConfig } from 'vitest/config'\nexport default defineConfig({ test: { include: ['src/{law,casework}/**/*.test.ts'], testTimeout: 120_000 } })\n")
  writeFileSync(join(folder, 'stryker.config.json'), JSON.stringify({
    // TypeScript 7 has no interface for programs; Stryker needs none if it finds no configuration.
    tsconfigFile: 'none.json', testRunner: 'vitest', coverageAnalysis: 'perTest', plugins: ['@stryker-mutator/vitest-runner'], concurrency: 2, timeoutMS: 60_000,
    // What runs only while a module is loaded is a table that the module makes of other tables; to try it costs every test anew.
    ignoreStatic: true,
    mutate: files, mutator: { excludedMutations: leftOutKinds }, incremental: true, reporters: ['clear-text', 'progress-append-only', 'json'], thresholds: { high: 100, low: least, break: null },
    clearTextReporter: { allowColor: false, reportTests: false },
  }, undefined, 2))
  if (existsSync(join(folder, 'node_modules/@stryker-mutator/core'))) return
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'comity-stryker', private: true, type: 'module' }))
  const pinned = [`@stryker-mutator/core@${stryker}`, `@stryker-mutator/vitest-runner@${stryker}`, ...['vitest', 'fast-check'].map((name) => `${name}@${packages.devDependencies[name]}`)]
  const installed = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...pinned], { cwd: folder, stdio: 'inherit' })
  if (installed.status !== 0) throw new Error('Stryker could not be installed')
}

type Report = { readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string; readonly statusReason?: string; readonly mutatorName: string; readonly location: { readonly start: { readonly line: number } }; readonly replacement?: string }[] }>> }

function report(code: number): void {
  const path = join(folder, 'reports/mutation/mutation.json')
  if (code !== 0 || !existsSync(path)) throw new Error(`Stryker ended with ${code}`)
  const { files: found } = JSON.parse(readFileSync(path, 'utf8')) as Report
  const all = Object.entries(found).flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ file, ...mutant })))
  const noticed = all.filter(({ status: one }) => one === 'Killed' || one === 'Timeout')
  const unnoticed = all.filter(({ status: one }) => one === 'Survived' || one === 'NoCoverage')
  const score = (100 * noticed.length) / (noticed.length + unnoticed.length)
  for (const { file, location, mutatorName, replacement, status: one } of unnoticed) console.log(`${one} ${file}:${location.start.line} ${mutatorName}: ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 100)}`)
  const atLoad = all.filter(({ statusReason }) => statusReason?.startsWith('Static mutant'))
  for (const file of new Set(atLoad.map((one) => one.file))) console.log(`left out, run only while a module is loaded: ${file}:${atLoad.filter((one) => one.file === file).map(({ location }) => location.start.line).join(' ')}`)
  console.log(`\nleft out, as data and text: ${[...left].sort().join(', ')}\nleft out, as kinds of changes: ${leftOutKinds.join(', ')}`)
  console.log(`${files.length} files, ${noticed.length + unnoticed.length} mutants, ${noticed.length} killed, ${unnoticed.length} not: ${score.toFixed(1)} % (at least ${least} % wanted)`)
  process.exitCode = score >= least ? 0 : 1
}
