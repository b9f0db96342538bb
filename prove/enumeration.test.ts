// The enumeration itself is tried on small law books with one planted fault each: a proof that finds nothing must be able to find something.
import { describe, expect, test } from 'vitest'
import { facts, type FactCode } from '../src/law/facts.ts'
import { everyStep, type Condition, type Rule } from '../src/law/rule.ts'
import type { LawBook } from '../src/law/book.ts'
import { askGate, type Gate } from '../src/casework/gate.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../src/kernel/day.ts'
import { dayCells } from './enumeration/day-cells.ts'
import { examine } from './enumeration/examine.ts'
import { checkLists } from './enumeration/lists.ts'
import { spread } from './enumeration/numbers.ts'
import { checkDecideStep, checkStepState } from './enumeration/step-state.ts'
import { unitsOf } from './enumeration/unit.ts'

const today = '2026-11-22' as PlainDate

const rule: Rule = {
  code: 'sample', jurisdiction: 'CA', authority: 'regulation', provisions: [], text: 'verified', inForce: {}, reach: 'everywhere',
  when: { fact: 'prra-notified' },
  except: [],
  until: [
    { code: 'waived', provision: 'p', text: 'verified', condition: { fact: 'prra-waived-in-writing', notBefore: 'prra-notified' } },
    { code: 'no-application', provision: 'p', text: 'verified', condition: { all: [{ passed: 'sample-period', since: 'prra-notified' }, { no: { within: 'sample-period', since: 'prra-notified', happened: 'prra-application-received' } }] } },
    { code: 'rejected', provision: 'p', text: 'verified', condition: { fact: 'prra-rejected', notBefore: 'prra-notified' } },
  ],
}
const gate: Gate = {
  code: 'sample-gate', jurisdictions: ['CA'], steps: everyStep, rules: ['sample'],
  facts: ['prra-notified', 'prra-waived-in-writing', 'prra-application-received', 'prra-rejected'],
}

function bookOf(rules: readonly Rule[], more: Partial<LawBook> = {}): LawBook {
  return { digest: 'sample', provisions: [], rules, periods: [{ code: 'sample-period', length: 15, unit: 'days', provision: 'p', text: 'verified' }], questions: [], instruments: [], lists: [], ...more }
}

function faultsOf(changed: Partial<Rule>, more: Partial<LawBook> = {}, changedGate: Partial<Gate> = {}): string {
  const units = unitsOf({ ...gate, ...changedGate }, bookOf([{ ...rule, ...changed }], more), today)
  return units.flatMap((unit) => examine(unit, { draws: 2000, seed: 1, mostForParts: 20_000, mostAgain: 20_000 }).faults).join('\n')
}

test('a stay with a waiver, a lapse of 15 days and a refusal has no fault', () => {
  const found = examine(unitsOf(gate, bookOf([rule]), today)[0]!)
  expect(found.faults).toEqual([])
  expect(found.notes).toEqual([])
  expect(found.openers).toEqual(['prra-waived-in-writing (ends, protection, person)', 'prra-rejected (ends, protection, person)'])
  expect(found.combinations).toBeGreaterThan(4 ** 4)
  expect(found.open).toBeGreaterThan(0)
})

describe('a planted fault is found', () => {
  test('an ending that a fact opens which may only close', () => {
    expect(faultsOf({ until: [...rule.until, { code: 'planted', provision: 'p', text: 'verified', condition: { fact: 'prra-application-received' } }] })).toContain('yes to prra-application-received opens')
  })
  test('an ending that never opens, because another one always does', () => {
    expect(faultsOf({ until: [...rule.until, { code: 'planted', provision: 'p', text: 'verified', condition: { all: [{ fact: 'prra-rejected', notBefore: 'prra-notified' }, { fact: 'prra-waived-in-writing' }] } }] })).toContain('planted never opens by itself')
  })
  test('a fact that is listed and makes no difference', () => {
    expect(faultsOf({ until: rule.until.slice(0, 2) })).toContain('prra-rejected makes no difference by itself')
  })
  test('a hold for all destinations that only a fact about one of them makes', () => {
    expect(faultsOf({ when: { fact: 'withholding-granted' }, until: [] }, {}, { facts: ['withholding-granted'] })).toContain('held for all, although another destination would be open')
  })
  test('the same hold, for this destination only, is no fault', () => {
    expect(faultsOf({ when: { fact: 'withholding-granted' }, until: [], reach: 'destination' }, {}, { facts: ['withholding-granted'] })).toBe('')
  })
})

