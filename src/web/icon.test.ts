import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { icon } from './icon.ts'

test('the mark is an icon file of three small pictures, each a whole PNG', () => {
  const file = Buffer.from(icon)
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 3])
  const sizes = [0, 1, 2].map((index) => {
    const [length, at] = [file.readUInt32LE(6 + 16 * index + 8), file.readUInt32LE(6 + 16 * index + 12)]
    const png = file.subarray(at, at + length)
    const size = png.readUInt32BE(16)
    expect([png.subarray(1, 4).toString(), png.subarray(-8, -4).toString()]).toEqual(['PNG', 'IEND'])
    expect(inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))).toHaveLength(size * (1 + 4 * size))
    return size
  })
  expect([sizes, file.length < 4096]).toEqual([[16, 32, 48], true])
})
