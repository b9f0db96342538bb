import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { measureOf, readDecision, readNext, standingOfMeasure, type EngagementEvent, type TypedEngagement } from './engagement.ts'

const day = (text: string) => text as PlainDate
const today = day('2026-03-02')
const typed: TypedEngagement = { on: '2026-03-01', rung: 'demarche', what: 'Note to the embassy', legalBasis: 'Sample Act, s. 1', decidedBy: 'Sample directorate', startsOn: '2026-03-10', reviewBy: '2026-06-01', sunsetOn: '2026-09-01', source: 'file 1' }
const evidence = 'a'.repeat(64)
const decide = (change: TypedEngagement = {}) => readDecision({ ...typed, ...change }, evidence, today)
const decided = (): EngagementEvent => {
  const result = decide()
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const then = (events: readonly EngagementEvent[], next: TypedEngagement, on = today) => readNext(events, { source: 'file 2', says: 'Said', ...next }, on)
const after = (...nexts: readonly TypedEngagement[]) => nexts.reduce<readonly EngagementEvent[]>((events, next) => {
  const result = then(events, next, day('2026-12-31'))
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return [...events, result.value]
}, [decided()])

test('a measure is decided, started, replied to, reviewed and ended', () => {
  const events = after({ kind: 'started', on: '2026-03-10' }, { kind: 'replied', on: '2026-04-01' }, { kind: 'reviewed', on: '2026-06-01', reviewBy: '2026-10-01', sunsetOn: '2026-12-01' }, { kind: 'ended', on: '2026-10-15' })
  const measure = measureOf(events)
  expect(measure).toMatchObject({ evidence, startedOn: '2026-03-10', repliedOn: '2026-04-01', reviewedOn: '2026-06-01', reviewBy: '2026-10-01', sunsetOn: '2026-12-01', endedOn: '2026-10-15', version: 5 })
  expect([standingOfMeasure(measure, day('2026-10-14')), standingOfMeasure(measure, day('2026-10-15'))]).toEqual(['in-force', 'ended'])
})

test('past its sunset a measure is over, though nobody recorded its end', () => {
  const measure = measureOf(after({ kind: 'started', on: '2026-03-10' }))
  expect([standingOfMeasure(measure, day('2026-03-09')), standingOfMeasure(measure, day('2026-09-01')), standingOfMeasure(measure, day('2026-09-02'))]).toEqual(['decided', 'in-force', 'lapsed'])
})

test('only a review moves the sunset', () => {
  const measure = measureOf(after({ kind: 'started', on: '2026-03-10', sunsetOn: '2030-01-01' }, { kind: 'replied', on: '2026-04-01', sunsetOn: '2030-01-01' }))
  expect(measure.sunsetOn).toBe('2026-09-01')
})

test.each<[TypedEngagement, string, string]>([
  [{ legalBasis: '' }, 'legalBasis', 'missing'], [{ sunsetOn: '' }, 'sunsetOn', 'missing'], [{ decidedBy: '' }, 'decidedBy', 'missing'], [{ reviewBy: '' }, 'reviewBy', 'missing'], [{ rung: 'war' }, 'rung', 'not-listed'],
  [{ sunsetOn: '2026-03-10' }, 'sunsetOn', 'not-after-start'], [{ reviewBy: '2026-09-01' }, 'reviewBy', 'not-before-sunset'], [{ on: '2026-03-03' }, 'on', 'in-future'], [{ startsOn: 'soon' }, 'startsOn', 'not-a-day'], [{ what: 'x'.repeat(2001) }, 'what', 'too-long'],
])('a decision with %j is not taken', (change, field, code) => {
  const result = decide(change)
  expect(result.ok ? [] : result.refusal).toContainEqual({ field, code })
})

test.each<[string, readonly TypedEngagement[], TypedEngagement, string, string]>([
  ['after its end', [{ kind: 'ended', on: '2026-03-05' }], { kind: 'replied', on: '2026-03-06' }, 'kind', 'over'],
  ['a second start', [{ kind: 'started', on: '2026-03-10' }], { kind: 'started', on: '2026-03-11' }, 'kind', 'started-already'],
  ['a review of what has not begun', [], { kind: 'reviewed', on: '2026-06-01', reviewBy: '2026-07-01', sunsetOn: '2026-09-01' }, 'kind', 'not-started'],
  ['before what happened last', [{ kind: 'started', on: '2026-03-10' }], { kind: 'replied', on: '2026-03-09' }, 'on', 'before-last'],
  ['a second decision', [], { kind: 'decided', on: '2026-03-10' }, 'kind', 'not-listed'],
  ['a review without a next one', [{ kind: 'started', on: '2026-03-10' }], { kind: 'reviewed', on: '2026-06-01', sunsetOn: '2026-09-01' }, 'reviewBy', 'missing'],
  ['an end without a reason', [], { kind: 'ended', on: '2026-03-05', says: '' }, 'says', 'missing'],
])('%s is not taken', (_, before, next, field, code) => {
  const result = then(after(...before), next, day('2026-12-31'))
  expect(result.ok ? [] : result.refusal).toContainEqual({ field, code })
})
