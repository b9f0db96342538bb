import { expect, test } from 'vitest'
import { canadaFacts } from '../../law/canada/facts.ts'
import type { FactCode } from '../../law/facts.ts'
import type { Gate } from '../gate.ts'
import { heldBy, holdsOf, type Known } from './ask-for-tests.ts'
import { courtStay } from './court-stay.ts'
import { judicialDecision } from './judicial-decision.ts'
import { leaveApplication } from './leave-application.ts'
import { ministerStay } from './minister-stay.ts'
import { moratorium } from './moratorium.ts'
import { restrictedProtection } from './restricted-protection.ts'
import { sentence } from './sentence.ts'

type Row = readonly [gate: Gate, rule: string, begins: FactCode, ends: readonly FactCode[]]

/** Stays that one fact begins, and the endings and exceptions that count from then on. */
const rows: readonly Row[] = [
  [judicialDecision, 'ca-irpa-50-a', 'judicial-decision-contravened', ['charges-dropped-on-removal-agreed', 'summons-dropped-on-removal-agreed']],
  [sentence, 'ca-irpa-50-b', 'sentenced-to-imprisonment', ['sentence-completed']],
  [courtStay, 'ca-irpa-50-c-court', 'court-stay-ordered', ['court-stay-ended']],
  [courtStay, 'ca-irpa-50-c-iad', 'iad-stay-ordered', ['iad-stay-ended', 'iad-stay-cancelled-by-conviction']],
  [moratorium, 'ca-irpr-230', 'moratorium', ['consented-to-moratorium-place']],
  [leaveApplication, 'ca-irpr-231', 'leave-sought-on-rad-decision', [
    'leave-refused', 'judicial-review-refused', 'fca-appeal-time-ended-unused', 'scc-leave-time-ended-unused', 'scc-leave-refused', 'scc-appeal-lost-or-unused',
    'rad-decision-set-aside',
  ]],
  [ministerStay, 'ca-irpr-233', 'minister-stay-opinion', ['minister-stay-residence-decided']],
  [restrictedProtection, 'ca-irpa-114-1-b', 'restricted-protection-granted', ['restricted-protection-cancelled', 'restricted-protection-vacated']],
]

test.each(rows)('%o %s holds from the day itself, and while nobody knows', (gate, rule, begins) => {
  expect(heldBy(gate, {})).toEqual([])
  expect(heldBy(gate, { [begins]: '2026-05-10' }, '2026-05-10')).toEqual([rule])
  expect(heldBy(gate, { [begins]: 'unknown' })).toEqual([rule])
  expect(heldBy(gate, { [begins]: 'conflict' })).toContain(gate.code)
})

test.each(rows.flatMap(([gate, rule, begins, ends]) => ends.map((end) => [rule, end, gate, begins] as const)))('%s: %s ends it from that day on, but not when it is from before, or unknown', (rule, end, gate, begins) => {
  const begun: Known = { [begins]: '2026-05-10' }
  expect(heldBy(gate, { ...begun, [end]: '2026-05-10' }, '2026-05-10')).toEqual([])
  expect(heldBy(gate, { ...begun, [end]: '2026-06-01' })).toEqual([])
  expect(heldBy(gate, { ...begun, [end]: '2026-05-09' })).toEqual([rule])
  expect(heldBy(gate, { ...begun, [end]: 'unknown' })).toEqual([rule])
  expect(heldBy(gate, { [begins]: 'unknown', [end]: '2026-06-01' })).toEqual([rule])
})

test('release on parole ends no sentence here: the act that may say so was not read', () => {
  const [hold] = holdsOf(sentence, { 'sentenced-to-imprisonment': '2026-05-10', 'released-before-sentence-ended': '2026-08-01' })
  expect(hold?.ignored).toEqual(['ca-ccra-128-3'])
  expect(hold?.opensWhen).toEqual(['ca-irpa-50-b'])
  expect(holdsOf(sentence, { 'sentenced-to-imprisonment': '2026-05-10', 'released-before-sentence-ended': '2026-05-09' })[0]?.ignored).toEqual([])
})

