import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import type { FactCode } from '../law/facts.ts'
import type { FactRecord } from './fact-record.ts'
import { authoritiesOf } from './outbound-authorities.ts'

const day = '2026-11-22' as PlainDate
let id = 0
const record = (fact: FactCode, value: FactRecord['value'] = 'yes', on = '2026-11-01', destination?: string): FactRecord =>
  ({ id: String((id += 1)), fact, value, on: on as PlainDate, ...(destination === undefined ? {} : { destination }), source: 'a sample', recordedAt: `${on}T09:00:00.000Z` })
const authorities = (jurisdiction: 'CA' | 'US', ...facts: readonly FactRecord[]) => authoritiesOf({ jurisdiction, facts }, 'BR', day)

test('without a record there is no authority', () => {
  expect(authorities('CA')).toEqual([])
  expect(authorities('US')).toEqual([])
})

test('each country has its own authority for prints and visas', () => {
  expect(authorities('CA', record('disclosure-authority-recorded', 'yes', '2026-11-01', 'BR'))).toEqual(['fingerprints', 'visa'])
  expect(authorities('US', record('registration-records-recipient-designated', 'yes', '2026-11-01', 'BR'))).toEqual(['fingerprints'])
  expect(authorities('US', record('visa-records-release-authorised', 'yes', '2026-11-01', 'BR'))).toEqual(['visa'])
})

test('an authority for another state, of a later day, unknown or ended is none', () => {
  expect(authorities('US', record('visa-records-release-authorised', 'yes', '2026-11-01', 'PE'))).toEqual([])
  expect(authorities('US', record('visa-records-release-authorised', 'yes', '2026-11-23', 'BR'))).toEqual([])
  expect(authorities('US', record('visa-records-release-authorised', 'unknown', '2026-11-01', 'BR'))).toEqual([])
  expect(authorities('US', record('visa-records-release-authorised', 'yes', '2026-11-01', 'BR'), record('visa-records-release-authorised', 'no', '2026-11-02', 'BR'))).toEqual([])
})

test('a best-interest decision stands until one against it follows, and only when it is known that none does', () => {
  const found = record('best-interests-found-compatible', 'yes', '2026-11-10', 'BR')
  expect(authorities('CA', found)).toEqual([])
  expect(authorities('CA', found, record('best-interests-found-against', 'no', '2026-11-11', 'BR'))).toEqual(['child'])
  expect(authorities('CA', found, record('best-interests-found-against', 'yes', '2026-11-09', 'BR'))).toEqual(['child'])
  expect(authorities('CA', found, record('best-interests-found-against', 'yes', '2026-11-11', 'BR'))).toEqual([])
  expect(authorities('CA', found, record('best-interests-found-against', 'yes', '2026-11-10', 'BR'))).toEqual([])
})
