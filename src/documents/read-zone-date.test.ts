import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { readBirth, readExpiry } from './read-zone-date.ts'

const readOn = '2026-11-22' as PlainDate

describe('a date of birth, read on 22 November 2026', () => {
  test.each([
    ['740812', '1974-08-12', '2074 has not come, 1874 is 152 years back'],
    ['261122', '2026-11-22', 'born today; 1926 is a hundred years back and possible too'],
    ['261123', '1926-11-23', 'tomorrow nobody is born yet'],
    ['011121', '2001-11-21', '1901 would be a day more than 125 years'],
  ])('%s can be %s: %s', (text, day) => {
    const reading = readBirth(text, readOn)
    expect(reading.kind === 'day' ? [reading.on] : reading.kind === 'two-days' ? reading.on : []).toContain(day)
  })

  test('741231 is one day', () => {
    expect(readBirth('741231', readOn)).toEqual({ kind: 'day', on: '1974-12-31' })
  })

  test('011122 is two days: 125 years back to the day is still possible', () => {
    expect(readBirth('011122', readOn)).toEqual({ kind: 'two-days', on: ['1901-11-22', '2001-11-22'] })
  })

  test('011121 is one day', () => {
    expect(readBirth('011121', readOn)).toEqual({ kind: 'day', on: '2001-11-21' })
  })

  test('29 February 00 is of 2000: 1900 had none', () => {
    expect(readBirth('000229', readOn)).toEqual({ kind: 'day', on: '2000-02-29' })
  })

  test('29 February 04 is of 2004: a person of 1904 would be 122, which is possible', () => {
    expect(readBirth('040229', readOn)).toEqual({ kind: 'two-days', on: ['1904-02-29', '2004-02-29'] })
  })

  test.each(['740230', '741301', '740001', '740100', '010229', '7A0101', '7<0101', '74<101', '<<0230', '<<1301', '<<<<32', '7413<<'])('%s is no day', (text) => {
    expect(readBirth(text, readOn)).toEqual({ kind: 'no-day' })
  })

  test('parts that are not known stay unknown', () => {
    expect(readBirth('<<<<<<', readOn)).toEqual({ kind: 'partly-unknown', parts: {} })
    expect(readBirth('74<<<<', readOn)).toEqual({ kind: 'partly-unknown', parts: { year: '74' } })
    expect(readBirth('7408<<', readOn)).toEqual({ kind: 'partly-unknown', parts: { year: '74', month: '08' } })
    expect(readBirth('<<0229', readOn)).toEqual({ kind: 'partly-unknown', parts: { month: '02', day: '29' } })
  })
})

describe('a date of expiry, read on 22 November 2026', () => {
  test.each([
    ['120415', '2012-04-15'], ['951012', '1995-10-12'], ['761121', '2076-11-21'], ['761123', '1976-11-23'], ['361122', '2036-11-22'],
  ])('%s is %s', (text, day) => {
    expect(readExpiry(text, readOn)).toEqual({ kind: 'day', on: day })
  })

  test('761122 lies fifty years before and fifty years after', () => {
    expect(readExpiry('761122', readOn)).toEqual({ kind: 'two-days', on: ['1976-11-22', '2076-11-22'] })
  })
})
