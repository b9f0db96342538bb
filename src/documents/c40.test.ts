import { assert, constantFrom, property, string, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { decodeC40, encodeC40 } from './c40.ts'

const hex = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : Buffer.from(bytes).toString('hex'))

test.each([['XK<CD', 'eb0466a9'], ['XKCD', 'eb11fe45'], ['VISA01', 'de515826']])('%s is %s, as part 13 reckons', (text, bytes) => {
  expect(hex(encodeC40(text))).toBe(bytes)
  expect(decodeC40(Buffer.from(bytes, 'hex'))).toBe(text.replace('<', ' '))
})

test.each(['a', 'Ä', 'A-B', '\n'])('%j has no value', (text) => {
  expect(encodeC40(text)).toBeUndefined()
})

test.each([['eb'], ['fe45eb04'], ['66a9eb04'], ['0000'], ['ffff'], ['feff'], ['0001']])('%s is no text', (bytes) => {
  expect(decodeC40(Buffer.from(bytes, 'hex'))).toBeUndefined()
})

test('decoding gives back what was encoded, and no bytes give a text that would be encoded otherwise', () => {
  assert(property(string({ unit: constantFrom(...Array.from(' 0129AMZ')), maxLength: 80 }), (text) => {
    expect(decodeC40(encodeC40(text) ?? new Uint8Array(1))).toBe(text)
  }), { seed: 20_261_122, numRuns: 1000 })
  assert(property(uint8Array({ maxLength: 8 }), (bytes) => {
    const text = decodeC40(bytes)
    if (text !== undefined) expect(hex(encodeC40(text))).toBe(hex(bytes))
  }), { seed: 20_261_122, numRuns: 20_000 })
})
