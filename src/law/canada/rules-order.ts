import type { FactCode } from '../facts.ts'
import type { Condition, Rule } from '../rule.ts'
import { byQuestion, opening } from './opening.ts'

/** Can there be an order at all, is there one, and has it come into force? IRPA 19(1), 48, 49(1), 49(2), 51 and 80. */
export const canadaOrderRules: readonly Rule[] = [
  {
    code: 'ca-irpa-19-1', jurisdiction: 'CA', authority: 'statute', provisions: ['ca-irpa-19-1'], text: 'verified', inForce: {}, reach: 'everywhere',
    when: { fact: 'recorded-as-own-citizen' },
    except: [],
    until: [],
    note: { en: 'Opens when the nationality is settled and the record of it withdrawn.', fr: 'S’ouvre quand la nationalité est établie et sa consignation retirée.' },
  },
  {
    code: 'ca-irpa-48-1', jurisdiction: 'CA', authority: 'statute', provisions: ['ca-irpa-48-1', 'ca-irpa-51'], text: 'verified', inForce: {}, reach: 'everywhere',
    when: { always: true },
    except: [],
    until: [opening('ca-irpa-48-1', { all: [{ fact: 'removal-order-made' }, notSince('permanent-residence-granted'), notSince('removal-order-enforced')] })],
  },
  {
    code: 'ca-irpa-49-1', jurisdiction: 'CA', authority: 'statute', provisions: ['ca-irpa-49-1-a', 'ca-irpa-49-1-b', 'ca-irpa-49-1-c'], text: 'verified', inForce: {}, reach: 'everywhere',
    when: { no: { fact: 'order-made-against-claimant' } },
    except: [opening('ca-irpa-80', { fact: 'certificate-found-reasonable', notBefore: 'removal-order-made' })],
    until: [
      opening('ca-irpa-49-1-a', { all: [{ fact: 'removal-order-made' }, { no: { fact: 'order-appealable' } }] }),
      opening('ca-irpa-49-1-b', { all: [
        { fact: 'iad-appeal-time-ended-unused', notBefore: 'removal-order-made' },
        // An appeal of the last day is one in time, whoever looked on that day and found none.
        { no: { fact: 'iad-appeal-made', notBefore: 'iad-appeal-time-ended-unused' } },
        { reached: 'ca-irpa-49-1-b', since: 'iad-appeal-time-ended-unused' },
      ] }),
      opening('ca-irpa-49-1-c', { all: [
        { fact: 'removal-order-finally-confirmed', notBefore: 'removal-order-made' },
        { fact: 'removal-order-finally-confirmed', notBefore: 'iad-appeal-made' },
      ] }),
    ],
    note: { en: 'The English and French texts of 49(1)(b) differ: the day after the time to appeal ends, and its end. Read as the later of the two.', fr: 'Les versions française et anglaise de 49(1) diffèrent\u00a0: l’expiration du délai d’appel, et le lendemain. Le dernier des deux jours est retenu.' },
  },
  {
    code: 'ca-irpa-49-2', jurisdiction: 'CA', authority: 'statute', provisions: ['ca-irpa-49-2-a', 'ca-irpa-49-2-b', 'ca-irpa-49-2-c', 'ca-irpa-49-2-d', 'ca-irpa-49-2-e', 'ca-irpa-49-2-f', 'ca-irpa-49-2-g', 'ca-irpa-49-2-h'], text: 'verified', inForce: {}, reach: 'everywhere',
    when: { fact: 'order-made-against-claimant' },
    except: [opening('ca-irpa-80', { fact: 'certificate-found-reasonable', notBefore: 'removal-order-made' })],
    until: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => byQuestion(`ca-irpa-49-2-${letter}`)),
    note: { en: 'The text names no day for an appeal to the Refugee Appeal Division that is filed, perfected and then withdrawn or abandoned. Until such a case is decided otherwise, the order is not taken to be in force.', fr: 'Le texte ne fixe aucun jour pour l’appel mis en état puis retiré ou abandonné devant la Section d’appel des réfugiés. Sauf décision contraire, la mesure n’est pas réputée avoir pris effet.' },
  },
]

/** Nothing of the kind since the order: an older order that was set aside says nothing about this one. */
function notSince(fact: FactCode): Condition {
  return { no: { fact, notBefore: 'removal-order-made' } }
}
