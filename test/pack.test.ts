// What `npm pack` makes, as somebody uses it who has only that file: the program, the verifier in Node and in a browser, and the offline page.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commit } from '../src/transparency/commitment.ts'
import { checkpointOf, entriesOf, grown, logOf, sha256 } from '../src/transparency/log-for-tests.ts'
import { writeText } from '../src/transparency/strict-text.ts'
import { writeOpening } from '../src/transparency/write-log.ts'
import { needsAny, origin, proofOf, signers } from '../src/verify/log-files-for-tests.ts'
import { verify as english } from '../src/text/en/verify.ts'
import { verify as french } from '../src/text/fr/verify.ts'
import { launchBrowser } from './browser.ts'

const words = { en: english, fr: french }
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const content = writeText('{"act":"sample"}')
const opening = { salt: sha256(Uint8Array.of(1)), contentDigest: sha256(content) }
let [folder, installed] = ['', '']
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comity pack é '))
  writeFileSync(at('package.json'), '{"private":true,"type":"module"}')
  // Where a machine forbids scripts of packages it means those of others.
  npm(process.cwd(), 'pack', '--ignore-scripts=false', '--pack-destination', folder)
  installed = at('node_modules/comity')
  install(at(readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''))
  const tree = await grown(await logOf(entriesOf(300)), [await commit(opening, sha256)])
  writeFileSync(at('act.tlog-proof'), await proofOf(tree, 300, { extra: writeOpening(opening) }))
  writeFileSync(at('checkpoint'), await checkpointOf(origin, tree, Object.values(signers)))
  writeFileSync(at('policy.txt'), needsAny)
  writeFileSync(at('act.json'), content)
  writeFileSync(at('other.json'), '{"act":"other"}')
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true }))

function npm(cwd: string, ...asked: readonly string[]): string {
  return execFileSync('npm', asked, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
}

// Without a network: from npm's cache, and where that lacks something unpacked by hand, beside the packages that are here.
function install(tarball: string): void {
  const asked = ['install', '--offline', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', tarball]
  if (spawnSync('npm', asked, { cwd: folder, timeout: 120_000, shell: process.platform === 'win32' }).status === 0) return
  process.stdout.write('npm’s cache does not hold every package: the tarball is unpacked by hand\n')
  rmSync(at('node_modules'), { recursive: true, force: true })
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'])
  for (const name of readdirSync('node_modules').filter((one) => !one.startsWith('.') && one !== 'comity')) symlinkSync(resolve('node_modules', name), at(join('node_modules', name)))
}

/** A program of its own in the folder, with nothing of the project’s settings. */
function node(...asked: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, asked, { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], LC_ALL: 'C' } })
  return { status, stdout, stderr }
}

