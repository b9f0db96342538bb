import { defineFacts } from '../fact-definition.ts'

/**
 * Facts that only Canadian rules ask about.
 *
 * A time that ran out unused ("no appeal was filed") is a happening that somebody records after its last day, not a "no" on the day
 * before: a "no" of last month does not say that nothing came since.
 */
export const canadaFacts = defineFacts({
  // The order (IRPA 48, 49(1), 51, 80)
  'removal-order-enforced': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'closes' },
  'permanent-residence-granted': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'closes' },
  'removal-order-enforceable': { kind: 'state', about: 'destination', tells: 'protection', effect: 'ends', computed: 'gates' },
  'order-made-against-claimant': { kind: 'state', about: 'person', tells: 'protection', effect: 'either', ofOrder: true },
  'order-appealable': { kind: 'state', about: 'person', tells: 'ordinary', effect: 'closes', ofOrder: true },
  'iad-appeal-made': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'closes' },
  'iad-appeal-time-ended-unused': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'ends' },
  'removal-order-finally-confirmed': { kind: 'happening', about: 'person', tells: 'ordinary', effect: 'ends' },
  'certificate-found-reasonable': { kind: 'happening', about: 'person', tells: 'criminality', effect: 'ends' },

  // The claim for refugee protection (IRPA 49(2))
  'refugee-claim-opened': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'claim-ineligible-third-country-notified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'either' },
  'third-country-finding-set-aside': { kind: 'happening', about: 'person', tells: 'protection', effect: 'either' },
  'claim-ineligible-otherwise-notified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'claim-rejected-unappealable-notified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'claim-rejected-appealable-notified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'rad-appeal-opened': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'rad-appeal-time-ended-unused': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'rad-rejected-notified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'claim-withdrawn-notified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'claim-abandoned-notified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'claim-proceedings-terminated': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },

  // Stays by decision, sentence and court (IRPA 50(a)–(c), IRPR 234)
  'judicial-decision-contravened': { kind: 'state', about: 'person', tells: 'criminality', effect: 'closes' },
  'charges-dropped-on-removal-agreed': { kind: 'happening', about: 'person', tells: 'criminality', effect: 'ends' },
  'summons-dropped-on-removal-agreed': { kind: 'happening', about: 'person', tells: 'criminality', effect: 'ends' },
  'sentenced-to-imprisonment': { kind: 'happening', about: 'person', tells: 'criminality', effect: 'closes' },
  'sentence-completed': { kind: 'happening', about: 'person', tells: 'criminality', effect: 'ends' },
  'released-before-sentence-ended': { kind: 'happening', about: 'person', tells: 'criminality', effect: 'ends' },
  'court-stay-ordered': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'court-stay-ended': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'iad-stay-ordered': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'iad-stay-ended': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'iad-stay-cancelled-by-conviction': { kind: 'happening', about: 'person', tells: 'criminality', effect: 'ends' },

  // Moratoria (IRPR 230)
  moratorium: { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'closes', computed: 'instruments' },
  // `either`, because it is a look-up to make and no stay: whom it holds is not counted among those whom the law protects.
  'moratorium-list-unconfirmed': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'either', computed: 'instruments' },
  'absence-of-moratorium-confirmed': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'ends', ofPlace: 'moratorium' },
  'inadmissible-security': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'inadmissible-rights-violations': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'inadmissible-sanctions': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'inadmissible-serious-criminality': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'inadmissible-criminality': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'inadmissible-transborder-criminality': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'inadmissible-organized-criminality': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'excluded-by-article-1f': { kind: 'state', about: 'person', tells: 'protection', effect: 'ends' },
  'consented-to-moratorium-place': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'ends', ofPlace: 'moratorium' },

  // Judicial review of a decision of the Refugee Appeal Division (IRPR 231). Only an application that stays is recorded here: see `rules-stays.ts`.
  'leave-sought-on-rad-decision': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'rad-decision-set-aside': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'leave-refused': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'judicial-review-refused': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'question-certified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'fca-appeal-time-ended-unused': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'scc-leave-time-ended-unused': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'scc-leave-refused': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'scc-appeal-lost-or-unused': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'order-for-serious-criminality': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends', ofOrder: true },
  'us-or-spm-resident-reported-on-entry': { kind: 'state', about: 'person', tells: 'ordinary', effect: 'ends', ofOrder: true },

  // Pre-removal risk assessment (IRPA 112–114, IRPR 160–166, 232)
  'prra-notified': { kind: 'happening', about: 'person', tells: 'protection', effect: 'either' },
  'prra-waived-in-writing': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'prra-time-ended-unused': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'prra-application-received': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'timely-prra-sent-back': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'prra-rejected': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'prra-permanent-residence-decided': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'prra-stays-all-cancelled': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'remained-since-prra-notification': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'order-made-at-port-of-entry': { kind: 'state', about: 'person', tells: 'ordinary', effect: 'ends', ofOrder: true },
  'excluded-from-prra-as-protected': { kind: 'state', about: 'person', tells: 'protection', effect: 'ends' },
  'extradition-authority-to-proceed': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'claim-refused-by-rpd': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'claim-refused-by-rad': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'claim-review-refused-by-court': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'prra-review-refused-by-court': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'claim-bar-lifted': { kind: 'state', about: 'person', tells: 'protection', effect: 'closes' },
  'claim-bar-is-36-months': { kind: 'state', about: 'person', tells: 'protection', effect: 'ends' },
  'prra-bar-lifted': { kind: 'state', about: 'person', tells: 'protection', effect: 'closes' },
  'prra-bar-is-36-months': { kind: 'state', about: 'person', tells: 'protection', effect: 'ends' },
  'claim-ineligible-solely-for-claim-elsewhere': { kind: 'state', about: 'person', tells: 'protection', effect: 'closes' },
  'prra-hearing-held': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },

  // Stays by the Minister's opinion (IRPR 233)
  'minister-stay-opinion': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'minister-stay-residence-decided': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },

  // Protection against return (IRPA 114(1)(b), 115)
  'restricted-protection-granted': { kind: 'happening', about: 'destination', tells: 'protection', effect: 'closes' },
  'restricted-protection-cancelled': { kind: 'happening', about: 'destination', tells: 'protection', effect: 'ends' },
  'restricted-protection-vacated': { kind: 'happening', about: 'destination', tells: 'protection', effect: 'ends' },
  'refugee-protection-conferred': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'refugee-protection-ceased': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'refugee-protection-vacated': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'prra-decision-vacated': { kind: 'happening', about: 'person', tells: 'protection', effect: 'ends' },
  'recognised-refugee-elsewhere': { kind: 'state', about: 'person', tells: 'protection', effect: 'closes' },
  'at-risk-there': { kind: 'state', about: 'destination', tells: 'protection', effect: 'closes' },
  'danger-to-public-opinion': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'not-to-remain-opinion': { kind: 'state', about: 'person', tells: 'criminality', effect: 'ends' },
  'came-to-canada-from-there': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'ends' },
  'country-designated-under-102': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'ends' },
  'claim-rejected-where-person-came-from': { kind: 'state', about: 'person', tells: 'protection', effect: 'ends' },

  // What may be told to a home state
  'travel-application-given-for-release': { kind: 'happening', about: 'person', tells: 'protection', effect: 'closes' },
  'home-state': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'closes', computed: 'case' },
  'packet-holds-closed-proceedings': { kind: 'state', about: 'destination', tells: 'protection', effect: 'closes' },
  'proceedings-opened-by-division': { kind: 'state', about: 'person', tells: 'protection', effect: 'ends' },
  'consented-to-disclosure': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'ends' },
  'disclosure-authority-recorded': { kind: 'state', about: 'destination', tells: 'ordinary', effect: 'ends' },
})
