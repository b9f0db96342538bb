import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { writeAllWhole, writeWhole } from './write-whole.ts'

let folder = ''
const folders: string[] = []
beforeEach(() => folders.push((folder = mkdtempSync(join(tmpdir(), 'comity-write-')))))
afterAll(() => { for (const each of folders) rmSync(each, { recursive: true }) })

const write = (text: string) => (path: string) => writeFile(path, text)

test('a file takes the place of an old one, and no draft is left', async () => {
  writeFileSync(join(folder, 'a.csv'), 'old')
  expect((await writeWhole(join(folder, 'a.csv'), write('new'))).ok).toBe(true)
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['a.csv'])
})

test('when the second file cannot be written, the first stays as it was', async () => {
  writeFileSync(join(folder, 'a.csv'), 'old')
  mkdirSync(join(folder, 'b.csv'))
  for (const second of [join(folder, 'b.csv'), join(folder, 'none', 'c.csv')]) {
    const written = await writeAllWhole([{ file: join(folder, 'a.csv'), write: write('new') }, { file: second, write: write('new') }])
    expect(written).toMatchObject({ ok: false, refusal: { code: 'cannot-write', file: second } })
  }
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['a.csv', 'b.csv'])
})

test('a name that is too long, and a folder that is a file, are refused and not our fault', async () => {
  writeFileSync(join(folder, 'file'), '')
  for (const file of [join(folder, `${'x'.repeat(300)}.csv`), join(folder, 'file', 'a.csv')]) {
    expect(await writeWhole(file, write('new'))).toMatchObject({ ok: false, refusal: { code: 'cannot-write', file } })
  }
})

test('a name as long as the disk allows is written', async () => {
  expect((await writeWhole(join(folder, `${'x'.repeat(251)}.csv`), write('new'))).ok).toBe(true)
})

test('the cause of a refusal does not speak of our drafts', async () => {
  const written = await writeWhole(join(folder, 'none', 'a.csv'), write('new'))
  expect(written).toMatchObject({ refusal: { cause: expect.not.stringContaining('.part') as unknown } })
})
