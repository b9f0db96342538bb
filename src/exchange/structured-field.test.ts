import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findBase64, findHex, toBase64, toHex } from './byte-text.ts'
import { findDictionary, writeDictionary, type Dictionary } from './structured-field.ts'

const seed = Number(process.env['SEED'] ?? 20_261_124)

const key = fc.stringMatching(/^[a-z*][a-z0-9_\-.*]{0,8}$/)
const text = fc.stringMatching(/^[\x20-\x7e]{0,12}$/)
const parameters = fc.uniqueArray(fc.tuple(key, fc.oneof(text, fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.constant(true as const))), { selector: ([name]) => name, maxLength: 3 })
const member = fc.oneof(
  fc.record({ kind: fc.constant('bytes' as const), bytes: fc.uint8Array({ maxLength: 40 }), parameters }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(fc.record({ name: text, parameters }), { maxLength: 4 }), parameters }),
)
const dictionaries = fc.uniqueArray(fc.tuple(key, member), { selector: ([name]) => name, minLength: 1, maxLength: 3 }).map((members): Dictionary => new Map(members))

test('what is written is read as what it was', () => {
  fc.assert(fc.property(dictionaries, (dictionary) => {
    expect(findDictionary(writeDictionary(dictionary))).toEqual(dictionary)
  }), { seed, numRuns: 2000 })
})

test('whatever is read is written again as the same text, also after a sign was changed', () => {
  fc.assert(fc.property(dictionaries, fc.nat(), fc.stringMatching(/^[\x20-\x7e]$/), (dictionary, place, sign) => {
    const written = writeDictionary(dictionary)
    const changed = written.slice(0, place % written.length) + sign + written.slice((place % written.length) + 1)
    const read = findDictionary(changed)
    if (read) expect(writeDictionary(read)).toBe(changed)
  }), { seed, numRuns: 5000 })
})

test.each([
  '', 'a', 'a=', 'a=1', 'a=?1', 'a=token', 'A=()', 'a=() ', ' a=()', 'a=(),b=()', 'a=(),  b=()', 'a=(), a=()', 'a=( )', 'a=("x"  "y")', 'a=("x" )', 'a=("x"', 'a=("\u00e9")', 'a=("\t")', String.raw`a=("\n")`,
  'a=();b;b', 'a=();b=01', 'a=();b=-0', 'a=();b=1.5', 'a=();b=1234567890123456', 'a=();b=?1', 'a=();b=:AA==:', 'a=:AA=:', 'a=:AA:', 'a=:AB==:', 'a=:AA==', 'a=:A A=:', 'a=(), ',
])('%j is no dictionary of ours', (text) => {
  expect(findDictionary(text)).toBeUndefined()
})

test('bytes have one text and no other, in both alphabets', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    expect(findBase64(toBase64(bytes))).toEqual(bytes)
    expect(findHex(toHex(bytes))).toEqual(bytes)
  }), { seed, numRuns: 500 })
  for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') {
    for (const text of [`A${last}==`, `AA${last}=`]) expect(findBase64(text) !== undefined, text).toBe(Buffer.from(text, 'base64').toString('base64') === text)
  }
  for (const wrong of ['A', 'AA', 'AB==', 'AA=', 'AAB=', 'AA ==', 'AA==\n', 'A-_=']) expect(findBase64(wrong), wrong).toBeUndefined()
  for (const wrong of ['a', 'AB', '0g']) expect(findHex(wrong), wrong).toBeUndefined()
})
