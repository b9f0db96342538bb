import { expect, test } from 'vitest'
import { spanOf } from './period-span.ts'

test.each([
  ['2016', '2016-01-01', '2016-12-31', 'year'], ['FY2017', '2016-10-01', '2017-09-30', 'year'], ['FY2016-2017', '2016-04-01', '2017-03-31', 'year'],
  ['2016-Q1', '2016-01-01', '2016-03-31', 'quarter'], ['FY2016-2017-Q4', '2017-01-01', '2017-03-31', 'quarter'], ['2016-02', '2016-02-01', '2016-02-29', 'month'], ['2015-10-01/2017-09-30', '2015-10-01', '2017-09-30', 'other'],
])('%s runs from %s to %s', (period, from, until, length) => {
  expect(spanOf(period)).toEqual({ from, until, length })
})

test.each(['2025-Q3 (part)', '', '2016-13', '2016-00', '2016-2017', '2017-09-30/2015-10-01', 'FY2016-05', 'last year'])('%j is no whole period', (period) => {
  expect(spanOf(period)).toBeUndefined()
})
