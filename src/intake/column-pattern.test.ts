import { expect, test } from 'vitest'
import { isPlainPattern } from './column-pattern.ts'

test.each(['(\\d{4})', '(\\d{4})_q([1-4])_partial', 'total', 'year (\\d+)', '[+*?]+', 'a\\+b', '(north|south)_(\\d{4})'])('%s is a pattern', (text) => {
  expect(isPlainPattern(text)).toBe(true)
})

test.each(['(a+)+b', '([a-z]+)*$', '(a|a)*', '(a){2,}', 'a*a*a*a*b', '(a)\\1', '(?=a)', '(?<n>a)\\k<n>', 'a?a?a?a?', '(', 'a)|(?:.*', 'x'.repeat(201)])('%s is none: it may never end, or is no expression', (text) => {
  expect(isPlainPattern(text)).toBe(false)
})
