// The verifier stands alone: what it imports, how much that is, and that a browser runs it with the network off.
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../test/browser.ts'
import { entriesOf, logOf } from '../transparency/log-for-tests.ts'
import { writeBase64 } from '../transparency/base64.ts'
import type * as Door from './comity-verify.ts'
import { filesOf, needsAny, proofOf } from './log-files-for-tests.ts'

const door = 'src/verify/comity-verify.ts'
const html = `<!doctype html><title>Check</title><script type="module">import * as door from '/${door}'\nglobalThis.comityVerify = door</script>`

test('it imports three rooms and nothing else, and uses nothing that only Node has', () => {
  const files = [...filesFrom(door)]
  expect(files.flatMap((path) => importsOf(path)).filter((name) => !name.startsWith('.'))).toEqual([])
  expect([...new Set(files.map((path) => path.split('/')[1] ?? ''))].toSorted()).toEqual(['kernel', 'transparency', 'verify'])
  expect(files.filter((path) => /\b(?:Buffer|process|require|global|__dirname|import\.meta)\b/.test(scriptOf(path)))).toEqual([])
  expect(files.filter((path) => /\bfetch\b|XMLHttpRequest|WebSocket/.test(scriptOf(path)))).toEqual([])
})

test('with everything it imports it is small enough to be read in an hour', () => {
  const lines = [...filesFrom(door)].flatMap((path) => scriptOf(path).split('\n').filter((line) => line.trim() !== ''))
  expect(lines.length).toBeGreaterThan(400)
  expect(lines.length).toBeLessThanOrEqual(600)
})

describe('in Chromium, with the network off', () => {
  let browser: Browser
  let page: Page
  const asked: string[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.newPage()
    // The files are handed over; whatever else the page asks for is noted and fails.
    await page.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname.slice(1)
      if (path === '') return route.fulfill({ contentType: 'text/html', body: html })
      if (filesFrom(door).has(path)) return route.fulfill({ contentType: 'text/javascript', body: stripTypeScriptTypes(readFileSync(path, 'utf8')) })
      asked.push(path)
      return route.abort()
    })
    await page.goto('https://verify.invalid/')
    await page.waitForFunction('globalThis.comityVerify')
  })
  afterAll(async () => browser.close())

  test('a proof, a checkpoint and a whole log are good, and with one byte changed they are not', async () => {
    const entries = entriesOf(300)
    const files = [...await filesOf(entries)].map(([path, bytes]) => [path, writeBase64(bytes)] as const)
    const given = { files, entry: writeBase64(entries[7]!), proof: writeBase64(await proofOf(await logOf(entries), 7)), policy: writeBase64(needsAny) }
    const answers = await page.evaluate(checkInPage, given)
    const uncheckable = answers.knowsNewer ? [] : ['newer.example/witness']
    expect(answers).toMatchObject({ proof: { ok: true, index: 7, size: 300 }, checkpoint: { ok: true, witnesses: answers.knowsNewer ? 3 : 2, uncheckable }, log: { ok: true, tiles: 3 }, changed: [false, false, false] })
    expect(asked).toEqual([])
  })
})

type Given = { readonly files: readonly (readonly [string, string])[] } & Readonly<Record<'entry' | 'proof' | 'policy', string>>

// Runs in the page: it can use nothing of this file.
async function checkInPage(given: Given) {
  const { verifyCheckpoint, verifyLog, verifyProof, webCrypto } = (globalThis as unknown as { readonly comityVerify: typeof Door }).comityVerify
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const changed = (whole: Uint8Array) => whole.with(whole.length - 20, whole[whole.length - 20]! ^ 1)
  const files = new Map(given.files.map(([path, base64]) => [path, bytes(base64)] as const))
  const [policy, file, signed, tile] = [bytes(given.policy), bytes(given.proof), files.get('checkpoint')!, files.get('tile/0/000')!]
  const claim = { data: bytes(given.entry) }
  const [proof, checkpoint, log] = [await verifyProof(file, claim, policy), await verifyCheckpoint(signed, policy), await verifyLog(async (path) => files.get(path), policy)]
  const bad = [
    await verifyProof(file, { data: changed(claim.data) }, policy),
    await verifyCheckpoint(signed.with(30, signed[30]! ^ 1), policy),
    await verifyLog(async (path) => (path === 'tile/0/000' ? changed(tile) : files.get(path)), policy),
  ]
  return {
    proof: proof.ok ? { ok: true, index: proof.value.index, size: proof.value.checkpoint.size } : proof,
    checkpoint: checkpoint.ok ? { ok: true, witnesses: checkpoint.value.witnesses.length, uncheckable: checkpoint.value.uncheckable } : checkpoint,
    log: log.ok ? { ok: true, tiles: log.value.tiles } : log,
    changed: bad.map(({ ok }) => ok),
    knowsNewer: await webCrypto.checkSignature('ML-DSA-44', new Uint8Array(1312), new Uint8Array(1), new Uint8Array(2420)) === 'does-not-fit',
  }
}

function filesFrom(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found
  found.add(path)
  for (const name of importsOf(path).filter((one) => one.startsWith('.'))) filesFrom(normalize(join(dirname(path), name)), found)
  return found
}

// Of the script, so that a file of which only types are used does not count.
function importsOf(path: string): readonly string[] {
  return [...scriptOf(path).matchAll(/^(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm)].map((match) => match[1] ?? match[2] ?? '')
}

function scriptOf(path: string): string {
  return stripTypeScriptTypes(readFileSync(path, 'utf8')).replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/^[\s;]+$/gm, '')
}
