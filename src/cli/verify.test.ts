import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeText } from '../transparency/strict-text.ts'
import { commit } from '../transparency/commitment.ts'
import { checkpointOf, entriesOf, grown, logOf, sha256 } from '../transparency/log-for-tests.ts'
import { writeOpening } from '../transparency/write-log.ts'
import { filesOf, needsAll, needsNone, origin, proofOf, signers } from '../verify/log-files-for-tests.ts'
import { verify as english } from '../text/en/verify.ts'
import { verify as french } from '../text/fr/verify.ts'
import type { Language } from '../text/language.ts'
import { exitCodes } from './exit-codes.ts'
import { verify } from './verify.ts'

let folder = ''
const content = writeText('{"act":"sample"}')
const opening = { salt: sha256(Uint8Array.of(1)), contentDigest: sha256(content) }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comity vérifier '))
  const tree = await grown(await logOf(entriesOf(300)), [await commit(opening, sha256)])
  put('act.tlog-proof', await proofOf(tree, 300, { extra: writeOpening(opening) }))
  put('closed.tlog-proof', await proofOf(tree, 7))
  put('entry', entriesOf(8)[7]!)
  put('act.json', content)
  put('other.json', writeText('{"act":"other"}'))
  put('checkpoint', writeText(await checkpointOf(origin, tree, Object.values(signers))))
  put('alone', writeText(await checkpointOf(origin, tree, [signers.log])))
  put('policy', needsAll)
  put('policy-none', needsNone)
  put('policy-wrong', writeText('quorum w\n'))
  for (const [path, bytes] of await filesOf(entriesOf(300))) put(join('log', path), bytes)
})
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), bytes)
}

const at = (name: string) => join(folder, name)

