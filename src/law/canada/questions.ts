import type { FactCode } from '../facts.ts'
import type { Condition, Question } from '../rule.ts'

/** Parts of large conditions of Canada, each enumerated by itself. */
export const canadaQuestions: readonly Question[] = [
  // 49(2): each way in which a claimant's order comes into force, counted from when the claim was opened for the last time.
  // A finding is set aside after it was made, also where both were on one day.
  question('ca-irpa-49-2-a', { all: [claimEnd('claim-ineligible-third-country-notified'), { no: { fact: 'third-country-finding-set-aside', notBefore: 'claim-ineligible-third-country-notified' } }] }),
  question('ca-irpa-49-2-b', claimEnd('claim-ineligible-otherwise-notified', 'ca-irpa-49-2-b')),
  question('ca-irpa-49-2-c', claimEnd('claim-rejected-unappealable-notified', 'ca-irpa-49-2-c')),
  question('ca-irpa-49-2-d', { all: [
    claimEnd('claim-rejected-appealable-notified', 'ca-irpa-49-2-d'),
    { fact: 'rad-appeal-time-ended-unused', notBefore: 'claim-rejected-appealable-notified' },
    // An appeal of the last day is one in time.
    { no: { fact: 'rad-appeal-opened', notBefore: 'rad-appeal-time-ended-unused' } },
    { reached: 'ca-irpa-49-2-d-i', since: 'rad-appeal-time-ended-unused' },
  ] }),
  // An appeal that was opened anew after its rejection is an appeal again.
  question('ca-irpa-49-2-e', { all: [claimEnd('rad-rejected-notified', 'ca-irpa-49-2-e'), { fact: 'rad-rejected-notified', notBefore: 'rad-appeal-opened' }] }),
  question('ca-irpa-49-2-f', claimEnd('claim-withdrawn-notified')),
  question('ca-irpa-49-2-g', claimEnd('claim-abandoned-notified', 'ca-irpa-49-2-g')),
  question('ca-irpa-49-2-h', claimEnd('claim-proceedings-terminated', 'ca-irpa-49-2-h')),

  // 112(2)(b.1): "the latest of" several days is less than 12 months ago exactly when one of them is.
  question('ca-irpa-112-2-b-1', { all: [
    { no: { fact: 'claim-bar-lifted' } },
    { any: (['claim-refused-by-rpd', 'claim-refused-by-rad', 'claim-review-refused-by-court'] as const).flatMap((refusal) => [
      { all: [{ fact: refusal, notBefore: 'refugee-claim-opened' }, { no: { reached: 'ca-irpa-112-2-b-1', since: refusal } }] },
      { all: [{ fact: refusal, notBefore: 'refugee-claim-opened' }, { fact: 'claim-bar-is-36-months' }, { no: { reached: 'ca-irpa-112-2-b-1-designated', since: refusal } }] },
    ] as const) },
  ] }),
  question('ca-irpa-112-2-c', { all: [
    { no: { fact: 'prra-bar-lifted' } },
    { any: (['prra-rejected', 'prra-review-refused-by-court'] as const).flatMap((refusal) => [
      { all: [{ fact: refusal, notBefore: 'timely-prra-sent-back' }, { no: { reached: 'ca-irpa-112-2-c', since: refusal } }] },
      { all: [{ fact: refusal, notBefore: 'timely-prra-sent-back' }, { fact: 'prra-bar-is-36-months' }, { no: { reached: 'ca-irpa-112-2-c-designated', since: refusal } }] },
    ] as const) },
  ] }),

  // 115(2): inadmissible, and the Minister's opinion about this person. It is an exception to a protection, so that an opinion from
  // before that protection was about something else.
  ...(['refugee-protection-conferred', 'recognised-refugee-elsewhere'] as const).flatMap((protection) => [
    { ...question('ca-irpa-115-2-a', { all: [{ fact: 'inadmissible-serious-criminality' }, { fact: 'danger-to-public-opinion', notBefore: protection }] }), code: `ca-irpa-115-2-a-${protection}` },
    { ...question('ca-irpa-115-2-b', { all: [
      { fact: 'not-to-remain-opinion', notBefore: protection },
      { any: [{ fact: 'inadmissible-security' }, { fact: 'inadmissible-rights-violations' }, { fact: 'inadmissible-organized-criminality' }] },
    ] }), code: `ca-irpa-115-2-b-${protection}` },
  ]),

  // 231(1): a stay is with respect to a decision; once that is set aside, the claim is open again and 49(2) holds. Each ending
  // belongs to the application that is running.
  question('ca-irpr-231-1', { all: [{ fact: 'leave-sought-on-rad-decision' }, { no: leaveEnd('rad-decision-set-aside') }] }),
  question('ca-irpr-231-1-a', leaveEnd('leave-refused')),
  question('ca-irpr-231-1-b', { all: [leaveEnd('judicial-review-refused'), { no: leaveEnd('question-certified') }] }),
  question('ca-irpr-231-1-c-i', leaveEnd('fca-appeal-time-ended-unused')),
  question('ca-irpr-231-1-c-ii', leaveEnd('scc-leave-time-ended-unused')),
  question('ca-irpr-231-1-d', leaveEnd('scc-leave-refused')),
  question('ca-irpr-231-1-e', leaveEnd('scc-appeal-lost-or-unused')),
]

function question(provision: string, condition: Condition): Question {
  return { code: provision, condition, provision }
}

/**
 * Notice was given about the claim as it was opened for the last time, and the days after it have run. A court that sets the decision of
 * the Refugee Appeal Division aside opens it again, whether or not anybody recorded it as sent back: that fact ends the stay of IRPR 231,
 * and must not at the same moment leave the notice of the decision that it set aside.
 */
function claimEnd(notice: FactCode, period?: string): Condition {
  const given = [{ fact: notice, notBefore: 'refugee-claim-opened' }, { fact: notice, notBefore: 'rad-decision-set-aside' }] as const
  return { all: period === undefined ? given : [...given, { reached: period, since: notice }] }
}

function leaveEnd(fact: FactCode): Condition {
  return { fact, notBefore: 'leave-sought-on-rad-decision' }
}
