import type { FactCode } from '../facts.ts'
import type { Condition, Rule } from '../rule.ts'
import { opening, regulation, statute, unverifiedOpening } from './rule-kinds.ts'

const after = (fact: FactCode, notBefore: FactCode): Condition => ({ fact, notBefore })

/** Who may not be removed at all, and who may not be removed to one country. */
export const protectionRules: readonly Rule[] = [
  {
    ...statute, code: 'us-withholding', provisions: ['us-8usc-1231-b-3-A', 'us-8cfr-1208-22'], reach: 'destination', when: { fact: 'withholding-granted' },
    until: [opening('us-withholding-terminated', 'us-8cfr-1208-24', after('withholding-terminated', 'withholding-granted'))],
  },
  {
    ...regulation, code: 'us-cat-withholding', provisions: ['us-8cfr-1208-22'], reach: 'destination', when: { fact: 'cat-withholding-granted' },
    until: [opening('us-cat-withholding-terminated', 'us-8cfr-1208-24', after('cat-withholding-terminated', 'cat-withholding-granted'))],
  },
  {
    ...regulation, code: 'us-cat-deferral', provisions: ['us-8cfr-1208-22'], reach: 'destination', when: { fact: 'cat-deferral-granted' },
    until: [
      unverifiedOpening('us-cat-deferral-after-hearing', 'us-8cfr-208-17-d', after('cat-deferral-terminated-after-hearing', 'cat-deferral-granted')),
      unverifiedOpening('us-cat-deferral-on-request', 'us-8cfr-208-17-e', after('cat-deferral-terminated-on-request', 'cat-deferral-granted')),
      unverifiedOpening('us-cat-deferral-assurances', 'us-8cfr-208-18-c', after('cat-assurances-found-reliable', 'cat-deferral-granted')),
    ],
  },
  {
    // 1158(c)(1)(A) names the home country only; 1208.22 names no country and is wider, so it decides.
    ...regulation, code: 'us-asylum', provisions: ['us-8cfr-1208-22', 'us-8usc-1158-c-1-A'], when: { fact: 'asylum-granted' },
    until: [opening('us-asylum-terminated', 'us-8cfr-1208-24', after('asylum-terminated', 'asylum-granted'))],
  },
  {
    ...statute, code: 'us-tps', provisions: ['us-8usc-1254a-a-1-A'], when: { fact: 'tps-granted' },
    until: [
      opening('us-tps-withdrawn', 'us-8usc-1254a-c-3', after('tps-withdrawn', 'tps-granted')),
      opening('us-tps-designation-ended', 'us-8usc-1254a-b-3-B', after('tps-designation-ended', 'tps-granted')),
    ],
    note: {
      en: 'The day in a termination notice is not the day on which protection ended: courts and orderly-transition periods have moved it by months. Comity waits for the day that was applied.',
      fr: 'La date inscrite dans un avis de fin n’est pas celle où la protection a pris fin\u00a0: des tribunaux et des périodes de transition l’ont déplacée de plusieurs mois. Comity attend la date appliquée.',
    },
  },
  {
    ...statute, code: 'us-tps-prima-facie', provisions: ['us-8usc-1254a-a-4-B'], when: { fact: 'tps-prima-facie' },
    until: [opening('us-tps-application-decided', 'us-8usc-1254a-a-4-B', after('tps-application-decided', 'tps-prima-facie'))],
  },
  {
    ...statute, code: 'us-tps-before-registration', provisions: ['us-8usc-1254a-a-4-A'], when: { fact: 'tps-prima-facie-before-registration' },
    until: [opening('us-tps-registration-passed', 'us-8usc-1254a-a-4-A', { all: [
      after('tps-registration-opened', 'tps-prima-facie-before-registration'),
      { passed: 'us-tps-registration-30-days', since: 'tps-registration-opened' },
      after('tps-opportunity-to-register-given', 'tps-registration-opened'),
    ] })],
  },
  {
    ...statute, code: 'us-deferred-enforced-departure', authority: 'instrument', provisions: ['us-deferred-enforced-departure'], text: 'unverified',
    when: { all: [{ fact: 'deferred-enforced-departure-in-force' }, { fact: 'in-deferred-enforced-departure-class' }] },
  },
  {
    ...statute, code: 'us-victim-stay', provisions: ['us-8usc-1227-d-1', 'us-8usc-1227-d-3'], when: { fact: 'victim-stay-granted' },
    until: [
      opening('us-victim-application-approved', 'us-8usc-1227-d-1', after('victim-application-approved', 'victim-stay-granted')),
      opening('us-victim-application-denied', 'us-8usc-1227-d-1', after('victim-application-denied-finally', 'victim-stay-granted')),
    ],
  },
  {
    // Approval ends the stay because it gives the status; what the status does to an order was not read, so it only holds.
    ...regulation, code: 'us-victim-status', provisions: ['us-8cfr-214-14-214-200-to-214-216'], text: 'draft', when: { any: [{ fact: 'victim-status-granted' }, { fact: 'victim-application-approved' }] },
  },
  {
    ...statute, code: 'us-credible-fear', provisions: ['us-8usc-1225-b-1-A-ii', 'us-8usc-1225-b-1-B-ii', 'us-8usc-1225-b-1-B-iii'], when: { fact: 'fear-stated-in-expedited-removal' },
    until: [
      opening('us-credible-fear-negative-affirmed', 'us-8usc-1225-b-1-B-iii', after('credible-fear-negative-affirmed', 'fear-stated-in-expedited-removal')),
      opening('us-credible-fear-review-not-requested', 'us-8usc-1225-b-1-B-iii', after('credible-fear-review-not-requested', 'fear-stated-in-expedited-removal')),
      opening('us-credible-fear-considered-further', 'us-8usc-1225-b-1-B-ii', after('judge-ordered-removal', 'fear-stated-in-expedited-removal')),
      opening('us-credible-fear-considered-in-absentia', 'us-8usc-1225-b-1-B-ii', after('ordered-removed-in-absentia', 'fear-stated-in-expedited-removal')),
    ],
  },
  {
    ...statute, code: 'us-status-claimed-under-oath', provisions: ['us-8usc-1225-b-1-C'], when: { fact: 'status-claimed-under-oath' },
    until: [opening('us-status-claim-rejected', 'us-8usc-1225-b-1-C', after('status-claim-rejected', 'status-claimed-under-oath'))],
  },
  {
    ...regulation, code: 'us-reasonable-fear', provisions: ['us-8cfr-208-31', 'us-8cfr-1208-31'], when: { fact: 'reasonable-fear-stated' },
    until: [
      opening('us-reasonable-fear-negative-upheld', 'us-8cfr-1208-31', after('reasonable-fear-negative-upheld', 'reasonable-fear-stated')),
      opening('us-reasonable-fear-review-declined', 'us-8cfr-208-31', after('reasonable-fear-review-declined', 'reasonable-fear-stated')),
      opening('us-withholding-only-concluded', 'us-8cfr-1208-31', after('withholding-only-concluded', 'reasonable-fear-stated')),
    ],
    note: {
      en: 'The text that was read does not use the word stay; the hold follows from the duty to refer the person to an asylum officer.',
      fr: 'Le texte lu n’emploie pas le mot sursis; la suspension découle de l’obligation de renvoyer la personne à un agent d’asile.',
    },
  },
]
