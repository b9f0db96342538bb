import { expect, test } from 'vitest'
import { progressLine } from './progress.ts'

function screen(isTTY: boolean) {
  const written: string[] = []
  const stream = { isTTY, write: (text: string) => { written.push(text); return true } } as unknown as NodeJS.WriteStream
  return { stream, written }
}

const half = { rowsRead: 5_000_000, rowsPerSecond: 1_000_000, fractionOfBytes: 0.5 }

test('a terminal sees rows, rate and the time left', () => {
  const { stream, written } = screen(true)
  let milliseconds = 0
  const line = progressLine(stream, 'en', () => milliseconds)
  milliseconds = 5000
  line.show(half)
  expect(written.join('')).toContain('5,000,000 rows read, 1,000,000 a second, about 5 s left')
})

test('what is no terminal sees nothing', () => {
  const { stream, written } = screen(false)
  const line = progressLine(stream, 'fr', () => 9999)
  line.show(half)
  line.clear()
  expect(written).toEqual([])
})
