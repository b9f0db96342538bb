import type { Question } from '../rule.ts'

/** Parts of large conditions of the United States, each enumerated by itself. */
export const unitedStatesQuestions: readonly Question[] = [
  { code: 'us-final-certified', provision: 'us-8cfr-1241-1', condition: { fact: 'certified-decision-ordering-removal', notBefore: 'certified-to-board' } },
  // Orders that no appeal to the Board is open against, each with its own provision in the comments.
  { code: 'us-final-other-procedure', provision: 'us-8cfr-1241-1', condition: { any: [
    // 8 CFR 1241.1(e): at once.
    { fact: 'ordered-removed-in-absentia' },
    // 8 CFR 1241.1(f): the alternate order matures when the time to leave has ended.
    { all: [{ fact: 'voluntary-departure-granted-at-conclusion' }, { fact: 'voluntary-departure-time-ended', notBefore: 'voluntary-departure-granted-at-conclusion' }] },
    // 8 USC 1228(b): the order is itself the final one.
    { fact: 'administrative-order-issued' },
    // 8 USC 1225(b)(1)(C): not subject to administrative appeal.
    { fact: 'expedited-order-made' },
    // 8 USC 1231(a)(5): reinstated from its original date.
    { fact: 'order-reinstated' },
  ] } },
]
