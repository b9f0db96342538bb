import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import { factDefinition, facts, isFactCode, type FactCode } from '../law/facts.ts'
import type { Rule } from '../law/rule.ts'
import { decideStep, gatesOf } from './decide-step.ts'
import { writeDecision } from './decision.ts'
import type { Reading } from './fact-record.ts'
import { askGate, type Gate } from './gate.ts'

const codes = Object.keys(facts).filter(isFactCode)
const person = codes.find((code) => factDefinition(code).about === 'person') as FactCode
const there = codes.find((code) => factDefinition(code).about === 'destination') as FactCode
const day = '2026-06-01' as PlainDate
const yes: Reading = { value: 'yes', on: '2026-01-01' as PlainDate }

const everywhere: Rule = { code: 'everywhere', jurisdiction: 'CA', authority: 'statute', provisions: ['p'], text: 'verified', inForce: {}, reach: 'everywhere', when: { fact: person }, except: [], until: [] }
const here: Rule = { ...everywhere, code: 'here', reach: 'destination', when: { fact: there } }
const book: LawBook = { digest: 'd', provisions: [], rules: [everywhere, here], periods: [], questions: [], instruments: [], lists: [] }
const gate = (code: string, rule: string, fact: FactCode): Gate => ({ code, jurisdictions: ['CA'], steps: ['request'], rules: [rule], facts: [fact] })
const gates = [gate('first', 'everywhere', person), gate('second', 'here', there)]

function answer(readings: Readonly<Record<string, Reading | undefined>>, asked = gates, law = book) {
  return decideStep({ jurisdiction: 'CA', step: 'request', day, book: law, read: (fact) => readings[fact] ?? { value: 'no' } }, asked)
}

test('a step is open only when every gate of it is', () => {
  expect(answer({}).state).toBe('open')
  expect(answer({ [person]: yes }).state).toBe('held-everywhere')
  expect(answer({ [there]: yes }).state).toBe('held-here')
  expect(answer({ [person]: yes, [there]: yes }).state).toBe('held-everywhere')
})

test('a step that no gate was asked about is held', () => {
  expect(answer({}, []).state).toBe('held-everywhere')
  expect(gatesOf('US', 'request', gates)).toEqual([])
  expect(gatesOf('CA', 'booking', gates)).toEqual([])
})

test('a contradiction closes and alarms, whatever the rest says; about one destination it closes that one', () => {
  const onPerson = answer({ [person]: { value: 'conflict' } })
  expect(onPerson).toMatchObject({ state: 'held-everywhere', alarms: ['first'] })
  expect(onPerson.gates[0]?.holds[0]).toMatchObject({ reason: 'conflict', unsettled: [person] })
  expect(answer({ [there]: { value: 'conflict' } })).toMatchObject({ state: 'held-here', alarms: ['second'] })
})

test('a hold alarms nobody while its records agree', () => {
  expect(answer({ [person]: yes, [there]: { value: 'unknown' } }).alarms).toEqual([])
})

test('a contradiction about a destination and one about the person close every destination', () => {
  const both: Gate = { ...gate('both', 'here', there), facts: [there, person] }
  expect(answer({ [there]: { value: 'conflict' } }, [both]).state).toBe('held-here')
  expect(answer({ [person]: { value: 'conflict' } }, [both]).state).toBe('held-everywhere')
  expect(answer({ [there]: { value: 'conflict' }, [person]: { value: 'conflict' } }, [both]).state).toBe('held-everywhere')
})

test('a gate whose rule is not in force, or in force twice, is held and alarms', () => {
  const ended = { ...everywhere, inForce: { to: '2026-05-31' as PlainDate } }
  expect(answer({}, gates, { ...book, rules: [ended, here] })).toMatchObject({ state: 'held-everywhere', alarms: ['first'] })
  expect(answer({}, gates, { ...book, rules: [everywhere, everywhere, here] })).toMatchObject({ alarms: ['first'], gates: [{ holds: [{ reason: 'two-rules' }] }, {}] })
  expect(answer({}, gates, { ...book, rules: [ended, { ...everywhere, inForce: { from: '2026-06-01' as PlainDate } }, here] }).state).toBe('open')
})

test('a factor to weigh is shown and holds nothing', () => {
  const weighing: Gate = { code: 'g', jurisdictions: ['CA'], steps: ['request'], rules: [], weighs: ['everywhere'], facts: [person] }
  const asked = askGate(weighing, { read: () => yes, day, book })
  expect(asked.holds).toEqual([])
  expect(asked.weighed).toMatchObject([{ rule: 'everywhere', reason: 'so' }])
})

test('an answer says what every fact was that some gate reads, in one order', () => {
  expect(answer({ [there]: yes }).readings.map(([fact]) => fact)).toEqual([person, there].sort())
})

test('the same answer is the same bytes, and another day, version, law, place or answer is not', () => {
  const subject = { caseId: 'c', caseVersion: 3, jurisdiction: 'CA', step: 'request', destination: 'SO', day, lawDigest: 'd' } as const
  const first = writeDecision(subject, answer({}))
  expect(writeDecision({ ...subject }, answer({}))).toEqual(first)
  const others = [
    writeDecision({ ...subject, day: '2026-06-02' as PlainDate }, answer({})), writeDecision({ ...subject, caseVersion: 4 }, answer({})), writeDecision({ ...subject, lawDigest: 'e' }, answer({})),
    writeDecision({ ...subject, place: 'Mogadishu' }, answer({})), writeDecision(subject, answer({ [there]: yes })),
  ]
  expect(new Set([first, ...others].map((one) => one.digest)).size).toBe(6)
})

test('a decision names every gate that was asked, says what held, and lists no fact that was unknown', () => {
  const subject = { caseId: 'c', caseVersion: 3, jurisdiction: 'CA', step: 'request', destination: 'SO', day, lawDigest: 'd' } as const
  const written = JSON.parse(writeDecision(subject, answer({ [person]: { value: 'unknown' }, [there]: yes })).bytes) as Record<string, unknown>
  expect(written).toMatchObject({ caseVersion: 3, law: 'd', asked: ['first', 'second'], state: 'held-everywhere', gates: [{ gate: 'first', holds: [{ reason: 'may-be-so', unsettled: [person] }] }, { gate: 'second' }], readings: [[there, yes]] })
  expect(JSON.parse(writeDecision(subject, answer({})).bytes)).toMatchObject({ asked: ['first', 'second'], gates: [], state: 'open' })
})
