import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutants } from './mutants/list.ts'

test('there are at least sixty bypasses, each of them another one', () => {
  expect(new Set(mutants.map(({ file, find, replace }) => `${file} ${find} ${replace}`)).size).toBe(mutants.length)
  expect(mutants.length).toBeGreaterThanOrEqual(60)
})

test.each(mutants)('the text that this bypass changes stands in its file once: $file, $why', ({ file, find, replace }) => {
  expect(existsSync(file) ? readFileSync(file, 'utf8').split(find).length - 1 : 'no such file').toBe(1)
  expect(replace).not.toBe(find)
})
