import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { rulesInForce, type LawBook } from './book.ts'
import { faultsOfBook } from './check-book.ts'
import { checkLawUpdate } from './check-law-update.ts'
import { applyUpdate, type LawUpdate } from './law-update.ts'
import { parseLawUpdate } from './parse-law-update.ts'
import type { Condition, Rule } from './rule.ts'
import { shippedBook } from './shipped-book.ts'

const book = shippedBook()
const day = (text: string) => text as PlainDate

function update(change: Partial<Pick<LawUpdate, 'add' | 'replace' | 'source'>>): LawUpdate {
  return { format: 'comity-law-update/1', title: { en: 'A change', fr: 'Une modification' }, source: 'Official text, read for this test', add: {}, replace: {}, ...change }
}

function faultsOf(change: Parameters<typeof update>[0], before: LawBook = book): readonly string[] {
  const checked = checkLawUpdate(before, update(change))
  return checked.ok ? [] : checked.refusal.faults.map(({ code }) => code)
}

function entryOf<Entry extends { readonly code: string }>(entries: readonly Entry[], code: string): Entry {
  return entries.find((one) => one.code === code) as Entry
}

const wait = entryOf(book.rules, 'us-administrative-order-14-days')
const fourteen = entryOf(book.periods, 'us-administrative-order-14-days')
const amended = { replace: { rules: [{ ...wait, inForce: { to: day('2027-06-30') } }] }, add: { periods: [{ ...fourteen, code: 'us-administrative-order-21-days', length: 21 }], rules: [{ ...wait, inForce: { from: day('2027-07-01') }, until: [] }] } }

test('an amendment ends a version and begins the next on the day after; earlier days keep the old one', () => {
  const checked = checkLawUpdate(book, update(amended))
  expect(checked.ok && rulesInForce(checked.value, wait.code, day('2027-06-30'))).toMatchObject([{ until: wait.until }])
  expect(checked.ok && rulesInForce(checked.value, wait.code, day('2027-07-01'))).toMatchObject([{ until: [] }])
  expect(rulesInForce(book, wait.code, day('2027-07-01'))).toEqual([wait])
})

test('another content has another digest, and the order of approval gives the same book again', () => {
  const next = applyUpdate(book, update(amended))
  expect(next.digest).not.toBe(book.digest)
  expect(applyUpdate(book, update(amended)).digest).toBe(next.digest)
})

test('a designation is ended by its day as two people read it', () => {
  const haiti = entryOf(book.instruments, 'us-tps-ht')
  expect(faultsOf({ replace: { instruments: [{ ...haiti, endsOn: { day: day('2026-07-27'), text: 'verified' } }] } })).toEqual([])
})

