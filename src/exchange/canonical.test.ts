import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalBytes, canonicalText, readCanonical, type Json } from './canonical.ts'

const seed = Number(process.env['SEED'] ?? 20_261_123)
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readCanonical(bytes(text), 1000)

test('the example of RFC 8785 section 3.2.2: numbers, strings and literals', () => {
  const value = JSON.parse(String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`) as Json
  expect(canonicalText(value)).toBe(String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`)
})

test('the example of RFC 8785 section 3.2.3: members in the order of UTF-16 code units', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
  const written = canonicalText(Object.fromEntries(names.map((name) => [name, 0])))
  expect(Object.keys(JSON.parse(written) as object).toSorted((one, other) => written.indexOf(JSON.stringify(one)) - written.indexOf(JSON.stringify(other)))).toEqual(['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33'])
})

test('minus nought is nought', () => {
  expect(canonicalText([-0])).toBe('[0]')
})

test.each([
  ['a member that is there twice', '{"a":1,"a":1}', 'not-canonical'],
  ['members in another order', '{"b":1,"a":1}', 'not-canonical'],
  ['a space', '{"a": 1}', 'not-canonical'],
  ['a line feed at the end', '{"a":1}\n', 'not-canonical'],
  ['a number with a nought too many', '[1.0]', 'not-canonical'],
  ['a number that no double holds', '[9007199254740993]', 'not-canonical'],
  ['a number beyond all doubles', '[1e400]', 'not-canonical'],
  ['an escape where none is needed', String.raw`["\u0041"]`, 'not-canonical'],
  ['an escaped slash', String.raw`["\/"]`, 'not-canonical'],
  ['half of a pair of surrogates', String.raw`["\ud83d"]`, 'lone-surrogate'],
  ['half of a pair in a name', String.raw`{"\udc00":1}`, 'lone-surrogate'],
  ['NaN', '[NaN]', 'not-json'],
  ['Infinity', '[Infinity]', 'not-json'],
  ['nothing', '', 'not-json'],
  ['a byte order mark', '\ufeff[1]', 'not-json'],
  ['two values', '[1][2]', 'not-json'],
  ['brackets without end', '['.repeat(900), 'not-json'],
  ['seventeen boxes in each other', '['.repeat(18) + ']'.repeat(18), 'too-deep'],
  ['more than is read', `"${'a'.repeat(1000)}"`, 'too-long'],
])('%s is refused', (_, text, fault) => {
  expect(read(text)).toEqual({ ok: false, refusal: fault })
})

test('a quarter of a megabyte of brackets is refused and overflows nothing', () => {
  const depth = 131_072
  expect(readCanonical(bytes('['.repeat(depth) + ']'.repeat(depth)), 300_000)).toEqual({ ok: false, refusal: 'too-deep' })
})

test('bytes that are no UTF-8 are refused: overlong, a surrogate, cut short', () => {
  for (const wrong of [[0xc0, 0xa0], [0xed, 0xa0, 0x80], [0xe2, 0x82]]) expect(readCanonical(Uint8Array.from([0x22, ...wrong, 0x22]), 10)).toEqual({ ok: false, refusal: 'not-utf8' })
})

test('a member that is called __proto__ is a member like another', () => {
  const read = readCanonical(bytes('{"__proto__":{"a":1}}'), 100)
  expect(read.ok && Object.keys(read.value as object)).toEqual(['__proto__'])
})

test('what is written is read as what it was, and written again as the same bytes', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
    const written = canonicalBytes(value as Json)
    const again = readCanonical(written, 1_000_000)
    expect(again.ok && canonicalBytes(again.value)).toEqual(written)
    expect(again.ok && again.value).toEqual(JSON.parse(JSON.stringify(value)))
  }), { seed, numRuns: 2000 })
})

test('what no JSON holds is our own mistake', () => {
  for (const wrong of [NaN, Infinity, '\ud800', undefined, { a: undefined }]) expect(() => canonicalText(wrong as unknown as Json)).toThrow('no canonical text')
})
