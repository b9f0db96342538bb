import { describe, expect, test } from 'vitest'
import { shippedBook } from '../law/shipped-book.ts'
import { bookWhere, contextOf, day, given, heldBook, openBook, opened, somali, today, type TriedCase } from './case-for-tests.ts'
import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { anyState, opensSomething } from './opens-something.ts'

const shipped = shippedBook()
const somalia = [{ destination: 'SO' }]
const order: Command = { kind: 'record-order', orderId: 'o1', orderKind: 'departure-order', on: day('2026-02-01'), source: 'order' }
const inSight = given([opened, somali, order])
let count = 0
const fact = (code: string, value: 'yes' | 'no' | 'unknown', more: { readonly destination?: string; readonly on?: typeof today } = {}): Command => ({ kind: 'record-fact', factId: `f${++count}`, fact: code, value, on: today, source: 'file', ...more })

function after(command: Command, { state }: TriedCase): CaseState {
  const done = decide(command, state, contextOf(state, { book: shipped }))
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value.events.reduce<CaseState | undefined>(evolve, state) as CaseState
}

const openings = (command: Command, tried: TriedCase = inSight, places = somalia, book = shipped) => opensSomething(tried.state, after(command, tried), { places, today, book })

describe('what is to be recorded opens something', () => {
  test('when a rule that held for want of knowledge holds no longer, whatever else still holds the step', () => {
    const [opening] = openings(fact('court-stay-ordered', 'no'))
    expect(opening).toMatchObject({ destination: 'SO', on: today, open: [] })
    expect(opening?.lost.map(({ gate }) => gate)).toContain('court-stay')
    expect(opening?.steps).toContain('departure')
  })

  test('when it settles a conflict of records', () => {
    const first = given([fact('court-stay-ordered', 'no')], inSight)
    const conflicting = given([fact('court-stay-ordered', 'yes')], first)
    const correction: Command = { kind: 'correct-fact', factId: 'c1', corrects: `f${count}`, value: 'no', on: day('2026-05-31'), source: 'file' }
    expect(openings(correction, conflicting).length).toBe(1)
  })

  test('when it is a nationality, or a finding that clears a risk', () => {
    const bare = given([opened, order])
    expect(openings(somali, bare).length).toBe(1)
    expect(openings({ kind: 'record-risk', riskId: 'r1', destination: 'SO', finding: 'no-substantial-risk', reasons: 'sample', on: today }).length).toBe(1)
  })

  test('for every state, where no state is in sight yet', () => {
    const bare = given([opened, order])
    expect(openings(fact('court-stay-ordered', 'no'), bare, [])).toMatchObject([{ destination: anyState }])
  })
})

describe('what is to be recorded opens nothing', () => {
  test.each(['yes', 'unknown'] as const)('when it holds more than before, or as much: a stay by a court, %s', (value) => {
    expect(openings(fact('court-stay-ordered', value))).toEqual([])
  })

  test('when no gate reads it', () => {
    expect(openings({ kind: 'travel-with', group: 'family-1' })).toEqual([])
    expect(openings({ kind: 'record-availability', available: true, on: today, source: 'call' }).flatMap(({ lost }) => lost)).toEqual([])
  })

  test('when everything is held for good, or nothing is held at all', () => {
    for (const book of [heldBook, openBook]) expect(openings(fact('court-stay-ordered', 'no'), inSight, somalia, book)).toEqual([])
  })

  test('when it opens in one state and another is asked about', () => {
    const clears: Command = { kind: 'record-risk', riskId: 'r1', destination: 'KE', finding: 'no-substantial-risk', reasons: 'sample', on: today }
    expect(openings(clears)).toEqual([])
    expect(openings(clears, inSight, [{ destination: 'KE' }]).length).toBe(1)
  })
})

test('a step is said to be open when nothing else holds it', () => {
  const [opening] = openings(fact('court-stay-ordered', 'no'), inSight, somalia, bookWhere({ fact: 'court-stay-ordered' }, 'held until no court is known to have stayed'))
  expect(opening?.open).toContain('request')
})

test('what opens only later, because it begins a period, opens something too, and the day is said', () => {
  const code = 'policy-old-no-30-days'
  const book = { ...bookWhere({ no: { passed: code, since: 'court-stay-ordered' } }, 'held until thirty days have passed'), periods: shipped.periods.filter((period) => period.code === code) }
  expect(openings(fact('court-stay-ordered', 'yes'), inSight, somalia, book)).toMatchObject([{ on: '2026-07-31' }])
})
