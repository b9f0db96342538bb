// What each gate of the United States and each policy holds, and what ends it: one row for each rule with a beginning.
import { describe, expect, test } from 'vitest'
import type { FactCode } from '../../law/facts.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import type { Gate } from '../gate.ts'
import { heldBy, holdsOf, type Known } from './ask-for-tests.ts'
import { policyGates } from './policies.ts'
import { unitedStatesGates } from './united-states.ts'

const gates: readonly Gate[] = [...unitedStatesGates, ...policyGates]
const beginning = '2026-05-10'
const [before, later] = ['2026-05-09', '2026-05-11']

type Row = {
  readonly rule: string
  readonly when: readonly FactCode[]
  /** Endings and exceptions whose text was read, by their facts. */
  readonly ends?: readonly (readonly FactCode[])[]
  /** Those that only hold from the beginning on; others, such as consent, may be older. */
  readonly dated?: boolean
  /** Whether an ending of the very day counts. */
  readonly sameDay?: boolean
  /** Described by others: shown, and ignored. */
  readonly ignored?: readonly (readonly FactCode[])[]
}

const rows: readonly Row[] = [
  { rule: 'us-own-citizen', when: ['recorded-as-own-citizen'] },
  { rule: 'us-order-undone', when: ['proceedings-reopened'], sameDay: false, ends: [['judge-ordered-removal'], ['ordered-removed-in-absentia'], ['administrative-order-issued'], ['expedited-order-made']] },
  { rule: 'us-order-undone', when: ['board-decided-otherwise'], ends: [['judge-ordered-removal'], ['ordered-removed-in-absentia'], ['administrative-order-issued'], ['expedited-order-made']] },
  { rule: 'us-order-undone', when: ['certified-decision-otherwise'], ends: [['judge-ordered-removal'], ['ordered-removed-in-absentia'], ['administrative-order-issued'], ['expedited-order-made']] },
  { rule: 'us-appeal-pending', when: ['appeal-to-board-filed'], ends: [['board-upheld-removal'], ['board-decided-otherwise', 'judge-ordered-removal'], ['appeal-rejected-as-late']], ignored: [['board-decided-otherwise']] },
  { rule: 'us-certification-pending', when: ['certified-to-board'], ends: [['certified-decision-ordering-removal']], ignored: [['certified-decision-otherwise']] },
  { rule: 'us-imprisoned', when: ['serving-imprisonment'], ends: [['early-removal-found-federal'], ['early-removal-requested-by-state']] },
  { rule: 'us-in-absentia-exceptional-circumstances', when: ['in-absentia-motion-exceptional-circumstances'], ends: [['in-absentia-motion-ruled-on'], ['in-absentia-motion-found-late']] },
  { rule: 'us-in-absentia-no-notice-or-custody', when: ['in-absentia-motion-no-notice-or-custody'], ends: [['in-absentia-motion-ruled-on']] },
  { rule: 'us-old-law-in-absentia', when: ['old-law-in-absentia-motion-filed'], ignored: [['old-law-in-absentia-motion-ruled-on']] },
  { rule: 'us-battered-person-motion', when: ['battered-person-motion-filed', 'battered-person-motion-shows-qualified'], ends: [['battered-person-motion-disposed']] },
  { rule: 'us-motion-stay', when: ['motion-stay-granted'], ignored: [['motion-stay-ended']] },
  { rule: 'us-court-stay', when: ['removal-stayed-by-court'], ends: [['stay-by-court-ended']] },
  { rule: 'us-court-stay-for-country', when: ['removal-there-stayed-by-court'], ends: [['stay-there-by-court-ended']] },
  { rule: 'us-agency-stay', when: ['agency-stay-granted'], ends: [['agency-stay-ended']] },
  { rule: 'us-withholding', when: ['withholding-granted'], ends: [['withholding-terminated']] },
  { rule: 'us-cat-withholding', when: ['cat-withholding-granted'], ends: [['cat-withholding-terminated']] },
  { rule: 'us-cat-deferral', when: ['cat-deferral-granted'], ignored: [['cat-deferral-terminated-after-hearing'], ['cat-deferral-terminated-on-request'], ['cat-assurances-found-reliable']] },
  { rule: 'us-asylum', when: ['asylum-granted'], ends: [['asylum-terminated']] },
  { rule: 'us-tps', when: ['tps-granted'], ends: [['tps-withdrawn'], ['tps-designation-ended']] },
  { rule: 'us-tps-prima-facie', when: ['tps-prima-facie'], ends: [['tps-application-decided']] },
  { rule: 'us-deferred-enforced-departure', when: ['deferred-enforced-departure-in-force', 'in-deferred-enforced-departure-class'] },
  { rule: 'us-victim-stay', when: ['victim-stay-granted'], ends: [['victim-application-approved'], ['victim-application-denied-finally']] },
  { rule: 'us-victim-status', when: ['victim-status-granted'] },
  { rule: 'us-victim-status', when: ['victim-application-approved'] },
  { rule: 'us-credible-fear', when: ['fear-stated-in-expedited-removal'], ends: [['credible-fear-negative-affirmed'], ['credible-fear-review-not-requested'], ['judge-ordered-removal'], ['ordered-removed-in-absentia']] },
  { rule: 'us-status-claimed-under-oath', when: ['status-claimed-under-oath'], ends: [['status-claim-rejected']] },
  { rule: 'us-reasonable-fear', when: ['reasonable-fear-stated'], ends: [['reasonable-fear-negative-upheld'], ['reasonable-fear-review-declined'], ['withholding-only-concluded']] },
  { rule: 'us-reinstatement', when: ['order-reinstated'] },
  { rule: 'us-third-country', when: ['destination-not-named-in-order'], ignored: [['third-country-policy-in-force', 'third-country-notice-served', 'no-fear-of-third-country-stated']] },
  { rule: 'us-disclosure-asylum', when: ['packet-shows-asylum-records'], ends: [['consent-to-asylum-disclosure']], dated: false },
  { rule: 'us-disclosure-victim', when: ['packet-shows-victim-relief'], ends: [['victim-relief-denied', 'victim-relief-appeals-exhausted'], ['battered-persons-all-adults', 'battered-persons-all-waived']], dated: false },
  { rule: 'us-disclosure-visa', when: ['packet-shows-visa-records'], ends: [['visa-records-release-authorised']], dated: false },
  { rule: 'us-disclosure-registration', when: ['packet-shows-registration-records'], ends: [['registration-records-recipient-designated']], dated: false },
  { rule: 'us-disclosure-legalisation', when: ['packet-shows-legalisation-records'], ends: [['legalisation-facts-known-otherwise']], dated: false },
  { rule: 'us-disclosure-tps', when: ['packet-shows-tps-records'] },
  { rule: 'policy-minor', when: ['person-is-minor'], ends: [['best-interests-found-compatible']], dated: false },
  { rule: 'policy-child-affected', when: ['child-affected'], ends: [['best-interests-found-compatible']], dated: false },
  { rule: 'policy-family-unity', when: ['family-separated'], ends: [['family-unity-decided']] },
  { rule: 'policy-pending-claim', when: ['protection-claim-made'], ends: [['protection-claim-rejected-finally'], ['protection-claim-withdrawn']] },
  { rule: 'policy-final-rejection', when: ['protection-claim-made'], ends: [['protection-claim-rejected-finally'], ['protection-claim-end-declared-final']] },
  { rule: 'policy-deferral-request', when: ['deferral-requested'], ends: [['deferral-refused'], ['deferral-ended']] },
  { rule: 'policy-interim-measures', when: ['un-interim-measures-requested'], ends: [['un-interim-measures-lifted'], ['un-interim-measures-answered']] },
]

