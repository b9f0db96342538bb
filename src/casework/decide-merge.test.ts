import { describe, expect, test } from 'vitest'
import { booked, day, departed, drafted, given, issued, opened, refusalOf, taken, today, withState, type TriedCase } from './case-for-tests.ts'
import type { CaseState } from './case-state.ts'
import type { Command, Context } from './command.ts'

const duplicateAs = (state: CaseState): Partial<Context> => ({ caseId: 'case-1', other: { caseId: 'case-2', state } })
const absorb: Command = { kind: 'absorb-case', on: today, reason: 'one person' }
const merge: Command = { kind: 'merge-into', on: today, reason: 'one person' }
const part = { kind: 'undo-absorption', on: today, reason: 'two people' } as const satisfies Command

describe('a duplicate is merged', () => {
  const refusal = (duplicate: TriedCase) => refusalOf(merge, duplicate, { caseId: 'case-2', other: { caseId: 'case-1', state: given([[absorb, duplicateAs(duplicate.state)]], given([opened])).state } })
  const answered = given([issued, taken], given(withState))
  const journey = given([booked], answered)

  test('when nothing of it is open: no request, and no journey', () => {
    expect(refusal(given([opened]))).toBeUndefined()
    expect(refusal(given([opened, drafted]))).toEqual({ code: 'still-open', requests: ['q1'], bookings: [] })
    expect(refusal(journey)).toEqual({ code: 'still-open', requests: [], bookings: ['b1'] })
    expect(refusal(given([{ ...drafted, requestId: 'q2' }], journey))).toEqual({ code: 'still-open', requests: ['q2'], bookings: ['b1'] })
  })

  test('when its journey was cancelled, or made', () => {
    const cancelled = given([{ kind: 'cancel-booking', bookingId: 'b1', on: today }], journey)
    expect(refusal(cancelled)).toBeUndefined()
    expect(refusal(given([departed], journey))).toBeUndefined()
    expect(refusal(given([{ ...booked, bookingId: 'b2' }], cancelled))).toEqual({ code: 'still-open', requests: [], bookings: ['b2'] })
    expect(refusal(given([departed, [{ kind: 'record-arrival', outcome: 'refused-on-arrival', on: day('2026-06-21'), source: 'report' }, { today: day('2026-06-21') }], { ...booked, bookingId: 'b2' }], journey))).toEqual({ code: 'still-open', requests: [], bookings: ['b2'] })
  })
})

describe('two cases part again', () => {
  const consent = (factId: string): Command => ({ kind: 'record-fact', factId, fact: 'consented-to-moratorium-place', value: 'yes', on: day('2026-05-01'), destination: 'SO', place: 'Sampletown', source: 'form' })
  const correct = (factId: string, more: Partial<Extract<Command, { kind: 'correct-fact' }>> = {}): Command => ({ kind: 'correct-fact', factId, corrects: 'g1', value: 'no', on: day('2026-05-02'), destination: 'KE', place: 'Exempleville', source: 'second look', ...more })
  const duplicate = given([opened, consent('g1'), consent('g2')])
  const survivor = given([[absorb, duplicateAs(duplicate.state)]], given([opened, consent('f1')]))
  const corrected = given([correct('c1')], survivor)
  const refusal = (from: TriedCase, theirs: TriedCase) => refusalOf(part, from, duplicateAs(theirs.state))

  test('when what was put right in the one was put right in the other just so', () => {
    expect(refusal(survivor, duplicate)).toBeUndefined()
    expect(refusal(corrected, duplicate)).toEqual({ code: 'correction-would-be-lost', factIds: ['c1'] })
    expect(refusal(corrected, given([correct('h1')], duplicate))).toBeUndefined()
  })

  test.each<[string, Parameters<typeof correct>[1]]>([
    ['of another record', { corrects: 'g2' }], ['to another value', { value: 'unknown' }], ['to another day', { on: day('2026-05-03') }],
    ['to another state', { destination: 'ET' }], ['to another place', { place: 'Sampleville' }],
  ])('but not when the other’s was %s', (_what, more) => {
    expect(refusal(corrected, given([correct('h1', more)], duplicate))).toEqual({ code: 'correction-would-be-lost', factIds: ['c1'] })
  })

  test('whatever was put right of the case that stays', () => {
    expect(refusal(given([correct('c1', { corrects: 'f1' })], survivor), duplicate)).toBeUndefined()
    expect(refusal(given([correct('c1', { corrects: 'f1' }), correct('c2', { corrects: 'g2' })], survivor), duplicate)).toEqual({ code: 'correction-would-be-lost', factIds: ['c2'] })
  })

  test('the one of several that was absorbed, and once', () => {
    const third = given([opened, consent('k1')])
    const asThird: Partial<Context> = { caseId: 'case-1', other: { caseId: 'case-3', state: third.state } }
    const both = given([[absorb, asThird]], corrected)
    expect(refusalOf(part, both, asThird)).toBeUndefined()
    const parted = given([[part, asThird]], both)
    expect(parted.state.absorbed).toEqual([{ caseId: 'case-2', version: 3 }, { caseId: 'case-3', version: 2, undoneOn: today }])
    expect(parted.state.facts.map(({ id }) => id)).toEqual(['f1', 'g1', 'g2', 'c1'])
    expect(refusalOf(part, parted, asThird)).toEqual({ code: 'not-absorbed', caseId: 'case-3' })
  })

  test('and each time that they are absorbed and part is kept', () => {
    const again = given([[part, duplicateAs(duplicate.state)], [absorb, duplicateAs(duplicate.state)]], survivor)
    expect(again.state.absorbed).toEqual([{ caseId: 'case-2', version: 3, undoneOn: today }, { caseId: 'case-2', version: 3 }])
    const later = given([[{ ...part, on: day('2026-06-02') }, { ...duplicateAs(duplicate.state), today: day('2026-06-02') }]], again)
    expect(later.state.absorbed.map(({ undoneOn }) => undoneOn)).toEqual([today, '2026-06-02'])
  })
})

test('the nationalities and risks that came with a case leave with it, and those that were there stay', () => {
  const nationality = (country: string): Command => ({ kind: 'record-nationality', country, basis: 'own-statement', on: today, source: 'interview' })
  const risk = (riskId: string): Command => ({ kind: 'record-risk', riskId, destination: 'SO', finding: 'substantial-risk', reasons: 'reports', on: today })
  const own = given([opened, nationality('SO'), risk('k1')])
  const duplicate = duplicateAs(given([opened, nationality('KE'), risk('k2')]).state)
  const told = ({ state }: TriedCase) => [state.nationalities.map(({ country }) => country), state.risks.map(({ riskId }) => riskId)]
  const absorbed = given([[absorb, duplicate]], own)
  expect(told(absorbed)).toEqual([['SO', 'KE'], ['k1', 'k2']])
  expect(told(given([[part, duplicate]], absorbed))).toEqual([['SO'], ['k1']])
})