test.each<[string, Parameters<typeof update>[0], string]>([
  ['ends a rule and puts nothing in its place', { replace: { rules: [{ ...wait, inForce: { to: day('2027-06-30') } }] } }, 'ends-without-successor'],
  ['leaves a day without a rule', { ...amended, add: { rules: [{ ...wait, inForce: { from: day('2027-07-02') } }] } }, 'versions-leave-a-gap'],
  ['puts two versions on one day', { ...amended, add: { rules: [{ ...wait, inForce: { from: day('2027-06-30') } }] } }, 'versions-overlap'],
  ['begins a version without ending the one before', { add: { rules: [{ ...wait, inForce: { from: day('2027-07-01') } }] } }, 'versions-overlap'],
  ['ends a version before it starts', { add: { rules: [{ ...wait, code: 'new', inForce: { from: day('2027-07-01'), to: day('2027-06-01') } }] } }, 'ends-before-it-starts'],
  ['replaces what is not there', { replace: { periods: [{ ...fourteen, code: 'none' }] } }, 'replaces-nothing'],
  ['adds what is there', { add: { periods: [fourteen] } }, 'adds-what-is-there'],
  ['replaces one thing twice', { replace: { periods: [{ ...fourteen, length: 15 }, { ...fourteen, length: 16 }] } }, 'named-twice'],
  ['adds one thing twice', { add: { periods: [{ ...fourteen, code: 'new' }, { ...fourteen, code: 'new' }] } }, 'named-twice'],
  ['cites a provision that is not there', { replace: { rules: [{ ...wait, provisions: ['none'] }] } }, 'names-nothing'],
  ['opens under a provision that is not there', { replace: { rules: [{ ...wait, except: [{ code: 'o', provision: 'none', text: 'verified', condition: { always: true } }] }] } }, 'names-nothing'],
  ['counts a period of a provision that is not there', { replace: { periods: [{ ...fourteen, provision: 'none' }] } }, 'names-nothing'],
  ['asks a question of a provision that is not there', { add: { questions: [{ code: 'a', condition: { always: true }, provision: 'none' }] } }, 'names-nothing'],
  ['counts from a fact that is in no table', { replace: { rules: [ruleWhen({ fact: 'asylum-granted', notBefore: 'none' as 'asylum-granted' })] } }, 'names-nothing'],
  ['names a period that is not there', { replace: { rules: [ruleWhen({ passed: 'none', since: 'asylum-granted' })] } }, 'names-nothing'],
  ['names a question that is not there', { replace: { rules: [ruleWhen({ all: [{ question: 'none' }] })] } }, 'names-nothing'],
  ['asks about a fact that is in no table', { replace: { rules: [ruleWhen({ any: [{ no: { fact: 'none' as 'asylum-granted' } }] })] } }, 'names-nothing'],
  ['makes questions ask each other', { add: { questions: [{ code: 'a', condition: { question: 'b' }, provision: 'us-8cfr-1241-1' }, { code: 'b', condition: { question: 'a' }, provision: 'us-8cfr-1241-1' }] } }, 'questions-in-a-ring'],
  ['calls an opening read whose provision nobody read', { replace: { rules: [{ ...wait, except: [{ code: 'o', provision: 'us-8cfr-241-6', text: 'verified', condition: { always: true } }] }] } }, 'read-without-its-provision'],
  ['calls a rule read that rests on a provision nobody read', { replace: { rules: [{ ...wait, provisions: ['us-8usc-1228-b-3', 'us-8cfr-241-6'] }] } }, 'read-without-its-provision'],
  ['calls a period read whose provision nobody read', { replace: { periods: [{ ...fourteen, provision: 'us-8cfr-241-13' }] } }, 'read-without-its-provision'],
  ['ends a provision that a rule still cites', { replace: { provisions: [{ ...entryOf(book.provisions, 'us-8usc-1228-b-3'), inForce: { to: day('2027-01-01') } }] } }, 'cites-ended-provision'],
  ['ends a provision under which a rule opens', { add: { provisions: [{ ...entryOf(book.provisions, 'us-8usc-1228-b-3'), code: 'ended', inForce: { to: day('2027-01-01') } }], rules: [{ ...wait, code: 'new', except: [{ code: 'o', provision: 'ended', text: 'verified', condition: { always: true } }] }] } }, 'cites-ended-provision'],
  ['ends a provision a day before the rule that cites it', { add: { provisions: [{ ...entryOf(book.provisions, 'us-8usc-1228-b-3'), code: 'ended', inForce: { to: day('2027-01-01') } }], rules: [{ ...wait, code: 'new', provisions: ['ended'], inForce: { to: day('2027-01-02') } }, { ...wait, code: 'new', inForce: { from: day('2027-01-03') } }] } }, 'cites-ended-provision'],
  ['calls a policy law', { replace: { rules: [{ ...entryOf(book.rules, 'policy-recheck'), authority: 'statute' }] } }, 'policy-shown-as-law'],
  ['gives a rule to another country', { replace: { rules: [{ ...wait, jurisdiction: 'CA' }] } }, 'changes-whose-rule-it-is'],
  ['has a period of less than nothing', { replace: { periods: [{ ...fourteen, length: -1 }] } }, 'length-of-nothing'],
  ['says not where it was read', { ...amended, source: ' ' }, 'update-without-source'],
  ['says of an instrument not where it was read', { replace: { instruments: [{ ...entryOf(book.instruments, 'us-tps-ht'), source: '' }] } }, 'no-source'],
  ['says of a provision nothing but spaces where it was read', { replace: { provisions: [{ ...entryOf(book.provisions, 'us-8usc-1228-b-3'), source: '  ' }] } }, 'no-source'],
  ['wants a review before the check', { replace: { instruments: [{ ...entryOf(book.instruments, 'us-tps-ht'), reviewBy: day('2026-11-21') }] } }, 'review-before-check'],
  ['ends an instrument before it starts', { replace: { instruments: [{ ...entryOf(book.instruments, 'us-tps-ht'), startsOn: day('2026-12-01') }] } }, 'ends-before-it-starts'],
  ['brings a moratorium of the United States, which no gate asks about', { add: { instruments: [{ ...entryOf(book.instruments, 'us-tps-ht'), code: 'us-moratorium', kind: 'moratorium' }] } }, 'no-gate-asks'],
  ['brings a list of moratoria of the United States', { add: { lists: [{ kind: 'moratorium', jurisdiction: 'US', text: 'verified', source: 'read', checkedOn: day('2026-11-22'), reviewBy: day('2026-12-22') }] } }, 'no-gate-asks'],
  ['brings a designation of Canada, which no gate asks about', { add: { instruments: [{ ...entryOf(book.instruments, 'us-tps-ht'), code: 'ca-tps', jurisdiction: 'CA' }] } }, 'no-gate-asks'],
  ['changes nothing', {}, 'nothing-changes'],
  ['changes a thing into itself', { replace: { periods: [fourteen] } }, 'nothing-changes'],
])('a change is refused that %s', (_, change, fault) => {
  expect(faultsOf(change)).toContain(fault)
})

