import { expect, test } from 'vitest'
import { NotationScan } from './notation-scan.ts'

function scan(...parts: string[]): boolean {
  const found = new NotationScan(',')
  for (const part of parts) found.see(Buffer.from(part))
  return found.mayHold
}

test.each(['1e3', '1E3', '+5', '1_000', '0x10', '0b11', '1e+3', '+1e2', '"1e3"', ' 1e3', '12_3e1'])('%s may be a number that DuckDB reads', (number) => {
  for (const lead of ['', 'x', 'xx', 'xxx']) expect(scan(`${lead}GIN,a,0,${number},issued\n`), lead).toBe(true)
})

test.each(['GIN,r1e3,0,5,issued', 'GIN,R2023A17,0,5,agreed_at_border', 'GIN,5f1e3a60-1e3c-4e5a,0,5,issued', 'GIN,1 + 1,0,5,', 'GIN,3b,0,5,issued'])('%s holds none', (row) => {
  expect(scan(`country,request,entry,exit,outcome\n${row}\n`)).toBe(false)
})

test('a number cut in two where the reading pauses is seen, and what was seen stays seen', () => {
  for (const [before, after] of [['1', 'e3'], ['1e', '3'], ['+', '5'], ['1_', '000']]) {
    expect(scan(`GIN,a,0,${before}`, `${after},issued\n`)).toBe(true)
    expect(scan(`GIN,a,0,${before}${after},issued\n`, 'GIN,b,0,4,issued\n')).toBe(true)
  }
  expect(scan('GIN,r', '1e3,0,4,issued\n')).toBe(false)
})
