import type { Rule } from '../rule.ts'
import { byQuestion, opening } from './opening.ts'

const inTime = { within: 'ca-irpr-162', since: 'prra-notified', happened: 'prra-application-received' } as const

/** The pre-removal risk assessment: its stay (IRPR 232), notice of it (IRPR 160), and the hearing (IRPA 113.01). */
export const canadaRiskAssessmentRules: readonly Rule[] = [
  {
    // Only a notification begins this stay. Late (163), repeat (165) and port-of-entry (166) applications are none, so nothing is asked about them.
    code: 'ca-irpr-232', jurisdiction: 'CA', authority: 'regulation', provisions: ['ca-irpr-232', 'ca-irpr-162'], text: 'verified', inForce: {}, reach: 'everywhere',
    when: { fact: 'prra-notified' },
    except: [],
    until: [
      // 162: an application within the 15 days keeps the stay in spite of an earlier waiver.
      opening('ca-irpr-232-a', { all: [{ fact: 'prra-waived-in-writing', notBefore: 'prra-notified' }, { no: inTime }] }),
      opening('ca-irpr-232-b', { all: [
        { fact: 'prra-time-ended-unused', notBefore: 'prra-notified' },
        { no: { within: 'ca-irpr-162', since: 'prra-notified', happened: 'prra-time-ended-unused' } },
        { no: inTime },
      ] }),
      opening('ca-irpr-232-c', { all: [{ fact: 'prra-rejected', notBefore: 'prra-notified' }, { fact: 'prra-rejected', notBefore: 'timely-prra-sent-back' }] }),
      opening('ca-irpr-232-e', { fact: 'prra-permanent-residence-decided', notBefore: 'prra-notified' }),
      opening('ca-irpr-232-f', { fact: 'prra-stays-all-cancelled', notBefore: 'prra-notified' }),
    ],
    note: { en: 'Allowing the application of a person described in 112(3) does not end this stay; only cancelling the stay under 114(2) does. Until then no destination is open.', fr: 'L’accueil de la demande d’une personne visée au paragraphe 112(3) ne met pas fin à ce sursis; seule sa révocation au titre du paragraphe 114(2) le fait. D’ici là, aucune destination n’est ouverte.' },
  },
  {
    code: 'ca-irpr-160-3', jurisdiction: 'CA', authority: 'regulation', provisions: ['ca-irpr-160-3-a', 'ca-irpa-112-1'], text: 'verified', inForce: {}, reach: 'everywhere',
    when: { always: true },
    except: [
      // 166 speaks of an order that is in force as soon as it is made: a claimant's is not, nor one that can be appealed.
      opening('ca-irpr-166', { all: [{ fact: 'order-made-at-port-of-entry' }, { no: { fact: 'order-made-against-claimant' } }, { no: { fact: 'order-appealable' } }] }),
      // Somebody whose protection has ceased, or was vacated, is none of those in 115(1) any more.
      opening('ca-irpa-112-1', { all: [
        { fact: 'excluded-from-prra-as-protected' },
        ...(['refugee-protection-ceased', 'refugee-protection-vacated', 'prra-decision-vacated'] as const).map((fact) => ({ no: { fact, notBefore: 'excluded-from-prra-as-protected' } }) as const),
      ] }),
      opening('ca-irpa-112-2-a', { fact: 'extradition-authority-to-proceed' }),
      opening('ca-irpa-112-2-b', { all: [{ fact: 'claim-ineligible-third-country-notified' }, { no: { fact: 'third-country-finding-set-aside', notBefore: 'claim-ineligible-third-country-notified' } }] }),
      byQuestion('ca-irpa-112-2-b-1'),
      byQuestion('ca-irpa-112-2-c'),
    ],
    until: [
      opening('ca-irpr-160-3-a', { fact: 'prra-notified', notBefore: 'removal-order-made' }),
      opening('ca-irpr-165', { all: [{ fact: 'prra-notified' }, { fact: 'remained-since-prra-notification', notBefore: 'prra-notified' }] }),
    ],
  },
  {
    code: 'ca-irpa-113-01', jurisdiction: 'CA', authority: 'statute', provisions: ['ca-irpa-113-01'], text: 'verified', inForce: {}, reach: 'everywhere',
    when: { all: [{ fact: 'claim-ineligible-solely-for-claim-elsewhere' }, { fact: 'prra-application-received' }] },
    except: [],
    until: [opening('ca-irpa-113-01', { fact: 'prra-hearing-held', notBefore: 'prra-application-received' })],
    note: { en: 'Unless the application is allowed without one.', fr: 'Sauf si la demande est accueillie sans audience.' },
  },
]
