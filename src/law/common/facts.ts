import { defineFacts } from '../fact-definition.ts'

/** Facts that rules of both countries, or policies, ask about. */
export const commonFacts = defineFacts({
  // Nobody is removed from their own state. A nationality that somebody only claims is recorded, and enough.
  'recorded-as-own-citizen': { kind: 'state', about: 'person', tells: 'ordinary', effect: 'closes', computed: 'case' },
  'removal-order-made': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'either', computed: 'case' },

  // Children, family, health.
  'person-is-minor': { kind: 'state', about: 'person', tells: 'ordinary', effect: 'closes', computed: 'case' },
  'child-affected': { kind: 'state', about: 'person', tells: 'protection', effect: 'closes' },
  'best-interests-found-compatible': { kind: 'happening', about: 'destination', tells: 'protection', effect: 'ends' },
  'best-interests-found-against': { kind: 'happening', about: 'destination', tells: 'protection', effect: 'closes' },
  'family-separated': { kind: 'state', about: 'person', tells: 'protection', effect: 'closes' },
  'family-unity-decided': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'medical-concern': { kind: 'state', about: 'person', tells: 'health', effect: 'closes' },
  'certified-fit-to-travel': { kind: 'happening', about: 'person', tells: 'health', effect: 'ends' },

  // The person's own way.
  'voluntary-return-offered': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'either' },
  'voluntary-return-declined': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'ends' },
  'voluntary-return-accepted': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'closes' },
  'voluntary-return-failed': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'ends' },

  // A claim to protection, and what else is still open.
  'protection-claim-made': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'protection-claim-rejected-finally': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'protection-claim-withdrawn': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'protection-claim-end-declared-final': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'deferral-requested': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'deferral-refused': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'deferral-ended': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'un-interim-measures-requested': { kind: 'happening', about: 'destination', tells: 'protection', effect: 'closes' },
  'un-interim-measures-lifted': { kind: 'happening', about: 'destination', tells: 'protection', effect: 'ends' },
  'un-interim-measures-answered': { kind: 'happening', about: 'destination', tells: 'protection', effect: 'ends' },

  // What must be known before anybody is asked, and again before anybody acts.
  'nationality-basis-recorded': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'either', computed: 'case' },
  'request-on-other-basis': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'ends' },
  'mistreatment-risk-cleared': { kind: 'state', about: 'destination', tells: 'protection', effect: 'either', computed: 'case' },
  'file-rechecked': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'either' },
})
