import { expect, test } from 'vitest'
import { folded } from './terminal.ts'

test('a line wider than the terminal is broken between words, and goes on below what it belongs to', () => {
  const line = `    – ${'word '.repeat(30).trim()}`
  const lines = folded([line], 60)
  expect(lines.length).toBeGreaterThan(2)
  expect(Math.max(...lines.map((one) => one.length))).toBeLessThanOrEqual(60)
  expect(lines.slice(1).every((one) => one.startsWith('      word'))).toBe(true)
  expect(lines.map((one) => one.trim()).join(' ')).toBe(line.trim())
})

test('nothing is broken where the width is not known, and no word ever', () => {
  expect(folded(['x '.repeat(100)], undefined)).toEqual(['x '.repeat(100)])
  expect(folded([`  ${'x'.repeat(100)} y`], 60)).toEqual([`  ${'x'.repeat(100)} y`])
})