const on = (facts: readonly FactCode[], day: string): Known => Object.fromEntries(facts.map((fact) => [fact, day]))

describe.each(rows)('$rule: $when', ({ rule, when, ends = [], dated = true, sameDay = true, ignored = [] }) => {
  const gate = gates.find((one) => one.rules.includes(rule)) as Gate
  const begun = on(when, beginning)

  test('holds since the day itself, and not when it is known not to be so', () => {
    expect(heldBy(gate, begun, beginning)).toEqual([rule])
    expect(heldBy(gate, {})).toEqual([])
  })

  test.each(when)('holds while nobody knows %s', (fact) => {
    expect(heldBy(gate, { ...begun, [fact]: 'unknown' })).toEqual([rule])
  })

  test('needs all of what begins it', () => {
    for (const fact of when) expect(heldBy(gate, on(when.filter((one) => one !== fact), beginning))).toEqual([])
  })

  test.each(ends)(`ends by %s, ${sameDay ? 'on the day itself and' : 'only'} later`, (...facts) => {
    expect(heldBy(gate, { ...begun, ...on(facts, beginning) })).toEqual(sameDay ? [] : [rule])
    expect(heldBy(gate, { ...begun, ...on(facts, later) })).toEqual([])
  })

  test.each(ends)('does not end by half of %s, by one of which nobody knows, nor by one in conflict', (...facts) => {
    for (const fact of facts) {
      const others = on(facts.filter((one) => one !== fact), later)
      for (const value of ['unknown', 'conflict'] as const) expect(heldBy(gate, { ...begun, ...others, [fact]: value })).toContain(rule)
      expect(heldBy(gate, { ...begun, ...others })).toContain(rule)
    }
  })

  test.each(dated ? ends : [])('an ending %s from before the beginning ends nothing', (...facts) => {
    expect(heldBy(gate, { ...begun, ...on(facts, before) })).toEqual([rule])
  })

  test.each(ignored)('%s is only described by others: shown and ignored', (...facts) => {
    const [hold] = holdsOf(gate, { ...begun, ...on(facts, later) })
    expect(hold?.rule).toBe(rule)
    expect(hold?.ignored).toHaveLength(1)
  })

  test.each(ignored)('and not even shown where %s came before the beginning', (...facts) => {
    const [hold] = holdsOf(gate, { ...begun, ...on(facts, before) })
    expect(hold?.ignored).toEqual([])
  })
})

test('every rule with a beginning has its row here, and every verified opening of it is tried', () => {
  const untried = shippedBook().rules
    .filter((rule) => gates.some((gate) => gate.rules.includes(rule.code)) && !elsewhere.includes(rule.code))
    .filter((rule) => {
      const tried = new Set(rows.filter((row) => row.rule === rule.code).flatMap(({ ends = [], ignored = [] }) => [...ends, ...ignored]).map(String))
      return !rows.some((row) => row.rule === rule.code) || tried.size < [...rule.except, ...rule.until].filter(({ code }) => !afterBoarding.includes(code)).length
    })
  expect(untried.map(({ code }) => code)).toEqual([])
})

// Tried in united-states-order.test.ts.
const afterBoarding = ['us-agency-stay-granted-after-boarding', 'us-agency-stay-communicated-after-boarding']

// Rules that hold from the outset or by a period: united-states-order.test.ts and policies.test.ts.
const elsewhere = [
  'us-order-final', 'us-appeal-time', 'us-warrant', 'us-administrative-order-14-days', 'us-voluntary-departure-before-conclusion', 'us-voluntary-departure-at-conclusion',
  'us-tps-before-registration', 'us-destination-order', 'policy-medical-fitness', 'policy-voluntary-return', 'policy-request-nationality', 'policy-nationality-basis', 'policy-mistreatment-risk', 'policy-recheck',
]

