import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

const written = (text: string) => csvLine([text]).replace(/\r\n$/, '')

test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\rx', ' =1', '\n=1', '＝1'])('the cell %j is no formula for a spreadsheet', (text) => {
  expect(written(text).replace(/^"/, '').startsWith("'")).toBe(true)
})

test('nor is a part of a cell where the separator is another', () => {
  expect(written('a;=1+1')).toBe("a;'=1+1")
  expect(written('a\t@x')).toBe("a\t'@x")
  expect(written('a\n-1')).toBe(`"a\n'-1"`)
})

test('text and numbers that are no formula stay as they are', () => {
  expect(csvLine(['GIN', -5, 'a-b', 'a;b', '2024-Q1', null, Number.NaN])).toBe('GIN,-5,a-b,a;b,2024-Q1,,\r\n')
})