describe('the package', () => {
  test('holds JavaScript with declarations, no source, no test, nobody’s data', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
    expect(files.filter((path) => !path.includes('/')).toSorted()).toEqual(['CHANGELOG.md', 'LICENSE', 'LISEZMOI.md', 'README.md', 'dist', 'package.json', 'scripts'])
    expect(files.filter((path) => /(?<!\.d)\.ts$|\.test\.|for-tests/.test(path))).toEqual([])
    const scripts = files.filter((path) => path.startsWith('dist/') && path.endsWith('.js') && !path.endsWith('/passkey.js'))
    expect(scripts.length).toBeGreaterThan(300)
    expect(scripts.filter((path) => !existsSync(join(installed, path.replace(/\.js$/, '.d.ts'))))).toEqual([])
  })

  test('offers the verifier and its own description, and keeps the rest to itself', () => {
    const { status, stdout } = node('--input-type=module', '-e', `
      for (const name of ['comity/verify', 'comity/package.json', 'comity', 'comity/dist/store/cases.js']) {
        const asked = name.endsWith('.json') ? import(name, { with: { type: 'json' } }) : import(name)
        console.log(name, await asked.then(() => 'there', (error) => error.code))
      }`)
    expect([status, stdout.trim().split('\n')]).toEqual([0, ['comity/verify there', 'comity/package.json there', 'comity ERR_PACKAGE_PATH_NOT_EXPORTED', 'comity/dist/store/cases.js ERR_PACKAGE_PATH_NOT_EXPORTED']])
  })

  test('verifies in Node', () => {
    const { status, stdout } = node('--no-warnings', '--input-type=module', '-e', `
      import { readFileSync } from 'node:fs'
      import { verifyProof } from 'comity/verify'
      const [file, policy, ...contents] = ['act.tlog-proof', 'policy.txt', 'act.json', 'other.json'].map((name) => new Uint8Array(readFileSync(name)))
      for (const content of contents) {
        const answer = await verifyProof(file, { content }, policy)
        console.log(answer.ok ? answer.value.index : answer.refusal.code)
      }`)
    expect([status, stdout]).toEqual([0, '300\ncontent-does-not-fit\n'])
  })

  test('tells TypeScript what it offers, also where neither Node nor a browser is declared', () => {
    writeFileSync(at('use.ts'), `
      import { verifyProof, type Claim, type ProofFacts } from 'comity/verify'
      const claim: Claim = { content: new Uint8Array() }
      const answer = await verifyProof(new Uint8Array(), claim, new Uint8Array())
      export const facts: ProofFacts | undefined = answer.ok ? answer.value : undefined
      // @ts-expect-error: an index is a number
      export const index: string | undefined = facts?.index`)
    const compiler = createRequire(import.meta.url).resolve('typescript/package.json').replace('package.json', 'bin/tsc')
    expect(node(compiler, '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', '', 'use.ts')).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('brings the program: it verifies, and measures with a profile that it reads from beside itself', () => {
    const program = join(installed, 'scripts/comity.mjs')
    const verified = node(program, 'verify', 'act.tlog-proof', '--content', 'act.json', '--policy', 'policy.txt')
    expect([verified.status, verified.stderr]).toEqual([0, ''])
    expect(verified.stdout).toContain(english.cli.holds('act.tlog-proof'))
    expect(node(program, 'verify', 'act.tlog-proof', '--content', 'other.json', '--policy', 'policy.txt').status).toBe(1)
    expect(node(program, 'version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    const rows = Array.from({ length: 12 }, (_, number) => `GIN,${number},0,20,issued`).join('\n')
    writeFileSync(at('requests.csv'), `country,request,entry,exit,outcome\n${rows}\n`)
    expect(node(program, 'measure', 'requests.csv', '--as-of', '2026-01-31')).toMatchObject({ status: 0, stdout: expect.stringContaining('Guinea') as string })
  })
})

describe('in Chromium, with the network off', () => {
  let browser: Browser
  beforeAll(async () => { browser = await launchBrowser() })
  afterAll(async () => browser.close())

  test('the verifier of the package is imported as it lies there', async () => {
    const page = await browser.newPage()
    const map = JSON.stringify({ imports: { 'comity/verify': '/dist/verify/comity-verify.js' } })
    const strange: string[] = []
    await page.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Check</title><script type="importmap">${map}</script>` })
      if (path.endsWith('.js') && existsSync(join(installed, path))) return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(installed, path)) })
      strange.push(path)
      return route.abort()
    })
    await page.goto('https://package.invalid/')
    const given = ['act.tlog-proof', 'policy.txt', 'act.json', 'other.json'].map((name) => readFileSync(at(name)).toString('base64'))
    const answers = await page.evaluate(`(async () => {
      const { verifyProof } = await import('comity/verify')
      const [file, policy, ...contents] = ${JSON.stringify(given)}.map((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))
      return Promise.all(contents.map(async (content) => { const answer = await verifyProof(file, { content }, policy); return answer.ok ? answer.value.index : answer.refusal.code }))
    })()`)
    expect([answers, strange]).toEqual([[300, 'content-does-not-fit'], []])
    await page.close()
  })

  describe.each(['en', 'fr'] as const)('the page, in %s', (language) => {
    const { page: said, verdict } = words[language]
    let context: BrowserContext
    let page: Page
    const asked: string[] = []
    const broken: string[] = []
    beforeAll(async () => {
      context = await browser.newContext({ locale: `${language}-CA`, timezoneId: 'America/Toronto', viewport: { width: 320, height: 640 } })
      await context.setOffline(true)
      page = await context.newPage()
      page.on('request', (request) => { if (!request.url().startsWith('file:')) asked.push(request.url()) })
      page.on('console', (message) => { if (message.type() === 'error') broken.push(message.text()) })
      page.on('pageerror', ({ message }) => broken.push(message))
      await page.goto(pathToFileURL(join(installed, 'dist/verify.html')).href)
    })
    afterAll(async () => context.close())

    const choose = (files: Readonly<Partial<Record<'policy' | 'file' | 'content', string>>>) => Promise.all(Object.entries(files).map(([part, name]) => page.setInputFiles(`#${part}`, at(name))))
    const check = () => page.getByRole('button', { name: said.check, exact: true }).click()
    const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
    const faults = async () => ({
      axe: await page.evaluate(`(0, eval)(${JSON.stringify(axe)});axe.run(document,{runOnly:${JSON.stringify(rules)}}).then(({violations})=>violations.map(({id,nodes})=>id+' '+nodes[0].html))`),
      width: await page.evaluate('document.documentElement.scrollWidth'),
    })
    const none = { axe: [], width: 320 }
    const look = async (name: string) => { if (process.env['COMITY_LOOK']) await page.screenshot({ path: join(process.env['COMITY_LOOK'], `${language}-${name}.png`), fullPage: true }) }

    test('says what is missing before anything can be checked', async () => {
      expect(await page.title()).toBe(said.title)
      expect(await faults()).toEqual(none)
      await look('start')
      await check()
      await heading(said.errors)
      expect(await page.evaluate('document.activeElement.className')).toBe('errors')
      expect(await page.locator('.errors li').allTextContents()).toEqual([said.policyMissing, said.fileMissing])
      await page.getByRole('link', { name: said.policyMissing }).click()
      expect(await page.evaluate('document.activeElement.id')).toBe('policy')
      expect(await faults()).toEqual(none)
      await look('missing')
    })

    test('a proof with its content holds: by whose keys, who saw it and when, and what it does not prove', async () => {
      await choose({ policy: 'policy.txt', file: 'act.tlog-proof', content: 'act.json' })
      await check()
      await heading(said.holds)
      const told = (await page.locator('.verdict').textContent()) ?? ''
      for (const sentence of [verdict.held.content({ index: 300, name: 'act.json', digest: Buffer.from(opening.contentDigest).toString('hex') }), `${origin}+${signers.log.key.id}`, 'near', 'America/Toronto', verdict.notProved.true, verdict.notProved.keys]) expect(told).toContain(sentence)
      expect(await page.evaluate('document.activeElement.className')).toBe('verdict holds')
      expect(await faults()).toEqual(none)
      await look('holds')
    })

    test('what does not hold, and what cannot be checked, is told as such', async () => {
      await choose({ content: 'other.json' })
      // The old verdict was about other files.
      expect(await page.locator('.verdict').isVisible()).toBe(false)
      await check()
      await heading(said.fails)
      expect(await page.locator('.verdict').textContent()).toContain(verdict.refusals['content-does-not-fit']({ code: 'content-does-not-fit' }))
      expect(await faults()).toEqual(none)
      await look('fails')
      await choose({ policy: 'act.json' })
      await check()
      await heading(said.unchecked)
      expect(await page.locator('.verdict').textContent()).toContain(verdict.refusals['policy-malformed']({ code: 'policy-malformed', line: 1 }))
      await choose({ policy: 'policy.txt' })
    })

    test('a checkpoint is checked without content, and the other language tells the same', async () => {
      await page.getByRole('button', { name: said.remove(said.content) }).click()
      await choose({ file: 'checkpoint' })
      await check()
      await heading(said.holds)
      const other = words[language === 'en' ? 'fr' : 'en']
      await page.getByRole('button', { name: said.language }).click()
      await heading(other.page.holds)
      expect(await page.locator('.verdict').textContent()).toContain(other.verdict.held.checkpoint())
      expect(await page.evaluate('document.documentElement.lang')).toBe(language === 'en' ? 'fr' : 'en')
      await page.getByRole('button', { name: other.page.language }).click()
    })

    test('dropped together, files are told apart by what they hold; one that is far too long is not read', async () => {
      await page.reload()
      const names = ['act.json', 'policy.txt', 'act.tlog-proof']
      await drop(names.map((name) => [name, readFileSync(at(name)).toString('base64')]))
      await page.getByText(said.chosen('act.json')).waitFor()
      expect(await page.locator('.row > span').allTextContents()).toEqual(['policy.txt', 'act.tlog-proof', 'act.json'].map(said.chosen))
      await check()
      await heading(said.holds)
      await page.setInputFiles('#policy', { name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.alloc(1_000_001, 'log ') })
      await check()
      await heading(said.errors)
      expect(await page.locator('.errors').textContent()).toContain('long.txt')
    })

    test('it asked nobody for anything and broke nowhere, and its own policy would not let it ask', async () => {
      expect([asked, broken]).toEqual([[], []])
      await context.setOffline(false)
      expect(await page.evaluate(`fetch('https://elsewhere.invalid/').then(() => 'asked', ({ message }) => message)`)).toBe('Failed to fetch')
      expect(broken.join(' ')).toContain('Content Security Policy')
    })

    async function drop(files: readonly (readonly [string, string])[]): Promise<void> {
      await page.evaluate(`(() => {
        const dataTransfer = new DataTransfer()
        for (const [name, text] of ${JSON.stringify(files)}) dataTransfer.items.add(new File([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))], name))
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      })()`)
    }
  })

  test('without script the page says in both languages what it needs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(pathToFileURL(join(installed, 'dist/verify.html')).href)
    for (const language of ['en', 'fr'] as const) expect(await page.locator(`p[lang=${language}]`).textContent()).toBe(words[language].page.noScript)
    await context.close()
  })
})
