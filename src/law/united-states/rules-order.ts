import type { Condition, Rule } from '../rule.ts'
import { opening, regulation, statute, unverifiedOpening } from './rule-kinds.ts'

// Both periods: the thirty days, and the ten that are in dispute. Whichever ends later decides. Whether an appeal came too late is for
// the Board to say, and that none came is looked up and recorded after the last day: a `no` of the week before does not say so.
const appealTimeOver: Condition = { all: [
  { passed: 'us-appeal-30-days', since: 'judge-ordered-removal' },
  { passed: 'us-appeal-10-days-disputed', since: 'judge-ordered-removal' },
] }

/** Can there be an order at all, is there one, is it final, and may it be carried out yet? */
export const orderRules: readonly Rule[] = [
  {
    ...statute, code: 'us-own-citizen', provisions: ['us-8usc-1101-a-3'], when: { fact: 'recorded-as-own-citizen' },
    note: { en: 'Opens when the nationality is settled and the record of it withdrawn.', fr: 'S’ouvre quand la nationalité est établie et sa consignation retirée.' },
  },
  {
    ...statute, code: 'us-order-final', provisions: ['us-8usc-1101-a-47-B', 'us-8cfr-1241-1'], when: { always: true },
    until: [
      opening('us-final-upheld', 'us-8usc-1101-a-47-B', { fact: 'board-upheld-removal', notBefore: 'judge-ordered-removal' }),
      opening('us-final-waived', 'us-8cfr-1241-1', { all: [{ fact: 'judge-ordered-removal' }, { fact: 'appeal-waived', notBefore: 'judge-ordered-removal' }] }),
      opening('us-final-time-over', 'us-8usc-1101-a-47-B', { all: [appealTimeOver, { fact: 'appeal-time-ended-unused', notBefore: 'judge-ordered-removal' }] }),
      opening('us-final-certified', 'us-8cfr-1241-1', { question: 'us-final-certified' }),
      opening('us-final-other-procedure', 'us-8cfr-1241-1', { question: 'us-final-other-procedure' }),
      unverifiedOpening('us-final-bond-missed', 'us-8cfr-1241-1-f-newer-wording', { fact: 'voluntary-departure-bond-missed' }),
    ],
    note: {
      en: 'Thirty days to appeal (8 CFR 1003.38). A rule of 6 February 2026 (RIN 1125-AB37) says ten for most decisions; a court vacated its core on 8 March 2026, and the outcome of the appeal is not known here. Comity counts both and waits for the later.',
      fr: 'Trente jours pour interjeter appel (8 CFR 1003.38). Une règle du 6 février 2026 (RIN 1125-AB37) en prévoit dix pour la plupart des décisions; un tribunal en a annulé l’essentiel le 8 mars 2026, et l’issue de l’appel n’est pas connue ici. Comity compte les deux délais et attend le plus long.',
    },
  },
  {
    // An order that was reopened, or that the Board did not uphold, is no order until a judge orders removal again.
    ...statute, code: 'us-order-undone', provisions: ['us-8usc-1229a-c-7', 'us-8cfr-1241-1'],
    when: { any: [{ fact: 'proceedings-reopened' }, { fact: 'board-decided-otherwise' }, { fact: 'certified-decision-otherwise' }] },
    until: [
      opening('us-undone-judge-ordered-again', 'us-8cfr-1241-1', afterAll('judge-ordered-removal')),
      opening('us-undone-in-absentia-again', 'us-8cfr-1241-1', afterAll('ordered-removed-in-absentia')),
      // An order of another procedure, made later, rests on nothing that was undone before.
      opening('us-undone-administrative-order-since', 'us-8usc-1228-b', afterAll('administrative-order-issued')),
      opening('us-undone-expedited-order-since', 'us-8usc-1225-b-1-C', afterAll('expedited-order-made')),
    ],
  },
  {
    // That the order is stayed in this time is only described by others, so it holds. What ends the time was read: the length of it, and
    // that an order is final once the appeal is waived (1241.1(b)) or the Board has affirmed it (1101(a)(47)(B)(i)).
    ...regulation, code: 'us-appeal-time', provisions: ['us-8cfr-1003-6-a', 'us-8cfr-1003-38', 'us-8cfr-1003-38-RIN-1125-AB37'], text: 'unverified', when: { fact: 'judge-ordered-removal' },
    except: [opening('us-appeal-time-waived', 'us-8cfr-1241-1', { fact: 'appeal-waived', notBefore: 'judge-ordered-removal' })],
    until: [
      opening('us-appeal-time-over', 'us-8cfr-1003-38', appealTimeOver),
      opening('us-appeal-time-upheld', 'us-8usc-1101-a-47-B', { fact: 'board-upheld-removal', notBefore: 'judge-ordered-removal' }),
    ],
    note: {
      en: 'The last day to appeal is in dispute: thirty days (8 CFR 1003.38), or ten under RIN 1125-AB37, whose core a court vacated on 8 March 2026. The order is held until the later of the two.',
      fr: 'Le dernier jour pour interjeter appel est contesté\u00a0: trente jours (8 CFR 1003.38), ou dix selon la règle RIN 1125-AB37, dont un tribunal a annulé l’essentiel le 8 mars 2026. L’ordonnance est suspendue jusqu’à la plus tardive des deux dates.',
    },
  },
  {
    ...regulation, code: 'us-appeal-pending', provisions: ['us-8cfr-1003-6-a'], text: 'unverified', when: { fact: 'appeal-to-board-filed' },
    until: [
      opening('us-appeal-upheld', 'us-8usc-1101-a-47-B', { fact: 'board-upheld-removal', notBefore: 'appeal-to-board-filed' }),
      opening('us-appeal-late', 'us-8cfr-1003-38', { fact: 'appeal-rejected-as-late', notBefore: 'appeal-to-board-filed' }),
      unverifiedOpening('us-appeal-decided-otherwise', 'us-8cfr-1003-6-a', { fact: 'board-decided-otherwise', notBefore: 'appeal-to-board-filed' }),
      // Finality is of "such order": an appeal that the Board decided is not one against the order that a judge made after it.
      opening('us-appeal-against-earlier-order', 'us-8usc-1101-a-47-B', { all: [
        { fact: 'board-decided-otherwise', notBefore: 'appeal-to-board-filed' }, { fact: 'judge-ordered-removal' }, { fact: 'judge-ordered-removal', notBefore: 'board-decided-otherwise' },
      ] }),
    ],
  },
  {
    ...regulation, code: 'us-certification-pending', provisions: ['us-8cfr-1003-6-a'], text: 'unverified', when: { fact: 'certified-to-board' },
    until: [
      opening('us-certification-ordered-removal', 'us-8cfr-1241-1', { fact: 'certified-decision-ordering-removal', notBefore: 'certified-to-board' }),
      unverifiedOpening('us-certification-decided-otherwise', 'us-8cfr-1003-6-a', { fact: 'certified-decision-otherwise', notBefore: 'certified-to-board' }),
    ],
  },
  {
    ...regulation, code: 'us-warrant', provisions: ['us-8cfr-241-2'], when: { always: true },
    until: [opening('us-warrant-issued', 'us-8cfr-241-2', { all: [
      { fact: 'removal-order-made' }, { fact: 'warrant-of-removal-issued', notBefore: 'removal-order-made' },
      { no: { fact: 'warrant-of-removal-cancelled', notBefore: 'warrant-of-removal-issued' } },
    ] })],
  },
  {
    ...statute, code: 'us-administrative-order-14-days', provisions: ['us-8usc-1228-b-3'], when: { fact: 'administrative-order-issued' },
    until: [
      opening('us-14-days-passed', 'us-8usc-1228-b-3', { passed: 'us-administrative-order-14-days', since: 'administrative-order-issued' }),
      opening('us-14-days-waived', 'us-8usc-1228-b-3', { fact: 'fourteen-days-waived', notBefore: 'administrative-order-issued' }),
    ],
  },
  {
    ...statute, code: 'us-imprisoned', provisions: ['us-8usc-1231-a-4-A'], when: { fact: 'serving-imprisonment' },
    except: [
      opening('us-early-removal-federal', 'us-8usc-1231-a-4-B-i', { fact: 'early-removal-found-federal', notBefore: 'serving-imprisonment' }),
      opening('us-early-removal-state', 'us-8usc-1231-a-4-B-ii', { fact: 'early-removal-requested-by-state', notBefore: 'serving-imprisonment' }),
    ],
  },
  {
    ...statute, code: 'us-voluntary-departure-before-conclusion', provisions: ['us-8usc-1229c-a-2-A'], when: { fact: 'voluntary-departure-granted-before-conclusion' },
    until: [
      opening('us-voluntary-departure-120-days-over', 'us-8usc-1229c-a-2-A', { passed: 'us-voluntary-departure-120-days', since: 'voluntary-departure-granted-before-conclusion' }),
      opening('us-voluntary-departure-time-ended', 'us-8usc-1229c-a-2-A', { fact: 'voluntary-departure-time-ended', notBefore: 'voluntary-departure-granted-before-conclusion' }),
    ],
  },
  {
    ...statute, code: 'us-voluntary-departure-at-conclusion', provisions: ['us-8usc-1229c-b-2'], when: { fact: 'voluntary-departure-granted-at-conclusion' },
    until: [
      opening('us-voluntary-departure-60-days-over', 'us-8usc-1229c-b-2', { passed: 'us-voluntary-departure-60-days', since: 'voluntary-departure-granted-at-conclusion' }),
      opening('us-voluntary-departure-ended', 'us-8usc-1229c-b-2', { fact: 'voluntary-departure-time-ended', notBefore: 'voluntary-departure-granted-at-conclusion' }),
    ],
  },
  {
    ...regulation, code: 'us-reinstatement', provisions: ['us-8usc-1231-a-5', 'us-8cfr-241-8'], text: 'draft', when: { fact: 'order-reinstated' },
  },
]

function afterAll(fact: 'judge-ordered-removal' | 'ordered-removed-in-absentia' | 'administrative-order-issued' | 'expedited-order-made'): Condition {
  // Somebody who comes late is ordered removed in absentia and heard again on the same day: then it is the order that came first.
  return { all: [
    { no: { fact: 'proceedings-reopened', notBefore: fact } },
    { fact, notBefore: 'board-decided-otherwise' }, { fact, notBefore: 'certified-decision-otherwise' },
  ] }
}
