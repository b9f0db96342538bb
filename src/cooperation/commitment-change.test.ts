import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { readChange, type TypedChange } from './commitment-change.ts'

const today = '2026-03-02' as PlainDate
const typed: TypedChange = { how: 'withdrawn', changedOn: '2026-03-01', changeSource: 'Sample release' }

test('a change says how, since when, and where that stands', () => {
  expect(readChange(typed, today)).toEqual({ ok: true, value: { how: 'withdrawn', on: '2026-03-01', source: 'Sample release' } })
})

test.each<[Partial<TypedChange>, string, string]>([
  [{ how: '' }, 'how', 'missing'], [{ how: 'forgotten' }, 'how', 'not-listed'], [{ changedOn: '' }, 'changedOn', 'missing'], [{ changedOn: '2026-02-30' }, 'changedOn', 'not-a-day'], [{ changedOn: '2026-03-03' }, 'changedOn', 'in-future'],
  [{ changeSource: '' }, 'changeSource', 'missing'], [{ changeSource: 'x'.repeat(501) }, 'changeSource', 'too-long'],
])('a change with %j is not kept', (change, field, code) => {
  const read = readChange({ ...typed, ...change }, today)
  expect(read.ok ? [] : read.refusal).toEqual([{ field, code }])
})
