import type { Condition, Opening, Rule } from '../rule.ts'

const policy: Pick<Rule, 'jurisdiction' | 'authority' | 'text' | 'inForce' | 'reach' | 'except' | 'until'> = {
  jurisdiction: 'policy', authority: 'policy', text: 'verified', inForce: {}, reach: 'everywhere', except: [], until: [],
}

// Of two findings of one day, the graver.
const bestInterests: readonly Opening[] = [
  opening('policy-best-interests-compatible', 'policy-best-interests', { all: [
    { fact: 'best-interests-found-compatible' }, { no: { fact: 'best-interests-found-against', notBefore: 'best-interests-found-compatible' } },
  ] }),
]

/** What this project asks beyond the law, in both countries. Never shown as law. */
export const policies: readonly Rule[] = [
  { ...policy, code: 'policy-minor', provisions: ['policy-best-interests'], reach: 'destination', when: { fact: 'person-is-minor' }, until: bestInterests },
  { ...policy, code: 'policy-child-affected', provisions: ['policy-best-interests'], reach: 'destination', when: { fact: 'child-affected' }, until: bestInterests },
  {
    ...policy, code: 'policy-family-unity', provisions: ['policy-family-unity'], when: { fact: 'family-separated' },
    until: [opening('policy-family-unity-decided', 'policy-family-unity', { fact: 'family-unity-decided', notBefore: 'family-separated' })],
  },
  {
    ...policy, code: 'policy-medical-fitness', provisions: ['policy-medical-fitness'], when: { fact: 'medical-concern' },
    until: [opening('policy-fit-to-travel', 'policy-medical-fitness', { all: [
      { fact: 'certified-fit-to-travel', notBefore: 'medical-concern' },
      { no: { passed: 'policy-fit-to-travel-14-days', since: 'certified-fit-to-travel' } },
    ] })],
  },
  {
    ...policy, code: 'policy-voluntary-return', provisions: ['policy-voluntary-return'], when: { always: true },
    until: [
      opening('policy-voluntary-return-declined', 'policy-voluntary-return', { all: [{ fact: 'voluntary-return-offered' }, { fact: 'voluntary-return-declined', notBefore: 'voluntary-return-offered' }, { no: { fact: 'voluntary-return-accepted', notBefore: 'voluntary-return-declined' } }] }),
      opening('policy-voluntary-return-not-taken', 'policy-voluntary-return', { all: [{ passed: 'policy-voluntary-return-14-days', since: 'voluntary-return-offered' }, { no: { fact: 'voluntary-return-accepted', notBefore: 'voluntary-return-offered' } }] }),
      opening('policy-voluntary-return-failed', 'policy-voluntary-return', { all: [{ fact: 'voluntary-return-offered' }, { fact: 'voluntary-return-failed', notBefore: 'voluntary-return-accepted' }, { fact: 'voluntary-return-failed', notBefore: 'voluntary-return-offered' }] }),
    ],
  },
  {
    ...policy, code: 'policy-pending-claim', provisions: ['policy-pending-claim'], when: { fact: 'protection-claim-made' },
    until: [
      opening('policy-claim-rejected-finally', 'policy-pending-claim', { fact: 'protection-claim-rejected-finally', notBefore: 'protection-claim-made' }),
      opening('policy-claim-withdrawn', 'policy-pending-claim', { fact: 'protection-claim-withdrawn', notBefore: 'protection-claim-made' }),
    ],
  },
  {
    ...policy, code: 'policy-final-rejection', provisions: ['policy-final-rejection'], when: { fact: 'protection-claim-made' },
    until: [
      opening('policy-final-rejection-recorded', 'policy-final-rejection', { fact: 'protection-claim-rejected-finally', notBefore: 'protection-claim-made' }),
      opening('policy-claim-end-declared-final', 'policy-final-rejection', { fact: 'protection-claim-end-declared-final', notBefore: 'protection-claim-made' }),
    ],
  },
  { ...policy, code: 'policy-request-nationality', provisions: ['policy-nationality-basis'], reach: 'destination', when: { no: { fact: 'nationality-basis-recorded' } } },
  {
    ...policy, code: 'policy-nationality-basis', provisions: ['policy-nationality-basis'], reach: 'destination', when: { no: { fact: 'nationality-basis-recorded' } },
    except: [opening('policy-request-on-other-basis', 'policy-nationality-basis', { fact: 'request-on-other-basis' })],
  },
  { ...policy, code: 'policy-mistreatment-risk', provisions: ['policy-mistreatment-risk'], reach: 'destination', when: { no: { fact: 'mistreatment-risk-cleared' } } },
  {
    ...policy, code: 'policy-deferral-request', provisions: ['policy-deferral-request'], when: { fact: 'deferral-requested' },
    until: [
      opening('policy-deferral-refused', 'policy-deferral-request', { fact: 'deferral-refused', notBefore: 'deferral-requested' }),
      opening('policy-deferral-ended', 'policy-deferral-request', { fact: 'deferral-ended', notBefore: 'deferral-requested' }),
    ],
  },
  {
    ...policy, code: 'policy-interim-measures', provisions: ['policy-interim-measures'], reach: 'destination', when: { fact: 'un-interim-measures-requested' },
    until: [
      opening('policy-interim-measures-lifted', 'policy-interim-measures', { fact: 'un-interim-measures-lifted', notBefore: 'un-interim-measures-requested' }),
      opening('policy-interim-measures-answered', 'policy-interim-measures', { fact: 'un-interim-measures-answered', notBefore: 'un-interim-measures-requested' }),
    ],
  },
  {
    ...policy, code: 'policy-recheck', provisions: ['policy-recheck'], when: { always: true },
    until: [opening('policy-file-rechecked', 'policy-recheck', { all: [{ fact: 'file-rechecked' }, { no: { passed: 'policy-recheck-3-days', since: 'file-rechecked' } }] })],
  },
]

function opening(code: string, provision: string, condition: Condition): Opening {
  return { code, provision, text: 'verified', condition }
}