test('an ending that is not verified is noted and opens nothing', () => {
  const [waived, ...rest] = rule.until
  const found = examine(unitsOf(gate, bookOf([{ ...rule, until: [{ ...waived!, text: 'unverified' }, ...rest] }]), today)[0]!)
  expect(found.faults).toEqual([])
  expect(found.notes.join()).toContain('waived is not verified')
  expect(found.notes.join()).toContain('prra-waived-in-writing opens and holds nothing')
})

test('a period that nobody has read ends nothing, and nothing is within it but its first day', () => {
  const periods = [{ code: 'sample-period', length: 15, unit: 'days', provision: 'p', text: 'unverified' } as const]
  const found = examine(unitsOf(gate, bookOf([rule], { periods }), today)[0]!)
  expect(found.openers.join()).not.toContain('prra-notified')
  expect(found.faults.join()).toContain('no-application never opens by itself')
  expect(faultsOf({ until: [{ code: 'lapsed', provision: 'p', text: 'verified', condition: { passed: 'sample-period', since: 'prra-notified' } }] }, { periods }, { facts: ['prra-notified'] })).toContain('lapsed never opens by itself')
  const late = { ...rule, until: [{ code: 'late', provision: 'p', text: 'verified' as const, condition: { all: [{ fact: 'prra-waived-in-writing' }, { no: { within: 'sample-period', since: 'prra-notified', happened: 'prra-application-received' } }] } satisfies Condition }] }
  const days: Readonly<Record<string, string>> = { 'prra-notified': '2026-01-01', 'prra-waived-in-writing': '2026-01-02', 'prra-application-received': '2026-03-01' }
  const heldWith = (text: 'verified' | 'unverified') => askGate({ ...gate, facts: gate.facts.slice(0, 3) }, { day: today, book: bookOf([late], { periods: periods.map((one) => ({ ...one, text })) }), read: (fact) => ({ value: 'yes', on: days[fact] as PlainDate }) }).holds.length
  expect([heldWith('verified'), heldWith('unverified')]).toEqual([0, 1])
})

test('an instrument that nobody has read neither ends a hold nor denies its trigger', () => {
  expect(faultsOf({ when: { no: { fact: 'moratorium' } }, until: [], reach: 'destination' }, {}, { facts: ['moratorium'] })).not.toContain('unverified yes opens')
  expect(faultsOf({ when: { always: true }, until: [{ code: 'ended', provision: 'p', text: 'verified', condition: { fact: 'tps-designation-ended' } }] }, {}, { facts: ['tps-designation-ended'] })).toBe('')
})

test('a rule whose text is a draft holds whatever ends it', () => {
  const found = examine(unitsOf(gate, bookOf([{ ...rule, text: 'draft' }]), today)[0]!)
  expect(found.faults.filter((fault) => !fault.endsWith('makes no difference by itself'))).toEqual([])
  expect(found.openers).toEqual([])
})

test('a rule that ended holds everything afterwards', () => {
  const found = unitsOf(gate, bookOf([{ ...rule, inForce: { to: '2026-06-01' as PlainDate } }]), today).map((unit) => examine(unit))
  expect(found.flatMap(({ faults }) => faults)).toEqual([])
  expect(found.map(({ day, open }) => [day, open > 0])).toEqual([['2026-06-01', true], [today, false]])
})

test('a hold that stays although every value of the unknown would open it is printed', () => {
  const found = examine(unitsOf({ ...gate, facts: ['prra-notified', 'prra-rejected'] }, bookOf([{ ...rule, when: { fact: 'prra-notified' }, until: [
    { code: 'either-way', provision: 'p', text: 'verified', condition: { any: [{ fact: 'prra-rejected' }, { no: { fact: 'prra-rejected' } }] } },
  ] }]), today)[0]!)
  expect(found.heldTooLong.join()).toContain('held only because something is unknown')
})

test('a rule that began later holds everything before', () => {
  const units = unitsOf(gate, bookOf([{ ...rule, inForce: { from: '2012-08-15' as PlainDate } }]), today)
  expect(units.map(({ day }) => day).sort()).toEqual(['2012-08-14', today])
  const found = units.map((unit) => examine(unit))
  expect(found.flatMap(({ faults }) => faults)).toEqual([])
  expect(found.find(({ day }) => day !== today)?.open).toBe(0)
})