/** Words that begin with a dot and a slash are names in the folder. */
async function comityVerify(asked: string, language: Language = 'en') {
  const said = { out: '', error: '' }
  const status = await verify(asked.split(' ').filter(Boolean).map((word) => word.replace(/^\.\//, `${folder}/`)), language, {
    answer: (lines) => { said.out += `${lines.join('\n')}\n`; return exitCodes.done },
    note: () => undefined,
    refuse: (sentence) => { said.error += sentence; return exitCodes.refused },
    errors: process.stderr,
  })
  return { status, ...said }
}

test('a proof with its content holds: which entry, whose key, who saw it and when, and what it does not prove', async () => {
  const { status, out, error } = await comityVerify('./act.tlog-proof --policy ./policy --content ./act.json')
  expect([status, error]).toEqual([0, ''])
  expect(out).toContain(english.verdict.held.content({ index: 300, name: 'act.json', digest: Buffer.from(opening.contentDigest).toString('hex') }))
  expect(out).toContain(`${origin}+${signers.log.key.id}`)
  for (const name of ['near', 'far', 'newer'] as const) expect(out).toMatch(new RegExp(`witness “${name}” \\(${signers[name].key.name}\\+${signers[name].key.id}\\) saw it: September \\d+, 2026 at .* \\(.+\\)`))
  for (const sentence of [english.verdict.notProved.true, english.verdict.notProved.complete, english.verdict.notProved.keys]) expect(out).toContain(sentence)
})

test('without its content a proof is opened by its own line, and says that the content was not shown', async () => {
  const { status, out } = await comityVerify('./act.tlog-proof --policy ./policy', 'fr')
  expect(status).toBe(0)
  expect(out).toContain(french.verdict.notProved.content)
  expect(out).toContain(french.verdict.held.opening({ index: 300, digest: Buffer.from(opening.contentDigest).toString('hex') }))
})

test('a proof without an opening is of the entry that is shown beside it', async () => {
  expect((await comityVerify('./closed.tlog-proof --policy ./policy --content ./entry')).out).toContain(english.verdict.held.entry({ index: 7, name: 'entry' }))
  expect(await comityVerify('./closed.tlog-proof --policy ./policy')).toEqual({ status: 2, out: '', error: english.cli.unchecked({ name: at('closed.tlog-proof'), why: english.verdict.refusals['opening-missing']({ code: 'opening-missing' }) }) })
})

test('a checkpoint and a whole log hold, in one breath', async () => {
  const { status, out } = await comityVerify('./checkpoint --policy ./policy --log ./log')
  expect(status).toBe(0)
  expect(out).toContain(english.verdict.held.checkpoint())
  expect(out).toContain(english.verdict.held.log({ size: 300, tiles: 3 }))
  expect((await comityVerify('./alone --policy ./policy-none')).out).toContain(english.verdict.nobody)
})

test.each(['en', 'fr'] as const)('what does not hold ends with 1 and says why, in %s', async (language) => {
  const { refusals } = (language === 'en' ? english : french).verdict
  const other = await comityVerify('./act.tlog-proof --policy ./policy --content ./other.json', language)
  expect([other.status, other.error]).toEqual([1, ''])
  expect(other.out).toContain(refusals['content-does-not-fit']({ code: 'content-does-not-fit' }))
  const alone = await comityVerify('./alone --policy ./policy', language)
  expect(alone).toMatchObject({ status: 1, error: '' })
  expect(alone.out).toContain(refusals['quorum-not-reached']({ code: 'quorum-not-reached', witnesses: [], uncheckable: [] }))
})

test('a log with a changed tile, without one, or with one that nobody may read or that is no file does not hold', async () => {
  const copy = async (name: string, spoil: (tile: string) => void) => {
    for (const [path, bytes] of await filesOf(entriesOf(300))) put(join(name, path), bytes)
    spoil(at(join(name, 'tile/0/000')))
    return comityVerify(`--log ./${name} --policy ./policy`)
  }
  expect(await copy('changed', (tile) => writeFileSync(tile, new Uint8Array(8192)))).toMatchObject({ status: 1, out: expect.stringContaining('tile/0/000') as string })
  expect(await copy('without', (tile) => rmSync(tile))).toMatchObject({ status: 1, out: expect.stringContaining('tile/0/000') as string })
  expect(await copy('as-folder', (tile) => { rmSync(tile); mkdirSync(tile) })).toMatchObject({ status: 2, out: '', error: expect.stringContaining('is a folder') as string })
  expect(await copy('long', (tile) => truncateSync(tile, 17_000_001))).toMatchObject({ status: 2, out: '', error: expect.stringContaining('17,000,000') as string })
})

test('one of several files that does not hold is told, the others too, and the worst decides the exit code', async () => {
  const { status, out } = await comityVerify('./checkpoint ./alone ./act.tlog-proof --policy ./policy')
  expect(status).toBe(1)
  expect(out).toContain(english.cli.holds(at('act.tlog-proof')))
  expect((await comityVerify('./alone ./nowhere ./checkpoint --policy ./policy')).status).toBe(2)
})

test.each([
  ['', english.cli.needs],
  ['--policy ./policy', english.cli.needs],
  ['./checkpoint --policy', english.cli.needs],
  ['./checkpoint --policy ./policy --keys x', english.cli.needs],
  ['./checkpoint --policy ./policy --policy ./policy-none', english.cli.needs],
  ['./checkpoint', english.cli.policyNeeded],
  ['./checkpoint ./alone --policy ./policy --content ./entry', english.cli.contentForOne],
  ['--log ./log --policy ./policy --content ./entry', english.cli.contentForOne],
])('“comity verify %s” is refused with what to do', async (asked, sentence) => {
  expect(await comityVerify(asked)).toEqual({ status: 2, out: '', error: sentence })
})

test.each([
  ['./nowhere --policy ./policy', () => english.cli.missing(at('nowhere'))],
  ['./checkpoint --policy ./nowhere', () => english.cli.missing(at('nowhere'))],
  ['./act.tlog-proof --policy ./policy --content ./nowhere', () => english.cli.missing(at('nowhere'))],
  ['./log --policy ./policy', () => english.cli.isFolder(at('log'))],
  ['--log ./checkpoint --policy ./policy', () => english.cli.noFolder(at('checkpoint'))],
  ['--log ./nowhere --policy ./policy', () => english.cli.noFolder(at('nowhere'))],
  ['./act.json --policy ./policy', () => english.cli.unchecked({ name: at('act.json'), why: english.verdict.refusals['not-a-note']({ code: 'not-a-note' }) })],
  ['./checkpoint --policy ./policy --content ./act.json', () => english.cli.unchecked({ name: at('checkpoint'), why: english.verdict.refusals['content-without-proof']({ code: 'content-without-proof' }) })],
  ['./checkpoint --policy ./policy-wrong', () => english.cli.unchecked({ name: at('policy-wrong'), why: english.verdict.refusals['name-unknown']({ code: 'name-unknown', line: 1 }) })],
])('“comity verify %s” says what is wrong with the file', async (asked, sentence) => {
  expect(await comityVerify(asked)).toEqual({ status: 2, out: '', error: sentence() })
})

test('a file that is far too long is not read, and neither is one with nothing behind its length', async () => {
  put('huge', new Uint8Array())
  truncateSync(at('huge'), 1024 ** 4)
  expect(await comityVerify('./huge --policy ./policy')).toEqual({ status: 2, out: '', error: english.cli.tooLong({ file: at('huge'), most: '1,000,000' }) })
  expect((await comityVerify('./act.tlog-proof --policy ./policy --content ./huge')).error).toContain('67,108,864')
  expect(await comityVerify('./checkpoint --policy ./huge', 'fr')).toMatchObject({ status: 2, error: french.cli.tooLong({ file: at('huge'), most: '1\u00a0000\u00a0000' }) })
})

test.skipIf(process.platform === 'win32')('a device and a pipe that nobody writes into are refused at once', async () => {
  execFileSync('mkfifo', [at('pipe')])
  for (const name of ['/dev/zero', './pipe']) expect((await comityVerify(`${name} --policy ./policy`)).error).toContain('is no ordinary file')
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that one may not read is said to be that (skipped for the superuser, who may read everything)', async () => {
  put('secret', content)
  chmodSync(at('secret'), 0)
  expect((await comityVerify('./secret --policy ./policy')).error).toContain('cannot be read')
})