test('a court’s stay and one by the Immigration Appeal Division hold by themselves', () => {
  expect(heldBy(courtStay, { 'court-stay-ordered': '2026-05-10', 'iad-stay-ordered': '2026-05-11', 'iad-stay-ended': '2026-06-01' })).toEqual(['ca-irpa-50-c-court'])
  expect(heldBy(courtStay, { 'court-stay-ordered': '2026-05-10', 'court-stay-ended': '2026-06-01', 'iad-stay-ordered': '2026-05-11' })).toEqual(['ca-irpa-50-c-iad'])
})

test.each([
  ['ca-irpr-230-3-a', 'inadmissible-security'],
  ['ca-irpr-230-3-b', 'inadmissible-rights-violations'],
  ['ca-irpr-230-3-b-1', 'inadmissible-sanctions'],
  ['ca-irpr-230-3-c', 'inadmissible-serious-criminality'],
  ['ca-irpr-230-3-c', 'inadmissible-criminality'],
  ['ca-irpr-230-3-c', 'inadmissible-transborder-criminality'],
  ['ca-irpr-230-3-d', 'inadmissible-organized-criminality'],
  ['ca-irpr-230-3-e', 'excluded-by-article-1f'],
] as const)('%s: a moratorium does not hold for %s, since whenever that is', (code, exception) => {
  expect(heldBy(moratorium, { moratorium: '2026-05-10', [exception]: '2020-01-01' })).toEqual([])
  expect(heldBy(moratorium, { moratorium: '2026-05-10', [exception]: 'unknown' })).toEqual(['ca-irpr-230'])
  expect(holdsOf(moratorium, { moratorium: '2026-05-10' })[0]?.opensWhen).toContain(code)
})

test('a moratorium, and restricted protection, hold for that destination only', () => {
  expect(holdsOf(moratorium, { moratorium: '2026-05-10' })[0]?.reach).toBe('destination')
  expect(holdsOf(restrictedProtection, { 'restricted-protection-granted': '2026-05-10' })[0]?.reach).toBe('destination')
})

const leave = { 'leave-sought-on-rad-decision': '2026-05-10' } as const

test('231(2), (4): an application that begins no stay takes nothing from the stay of one that was made in time', () => {
  const known: readonly string[] = Object.keys(canadaFacts)
  expect(known.filter((code) => /extension|designated-foreign/.test(code))).toEqual([])
  expect(holdsOf(leaveApplication, { 'leave-sought-on-rad-decision': '2026-05-10' })[0]).toMatchObject({ provisions: ['ca-irpr-231-1', 'ca-irpr-231-2', 'ca-irpr-231-4'] })
})

test.each(['order-for-serious-criminality', 'us-or-spm-resident-reported-on-entry'] as const)('231(3): there is no stay with %s', (exception) => {
  expect(heldBy(leaveApplication, { ...leave, [exception]: '2020-01-01' })).toEqual([])
  expect(heldBy(leaveApplication, { ...leave, [exception]: 'unknown' })).toEqual(['ca-irpr-231'])
})

test('231(1)(b): judicial review refused ends the stay only when no question was certified', () => {
  const refused = { ...leave, 'judicial-review-refused': '2026-06-01' } as const
  expect(heldBy(leaveApplication, { ...refused, 'question-certified': '2026-06-01' })).toEqual(['ca-irpr-231'])
  expect(heldBy(leaveApplication, { ...refused, 'question-certified': 'unknown' })).toEqual(['ca-irpr-231'])
  // A question in an earlier case says nothing about this one.
  expect(heldBy(leaveApplication, { ...refused, 'question-certified': '2026-05-09' })).toEqual([])
})

test('231(1)(c): with a certified question the stay lasts until the appeal is out of time or lost to the end', () => {
  const certified = { ...leave, 'judicial-review-refused': '2026-06-01', 'question-certified': '2026-06-01' } as const
  expect(heldBy(leaveApplication, { ...certified, 'fca-appeal-time-ended-unused': '2026-07-02' })).toEqual([])
  expect(heldBy(leaveApplication, { ...certified, 'scc-leave-time-ended-unused': '2026-10-02' })).toEqual([])
})

test('a new application for leave stays anew, whatever ended the last one', () => {
  expect(heldBy(leaveApplication, { 'leave-sought-on-rad-decision': '2026-09-01', 'leave-refused': '2026-08-01', 'rad-decision-set-aside': '2026-07-01' })).toEqual(['ca-irpr-231'])
})