test('a version, a provision or an instrument of one day, and a review on the day of the check, are no fault', () => {
  const oneDay = { from: day('2027-07-01'), to: day('2027-07-01') }
  const rules = [{ ...wait, code: 'new', inForce: oneDay }, { ...wait, code: 'new', inForce: { from: day('2027-07-02') } }]
  expect(faultsOf({ add: { rules: rules.toReversed() } })).toEqual([])
  const haiti = entryOf(book.instruments, 'us-tps-ht')
  expect(faultsOf({ replace: { instruments: [{ ...haiti, startsOn: day('2026-07-27'), checkedOn: day('2026-11-23'), reviewBy: day('2026-11-23') }] } })).toEqual([])
  const provision = { ...entryOf(book.provisions, 'us-8usc-1228-b-3'), code: 'ended', inForce: { to: day('2027-07-01') } }
  expect(faultsOf({ add: { provisions: [provision], rules: [{ ...wait, code: 'new', provisions: ['ended'], inForce: oneDay }, { ...wait, code: 'new', inForce: { from: day('2027-07-02') } }] } })).toEqual([])
})

test.each<[string, Rule['inForce'], Rule['inForce']]>([
  ['neither of which begins or ends', {}, {}], ['of which the second has no beginning', { to: day('2027-06-30') }, {}], ['of which the second begins when the first ends', { to: day('2027-06-30') }, { from: day('2027-06-30') }],
])('two versions overlap %s', (_what, first, second) => {
  const faults = faultsOfBook({ ...book, rules: [{ ...wait, code: 'new', inForce: first }, { ...wait, code: 'new', inForce: second }] })
  expect(faults.filter(({ code }) => code.startsWith('versions'))).toEqual([{ code: 'versions-overlap', name: 'new' }])
})

test('questions may ask questions, and a period may end on the day it begins', () => {
  const provision = 'us-8cfr-1241-1'
  const questions = [{ code: 'a', condition: { question: 'b' }, provision }, { code: 'b', condition: { always: true }, provision }, { code: 'c', condition: { all: [{ question: 'a' }, { question: 'b' }] }, provision }] as const
  expect(faultsOf({ add: { questions, periods: [{ ...fourteen, code: 'none', length: 0 }] } })).toEqual([])
})

test('what was wrong before is not held against a change', () => {
  const broken = { ...book, rules: [...book.rules, { ...wait, code: 'broken', provisions: ['none'] }] }
  expect(faultsOf({ replace: { periods: [{ ...fourteen, length: 15 }] } }, broken)).toEqual([])
})

test('a change that was written as JSON is read as it was written', () => {
  const written = JSON.parse(JSON.stringify(update(amended))) as unknown
  expect(parseLawUpdate(written)).toEqual({ ok: true, value: update(amended) })
})

test('the whole shipped book could be written as one change', () => {
  const { digest: _, ...tables } = book
  expect(parseLawUpdate(JSON.parse(JSON.stringify(update({ replace: tables }))))).toMatchObject({ ok: true })
})

const written = (change: unknown) => ({ ...update({}), add: change })
const badDay = { ...wait, inForce: { from: '2027-02-30' } }

test.each<[unknown, string]>([
  [null, ''],
  [[], ''],
  [{ ...update({}), format: 'comity-law-update/2' }, 'format'],
  [{ ...update({}), approved: true }, 'approved'],
  [written(undefined), 'add'],
  [written({ laws: [] }), 'add.laws'],
  [written({ rules: {} }), 'add.rules'],
  [written({ rules: [badDay] }), 'add.rules[0].inForce.from'],
  [written({ rules: [{ ...wait, when: { fact: 'none' } }] }), 'add.rules[0].when.fact'],
  [written({ rules: [{ ...wait, when: { fact: 'toString' } }] }), 'add.rules[0].when.fact'],
  [written({ rules: [{ ...wait, when: {} }] }), 'add.rules[0].when'],
  [written({ rules: [{ ...wait, when: null }] }), 'add.rules[0].when'],
  [written({ rules: [{ ...wait, when: 'always' }] }), 'add.rules[0].when'],
  [written({ rules: [{ ...wait, when: { fact: 5 } }] }), 'add.rules[0].when.fact'],
  [written({ rules: [{ ...wait, inForce: { from: 20270101 } }] }), 'add.rules[0].inForce.from'],
  [written({ rules: [{ ...wait, code: '' }] }), 'add.rules[0].code'],
  [written({ rules: [null] }), 'add.rules[0]'],
  [written({ rules: [{ ...wait, when: { all: [{ no: { always: false } }] } }] }), 'add.rules[0].when.all[0].no.always'],
  [written({ rules: [{ ...wait, when: { fact: 'asylum-granted', notbefore: 'asylum-granted' } }] }), 'add.rules[0].when.notbefore'],
  [written({ rules: [{ ...wait, untill: [] }] }), 'add.rules[0].untill'],
  [written({ periods: [{ ...fourteen, length: '14' }] }), 'add.periods[0].length'],
  [written({ periods: [{ ...fourteen, text: 'sure' }] }), 'add.periods[0].text'],
  [written({ provisions: [{ ...entryOf(book.provisions, 'us-8usc-1228-b-3'), title: { en: 'Only English' } }] }), 'add.provisions[0].title.fr'],
])('what has not the form of a change is refused with the place: %j', (value, at) => {
  expect(parseLawUpdate(value)).toEqual({ ok: false, refusal: { code: 'law-update-unreadable', at } })
})

function ruleWhen(when: Condition): Rule {
  return { ...entryOf(book.rules, 'us-administrative-order-14-days'), when }
}
