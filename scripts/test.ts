// What `npm test` runs: types, lint, tests. The last line is exactly `N passed, N failed`, in which the type check and
// the lint count as one test each.  node scripts/test.ts [words for vitest…]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Tally = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] }

type Report = {
  readonly success: boolean
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[] }[]
}

const tallies = [
  check('types', 'node_modules/typescript/bin/tsc', ['--noEmit']),
  check('lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware']),
  runTests(process.argv.slice(2)),
]
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
const skipped = tallies.flatMap((tally) => tally.skipped)
if (skipped.length > 0) console.log(`\n${skipped.length} skipped:\n${skipped.map((name) => `  ${name}`).join('\n')}\n`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

function check(name: string, program: string, words: readonly string[]): Tally {
  const ok = runNode(program, words)
  console.log(`${name}: ${ok ? 'passed' : 'failed'}`)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] }
}

function runTests(words: readonly string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'comity-report-'))
  const file = join(folder, 'report.json')
  const ok = runNode('node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...words])
  const tally = readReport(file)
  rmSync(folder, { recursive: true })
  // A fault outside every test (a worker that dies, an error nobody caught) is a failure too.
  return ok || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

function readReport(file: string): Tally {
  try {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
    // A file that cannot even be read has no tests in it and counts as one that failed.
    const broken = testResults.filter((result) => result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'))
    const names = (status: string) => tests.filter((test) => test.status === status).map(({ fullName }) => fullName)
    return {
      passed: names('passed').length,
      failed: names('failed').length + broken.length,
      skipped: [...names('skipped'), ...names('pending'), ...names('todo')],
    }
  } catch (cause) {
    console.error(cause)
    return { passed: 0, failed: 1, skipped: [] }
  }
}

function runNode(program: string, words: readonly string[]): boolean {
  return spawnSync(process.execPath, [program, ...words], { stdio: 'inherit' }).status === 0
}
