// A second opinion: Go's golang.org/x/mod/sumdb (`note` and `tlog`) reads our logs, and we read logs that Go made. The program is test/go/main.go.
// Skipped where there is no Go with that package (Debian: golang-go and golang-golang-x-mod-dev).
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readHash, writeBase64 } from '../transparency/base64.ts'
import { checkConsistency } from '../transparency/check-consistency.ts'
import { checkInclusion } from '../transparency/check-proof.ts'
import { entriesOf, logOf, sha256, tools } from '../transparency/log-for-tests.ts'
import { proveConsistency, proveInclusion } from '../transparency/prove.ts'
import { writeText } from '../transparency/strict-text.ts'
import { leafHash } from '../transparency/tree-hash.ts'
import { writeNoteKey } from '../transparency/write-log.ts'
import { type ReadFile, verifyLog } from './comity-verify.ts'
import { everybody, filesOf, signers } from './log-files-for-tests.ts'

const environment = { ...process.env, GO111MODULE: 'off', GOFLAGS: '', GOPATH: process.env['COMITY_TEST_GOPATH'] ?? '/usr/share/gocode' }
const hasGo = spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env: environment }).status === 0
const folder = join(tmpdir(), `comity-go-${process.pid}`)
const program = join(folder, 'second-opinion')

type Proofs = Readonly<Record<'roots', Readonly<Record<string, string>>> & Record<'includes' | 'grows', Readonly<Record<string, readonly string[]>>>> & { readonly key: string }

describe.skipIf(!hasGo)('Go\'s sumdb agrees with us (skipped where Go and golang.org/x/mod are not installed)', () => {
  beforeAll(() => {
    mkdirSync(folder)
    execFileSync('go', ['build', '-o', program, 'main.go'], { cwd: 'test/go', env: environment })
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each([1, 255, 256, 257, 700, 70_000])('our log of %i entries: its note, tiles, entries, roots and proofs', async (size) => {
    const sizes = [...new Set([1, 2, 3, 255, 256, 257, 300, 512, 65_536, 65_537, size - 1, size].filter((one) => one > 0 && one <= size))].toSorted((left, right) => left - right)
    const directory = await writeOurs(size, sizes)
    expect(go('check', directory, ...sizes)).toBe(`one.example/log ${size} ${sizes.length} ${sizes.length - 1}\n`)
    if (size < 256) return
    // It is Go that says so: with one byte of a tile changed it does not.
    const path = join(directory, 'tile/0/000')
    const tile = readFileSync(path)
    writeFileSync(path, tile.with(40, tile[40]! ^ 1))
    expect(() => go('check', directory, ...sizes)).toThrow('second-opinion')
  })

  test.each([1, 255, 256, 257, 700, 70_000])('a log of %i entries that Go made: its note, tiles, entries, roots and proofs', async (size) => {
    const sizes = [...new Set([1, 2, 3, 255, 256, 257, 300, 512, 65_536, size].filter((one) => one <= size))]
    const directory = join(folder, `go-${size}`)
    go('make', directory, ...sizes)
    const theirs = JSON.parse(readFileSync(join(directory, 'proofs.json'), 'utf8')) as Proofs
    const read = readerOf(directory)
    const log = await verifyLog(read, writeText(`log ${theirs.key}\nquorum none\n`), tools)
    expect(log).toMatchObject({ ok: true, value: { checkpoint: { origin: 'go.example/log', size } } })
    const root = hash(theirs.roots[size])
    for (const old of sizes) {
      const leaf = await leafHash(writeText(`entry ${old - 1} of a log that Go made`), sha256)
      const inclusion = theirs.includes[old - 1]?.map(hash) ?? []
      expect(await checkInclusion({ leaf, index: old - 1, size, root, proof: inclusion }, sha256)).toEqual({ ok: true, value: 'included' })
      const consistency = theirs.grows[old]?.map(hash) ?? []
      const claim = { oldSize: old, oldRoot: hash(theirs.roots[old]), size, root, proof: consistency }
      // Go proves a tree to be its own beginning with no hash as well.
      expect(await checkConsistency(claim, sha256)).toEqual({ ok: true, value: 'consistent' })
    }
    expect(await verifyLog(read, writeText(`log ${writeNoteKey(signers.log.key)}\nquorum none\n`), tools)).toMatchObject({ ok: false, refusal: { code: 'origin-unknown' } })
  })
})

async function writeOurs(size: number, sizes: readonly number[]): Promise<string> {
  const directory = join(folder, `ours-${size}`)
  for (const [path, bytes] of await filesOf(entriesOf(size), everybody)) write(directory, path, bytes)
  const log = await logOf(entriesOf(size))
  const proofs: { readonly key: string } & Record<'includes' | 'grows' | 'roots', Record<string, unknown>> = { key: writeNoteKey(signers.log.key), roots: {}, includes: {}, grows: {} }
  for (const old of sizes) {
    proofs.roots[old] = writeBase64((await logOf(entriesOf(old))).root)
    proofs.includes[old - 1] = texts(await proveInclusion(old - 1, size, log.readTile, sha256))
    proofs.grows[old] = texts(await proveConsistency(old, size, log.readTile, sha256))
  }
  write(directory, 'proofs.json', writeText(JSON.stringify(proofs)))
  return directory
}

function go(command: 'check' | 'make', directory: string, ...sizes: readonly number[]): string {
  return execFileSync(program, [command, directory, ...sizes.map(String)], { encoding: 'utf8', stdio: 'pipe' })
}

function write(directory: string, path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true })
  writeFileSync(join(directory, path), bytes)
}

function readerOf(directory: string): ReadFile {
  return async (path) => (existsSync(join(directory, path)) ? readFileSync(join(directory, path)) : undefined)
}

function texts(proof: Awaited<ReturnType<typeof proveInclusion>>): readonly string[] {
  if (!proof.ok) throw new Error(proof.refusal.code)
  return proof.value.map(writeBase64)
}

function hash(text: string | undefined): Uint8Array {
  const bytes = readHash(text)
  if (bytes === undefined) throw new Error(`no hash: ${text}`)
  return bytes
}