describe('a gate that is too large is split into its questions', () => {
  // Twelve facts that end the stay: 4 to the 12th times the days is more than ten million.
  const endings = (Object.keys(facts) as FactCode[]).filter((code) => facts[code].effect === 'ends' && facts[code].about === 'person' && !('computed' in facts[code])).slice(0, 12)
  const questions = [endings.slice(0, 4), endings.slice(4, 8), endings.slice(8)].map((some, place) => ({
    code: `sample-question-${place}`, provision: 'p', condition: { any: some.map((fact) => ({ fact, notBefore: 'removal-order-made' as const })) } satisfies Condition,
  }))
  const until = questions.map(({ code }) => ({ code: `${code}-ending`, provision: 'p', text: 'verified' as const, condition: { question: code } }))
  const big: Gate = { ...gate, facts: ['removal-order-made', ...endings] }
  const asking: Rule = { ...rule, when: { fact: 'removal-order-made' }, until }
  const effort = { draws: 2000, seed: 1, mostForParts: 20_000, mostAgain: 20_000 }

  test('one fact of each question stands for its answer', () => {
    const units = unitsOf(big, bookOf([asking], { questions }), today)
    expect(units.map(({ name, facts: some }) => [name, some.length])).toEqual([['sample-gate', 4], ...questions.map(({ code }) => [`question ${code}`, 5])])
    const found = units.map((unit) => examine(unit, effort))
    expect(found.flatMap(({ faults }) => faults)).toEqual([])
    expect(found[0]?.notes.join()).toContain('share removal-order-made;')
    expect(found[0]?.openers.join()).toContain(endings[11])
  })
  test('an ending inside a question by a fact that may only close is found', () => {
    const planted = questions.map((question, place) => (place === 0 ? { ...question, condition: { any: [question.condition, { fact: 'refugee-claim-opened' as const }] } } : question))
    const units = unitsOf({ ...big, facts: [...big.facts, 'refugee-claim-opened'] }, bookOf([asking], { questions: planted }), today)
    expect(examine(units[0]!, effort).faults.join()).toContain('yes to refugee-claim-opened opens through a question')
  })
  test('without questions, each of its endings is taken for one', () => {
    const whole: Rule = { ...asking, until: endings.map((fact) => ({ code: fact, provision: 'p', text: 'verified', condition: { fact, notBefore: 'removal-order-made' } })) }
    const units = unitsOf(big, bookOf([whole]), today)
    expect(units.map(({ kind }) => kind)).toEqual(['gate', ...endings.map(() => 'question')])
  })
})

test('a fact that is read and not listed, or listed and not read, is named', () => {
  expect(checkLists({ ...gate, facts: gate.facts.slice(1) }, bookOf([rule])).join()).toContain('reads prra-notified, which it does not list')
  expect(checkLists({ ...gate, facts: [...gate.facts, 'removal-order-made'] }, bookOf([rule])).join()).toContain('lists removal-order-made, which it does not read')
  expect(checkLists(gate, bookOf([])).join()).toContain('names the rule sample')
})

test('the days of three facts that are compared in a ring come out in every order that days can have, and in no other', () => {
  const ring = ([['prra-notified', 'prra-rejected'], ['prra-rejected', 'prra-waived-in-writing'], ['prra-waived-in-writing', 'prra-notified']] as const).map(([left, right]) => ({ left, right, after: 'nothing' as const }))
  // Weak orders of three things: 13 (OEIS A000670).
  expect(dayCells(['prra-notified', 'prra-rejected', 'prra-waived-in-writing'], ring, today)).toHaveLength(13)
})

test('the end of a period of a month is met on each day from which it ends today', () => {
  const period = { code: 'm', length: 1, unit: 'months', provision: 'p', text: 'verified' } as const
  const cells = dayCells(['prra-notified'], [{ left: 'prra-notified', right: 'today', after: period }], '2026-02-28' as PlainDate)
  expect(cells.map(({ daysAgo }) => dayFromNumber(dayNumber('2026-02-28' as PlainDate) - (daysAgo[0] ?? 0))).sort()).toEqual(['2026-01-26', '2026-01-27', '2026-01-31', '2026-02-01', '2026-02-28'])
})

test.each([1, 2, 7, 256, 1000, 4096])('a search over %i combinations leaves none out', (count) => {
  expect([...spread(count)].sort((one, other) => one - other)).toEqual(Array.from({ length: count }, (_, number) => number))
})

test('the answer of a step is the conjunction of its gates', () => {
  expect(checkStepState(8, 20_000).faults).toEqual([])
  expect(checkDecideStep().faults).toEqual([])
})
