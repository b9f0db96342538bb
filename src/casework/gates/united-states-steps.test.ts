// Whole steps under the law of the United States: what opens them all, and whom one fact stops where.
import { expect, test } from 'vitest'
import { facts, isFactCode, type FactCode } from '../../law/facts.ts'
import { everyStep } from '../../law/rule.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { decideStep } from '../decide-step.ts'
import type { FactRecord } from '../fact-record.ts'
import { readFact } from '../read-facts.ts'
import { today, type Known } from './ask-for-tests.ts'
import { unitedStatesGates } from './united-states.ts'

const codes = Object.keys(facts).filter(isFactCode)

/** Nothing stands in the way: the order is final and warranted, the country is the one in turn, and everything was looked up. */
const clear: Known = {
  'removal-order-made': '2026-03-02', 'judge-ordered-removal': '2026-03-02', 'appeal-waived': '2026-03-02', 'warrant-of-removal-issued': '2026-03-09',
  'destination-open-in-order': today, 'nationality-basis-recorded': '2026-03-02', 'mistreatment-risk-cleared': '2026-03-10',
  'voluntary-return-offered': '2026-03-10', 'voluntary-return-declined': '2026-03-11', 'file-rechecked': today,
}

function records(known: Known, destination?: string): readonly FactRecord[] {
  return codes.map((fact): FactRecord => {
    const since = known[fact]
    const value = since === undefined ? 'no' : since === 'unknown' ? 'unknown' : 'yes'
    const on = (since === undefined || since === 'unknown' ? today : since) as FactRecord['on']
    return { id: `${fact}/${destination ?? ''}`, fact, value, on, ...(destination === undefined ? {} : { destination }), source: 'file', recordedAt: `${today}T09:00:00.000Z` }
  })
}

function stateOf(step: (typeof everyStep)[number], destination: string, kept: readonly FactRecord[]): string {
  return decideStep({ jurisdiction: 'US', step, day: today, book: shippedBook(), read: (fact: FactCode) => readFact(kept, fact, destination, today) }).state
}

test.each(everyStep)('%s is open when everything that the law asks is recorded', (step) => {
  expect(stateOf(step, 'SO', records(clear))).toBe('open')
})

test.each(everyStep)('%s is held when nothing is recorded', (step) => {
  expect(stateOf(step, 'SO', [])).toBe('held-everywhere')
})

test.each([
  ['withholding-granted', everyStep], ['cat-withholding-granted', everyStep], ['cat-deferral-granted', everyStep], ['removal-there-stayed-by-court', everyStep],
  ['destination-not-named-in-order', everyStep], ['un-interim-measures-requested', ['booking', 'hand-over', 'departure']],
  ['packet-shows-asylum-records', ['contact', 'request', 'interview', 'document']], ['packet-shows-tps-records', ['contact', 'request', 'interview', 'document']],
] as const)('%s for one country holds that country and leaves another open', (fact, steps) => {
  const there: FactRecord = { id: 'there', fact, value: 'yes', on: '2026-04-01' as FactRecord['on'], destination: 'SO', source: 'decision', recordedAt: `${today}T10:00:00.000Z` }
  const kept = [...records(clear).filter((record) => record.fact !== fact), { ...there, id: 'elsewhere', value: 'no' as const, destination: 'KE' }, there]
  for (const step of steps) {
    expect(stateOf(step, 'SO', kept)).toBe('held-here')
    expect(stateOf(step, 'KE', kept)).toBe('open')
  }
})

test.each(['asylum-granted', 'tps-granted', 'tps-prima-facie', 'removal-stayed-by-court', 'victim-stay-granted', 'fear-stated-in-expedited-removal', 'protection-claim-made'] as const)('%s holds every country', (fact) => {
  expect(stateOf('departure', 'SO', records({ ...clear, [fact]: '2026-04-01' }))).toBe('held-everywhere')
  expect(stateOf('departure', 'KE', records({ ...clear, [fact]: '2026-04-01' }))).toBe('held-everywhere')
})

test('an imprisoned person’s request goes on, and only the hand-over and the departure wait', () => {
  const held = everyStep.filter((step) => stateOf(step, 'SO', records({ ...clear, 'serving-imprisonment': '2026-04-01' })) !== 'open')
  expect(held).toEqual(['hand-over', 'departure'])
})

test('every gate of the United States, of itself, lets an unrelated person pass or holds from the outset', () => {
  const outset = ['us-order-final', 'us-warrant', 'us-destination-order']
  const answer = decideStep({ jurisdiction: 'US', step: 'departure', day: today, book: shippedBook(), read: () => ({ value: 'no' }) }, unitedStatesGates)
  expect(answer.gates.filter(({ holds }) => holds.length > 0).map(({ gate }) => gate)).toEqual(outset)
})
