// node bench/oversight-pages.ts: the pages of oversight, inventories, commitments and exports with 100,000 made-up cases, one after the other.
// Options: --cases N, --seed N, --looks N (lines in the log of looks), --times N (of each), --folder PATH (made and removed), --keep (the folder
// stays, and the next run with --keep uses its cases)
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { dayFromNumber, dayNumber, type PlainDate } from '../src/kernel/day.ts'
import { beginSession } from '../src/service/identity/begin-session.ts'
import { formToken } from '../src/service/identity/secret-token.ts'
import { loadPublicFigures } from '../src/service/load-public-figures.ts'
import { findAccount, makeAccount } from '../src/store/accounts.ts'
import { importAll } from './cases-import.ts'
import { percentile } from './cases-measure.ts'
import { rowMaker } from './cases-rows.ts'
import { startBenchServer, type BenchServer } from './cases-server.ts'
import { ask, type Wish } from './pages-load.ts'

const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' }, looks: { type: 'string' }, times: { type: 'string' }, folder: { type: 'string' }, keep: { type: 'boolean', default: false } } })
const [cases, seed, looks, times] = [Number(values.cases ?? 100_000), Number(values.seed ?? 42), Number(values.looks ?? 300_000), Number(values.times ?? 7)]
const folder = values.folder ?? join(tmpdir(), 'comity-bench-oversight')
const today = new Date().toISOString().slice(0, 10) as PlainDate
const [officers, slow] = [Math.max(Math.round(cases / 240), 4), 300]

console.log(`Comity benchmark of oversight: ${cases} cases, ${looks} looks, seed ${seed}; ${cpus().length} cores, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`)
const whole = join(folder, `${cases}-cases-of-seed-${seed}`)
const again = values.keep && existsSync(whole)
if (!again) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const bench = await startBenchServer(folder, again)
try {
  if (!again) await fill()
  await measure()
} finally {
  await bench.stop()
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  await importAll(bench, rowMaker({ seed, today, officers, cases }), { cases, minutes: 25, bareEvery: 1_000_000 })
  const { accountId } = await person('sample-reader', 'officer')
  // A year of looks, and everything else that an auditor's pages list.
  await sql`insert into access_log (happened_at, account_id, handle, action, case_id, about) select now() - step * interval '1 year' / ${looks}, ${accountId}, 'sample-reader', (array['case.read', 'work.read', 'cases.search'])[1 + step % 3], case when step % 3 = 0 then id end, '{}'
    from generate_series(1, ${looks}::integer) as step left join lateral (select case_id as id from case_file where step % 3 = 0 offset 0 limit 1) as one on true`.execute(bench.owner)
  await sql`insert into broken_glass (glass_id, account_id, handle, case_id, reason, words, broken_at, ends_at, review_by) select gen_random_uuid(), ${accountId}, 'sample-reader', gen_random_uuid(), 'safety', 'Written for a benchmark.', at, at + interval '1 hour', at + interval '5 days'
    from generate_series(now() - interval '2 years', now() - interval '6 days', interval '2 hours') as at`.execute(bench.owner)
  await sql`insert into export_made (export_id, account_id, handle, kind, format, purpose, choice, lines, cut, digest) select gen_random_uuid(), ${accountId}, 'sample-reader', 'cases', 'csv', 'audit', '{}', 1, false, sha256('x') from generate_series(1, 5000)`.execute(bench.owner)
  await loadPublicFigures({ database: bench.roles.application }, 'data/public-figures')
  await bench.copy.run('vacuum (freeze, analyze)')
  await bench.copy.run('checkpoint')
  writeFileSync(whole, '')
}

