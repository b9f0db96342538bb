import type { Opening, Rule } from '../rule.ts'
import { byQuestion, opening } from './opening.ts'

const stay = { jurisdiction: 'CA', text: 'verified', inForce: {}, reach: 'everywhere' } as const

/** Persons to whom no moratorium applies, whatever the place: 230(3)(a) to (e). */
const noMoratoriumFor: readonly Opening[] = [
  opening('ca-irpr-230-3-a', { fact: 'inadmissible-security' }),
  opening('ca-irpr-230-3-b', { fact: 'inadmissible-rights-violations' }),
  opening('ca-irpr-230-3-b-1', { fact: 'inadmissible-sanctions' }),
  opening('ca-irpr-230-3-c', { any: [{ fact: 'inadmissible-serious-criminality' }, { fact: 'inadmissible-criminality' }, { fact: 'inadmissible-transborder-criminality' }] }),
  opening('ca-irpr-230-3-d', { fact: 'inadmissible-organized-criminality' }),
  opening('ca-irpr-230-3-e', { fact: 'excluded-by-article-1f' }),
]

/** Stays of the order: IRPA 50(a)–(c) and (e), IRPR 230, 231, 233 and 234. For 50(d) see `rules-protection.ts`, for 232 `rules-prra.ts`. */
export const canadaStayRules: readonly Rule[] = [
  {
    ...stay, code: 'ca-irpa-50-a', authority: 'statute', provisions: ['ca-irpa-50-a'],
    when: { fact: 'judicial-decision-contravened' },
    except: [
      opening('ca-irpr-234-a', { fact: 'charges-dropped-on-removal-agreed', notBefore: 'judicial-decision-contravened' }),
      opening('ca-irpr-234-b', { fact: 'summons-dropped-on-removal-agreed', notBefore: 'judicial-decision-contravened' }),
    ],
    until: [],
  },
  {
    ...stay, code: 'ca-irpa-50-b', authority: 'statute', provisions: ['ca-irpa-50-b'],
    when: { fact: 'sentenced-to-imprisonment' },
    except: [{ code: 'ca-ccra-128-3', provision: 'ca-ccra-128-3', text: 'draft', condition: { fact: 'released-before-sentence-ended', notBefore: 'sentenced-to-imprisonment' } }],
    until: [opening('ca-irpa-50-b', { fact: 'sentence-completed', notBefore: 'sentenced-to-imprisonment' })],
    note: { en: 'Whether parole or statutory release counts as completion is in another act, which was not read. A legal reviewer must record the authority.', fr: 'La question de savoir si la libération conditionnelle ou d’office vaut fin de peine relève d’une autre loi, qui n’a pas été lue. Une réviseure ou un réviseur juridique doit consigner la disposition.' },
  },
  {
    ...stay, code: 'ca-irpa-50-c-court', authority: 'court', provisions: ['ca-irpa-50-c'],
    when: { fact: 'court-stay-ordered' },
    except: [],
    until: [opening('ca-irpa-50-c', { fact: 'court-stay-ended', notBefore: 'court-stay-ordered' })],
    note: { en: 'A stay lasts as its own terms say. Whether a condition was breached, and what follows, is for the court.', fr: 'Le sursis dure selon ses propres modalités. Le manquement à une condition et ses suites relèvent de la juridiction.' },
  },
  {
    ...stay, code: 'ca-irpa-50-c-iad', authority: 'court', provisions: ['ca-irpa-50-c'],
    when: { fact: 'iad-stay-ordered' },
    except: [],
    until: [
      { ...opening('ca-irpa-50-c', { fact: 'iad-stay-ended', notBefore: 'iad-stay-ordered' }), code: 'ca-irpa-50-c-iad' },
      opening('ca-irpa-68-4', { fact: 'iad-stay-cancelled-by-conviction', notBefore: 'iad-stay-ordered' }),
    ],
    note: { en: 'A stay lasts as its own terms say. Whether a condition was breached, and what follows, is for the Division.', fr: 'Le sursis dure selon ses propres modalités. Le manquement à une condition et ses suites relèvent de la Section.' },
  },
  {
    ...stay, code: 'ca-irpr-230', authority: 'instrument', provisions: ['ca-irpr-230-1', 'ca-irpa-50-e'], reach: 'destination',
    when: { fact: 'moratorium' },
    except: [
      ...noMoratoriumFor,
      // Consent is to a place to which a stay applies: one from before this stay is about something else.
      opening('ca-irpr-230-3-f', { fact: 'consented-to-moratorium-place', notBefore: 'moratorium' }),
    ],
    until: [],
  },
  {
    // A list that nobody has read in the agency's own words may leave a country out. Where it names none, somebody must have looked:
    // since the list was last checked, and not long ago, for a moratorium is announced from one day to the next. A look-up lifts
    // nothing that is listed: that is the rule above. Consent (230(3)(f)) is to a stay that is known, so it is no exception here.
    ...stay, code: 'ca-irpr-230-unlisted', authority: 'instrument', provisions: ['ca-irpr-230-1', 'ca-irpa-50-e'], text: 'unverified', reach: 'destination',
    when: { fact: 'moratorium-list-unconfirmed' },
    except: noMoratoriumFor,
    until: [{ ...opening('ca-irpr-230-1', { all: [
      { fact: 'absence-of-moratorium-confirmed', notBefore: 'moratorium-list-unconfirmed' },
      { no: { passed: 'policy-moratorium-look-up-30-days', since: 'absence-of-moratorium-confirmed' } },
    ] }), code: 'ca-irpr-230-looked-up' }],
    note: { en: 'No list of moratoria by the agency itself was found. That a country is missing from this one, which rests on press and releases, does not show that it is under none. A legal reviewer looks it up and records the source.', fr: 'Aucune liste des moratoires établie par l’agence elle-même n’a été trouvée. L’absence d’un pays dans celle-ci, qui repose sur la presse et des communiqués, ne montre pas qu’aucun moratoire ne le vise. Une réviseure ou un réviseur juridique vérifie et consigne la source.' },
  },
  {
    // (2) and (4) leave out applications, not people: of a designated foreign national, or with a request for more time. Such a one is not
    // recorded as sought, so that it begins no stay, and takes nothing from the stay of an application that was made in time before it.
    ...stay, code: 'ca-irpr-231', authority: 'regulation', provisions: ['ca-irpr-231-1', 'ca-irpr-231-2', 'ca-irpr-231-4'],
    when: { question: 'ca-irpr-231-1' },
    except: [
      opening('ca-irpr-231-3-a', { fact: 'order-for-serious-criminality' }),
      opening('ca-irpr-231-3-b', { fact: 'us-or-spm-resident-reported-on-entry' }),
    ],
    until: ['1-a', '1-b', '1-c-i', '1-c-ii', '1-d', '1-e'].map((section) => byQuestion(`ca-irpr-231-${section}`)),
  },
  {
    ...stay, code: 'ca-irpr-233', authority: 'regulation', provisions: ['ca-irpr-233', 'ca-irpa-50-e'],
    when: { fact: 'minister-stay-opinion' },
    except: [],
    until: [opening('ca-irpr-233', { fact: 'minister-stay-residence-decided', notBefore: 'minister-stay-opinion' })],
  },
]
