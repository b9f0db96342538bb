import { expect, test } from 'vitest'
import { agree, readVectors } from '../../test/r-vectors.ts'
import { normalQuantile } from './distributions.ts'
import { studentQuantile } from './student-quantile.ts'

test("Student's quantiles agree with R", () => {
  const rows = (readVectors('tests') as { student: [number, number, number][] }).student
  agree(rows.map(([p, degreesOfFreedom]) => studentQuantile(p, degreesOfFreedom)), rows.map(([, , value]) => value), 'quantile')
})

test('with one degree of freedom three quarters lie below one', () => {
  // Cauchy: the quantile of p is tan(π(p − 1/2)).
  expect(studentQuantile(0.75, 1)).toBeCloseTo(1, 12)
})

test('with very many degrees of freedom it is the normal quantile', () => {
  expect(studentQuantile(0.975, 1e9)).toBe(normalQuantile(0.975))
})