async function measure(): Promise<void> {
  const served = await startServed(bench)
  const [auditor, analyst] = [await person('sample-auditor', 'auditor'), await person('sample-analyst', 'analyst')]
  const handle = (await sql<{ officer: string }>`select officer from case_file where officer is not null limit 1`.execute(bench.owner)).rows[0]?.officer ?? ''
  const [officer, oneCase] = [await person(handle, 'officer'), (await sql<{ case_id: string }>`select case_id from access_log where case_id is not null limit 1`.execute(bench.owner)).rows[0]?.case_id ?? '']
  const monthAgo = dayFromNumber(dayNumber(today) - 30)
  const form = (who: { readonly token: string }, fields: Readonly<Record<string, string>>) => ({ ...fields, form: formToken(who.token), purpose: 'audit' })
  const wishes: readonly (readonly [string, Wish])[] = [
    ...['/work', '/work/oversight', '/work/oversight/cases', '/work/oversight/cases?due=overdue', '/work/oversight/cases?country=IN', '/work/oversight/decisions', `/work/oversight/decisions?from=2000-01-01&until=${today}`, `/work/oversight/decisions?from=${monthAgo}&until=${today}&state=held`, '/work/oversight/approvals', '/work/oversight/law', '/work/oversight/messages', '/work/oversight/glass', '/work/oversight/exports', '/work/oversight/check',
      '/work/audit', '/work/audit?action=case.read', '/work/audit?action=country.read', '/work/audit?account=sample-auditor', `/work/audit?caseId=${oneCase}`, `/work/audit?until=${monthAgo}`, '/work/audit?from=2001-01-01&until=2001-12-31', '/work/inventories', '/work/commitments', '/work/engagement', '/work/cases/export', '/work/audit/export'].map((path) => [`auditor ${path}`, { ...auditor, path }] as const),
    ['officer /work/inventories', { ...officer, path: '/work/inventories' }], ['analyst /work/inventories', { ...analyst, path: '/work/inventories' }], ['analyst /work/commitments', { ...analyst, path: '/work/commitments' }], ['analyst /work/countries/IND/effect', { ...analyst, path: '/work/countries/IND/effect?on=2025-01-01' }], ['analyst /work/countries/IND/evidence', { ...analyst, path: '/work/countries/IND/evidence' }],
    ['auditor exports 5,000 cases as text', { ...auditor, path: '/work/cases/export', form: form(auditor, { format: 'csv' }) }], ['auditor exports 5,000 cases as a workbook', { ...auditor, path: '/work/cases/export', form: form(auditor, { format: 'xlsx' }) }], ['officer exports their cases as text', { ...officer, path: '/work/cases/export', form: form(officer, { format: 'csv' }) }],
    ['auditor exports 50,000 looks', { ...auditor, path: '/work/audit/export', form: form(auditor, {}) }], ['auditor exports everything of a month', { ...auditor, path: '/work/oversight/export', form: form(auditor, { from: monthAgo, until: today }) }],
  ]
  for (const [what, wish] of wishes) {
    const taken: number[] = []
    for (let time = 0; time < times + 1; time++) {
      const startedAt = performance.now()
      const answer = await ask(served.ours, wish).catch((cause: unknown) => { console.log(`${what}: ${String(cause).slice(0, 200)}`); return undefined })
      if (!answer) break
      // The first time reads and plans; it is shown beside the others.
      taken.push(performance.now() - startedAt)
    }
    if (taken.length === 0) continue
    const [first = 0, ...others] = taken
    console.log(`${percentile(others, 0.5) > slow ? 'SLOW' : 'ok  '}  ${what.padEnd(70)} first ${first.toFixed(0).padStart(6)} ms, then median ${percentile(others, 0.5).toFixed(0).padStart(6)} ms, worst ${Math.max(...others).toFixed(0).padStart(6)} ms`)
  }
  served.stop()
}

async function person(handle: string, role: string) {
  const accountId = (await findAccount(bench.owner, { handle }))?.accountId ?? randomUUID()
  const account = await makeAccount(bench.owner, { accountId, handle, displayName: `Sample ${handle}`, language: 'en', roles: [role], by: 'benchmark' })
  if (!account.ok && account.refusal.code !== 'handle-taken') throw new Error(account.refusal.code)
  return { accountId, handle, token: await beginSession(bench.owner, { accountId, recognised: 'passkey', browser: 'benchmark' }) }
}

async function startServed({ connections }: BenchServer): Promise<{ readonly ours: string; readonly stop: () => void }> {
  const child = fork(new URL('pages-server.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, CONNECTIONS: JSON.stringify(connections) } })
  const { ours } = await new Promise<{ ours: string }>((ready, fail) => {
    child.once('message', (message) => ready(message as { ours: string }))
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)))
  })
  return { ours, stop: () => { child.removeAllListeners('exit'); child.kill() } }
}
