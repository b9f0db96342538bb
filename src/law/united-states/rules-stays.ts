import type { Rule } from '../rule.ts'
import { opening, regulation, statute, unverifiedOpening } from './rule-kinds.ts'

const court: typeof statute = { ...statute, authority: 'court' }

/** Which motions, petitions and orders stay removal, and which do not. */
export const stayRules: readonly Rule[] = [
  {
    ...statute, code: 'us-in-absentia-exceptional-circumstances', provisions: ['us-8usc-1229a-b-5-C'], when: { fact: 'in-absentia-motion-exceptional-circumstances' },
    except: [opening('us-in-absentia-motion-late', 'us-8usc-1229a-b-5-C', { fact: 'in-absentia-motion-found-late', notBefore: 'in-absentia-motion-exceptional-circumstances' })],
    until: [opening('us-in-absentia-exceptional-ruled-on', 'us-8usc-1229a-b-5-C', { fact: 'in-absentia-motion-ruled-on', notBefore: 'in-absentia-motion-exceptional-circumstances' })],
    note: {
      en: 'Only a motion filed within 180 days of the order stays removal on this ground. Comity does not count them itself: how a last day that is a Saturday, a Sunday or a holiday counts was not read, so a judge’s finding that the motion is late must be recorded.',
      fr: 'Pour ce motif, seule une requête déposée dans les 180 jours de l’ordonnance suspend le renvoi. Comity ne les compte pas\u00a0: l’effet d’un dernier jour tombant un samedi, un dimanche ou un jour férié n’a pas été lu; la conclusion d’un juge que la requête est tardive doit être consignée.',
    },
  },
  {
    ...statute, code: 'us-in-absentia-no-notice-or-custody', provisions: ['us-8usc-1229a-b-5-C'], when: { fact: 'in-absentia-motion-no-notice-or-custody' },
    until: [opening('us-in-absentia-no-notice-ruled-on', 'us-8usc-1229a-b-5-C', { fact: 'in-absentia-motion-ruled-on', notBefore: 'in-absentia-motion-no-notice-or-custody' })],
  },
  {
    ...regulation, code: 'us-old-law-in-absentia', provisions: ['us-8cfr-1003-23-b-4-iii-C'], text: 'unverified', when: { fact: 'old-law-in-absentia-motion-filed' },
    until: [unverifiedOpening('us-old-law-in-absentia-ruled-on', 'us-8cfr-1003-23-b-4-iii-C', { fact: 'old-law-in-absentia-motion-ruled-on', notBefore: 'old-law-in-absentia-motion-filed' })],
  },
  {
    // The one-year limit can be waived until the motion is disposed of, so a late motion holds until then too.
    ...statute, code: 'us-battered-person-motion', provisions: ['us-8usc-1229a-c-7-C-iv'], when: { all: [{ fact: 'battered-person-motion-filed' }, { fact: 'battered-person-motion-shows-qualified' }] },
    until: [opening('us-battered-person-motion-disposed', 'us-8usc-1229a-c-7-C-iv', { fact: 'battered-person-motion-disposed', notBefore: 'battered-person-motion-filed' })],
  },
  {
    ...regulation, code: 'us-motion-stay', provisions: ['us-8cfr-1003-2-f', 'us-8cfr-1003-23-b-1-v'], text: 'unverified', when: { fact: 'motion-stay-granted' },
    until: [unverifiedOpening('us-motion-stay-ended', 'us-8cfr-1003-2-f', { fact: 'motion-stay-ended', notBefore: 'motion-stay-granted' })],
  },
  {
    ...court, code: 'us-court-stay', provisions: ['us-8usc-1252-b-3-B'], when: { fact: 'removal-stayed-by-court' },
    until: [opening('us-court-stay-ended', 'us-8usc-1252-b-3-B', { fact: 'stay-by-court-ended', notBefore: 'removal-stayed-by-court' })],
  },
  {
    ...court, code: 'us-court-stay-for-country', provisions: ['us-8usc-1252-b-3-B'], reach: 'destination', when: { fact: 'removal-there-stayed-by-court' },
    until: [opening('us-court-stay-for-country-ended', 'us-8usc-1252-b-3-B', { fact: 'stay-there-by-court-ended', notBefore: 'removal-there-stayed-by-court' })],
  },
  {
    ...regulation, code: 'us-agency-stay', provisions: ['us-8usc-1231-c-2-A', 'us-8cfr-241-6', 'us-8cfr-1241-6'], text: 'unverified', when: { fact: 'agency-stay-granted' },
    except: [
      unverifiedOpening('us-agency-stay-granted-after-boarding', 'us-8cfr-1241-6', { all: [{ fact: 'boarding-completed' }, { fact: 'agency-stay-granted', notBefore: 'boarding-completed' }] }),
      unverifiedOpening('us-agency-stay-communicated-after-boarding', 'us-8cfr-1241-6', { all: [{ fact: 'boarding-completed' }, { fact: 'agency-stay-communicated', notBefore: 'boarding-completed' }] }),
    ],
    until: [opening('us-agency-stay-ended', 'us-8usc-1231-c-2-A', { fact: 'agency-stay-ended', notBefore: 'agency-stay-granted' })],
  },
  // Shown to the officer; they hold nothing: filing these stays no removal.
  {
    ...regulation, code: 'us-ordinary-motion-pending', provisions: ['us-8cfr-1003-2-f', 'us-8cfr-1003-23-b-1-v'], text: 'unverified', when: { all: [{ fact: 'ordinary-motion-filed' }, { no: { fact: 'ordinary-motion-decided', notBefore: 'ordinary-motion-filed' } }] },
  },
  {
    ...statute, code: 'us-petition-pending', provisions: ['us-8usc-1252-b-3-B'], when: { fact: 'petition-for-review-filed' },
    until: [opening('us-petition-decided', 'us-8usc-1252-b-3-B', { fact: 'petition-for-review-decided', notBefore: 'petition-for-review-filed' })],
  },
]
