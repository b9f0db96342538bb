import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayHoldFractions } from './fraction-scan.ts'

let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'comity-scan-')) })
afterAll(() => rmSync(folder, { recursive: true }))

const scan = (content: string) => {
  const path = join(folder, 'file.csv')
  writeFileSync(path, content)
  return mayHoldFractions(path)
}

test.each(['GIN,a,0,3.7,issued', 'GIN,a,0,.5e1,issued', 'GIN,a,0,37e-1,issued', 'GIN,a,0,37E-1,issued'])('%s may be a fraction', async (row) => {
  expect(await scan(row)).toBe(true)
})

test('whole numbers, exponents above nought and most hyphens are none', async () => {
  expect(await scan('country,request,entry,exit,outcome\nGIN,a-7,0,1e3,issued\n')).toBe(false)
})

test('an exponent cut in two where the reading pauses is seen', async () => {
  const pause = 1 << 20
  expect(await scan(`${'1'.repeat(pause - 1)}e-1`)).toBe(true)
  expect(await scan(`${'1'.repeat(pause - 1)}e1`)).toBe(false)
})
