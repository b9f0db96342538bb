// What the README promises. `npm run prove:setup` proves the rest of it, from fresh clones, which takes minutes.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const documents = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n').filter((path) => existsSync(path))

function shellBlocks(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((match) => (match[1] ?? '').trim())
}

test.each(['README.md', 'LISEZMOI.md'])('%s gives the two commands, each in a block of its own', (path) => {
  expect(shellBlocks(path).slice(0, 2)).toEqual(['npm start', 'npm test'])
})

test('continuous integration runs the test command of the README', () => {
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm test\b/m)
})

test('every script that a document names is in package.json, and its file is there', () => {
  const named = documents.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? ''))
  expect(named.filter((name) => !(name in scripts))).toEqual([])
  const files = Object.values(scripts).flatMap((command) => command.match(/\b[\w/.-]+\.(?:ts|mjs|sh|R)\b/g) ?? [])
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})

let project = ''
beforeAll(() => {
  const base = mkdtempSync(join(tmpdir(), 'comity-readme-'))
  chmodSync(base, 0o755)
  project = join(base, 'dossier été')
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\0')
  for (const file of files.filter((name) => name !== '' && existsSync(name) && statSync(name).isFile())) {
    mkdirSync(dirname(join(project, file)), { recursive: true })
    cpSync(file, join(project, file))
  }
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'))
})
afterAll(() => rmSync(dirname(project), { recursive: true, force: true }))

/** Runs npm as an operator's shell would: nothing of the npm that runs the tests is left in the environment. */
function startNpm(settings: Record<string, string>) {
  const ours = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS|VITEST|DATABASE_|COMITY_|TEST$|NODE_ENV)/i.test(name)))
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules')).join(delimiter)
  const child = spawn('npm', ['start'], { cwd: project, env: { ...ours, PATH: path, ...settings }, shell: process.platform === 'win32' })
  const said = { text: '', over: false }
  child.on('close', () => (said.over = true))
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said.text += chunk.toString()))
  return { child, said }
}

async function until(said: { readonly text: string; readonly over: boolean }, words: string) {
  for (let tick = 0; tick < 600 && !said.over && !said.text.includes(words); tick++) await pause(100)
  expect(said.text).toContain(words)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

test('npm start serves a page in a folder with a space and an accent, refuses a second start, and stops cleanly', async () => {
  const port = String(await freePort())
  const { child, said } = startNpm({ PORT: port })
  await until(said, 'Comity est prêt')
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<h1')])

  const second = startNpm({ PORT: String(await freePort()) })
  expect(await once(second.child, 'exit')).toEqual([1, null])
  expect(second.said.text).toContain('Another Comity is using the data in')
  expect(second.said.text).toContain('Un autre Comity utilise les données de')

  child.kill('SIGTERM')
  await until(said, 'Arrêté.')
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed')
}, 120_000)

test('a busy port is named, with the way to choose another', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  const address = busy.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { child, said } = startNpm({ PORT: String(port) })
  expect(await once(child, 'exit')).toEqual([1, null])
  expect(said.text).toContain(`Port ${port} is in use by another program. Choose another: PORT=${port + 1} npm start`)
  busy.close()
}, 120_000)
