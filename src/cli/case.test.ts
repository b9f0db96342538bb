import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { exifSegment, sampleJpeg, samplePdf } from '../../test/packet-samples.ts'
import { sampleCorrectionId, sampleRequest, sendSampleCorrection, sentSampleCase, wrongSampleCase } from '../../test/sample-case.ts'
import { caseCommand } from './case.ts'
import { exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

const program = join(import.meta.dirname, 'comity.ts')
let fresh: FreshDatabase
let folder = ''
let url = ''
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'comity case é '))
  url = urlOf(fresh)
})
afterAll(async () => {
  await fresh.destroy()
  rmSync(folder, { recursive: true })
})

function urlOf({ name }: FreshDatabase): string {
  const [server] = databaseServers
  if (!server) throw new Error('no server')
  return `postgresql://${server.owner}:${encodeURIComponent(server.passwords.owner)}@/${name}?host=${encodeURIComponent(server.host)}&port=${server.port}`
}

type Said = { readonly status: number; readonly stdout: string; readonly stderr: string }

/** What `comity case …` does and says, as an officer in the database of this test. */
async function comityCase(words: readonly string[], officer = 'officer-one', at = url, zone = 'UTC'): Promise<Said> {
  const said = { stdout: '', stderr: '' }
  const terminal: Terminal = {
    answer: (lines) => { said.stdout += `${lines.join('\n')}\n`; return exitCodes.done },
    note: (lines) => { said.stderr += lines.map((line) => `${line}\n`).join('') },
    refuse: (sentence) => { said.stderr += `${sentence}\n`; return exitCodes.refused },
    errors: process.stderr,
  }
  const status = await caseCommand(words, words.includes('fr') ? 'fr' : 'en', terminal, { DATABASE_URL: at, COMITY_OFFICER: officer, COMITY_TIME_ZONE: zone, COMITY_RELEASE_KEY: 'a secret of the releaser' })
  return { status, ...said }
}

function file(name: string, content: string | object): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function openOne(name = 'Sample'): Promise<string> {
  const opened = await comityCase(['open', '--jurisdiction', 'CA', '--family-name', name, '--given-names', 'One', '--sex', 'female', '--born-on', '1990-05-17', '--on', '2026-01-10', '--source', 'file 1'])
  expect(opened).toMatchObject({ status: 0, stderr: '' })
  return opened.stdout.trimEnd().split('\n').at(-1) ?? ''
}

test('a case is opened, a fact recorded, and both are shown, in either language', async () => {
  const caseId = await openOne()
  expect(await comityCase(['fact', caseId, 'prra-notified', 'yes', '--on', '2026-02-01', '--source', 'notice'])).toMatchObject({ status: 0 })
  const english = await comityCase(['show', caseId])
  expect(english.stdout).toContain('Sample, One')
  expect(english.stdout).toMatch(/2\. .*officer-one: Fact recorded: .*: yes \[prra-notified\]/)
  const french = await comityCase(['show', caseId, '--lang', 'fr'])
  expect(french.stdout).toMatch(/2\. .*officer-one\u00a0: /)
  expect(JSON.parse((await comityCase(['show', caseId, '--json'])).stdout)).toMatchObject({ row: { caseId, version: 2 }, state: { facts: [{ fact: 'prra-notified' }] } })
})

test('the gates answer with reasons, what they rest on and what would open them; held is said by the exit code', async () => {
  const caseId = await openOne()
  await comityCase(['fact', caseId, 'prra-notified', 'yes', '--on', '2026-02-01', '--source', 'notice'])
  const english = await comityCase(['gates', caseId, '--step', 'departure', '--destination', 'GH'])
  expect(english.status).toBe(1)
  expect(english.stdout).toMatch(/Ghana: held for every destination/)
  expect(english.stdout).toMatch(/prra-notification – .*\n {4}Held by IRPR 232/)
  expect(english.stdout).toContain('Opens when')
  const french = await comityCase(['gates', caseId, '--step', 'departure', '--destination', 'GH', '--lang', 'fr'])
  expect(french.stdout).toMatch(/prra-notification – .*\n {4}Retenu par RIPR 232/)
  expect(french.stdout).toContain('S’ouvre quand')
})

