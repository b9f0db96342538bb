import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'comity cli é ')) })
afterAll(() => rmSync(folder, { recursive: true }))

const program = join(import.meta.dirname, 'comity.ts')

/** Runs the program as a person does: a process of its own, in a folder of its own. */
function comity(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  return { status, stdout, stderr }
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return name
}

/** Twelve made-up requests: six issued after 20 days, three refused after 50, three open after 100. */
const twelve = (country: string, from = 0) => [
  ...Array.from({ length: 6 }, (_, number) => `${country},${country}${from + number},0,20,issued`),
  ...Array.from({ length: 3 }, (_, number) => `${country},${country}${from + 6 + number},0,50,refused`),
  ...Array.from({ length: 3 }, (_, number) => `${country},${country}${from + 9 + number},0,100,`),
].join('\n')

const header = 'country,request,entry,exit,outcome\n'
const asOf = ['--as-of', '2026-01-31']

test('a file in Comity’s own format is measured: shares with their limits, every row accounted for', () => {
  const { status, stdout, stderr } = comity('measure', file('good.csv', `${header}${twelve('GIN')}\n${twelve('VNM')}\n`), ...asOf)
  expect(status).toBe(0)
  expect(stdout).toMatch(/Guinea .*12 .*3 .*50\.0% \[.*75\.0% \[/)
  expect(stderr).toContain('Rows read 24 = used 24 + quarantined 0')
})

test('a figure that is not shown has its reason in the table, and the reason is explained under it', () => {
  const { stdout } = comity('measure', file('few.csv', `${header}GIN,a,0,20,issued\n${twelve('VNM')}\n`), ...asOf)
  expect(stdout).toMatch(/Guinea .*too few/)
  expect(stdout).toContain('“too few” – withheld: fewer than 10 cases.')
  expect(stdout).not.toContain('“hidden”')
})

test('the same in French, word for word', () => {
  const { status, stdout, stderr } = comity('measure', file('bon.csv', header + twelve('GIN')), ...asOf, '--lang', 'fr')
  expect(status).toBe(0)
  expect(stdout).toMatch(/Guinée .*50,0\s% \[/)
  expect(stderr).toContain('Lignes lues 12 = utilisées 12 + en quarantaine 0')
})

test('a row that cannot be used is quarantined with its line, and the rest is measured', () => {
  const name = file('one-bad.csv', `${header}${twelve('GIN')}\nAtlantis,x,0,5,issued\n`)
  const { status, stderr } = comity('measure', name, ...asOf, '--quarantine', 'bad.csv')
  expect(status).toBe(0)
  expect(stderr).toContain('Rows read 13 = used 12 + quarantined 1')
  expect(readFileSync(join(folder, 'bad.csv'), 'utf8')).toMatch(/one-bad\.csv,14,country,.*,Atlantis/)
})

test('a file without one usable row is refused: nothing measured is not nothing found', () => {
  const { status, stdout, stderr } = comity('measure', file('all-bad.csv', `${header}Atlantis,x,0,5,issued\n`), ...asOf)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('no usable rows in all-bad.csv')
})

test('what looks like a formula is never written as one', () => {
  const name = file('formula.csv', `${header}${twelve('GIN')}\n"=HYPERLINK(""http://example.org"")",x,0,5,issued\n`)
  comity('measure', name, ...asOf, '--quarantine', 'formulas.csv')
  const written = readFileSync(join(folder, 'formulas.csv'), 'utf8')
  expect(written).toContain("'=HYPERLINK")
  expect(written).not.toMatch(/(^|,)"?=/m)
})

test.each(['html', 'csv', 'json', 'parquet'])('a result is written as .%s, whole, and nothing else is left in the folder', (ending) => {
  const name = file('to-write.csv', header + twelve('GIN'))
  const before = readdirSync(folder)
  const { status, stderr } = comity('measure', name, ...asOf, '--out', `result.${ending}`)
  expect({ status, stderr }).toMatchObject({ status: 0 })
  expect(readdirSync(folder).filter((entry) => !before.includes(entry))).toEqual([`result.${ending}`])
  expect(readFileSync(join(folder, `result.${ending}`)).length).toBeGreaterThan(500)
})

test('a result that cannot be written is refused, and an older one stays as it was', () => {
  const name = file('to-refuse.csv', header + twelve('GIN'))
  const { status, stderr } = comity('measure', name, ...asOf, '--out', 'no/such/folder/result.csv')
  expect(status).toBe(2)
  expect(stderr).toContain('could not be written')
})

test('counts that differ from the published ones are listed, and the exit code says so', () => {
  const name = file('dated.csv', `country,request,entry,exit,outcome,requested_on\n${twelve('GIN').split('\n').map((row) => `${row},2025-03-01`).join('\n')}\n`)
  const published = file('published.csv', 'country,requests\nGuinea,11\n')
  const { status, stdout } = comity('measure', name, ...asOf, '--published', published)
  expect(status).toBe(1)
  expect(stdout).toMatch(/Guinea.*counted 12, published 11/)
})

test('countries are compared on the clock of the state, once each, whatever the own clock says', () => {
  const requests = ['GIN', 'VNM', 'MEX', 'IND', 'GTM'].flatMap((country) => twelve(country).replaceAll(',100,', ',200,').split('\n'))
  const rows = requests.flatMap((row) => [`${row},state`, `${row.replace(/,(20|50|200),\w*$/, ',5,submitted')},own`])
  comity('measure', file('two-clocks.csv', `${header.trim()},clock\n${rows.join('\n')}\n`), ...asOf, '--out', 'two-clocks.json')
  const { funnel } = JSON.parse(readFileSync(join(folder, 'two-clocks.json'), 'utf8')) as { funnel: { points: { country: string }[] } }
  expect(funnel.points.map(({ country }) => country).toSorted()).toEqual(['GIN', 'GTM', 'IND', 'MEX', 'VNM'])
})

test('a file that does not date its requests is compared by its requests', () => {
  const name = file('undated.csv', header + twelve('GIN'))
  expect(comity('measure', name, ...asOf, '--published', file('twelve.csv', 'country,requests\nGuinea,12\n')).status).toBe(0)
})

test('that a removal began before the window is no fault of its file', () => {
  const columns = 'Area of Responsibility|Apprehension Date|Processing Disposition Code|Citizenship|Departed Date|Removal Date'
  const name = file('removals.csv', `${'\n'.repeat(5)}${columns}\nMade-up area|1/5/2015|X|GUINEA|11/5/2016|11/5/2016\nMade-up area|11/1/2016|X|GUINEA|11/5/2016|11/5/2016\n`)
  const { status, stdout } = comity('check', name, '--profile', 'us-ice-removals')
  expect(stdout).toContain('every one of 2 rows can be used')
  expect(stdout).toMatch(/began before the window: 1$/m)
  expect(status).toBe(0)
})

test('rank sets come only on request, and with their seed', () => {
  const name = file('ranked.csv', `${header}${twelve('GIN')}\n${twelve('VNM')}\n`)
  expect(comity('measure', name, ...asOf).stdout).not.toContain('Ranks')
  expect(comity('measure', name, ...asOf, '--rank-sets', '30', '--seed', '7').stdout).toMatch(/seed 7[\s\S]*Guinea: 1 to 2 of 2/)
})

test.each([
  ['no file', ['measure', 'absent.csv'], /no file/],
  ['no such command', ['mesure'], /no command/],
  ['a trait of a person', ['measure', 'x.csv', '--by', 'gender'], /no trait of a person/],
  ['an unknown method', ['measure', 'x.csv', '--method', 'guess'], /no method/],
  ['an unknown profile', ['measure', 'x.csv', '--profile', 'guess'], /no source profile/],
  ['an unknown language', ['help', '--lang', 'de'], /no language/],
])('%s is refused with exit code 2 and a sentence that says what to do', (_, words, sentence) => {
  const { status, stdout, stderr } = comity(...words)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(sentence)
})

test('check names every fault, overlapping intervals of one request too', () => {
  const name = file('overlap.csv', `${header}GIN,a,0,50,\nGIN,a,20,60,issued\nGIN,b,0,10,issued\n`)
  const { status, stdout } = comity('check', name)
  expect(status).toBe(1)
  expect(stdout).toMatch(/line 3, request: it overlaps/)
  expect(comity('check', file('fine.csv', header + twelve('GIN'))).status).toBe(0)
})

test('a profile can be printed, changed and used', () => {
  const printed = comity('profiles', 'comity-intervals')
  expect(printed.status).toBe(0)
  file('mine.json', JSON.stringify({ ...(JSON.parse(printed.stdout) as object), name: 'mine' }))
  expect(comity('measure', file('mine.csv', header + twelve('GIN')), '--profile', 'mine.json', ...asOf).stderr).toContain('profile mine/1')
})

test('progress keeps out of pipes', () => {
  expect(comity('measure', file('quiet.csv', header + twelve('GIN')), ...asOf).stderr).not.toContain('\r')
})

test('a file that is read is never written over, by whatever name, and two results never share one', () => {
  const content = header + twelve('GIN')
  const name = file('only-copy.csv', content)
  symlinkSync(join(folder, name), join(folder, 'link.csv'))
  for (const words of [['--out', name], ['--quarantine', `./${name}`], ['--out', 'link.csv'], ['--out', 'both.csv', '--quarantine', 'both.csv']]) {
    const { status, stderr } = comity('measure', name, ...asOf, ...words)
    expect(status).toBe(2)
    expect(stderr).toContain('another name')
  }
  expect(readFileSync(join(folder, name), 'utf8')).toBe(content)
  expect(readdirSync(folder)).not.toContain('both.csv')
})

test('when the result cannot be written, the list of quarantined rows is not written either', () => {
  const name = file('neither.csv', header + twelve('GIN'))
  expect(comity('measure', name, ...asOf, '--quarantine', 'neither-bad.csv', '--out', 'no/such/folder.csv').status).toBe(2)
  expect(readdirSync(folder)).not.toContain('neither-bad.csv')
})

test('control characters in a name or a header never reach the terminal', () => {
  const name = file('escape.csv', 'a\u001b[31mb,c\n1,2\n')
  const area = comity('measure', file('escape-area.csv', `country,request,entry,exit,outcome,area\nGIN,a1,0,4,issued,\u001b[31mred\n`), ...asOf, '--by', 'area')
  expect(area.status).toBe(0)
  expect(area.stdout).not.toContain('\u001b')
  for (const words of [[name], ['no\u001b[31mfile.csv'], ['x.csv', '--method', '\u009b31m']]) {
    const { status, stderr } = comity('measure', ...words)
    expect(status).toBe(2)
    expect(['\u001b', '\u009b'].filter((character) => stderr.includes(character))).toEqual([])
  }
})

test.runIf(existsSync('/dev/full'))('when standard output is full, that is said, with exit code 2', () => {
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = spawnSync(process.execPath, [program, 'help'], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', full, 'pipe'] })
  closeSync(full)
  expect(status).toBe(2)
  expect(stderr).toMatch(/could not be written \(the disk is full\)/)
})
