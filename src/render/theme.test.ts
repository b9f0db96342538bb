import { describe, expect, test } from 'vitest'
import { ownTokens, readTheme } from './theme.ts'

const refusal = (text: string) => {
  const read = readTheme(text)
  return read.ok ? undefined : read.refusal
}

test('a theme is the tokens that it sets, each scheme by itself, and paper stays white', () => {
  const read = readTheme("/* Sample agency\n */\n:root {\n  --accent: #045;\n  --sans: 'Sample Sans', sans-serif;\n}\n@media (prefers-color-scheme: dark) {\n  :root { --accent: #9cf; }\n}\n")
  expect(read).toEqual({ ok: true, value: "@media all { :root { --sans: 'Sample Sans', sans-serif; } }\n@media screen and (prefers-color-scheme: light) and (forced-colors: none) { :root { --accent: #004455; } }\n@media screen and (prefers-color-scheme: dark) and (forced-colors: none) { :root { --accent: #99ccff; } }\n" })
})

test('an empty file, or one of comments, changes nothing', () => {
  expect([readTheme(''), readTheme('/* later */\n')]).toEqual([{ ok: true, value: '' }, { ok: true, value: '' }])
})

test('each token may be given the value that it has', () => {
  const all = [...ownTokens].map(([name, value]) => `  --${name}: ${value};`).join('\n')
  expect(ownTokens.size).toBe(35)
  expect(refusal(`:root {\n${all}\n}\n`)).toBeUndefined()
})

describe('nothing but tokens comes in', () => {
  test.each([
    [':root { --accent: #045; }\nbody { display: none; }', 2], ['@import "https://elsewhere.example/x.css";', 1], [':root { color: red; }', 1], ['--accent: #045;', 1],
    ['@media print { :root { --paper: #000; } }', 1], [':root {\n --accent: #045', 2], [':root { --accent: #045; } }', 1], [':root {\n --accent: #045;\n', 3], [':root { :root { --accent: #045; } }', 1],
    ['</style><script>alert(1)</script>', 1], ['@media (prefers-color-scheme: dark) { --accent: #045; }', 1], [':root { --accent: #045; /* */ } @font-face { src: url(x) }', 1],
  ])('%s', (text, line) => {
    expect(refusal(text)).toMatchObject({ code: 'theme-not-tokens', line })
  })

  test.each([
    ['--accent: url(https://elsewhere.example)'], ['--accent: red'], ['--accent: var(--paper)'], ['--accent: #12345'], ['--accent: #045 !important'], ['--step: 5rem'], ['--step: 0.1rem'], ['--step: 8px'], ['--step: calc(1rem)'],
    ["--sans: 'x\\'"], ['--sans: url(x)'], ['--sans: expression(x)'], [`--sans: ${'a, '.repeat(200)}b`], ['--sans: <b>'], ['--accent:'],
  ])('as a value, %s does not', (text) => {
    expect(refusal(`:root { ${text}; }`)?.code).toBe('theme-wrong-value')
  })

  test('a name that is no token is told, by its line', () => {
    expect(refusal(':root {\n\n  --brand: #045;\n}')).toEqual({ code: 'theme-unknown-token', line: 3, name: 'brand' })
    expect(refusal('@media (prefers-color-scheme: dark) { :root { --step: 0.5rem; } }')).toEqual({ code: 'theme-unknown-token', line: 1, name: 'step' })
  })
})

test('colours that people could not tell apart are refused, on light ground and on dark', () => {
  expect(refusal(':root { --muted: #999; }')).toEqual({ code: 'theme-low-contrast', dark: false, one: 'muted', other: 'paper', ratio: 2.84, least: 4.5 })
  expect(refusal('@media (prefers-color-scheme: dark) { :root { --paper: #ffffff; } }')).toMatchObject({ code: 'theme-low-contrast', dark: true })
  // What is said of light ground says nothing of dark ground, where this would be too dim.
  expect(refusal(':root { --accent: #003344; }')).toBeUndefined()
})

test('a file made to take long is read at once', () => {
  for (const text of ['/*'.repeat(30_000), `:root { --sans: ${'a '.repeat(30_000)}; }`, `:root { --sans: ${"'a', ".repeat(10_000)}; }`, '{'.repeat(60_000), `--${'a'.repeat(60_000)}`]) expect(refusal(text)).toBeDefined()
})
