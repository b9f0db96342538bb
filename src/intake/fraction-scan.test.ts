import { expect, test } from 'vitest'
import { FractionScan } from './fraction-scan.ts'

function scan(...parts: string[]): boolean {
  const found = new FractionScan()
  for (const part of parts) found.see(Buffer.from(part))
  return found.mayHold
}

test.each(['GIN,a,0,3.7,issued', 'GIN,a,0,.5e1,issued', 'GIN,a,0,37e-1,issued', 'GIN,a,0,37E-1,issued'])('%s may be a fraction', (row) => {
  expect(scan(row)).toBe(true)
})

test('whole numbers, exponents above nought and most hyphens are none', () => {
  expect(scan('country,request,entry,exit,outcome\nGIN,a-7,0,1e3,issued\n')).toBe(false)
})

test('an exponent cut in two where the reading pauses is seen, and what was seen stays seen', () => {
  expect(scan('GIN,a,0,37e', '-1,issued\n')).toBe(true)
  expect(scan('GIN,a,0,37e', '1,issued\n')).toBe(false)
  expect(scan('GIN,a,0,3.7,issued\n', 'GIN,b,0,4,issued\n')).toBe(true)
})
