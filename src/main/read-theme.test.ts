import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readThemeFile } from './read-theme.ts'
import { english, french, sentenceFor } from './say.ts'

let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'comity theme é ')) })
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('without the setting there is no theme, and with it the file’s tokens', async () => {
  expect([await readThemeFile(undefined), await readThemeFile('')]).toEqual([{ ok: true, value: '' }, { ok: true, value: '' }])
  expect(await readThemeFile(file('good.css', ':root { --accent: #004455; }'))).toMatchObject({ ok: true, value: expect.stringContaining('--accent: #004455;') as string })
})

test.each([
  ['none.css', undefined, 'theme-unreadable'], ['.', undefined, 'theme-unreadable'], ['large.css', ' '.repeat(64 * 1024 + 1), 'theme-too-large'], ['rule.css', 'body { color: red }', 'theme-not-tokens'],
  ['open.css', ':root {', 'theme-not-tokens'], ['other.css', ':root { --brand: #045; }', 'theme-unknown-token'], ['value.css', ':root { --accent: red; }', 'theme-wrong-value'], ['pale.css', ':root { --ink: #cccccc; }', 'theme-low-contrast'],
])('%s is refused with a reason in either language, and the file is named', async (name, text, code) => {
  const read = await readThemeFile(text === undefined ? join(folder, name) : file(name, text))
  if (read.ok) throw new Error('taken')
  expect(read.refusal.code).toBe(code)
  for (const words of [english, french]) {
    const said = sentenceFor(words, read.refusal)
    expect(said).toMatch(/^COMITY_THEME=.*\.$/)
    expect(said).not.toMatch(/undefined|\[object|\bE[A-Z]{3,}\b/)
  }
})

test('a ratio is written as each language writes it', async () => {
  const read = await readThemeFile(file('paler.css', ':root { --muted: #aaaaaa; }'))
  if (read.ok) throw new Error('taken')
  expect([sentenceFor(english, read.refusal), sentenceFor(french, read.refusal)]).toEqual([expect.stringContaining(' 2.32 to 1 '), expect.stringContaining(' 2,32 pour 1; il faut 4,5 pour 1 ')])
})

test.skipIf(process.platform === 'win32')('a device that never ends is not read', async () => {
  expect(await readThemeFile('/dev/zero')).toMatchObject({ ok: false, refusal: { code: 'theme-unreadable' } })
})
