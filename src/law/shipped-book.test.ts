import { expect, test } from 'vitest'
import { rulesInForce } from './book.ts'
import { canadaFacts } from './canada/facts.ts'
import { isFactCode } from './facts.ts'
import type { Condition } from './rule.ts'
import { lawDigest, shippedBook } from './shipped-book.ts'

const book = shippedBook()
const openings = book.rules.flatMap((rule) => [...rule.except, ...rule.until].map((opening) => ({ ...opening, rule: rule.code })))
const conditions = [...book.rules.map((rule) => rule.when), ...openings.map(({ condition }) => condition), ...book.questions.map(({ condition }) => condition)].flatMap(partsOf)

test('the digest names the content, and nothing but the content', () => {
  expect(book.digest).toMatch(/^[0-9a-f]{64}$/)
  expect(lawDigest(structuredClone(book))).toBe(book.digest)
  expect(lawDigest({ ...book, rules: book.rules.slice(1) })).not.toBe(book.digest)
  expect(lawDigest({ ...book, periods: book.periods.map((period, at) => (at === 0 ? { ...period, length: period.length + 1 } : period)) })).not.toBe(book.digest)
})

test.each([['provision', book.provisions], ['period', book.periods], ['question', book.questions], ['instrument', book.instruments]] as const)('no two of every %s have one code', (_, all) => {
  expect(twice(all.map(({ code }) => code))).toEqual([])
})

test('no rule has two versions in force on one day', () => {
  const starts = book.rules.flatMap(({ code, inForce }) => [[code, inForce.from ?? '0001-01-01'], [code, inForce.to ?? '9999-12-31']] as const)
  expect(starts.filter(([code, day]) => rulesInForce(book, code, day as never).length > 1)).toEqual([])
})

test('whatever a rule, period, question, exception or ending rests on is in the book', () => {
  const there = new Set(book.provisions.map(({ code }) => code))
  const named = [
    ...book.rules.flatMap((rule) => rule.provisions.map((provision) => `${rule.code} → ${provision}`)),
    ...[...book.periods, ...book.questions].map(({ code, provision }) => `${code} → ${provision}`),
    ...openings.map(({ rule, code, provision }) => `${rule} ${code} → ${provision}`),
  ]
  expect(named.filter((name) => !there.has(name.split(' → ')[1] ?? ''))).toEqual([])
})

test('every rule rests on something', () => {
  expect(book.rules.filter(({ provisions }) => provisions.length === 0).map(({ code }) => code)).toEqual([])
})

test('every period, question and fact that a condition names is there, and each question is named', () => {
  const periods = conditions.flatMap((part) => ('passed' in part ? [part.passed] : 'reached' in part ? [part.reached] : 'within' in part ? [part.within] : []))
  const questions = conditions.flatMap((part) => ('question' in part ? [part.question] : []))
  const known = new Set(book.periods.map(({ code }) => code)) // clocks that hold nothing count by periods too
  expect(periods.filter((code) => !known.has(code))).toEqual([])
  expect(unlike(questions, book.questions.map(({ code }) => code))).toEqual([])
  expect(conditions.flatMap(factsOf).filter((fact) => !isFactCode(fact))).toEqual([])
})

test('every Canadian fact is asked about by some rule', () => {
  const read = new Set(conditions.flatMap(factsOf))
  expect(Object.keys(canadaFacts).filter((fact) => !read.has(fact))).toEqual([])
})

test('within a rule, no two exceptions or endings have one code', () => {
  expect(twice(openings.map(({ rule, code }) => `${rule} ${code}`))).toEqual([])
})

test('nothing whose provision was not read is called verified', () => {
  const unread = new Set(book.provisions.filter(({ text }) => text !== 'verified').map(({ code }) => code))
  expect(openings.filter(({ text, provision }) => text === 'verified' && unread.has(provision)).map(({ rule, code }) => `${rule} ${code}`)).toEqual([])
  expect(book.periods.filter(({ text, provision }) => text === 'verified' && unread.has(provision)).map(({ code }) => code)).toEqual([])
})

test('every provision has a title in both languages and says where it was read', () => {
  expect(book.provisions.filter(({ title, source }) => title.en === '' || title.fr === '' || title.en === title.fr || source === '').map(({ code }) => code)).toEqual([])
})

test('a policy is never called law, nor law a policy', () => {
  expect(book.rules.filter(({ jurisdiction, authority }) => (jurisdiction === 'policy') !== (authority === 'policy')).map(({ code }) => code)).toEqual([])
})

function partsOf(condition: Condition): readonly Condition[] {
  if ('no' in condition) return [condition, ...partsOf(condition.no)]
  if ('all' in condition) return [condition, ...condition.all.flatMap(partsOf)]
  if ('any' in condition) return [condition, ...condition.any.flatMap(partsOf)]
  return [condition]
}

function factsOf(part: Condition): readonly string[] {
  if ('fact' in part) return part.notBefore === undefined ? [part.fact] : [part.fact, part.notBefore]
  if ('within' in part) return [part.since, part.happened]
  return 'since' in part ? [part.since] : []
}

function twice(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))]
}

/** Codes of one list that the other lacks, in either direction. */
function unlike(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some.filter((code) => !others.includes(code)), ...others.filter((code) => !some.includes(code))])]
}
