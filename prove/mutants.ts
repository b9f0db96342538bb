// `npm run prove:mutants [-- words…]`: each bypass made by hand, one at a time, in a copy of the sources; every one must be noticed.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { mutants, proofs, type Mutant, type Proof } from './mutants/list.ts'

const words = process.argv.slice(2)
const chosen = mutants.filter(({ file, why }) => words.length === 0 || words.some((word) => `${file} ${why}`.includes(word)))
const missing = chosen.filter((mutant) => occurrences(mutant) !== 1)
if (chosen.length === 0 || missing.length > 0) {
  if (chosen.length === 0) console.error('no such bypass')
  for (const mutant of missing) console.error(`${mutant.file}: the text to change stands there ${occurrences(mutant)} times, and must stand there once:\n${mutant.find}\n`)
  process.exit(1)
}

const copy = copySources()
try {
  process.exitCode = run()
} finally {
  rmSync(copy, { recursive: true })
}

function run(): number {
  const used = (Object.keys(proofs) as Proof[]).filter((proof) => chosen.some(({ by }) => by.includes(proof)))
  const baseline = prove(used)
  if (baseline.outcome !== 'passed') {
    console.error(`the proofs do not pass on the sources as they are: ${baseline.words}`)
    return 1
  }
  const survivors = chosen.filter((mutant, number) => {
    const { outcome, words: said } = withMutant(mutant, () => firstThatNotices(mutant.by))
    console.log(`${String(number + 1).padStart(3)} of ${chosen.length}  ${outcome === 'noticed' ? 'killed  ' : 'SURVIVED'}  ${mutant.file.replace('src/', '')}: ${mutant.why}\n${' '.repeat(11)}${said}`)
    return outcome !== 'noticed'
  })
  console.log(`\n${chosen.length} bypasses, ${chosen.length - survivors.length} killed, ${survivors.length} survived`)
  for (const { file, why } of survivors) console.log(`  ${file}: ${why}`)
  return survivors.length === 0 ? 0 : 1
}

function occurrences({ file, find }: Mutant): number {
  return readFileSync(file, 'utf8').split(find).length - 1
}

function copySources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'comity-mutants-'))
  for (const name of ['src', 'prove', 'test', 'data', 'package.json', 'tsconfig.json', 'vitest.config.ts']) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

function withMutant<Result>({ file, find, replace }: Mutant, act: () => Result): Result {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  if (original.split(find).length !== 2) throw new Error(`${file} changed while its bypasses were tried`)
  writeFileSync(path, original.replace(find, () => replace))
  try {
    return act()
  } finally {
    writeFileSync(path, original)
  }
}

type Outcome = { readonly outcome: 'passed' | 'noticed' | 'broken'; readonly words: string }

function firstThatNotices(by: readonly Proof[]): Outcome {
  // With fewer combinations first; a bypass that they do not reach meets all of them.
  for (const most of [4000, 200_000]) {
    for (const proof of by) {
      const outcome = prove([proof], most)
      if (outcome.outcome !== 'passed') return { ...outcome, words: `${proof}: ${outcome.words}` }
    }
  }
  return { outcome: 'passed', words: `not noticed by ${by.join(', ')}` }
}

type Report = { readonly testResults: readonly { readonly message: string; readonly assertionResults: readonly { readonly title: string; readonly status: string; readonly failureMessages: readonly string[] }[] }[] }

/** Runs proofs in the copy. A failing test, or a proof that throws while it collects its units, notices; a file that cannot be read at all is broken. */
function prove(which: readonly Proof[], most = 4000): Outcome {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const { stdout, stderr } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'pure', '--bail', '1', '--testTimeout=900000', '--reporter=json', `--outputFile=${report}`, ...which.map((proof) => proofs[proof])], { cwd: copy, encoding: 'utf8', timeout: 900_000, env: { ...process.env, COMITY_PROOF_MOST: String(most) } })
  const results = readReport(report)
  if (!results) return { outcome: 'broken', words: `no report: ${stdout.slice(-500)} ${stderr.slice(-500)}` }
  const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.find(({ status }) => status === 'failed')
  if (failed) return { outcome: 'noticed', words: `${failed.title}: ${failed.failureMessages.join(' ').replaceAll(/\s+/g, ' ').slice(0, 160)}` }
  const unread = results.testResults.find(({ message, assertionResults }) => assertionResults.length === 0 || message !== '')
  if (unread) return { outcome: /PARSE_ERROR|Transform failed|SyntaxError|is not defined/.test(unread.message) ? 'broken' : 'noticed', words: unread.message.replaceAll(/\s+/g, ' ').slice(0, 200) }
  return { outcome: 'passed', words: `${tests.length} tests pass` }
}

function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return undefined
  }
}
