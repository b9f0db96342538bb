// The repository tests itself: the ladder of rooms, links in the documents, words that do not belong.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const rungs: Readonly<Record<string, number>> = {
  main: 9,
  web: 8, api: 8, cli: 8,
  service: 7,
  store: 6, intake: 6, transport: 6, render: 6,
  text: 5,
  verify: 4,
  casework: 3, cooperation: 3, exchange: 3, disclosure: 3,
  law: 2, statistics: 2, transparency: 2, documents: 2,
  reference: 1, kernel: 1,
}

// A lower rung that a room may use although it stands beside it. Each one is a decision: say why here.
const beside: readonly string[] = ['reference → kernel']

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path))
const sources = tracked.filter((path) => path.startsWith('src/') && path.endsWith('.ts'))
const room = (path: string) => path.split('/')[1] ?? ''
const isTest = (path: string) => path.endsWith('.test.ts')

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  const statements = /^(?:import|export)\b(?:[^'"=(]*?\sfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  return [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? '')
}

test('every room stands on the ladder', () => {
  expect(sources.map(room).filter((name) => !(name in rungs))).toEqual([])
})

test('a room imports from itself and from lower rungs only', () => {
  const wrong = sources.flatMap((path) =>
    importsOf(path)
      .filter((name) => name.startsWith('.'))
      .map((name) => normalize(join(dirname(path), name)))
      .filter((target) => target.startsWith('src/') && room(target) !== room(path))
      .filter((target) => (rungs[room(target)] ?? 99) >= (rungs[room(path)] ?? 0) && !beside.includes(`${room(path)} → ${room(target)}`))
      .map((target) => `${path} → ${target}`))
  expect(wrong).toEqual([])
})

test('rooms up to the fifth rung are pure: nothing from npm, only node:crypto from Node', () => {
  const wrong = sources
    .filter((path) => (rungs[room(path)] ?? 9) <= 5 && !isTest(path))
    .flatMap((path) => importsOf(path).filter((name) => !name.startsWith('.') && name !== 'node:crypto').map((name) => `${path} → ${name}`))
  expect(wrong).toEqual([])
})

test('every import names a file that is there, never an index', () => {
  const wrong = sources.flatMap((path) =>
    importsOf(path)
      .filter((name) => name.startsWith('.'))
      .filter((name) => !existsSync(join(dirname(path), name)) || /(^|\/)index\.ts$/.test(name))
      .map((name) => `${path} → ${name}`))
  expect(wrong).toEqual([])
})

test('every link in the documents leads to a file', () => {
  const wrong = tracked.filter((path) => path.endsWith('.md')).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(path), decodeURIComponent(target))))
      .map((target) => `${path} → ${target}`))
  expect(wrong).toEqual([])
})

test('the lock file names no download address', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved": "http')
})
