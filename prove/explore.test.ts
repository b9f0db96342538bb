// A part of `npm run prove:explore` for every day, and planted faults that it must find.
import { expect, test } from 'vitest'
import type { Command, Context } from '../src/casework/command.ts'
import type { CaseState } from '../src/casework/case-state.ts'
import { decide } from '../src/casework/decide.ts'
import { evolve } from '../src/casework/evolve.ts'
import type { CaseEvent } from '../src/casework/event.ts'
import { gatedSteps } from '../src/casework/event.ts'
import { runScenario, scenarios } from './explorer/scenarios.ts'
import { guarded } from './explorer/judge.ts'
import { realCode, type Code } from './explorer/ready-case.ts'

test.each(scenarios.map((scenario) => ({ scenario, name: `${scenario.jurisdiction}, ${scenario.name}` })))('$name: nobody leaves and nothing leaves without an open gate', ({ scenario }) => {
  const { seen, worlds } = runScenario(scenario, 2000)
  expect([...seen.faults]).toEqual([])
  expect(seen.emitted).toBeGreaterThan(0)
  expect(worlds).toBeGreaterThan(400)
})

test('the explorer and the code agree which events need a gate', () => {
  expect(guarded).toEqual(gatedSteps)
})

const corrections = scenarios.find(({ name }) => name.includes('three officers, corrections'))!
const faultsWith = (code: Code) => [...runScenario(corrections, 3000, code).seen.faults].join('\n')

/** Decides, but as if every fact recorded since the case was ready did not count. */
function blind(command: Command, state: CaseState | undefined, context: Context): ReturnType<typeof decide> {
  return decide(command, state && { ...state, facts: state.facts.filter(({ id }) => !id.includes('/')) }, context)
}

test('a decision that does not look at the newest facts is found', () => {
  expect(faultsWith({ ...realCode, decide: blind })).toContain('although court-stay-ordered is recorded and not ended')
})

test('a held step that happens all the same is found', () => {
  const careless: typeof decide = (command, state, context) => {
    const result = decide(command, state, context)
    if (result.ok || result.refusal.code !== 'gate-held' || command.kind !== 'depart') return result
    const event: CaseEvent = { kind: 'departed', bookingId: command.bookingId, destination: result.refusal.destination, on: command.on, decisionDigest: result.refusal.decision.digest }
    return { ok: true, value: { events: [event], decision: result.refusal.decision } }
  }
  expect(faultsWith({ ...realCode, decide: careless })).toContain('departed without an open decision')
})

test('a stale command that is done all the same is found', () => {
  const careless: typeof decide = (command, state, context) => decide(command, state, { ...context, version: state?.version ?? 0 })
  expect(faultsWith({ ...realCode, decide: careless })).toContain('of a case at version')
})

test('a fact that is forgotten is found', () => {
  const forgetful: typeof evolve = (state, event) => {
    const next = evolve(state, event)
    return event.kind === 'fact-recorded' && state && event.record.value === 'yes' && event.record.corrects === undefined ? { ...next, facts: state.facts } : next
  }
  expect(faultsWith({ ...realCode, evolve: forgetful })).toContain('although court-stay-ordered is recorded and not ended')
})