test('any command comes as JSON, from a file or standard input; a misspelt field is refused and nothing done', async () => {
  const caseId = await openOne()
  const command = { kind: 'record-nationality', country: 'GH', basis: 'own-document', on: '2026-01-10', source: 'passport' }
  const environment = { PATH: process.env['PATH'], LC_ALL: 'C', DATABASE_URL: url, COMITY_OFFICER: 'officer-one' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'case', 'do', caseId, '--command', '-'], { encoding: 'utf8', env: environment, input: JSON.stringify(command) })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${caseId}: version 2\n`, stderr: '' })
  const misspelt = await comityCase(['do', caseId, '--command', file('misspelt.json', { ...command, desination: 'GH' })])
  expect(misspelt).toMatchObject({ status: 2, stdout: '' })
  expect(misspelt.stderr).toContain('“desination”')
  expect((await comityCase(['do', caseId, '--command', file('broken.json', '{')])).stderr).toContain('no command in JSON')
})

test('the same command id is done once', async () => {
  const caseId = await openOne()
  const words = ['do', caseId, '--command', file('hand-over.json', { kind: 'assign-officer', officer: 'officer-two', note: 'leave' }), '--command-id', randomUUID()]
  expect((await comityCase(words)).stdout).toBe(`${caseId}: version 2\n`)
  expect((await comityCase(words)).stdout).toBe(`${caseId}: version 2 (this very command had been done before)\n`)
})

test('a worklist shows what is due, by the day, and a search finds by the name', async () => {
  const caseId = await openOne('Worklist')
  await comityCase(['do', caseId, '--command', file('assign.json', { kind: 'assign-officer', officer: 'officer-nine', note: 'new' })])
  expect((await comityCase(['worklist', '--of', 'officer-nine'])).stdout).toMatch(new RegExp(`^nothing due {2}Worklist, One .*officer-nine {2}${caseId}\n$`))
  expect((await comityCase(['worklist', '--of', 'nobody-has-this-name', '--lang', 'fr'])).stdout).toBe('Aucun dossier.\n')
  expect((await comityCase(['find', 'workl'])).stdout).toContain(caseId)
  expect((await comityCase(['refresh'])).status).toBe(0)
})

test('many files go to another officer, each as an event of its own case', async () => {
  const [one, two] = [await openOne(), await openOne()]
  const done = await comityCase(['hand-over', one, two, 'no-id', '--to', 'officer-two', '--note', 'leave'])
  expect(done).toMatchObject({ status: 1, stdout: 'Handed over: 2; refused: 1.\n' })
  expect(done.stderr).toContain('no-id')
  expect((await comityCase(['show', two])).stdout).toContain('In the hands of officer-two')
})

test('two records of one person are merged and parted again', async () => {
  const [stays, duplicate] = [await openOne(), await openOne()]
  await comityCase(['fact', duplicate, 'court-stay-ordered', 'yes', '--on', '2026-02-01', '--source', 'order of the court'])
  expect(await comityCase(['merge', stays, duplicate, '--reason', 'same person'])).toMatchObject({ status: 0 })
  expect(JSON.parse((await comityCase(['show', stays, '--json'])).stdout)).toMatchObject({ state: { facts: [{ fact: 'court-stay-ordered', absorbedFrom: duplicate }] } })
  expect(await comityCase(['unmerge', stays, duplicate, '--reason', 'two people'])).toMatchObject({ status: 0 })
  expect(JSON.parse((await comityCase(['show', stays, '--json'])).stdout)).toMatchObject({ state: { facts: [] } })
})

test('the case that stays says what is owed in its duplicate', async () => {
  const [stays, { caseId: duplicate }] = [await openOne(), await wrongSampleCase(fresh)]
  expect(await comityCase(['request', duplicate, 'withdraw', sampleRequest.requestId, '--reason', 'duplicate'])).toMatchObject({ status: 0 })
  expect(await comityCase(['merge', stays, duplicate, '--reason', 'same person'])).toMatchObject({ status: 0 })
  const owed = `[request/${sampleRequest.requestId}]`
  expect((await comityCase(['show', stays])).stdout).toContain(`Owed in the duplicate ${duplicate}, for the correction ${sampleCorrectionId}`)
  expect((await comityCase(['show', stays, '--lang', 'fr'])).stdout).toMatch(new RegExp(`doublon ${duplicate}[^[]*${owed.replace('[', '\\[')}`))
  expect(await comityCase(['unmerge', stays, duplicate, '--reason', 'a correction is owed'])).toMatchObject({ status: 0 })
  expect((await comityCase(['show', stays])).stdout).not.toContain('Owed in the duplicate')
})

test('a case of the United States shows whose turn it is, and which clause waits for which', async () => {
  const opened = await comityCase(['open', '--jurisdiction', 'US', '--family-name', 'Sample', '--given-names', 'Two', '--sex', 'female', '--on', '2026-01-10', '--source', 'file 2'])
  const caseId = opened.stdout.trimEnd().split('\n').at(-1) ?? ''
  const propose = (destination: string, clause: string) => comityCase(['do', caseId, '--command', file('propose.json', { kind: 'propose-destination', destination, clause, on: '2026-01-11', source: 'file 2' })])
  expect((await propose('GH', 'designated')).stderr).toContain('us-8usc-1231-b-2-A')
  for (const [destination, clause] of [['GH', 'us-8usc-1231-b-2-A'], ['KE', 'us-8usc-1231-b-2-D']] as const) expect(await propose(destination, clause)).toMatchObject({ status: 0 })
  expect((await comityCase(['show', caseId])).stdout).toContain('[proceedings-begun-on-arrival]')
  await comityCase(['fact', caseId, 'proceedings-begun-on-arrival', 'no', '--on', '2026-01-11', '--source', 'file 2'])
  const shown = await comityCase(['show', caseId])
  expect(shown.stdout).toContain('In turn: us-8usc-1231-b-2-A')
  expect(shown.stdout).toContain('Ghana (us-8usc-1231-b-2-A): open; it has its turn')
  expect(shown.stdout).toContain('Kenya (us-8usc-1231-b-2-D): not open; the turn of an earlier clause is not over; waits for us-8usc-1231-b-2-A')
  expect((await comityCase(['show', caseId, '--lang', 'fr'])).stdout).toContain('Kenya (us-8usc-1231-b-2-D)\u00a0: non ouvert')
  expect((await comityCase(['show', await openOne()])).stdout).not.toContain('1231')
})

test('files of somebody who has none are not handed over, and an id of no proposal leads to the proposals', async () => {
  expect(await comityCase(['hand-over', '--from', 'nobody-such', '--to', 'officer-two', '--note', 'x'])).toMatchObject({ status: 2, stdout: '' })
  expect((await comityCase(['hand-over', '--from', 'nobody-such', '--to', 'officer-two', '--note', 'x', '--lang', 'fr'])).stderr).toContain('Aucun dossier ouvert')
  for (const [lang, sentence] of [['en', 'comity case law list'], ['fr', 'comity case law list']] as const) expect((await comityCase(['law', 'effects', 'nonsense', '--lang', lang])).stderr).toContain(sentence)
  expect((await comityCase(['show', 'nonsense'])).stderr).toContain('comity case find')
})

test('the law changes by two people at the command line', async () => {
  const caseId = await openOne()
  await comityCase(['do', caseId, '--command', file('gh.json', { kind: 'record-nationality', country: 'GH', basis: 'own-document', on: '2026-01-10', source: 'passport' })])
  const instrument = { code: 'ca-moratorium-sample', kind: 'moratorium', jurisdiction: 'CA', title: { en: 'Sample moratorium', fr: 'Moratoire exemple' }, place: { country: 'GH' }, legalBasis: 'ca-irpr-230', startsOn: '2026-01-01', text: 'verified', source: 'made up for a test', checkedOn: '2026-01-01', reviewBy: '2099-12-31' }
  const update = file('update.json', { format: 'comity-law-update/1', title: { en: 'Sample change', fr: 'Changement exemple' }, source: 'made up for a test', add: { instruments: [instrument] }, replace: {} })
  const proposed = await comityCase(['law', 'propose', update])
  const updateId = /Proposed: ([0-9a-f-]{36})/.exec(proposed.stdout)?.[1] ?? ''
  expect((await comityCase(['law', 'list', '--lang', 'fr'])).stdout).toMatch(/Changement exemple \(officer-one, le .* h .* \(UTC\)\)/)
  const effects = await comityCase(['law', 'effects', updateId])
  expect(effects.status).toBe(1)
  expect(effects.stdout).toContain(caseId)
  const seen = /--seen ([0-9a-f]{64})/.exec(effects.stdout)?.[1] ?? ''
  for (const unread of [[], ['--seen', 'x']]) {
    const refused = await comityCase(['law', 'approve', updateId, ...unread], 'officer-two')
    expect([refused.status, refused.stderr.includes(seen)]).toEqual([2, false])
  }
  expect((await comityCase(['law', 'approve', updateId, '--seen', seen])).stderr).toContain('Another person')
  expect(await comityCase(['law', 'approve', updateId, '--seen', seen], 'officer-two')).toMatchObject({ status: 0 })
  expect((await comityCase(['gates', caseId, '--step', 'departure', '--destination', 'GH', '--lang', 'fr'])).stdout).toContain('moratorium')
})

test('everything about one person is exported in their language, without the names of officers', async () => {
  const caseId = await openOne()
  await comityCase(['fact', caseId, 'prra-notified', 'yes', '--on', '2026-02-01', '--source', 'notice'], 'officer-seven')
  const text = await comityCase(['export', caseId, '--lang', 'fr'])
  expect(text.stdout).toContain('Ce qui est conservé à votre sujet')
  expect(text.stdout + (await comityCase(['export', caseId, '--json'])).stdout).not.toMatch(/officer-(one|seven)/)
  const path = join(folder, 'person.json')
  expect(await comityCase(['export', caseId, '--out', path])).toMatchObject({ status: 0, stdout: '' })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 'comity-person/1', events: [{ by: 'officer-1' }, { by: 'officer-2' }] })
})

test('what the statute wants counted is recorded and read by its report alone', async () => {
  const caseId = await openOne()
  expect(await comityCase(['statutory', 'record', caseId, '--origin', 'GH', '--gender', 'female', '--criminal-background', 'organized-criminality', '--birth-year', '1990'])).toMatchObject({ status: 0 })
  expect(await comityCase(['statutory', 'record', caseId, '--origin', 'GH', '--gender', 'female', '--criminal-background', 'bad'])).toMatchObject({ status: 2 })
  for (const words of [['show', caseId, '--json'], ['export', caseId, '--json'], ['worklist', '--json'], ['find', caseId, '--json']]) expect((await comityCase(words)).stdout).not.toContain('organized-criminality')
  expect((await comityCase(['statutory', 'report', '2026-01'])).stdout).toContain('Enforced in the month: 0')
  expect((await comityCase(['statutory', 'report', '2199-01'])).status).toBe(2)
})

test('a file that says more than it shows is told before it is attached', async () => {
  const told = await comityCase(['packet', file('asylum claim.txt', 'no picture')])
  expect(told.status).toBe(1)
  expect(told.stdout).toContain('claim to protection')
  expect((await comityCase(['packet', file('asylum claim.txt', 'no picture'), '--lang', 'fr'])).stdout).toContain('contient plus')
})

test('a picture is cleaned into a file of its own, a PDF and a telling name are refused with what to do', async () => {
  const [photograph, scan] = [file('photograph.jpg', ''), file('scan.pdf', '')]
  writeFileSync(photograph, sampleJpeg(exifSegment(true)))
  writeFileSync(scan, samplePdf({ trailer: '/Info 6 0 R', objects: ['<< /Author (Sample Office) >>'] }))
  const out = join(folder, 'clean.jpg')
  const told = await comityCase(['packet', photograph])
  expect([told.status, told.stdout.includes('comity case packet clean')]).toEqual([1, true])
  expect(await comityCase(['packet', 'clean', photograph, '--out', photograph])).toMatchObject({ status: 2 })
  expect(await comityCase(['packet', 'clean', photograph, '--out', join(folder, 'asylum.jpg')])).toMatchObject({ status: 2 })
  expect((await comityCase(['packet', 'clean', photograph, '--out', out])).stdout).toMatch(/clean now; parts taken out: 2\. SHA-256 [0-9a-f]{64} Look at it/)
  expect([readFileSync(out).equals(sampleJpeg()), (await comityCase(['packet', out])).status]).toEqual([true, 0])
  const refused = await comityCase(['packet', 'clean', scan, '--out', join(folder, 'clean.pdf'), '--lang', 'fr'])
  expect([refused.status, existsSync(join(folder, 'clean.pdf'))]).toEqual([2, false])
  expect(refused.stderr).toContain('Un PDF n’est pas nettoyé')
})

test('a fault of the system is said in words, in either language, wherever a file is named', async () => {
  const caseId = await openOne()
  const missing = join(folder, 'not there')
  const commands = [
    ['do', caseId, '--command', missing], ['do', caseId, '--command', folder], ['packet', missing], ['packet', 'clean', missing, '--out', join(folder, 'x.png')], ['law', 'propose', missing], ['export', caseId, '--out', join(missing, 'person.txt')], ['export', caseId, '--out', join(program, 'person.txt')],
    ['import', missing, '--profile', missing], ['import', folder, '--profile', folder], ['request', caseId, 'send', 'n1', '--attach', missing], ['request', caseId, 'send', 'n1', '--extras', folder],
  ]
  for (const words of commands) {
    for (const language of ['en', 'fr']) {
      const { status, stderr } = await comityCase([...words, '--lang', language])
      expect([words.slice(0, 2), status]).toEqual([words.slice(0, 2), 2])
      expect(stderr).not.toMatch(/\bE[A-Z]{3,}\b|no such file or directory|illegal operation|système\s?:|system says/)
    }
  }
})

test.each([
  [{ COMITY_TIME_ZONE: 'Nowhere/Here' }, 'COMITY_TIME_ZONE=Nowhere/Here is no time zone', 'n’est pas un fuseau horaire'],
  [{ DATABASE_URL: 'postgresql://127.0.0.1:1/none' }, 'nobody answers at that address', 'personne ne répond à cette adresse'],
  [{ COMITY_AGREEMENTS: '/no such file' }, 'there is no such file or folder', 'ce fichier ou ce dossier n’existe pas'],
])('a wrong setting is told in words before anything is done: %o', async (settings, english, french) => {
  for (const [language, told] of [['en', english], ['fr', french]] as const) {
    let refused = ''
    const terminal: Terminal = { answer: () => exitCodes.done, note: () => undefined, refuse: (sentence) => ((refused = sentence), exitCodes.refused), errors: process.stderr }
    expect(await caseCommand(['refresh'], language, terminal, { DATABASE_URL: url, ...settings })).toBe(exitCodes.refused)
    expect(refused).toContain(told)
  }
})

test('what left for another state is shown, a correction beside its request; one that a gate holds does not leave', async () => {
  // Of its own: elsewhere an update of the law is approved, and decisions of before serve no longer.
  const own = await freshDatabase()
  const { caseId, decision } = await wrongSampleCase(own)
  const say = (...words: readonly string[]) => comityCase(words, 'officer-one', urlOf(own))
  const command = file('correction.json', { kind: 'send-correction', correctionId: sampleCorrectionId, requestId: sampleRequest.requestId, on: new Date().toISOString().slice(0, 10) })
  const held = await say('do', caseId, '--command', command)
  expect(held).toMatchObject({ status: 2, stdout: '' })
  expect(held.stderr).toContain('removal-order – ')
  expect((await say('show', caseId)).stdout).toMatch(new RegExp(`What left for another state\\n {2}[^\\n]*to Ghana: request ${sampleRequest.requestId}, SHA-256 [0-9a-f]{64}\\n\\n`))
  expect(await sendSampleCorrection(own, caseId, 6, decision)).toMatchObject({ ok: true })
  expect((await say('show', caseId)).stdout).toMatch(new RegExp(`to Ghana: correction of the request ${sampleRequest.requestId}, SHA-256 [0-9a-f]{64}\\n`))
  expect((await say('show', caseId, '--lang', 'fr')).stdout).toMatch(/Ce qui est parti vers un autre État\n.*demande .*\n.*correction de la demande /)
  expect(JSON.parse((await say('show', caseId, '--json')).stdout)).toMatchObject({ left: [{ kind: 'request' }, { kind: 'correction' }] })
  await own.destroy()
})

test('a moment is shown where the authority works, and which time zone that is', async () => {
  const own = await freshDatabase()
  const { caseId } = await wrongSampleCase(own)
  const say = (...words: readonly string[]) => comityCase(words, 'officer-one', urlOf(own), 'America/St_Johns')
  const raw = /\d{4}-\d\d-\d\dT/
  for (const [language, moment] of [['en', /^\w+ \d+, \d{4} at [^\n]*\(America\/St_Johns\): /m], ['fr', /^Le \d+(er)? \S+ \d{4} à [^\n]*\(America\/St_Johns\)\u00a0: /m]] as const) {
    for (const words of [['decisions', caseId], ['withdrawals']]) {
      const { stdout } = await say(...words, '--lang', language)
      expect(stdout).toMatch(moment)
      expect(stdout).not.toMatch(raw)
    }
  }
  const gates = await say('gates', caseId, '--step', 'request', '--destination', 'GH', '--as-known', new Date().toISOString())
  expect(gates.stdout).toMatch(/as known on \w+ \d+, \d{4} at [^\n]*\(America\/St_Johns\)\n/)
  await own.destroy()
}, 20_000)

test('made-up cases are deleted at the command line, and a real one stays', async () => {
  const own = await freshDatabase()
  const { caseId } = await sentSampleCase(own)
  const ownUrl = urlOf(own)
  const run = (...words: readonly string[]) => spawnSync(process.execPath, [program, 'fictional', ...words], { encoding: 'utf8', env: { PATH: process.env['PATH'], LC_ALL: 'C', DATABASE_URL: ownUrl } })
  expect(run().status).toBe(2)
  expect(run('remove', '--lang', 'fr').stdout).toMatch(/^Dossiers fictifs supprimés\s: 0\./)
  expect((await sql<{ id: string }>`select case_id as id from case_file`.execute(own.asOwner())).rows).toEqual([{ id: caseId }])
  await own.destroy()
}, 20_000)

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
  [['show', 'CASE', '--limit', '3'], '--limit'],
  [['request', 'CASE', 'draft', '--place', 'Sampletown'], '--place'],
  [['worklist', '--country', 'Ghana'], 'Ghana'],
  [['worklist', '--inventory', 'lost'], 'ready-to-return'],
]

test('the codes of facts are listed, each with what it says; a fact that is in no list is refused with where they are', async () => {
  expect((await comityCase(['facts', 'CA', '--lang', 'fr'])).stdout).toMatch(/^prra-notified {2}La personne a été avisée/m)
  expect((await comityCase(['facts', 'US'])).stdout).not.toContain('prra-notified')
  expect(await comityCase(['facts', 'FR'])).toMatchObject({ status: 2 })
  expect((await comityCase(['fact', await openOne(), 'nonsense', 'yes', '--source', 'file 1'])).stderr).toContain('comity case facts')
})

test('the report of an import is never written over what the import reads', async () => {
  const content = JSON.stringify({ format: 'comity-caseload/1', system: 'sample-system', dates: 'YYYY-MM-DD', reference: { column: 'File' }, jurisdiction: { text: 'CA' }, openedOn: { text: '2026-01-10' }, source: { column: 'File' }, identity: { familyName: { column: 'File' }, givenNames: { text: 'One' }, sex: { text: 'female' } }, nationalities: [], orders: [], facts: [], requests: [] })
  const [load, profile] = [file('load.csv', 'File\nF-1\n'), file('profile.csv', content)]
  expect(await comityCase(['import', load, '--profile', profile, '--dry-run'])).toMatchObject({ status: 0 })
  const beforehand = await comityCase(['import', join(folder, 'not there.csv'), '--profile', profile, '--report', join(folder, 'no folder', 'report.csv')])
  expect(beforehand).toMatchObject({ status: 2, stdout: '' })
  expect(beforehand.stderr).toContain('report.csv” could not be written (there is no such file or folder)')
  const empty = await comityCase(['import', file('header.csv', 'File\n'), '--profile', profile, '--lang', 'fr'])
  expect(empty).toMatchObject({ status: 2, stdout: '' })
  for (const report of [load, profile]) expect(await comityCase(['import', load, '--profile', profile, '--report', report, '--dry-run'])).toMatchObject({ status: 2 })
  expect([readFileSync(load, 'utf8'), readFileSync(profile, 'utf8')]).toEqual(['File\nF-1\n', content])
})

test('what is asked for wrongly is refused with what is wrong, and nothing is done', async () => {
  const caseId = await openOne()
  for (const [words, told] of refusals) {
    const refused = await comityCase(words.map((word) => (word === 'CASE' ? caseId : word)))
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain(told)
  }
  expect((await comityCase(['show', caseId, '--json'])).stdout).toContain('"version": 1')
})

test('the history of a case names what the next command must name', async () => {
  const caseId = await openOne()
  const drafted = await comityCase(['request', caseId, 'draft', '--destination', 'GH', '--consulate', 'Ottawa', '--document', 'emergency-travel-document'])
  expect(drafted.status).toBe(0)
  const requestId = drafted.stdout.trim().split('\n').at(-1) ?? ''
  expect((await comityCase(['show', caseId])).stdout).toContain(`Request drafted: emergency travel document, Ghana. [${requestId}]`)
})

test('a search that finds more people than it shows says so', async () => {
  for (let count = 0; count < 2; count += 1) await comityCase(['open', '--jurisdiction', 'CA', '--family-name', 'Plentiful', '--on', '2026-01-10', '--source', 'file 1'])
  const [some, all] = [await comityCase(['find', 'Plentiful', '--limit', '1']), await comityCase(['find', 'Plentiful', '--limit', '2'])]
  expect(some.stdout.trim().split('\n')).toHaveLength(1)
  expect(some.stderr).toContain('There are more')
  expect(all.stdout.trim().split('\n')).toHaveLength(2)
  expect(all.stderr).toBe('')
})

test('a fact about a place of a country is recorded with the place', async () => {
  const caseId = await openOne()
  await comityCase(['fact', caseId, 'consented-to-moratorium-place', 'yes', '--on', '2026-02-01', '--source', 'letter', '--destination', 'SO', '--place', 'Mogadishu'])
  expect(JSON.parse((await comityCase(['show', caseId, '--json'])).stdout)).toMatchObject({ state: { facts: [{ destination: 'SO', place: 'Mogadishu' }] } })
})

test('what is missing is called in French as the French usage calls it', async () => {
  expect((await comityCase(['fact', '--lang', 'fr'])).stderr).toContain('DOSSIER FAIT yes|no|unknown')
  expect((await comityCase(['stalled', '--lang', 'fr'])).stderr).toContain('--before JOURS')
})

test('without an officer nothing is changed', async () => {
  const refused = await comityCase(['open', '--jurisdiction', 'CA', '--family-name', 'Sample', '--on', '2026-01-10', '--source', 'file 1'], '')
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toContain('--officer')
})
