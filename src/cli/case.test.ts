import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'

const program = join(import.meta.dirname, 'comity.ts')
let fresh: FreshDatabase
let url = ''
beforeAll(async () => {
  fresh = await freshDatabase()
  const [server] = databaseServers
  if (server) url = `postgresql://${server.owner}:${encodeURIComponent(server.passwords.owner)}@/${fresh.name}?host=${encodeURIComponent(server.host)}&port=${server.port}`
})
afterAll(() => fresh.destroy())

/** Runs the program as an officer does: a process of its own, with the database of this test. */
function comityCase(words: readonly string[], { input = '', officer = 'officer-one' }: { readonly input?: string; readonly officer?: string } = {}) {
  const environment = { PATH: process.env['PATH'], LC_ALL: 'C', DATABASE_URL: url, COMITY_OFFICER: officer, COMITY_TIME_ZONE: 'UTC' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'case', ...words], { encoding: 'utf8', env: environment, input })
  return { status, stdout, stderr }
}

function openOne(): string {
  const opened = comityCase(['open', '--jurisdiction', 'CA', '--family-name', 'Sample', '--given-names', 'One', '--sex', 'female', '--born-on', '1990-05-17', '--on', '2026-01-10', '--source', 'file 1'])
  expect(opened).toMatchObject({ status: 0, stderr: '' })
  return opened.stdout.split(':')[0] ?? ''
}

test('a case is opened, a fact recorded, and both are shown, in either language', () => {
  const caseId = openOne()
  expect(comityCase(['fact', caseId, 'prra-notified', 'yes', '--on', '2026-02-01', '--source', 'notice'])).toMatchObject({ status: 0 })
  const english = comityCase(['show', caseId])
  expect(english.stdout).toContain('Sample, One')
  expect(english.stdout).toMatch(/2\. .*officer-one: Fact recorded/)
  const french = comityCase(['show', caseId, '--lang', 'fr'])
  expect(french.stdout).toMatch(/2\. .*officer-one\u00a0: /)
  expect(JSON.parse(comityCase(['show', caseId, '--json']).stdout)).toMatchObject({ row: { caseId, version: 2 }, state: { facts: [{ fact: 'prra-notified' }] } })
})

test('the gates answer with reasons, what they rest on and what would open them; held is said by the exit code', () => {
  const caseId = openOne()
  comityCase(['fact', caseId, 'prra-notified', 'yes', '--on', '2026-02-01', '--source', 'notice'])
  const english = comityCase(['gates', caseId, '--step', 'departure', '--destination', 'GH'])
  expect(english.status).toBe(1)
  expect(english.stdout).toMatch(/Ghana: held for every destination/)
  expect(english.stdout).toMatch(/prra-notification\n {4}Held by IRPR 232/)
  expect(english.stdout).toContain('Opens when')
  const french = comityCase(['gates', caseId, '--step', 'departure', '--destination', 'GH', '--lang', 'fr'])
  expect(french.stdout).toMatch(/prra-notification\n {4}Retenu par RIPR 232/)
  expect(french.stdout).toContain('S’ouvre quand')
})

test('any command comes as JSON, from standard input; a misspelt field is refused and nothing done', () => {
  const caseId = openOne()
  const command = { kind: 'record-nationality', country: 'GH', basis: 'own-document', on: '2026-01-10', source: 'passport' }
  expect(comityCase(['do', caseId, '--command', '-'], { input: JSON.stringify(command) })).toMatchObject({ status: 0, stdout: `${caseId}: version 2\n` })
  const misspelt = comityCase(['do', caseId, '--command', '-'], { input: JSON.stringify({ ...command, desination: 'GH' }) })
  expect(misspelt).toMatchObject({ status: 2, stdout: '' })
  expect(misspelt.stderr).toContain('“desination”')
  expect(comityCase(['do', caseId, '--command', '-'], { input: '{' }).stderr).toContain('no command in JSON')
})

test('the same command id is done once', () => {
  const caseId = openOne()
  const words = ['do', caseId, '--command', '-', '--command-id', randomUUID()]
  const input = JSON.stringify({ kind: 'assign-officer', officer: 'officer-two', note: 'leave' })
  expect(comityCase(words, { input }).stdout).toBe(`${caseId}: version 2\n`)
  expect(comityCase(words, { input }).stdout).toBe(`${caseId}: version 2 (this very command had been done before)\n`)
})

const refusals: readonly (readonly [readonly string[], string])[] = [
  [['fact', 'CASE', 'prra-notified', 'yes', '--on', '2026-02-30', '--source', 'notice'], '2026-02-30'],
  [['fact', 'CASE', 'no-such-fact', 'yes', '--on', '2026-02-01', '--source', 'notice'], 'no-such-fact'],
  [['fact', 'CASE', 'prra-notified', 'yes', '--on', '2026-02-01'], 'source'],
  [['show', 'no-id'], 'no-id'],
  [['gates', 'CASE', '--step', 'flight'], 'flight'],
  [['gates', 'CASE', '--step', 'departure', '--destination', 'XQ'], 'XQ'],
  [['gates', 'CASE', '--step', 'departure', '--destination', 'GH', '--as-known', '2026-01-01T00:00:00Z'], '2026-01-01'],
  [['nonsense'], 'nonsense'],
  [['show', 'CASE', '--wrong'], '--wrong'],
]

test('what is asked for wrongly is refused with what is wrong, and nothing is done', () => {
  const caseId = openOne()
  for (const [words, told] of refusals) {
    const refused = comityCase(words.map((word) => (word === 'CASE' ? caseId : word)))
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain(told)
  }
  expect(comityCase(['show', caseId, '--json']).stdout).toContain('"version": 1')
})

test('without an officer nothing is changed', () => {
  const refused = comityCase(['open', '--jurisdiction', 'CA', '--family-name', 'Sample', '--on', '2026-01-10', '--source', 'file 1'], { officer: '' })
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toContain('--officer')
})
