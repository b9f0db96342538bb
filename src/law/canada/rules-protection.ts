import type { FactCode } from '../facts.ts'
import type { Opening, Rule } from '../rule.ts'
import { opening } from './opening.ts'

const protection = { jurisdiction: 'CA', authority: 'statute', text: 'verified', inForce: {}, reach: 'destination' } as const

/** Countries to which this person may not be taken: IRPA 114(1)(b) with 50(d), 115(1) and (2), 115(3). */
export const canadaProtectionRules: readonly Rule[] = [
  {
    ...protection, code: 'ca-irpa-114-1-b', provisions: ['ca-irpa-114-1-b', 'ca-irpa-50-d'],
    when: { fact: 'restricted-protection-granted' },
    except: [],
    until: [
      opening('ca-irpa-114-2', { fact: 'restricted-protection-cancelled', notBefore: 'restricted-protection-granted' }),
      opening('ca-irpa-114-4', { fact: 'restricted-protection-vacated', notBefore: 'restricted-protection-granted' }),
    ],
  },
  {
    ...protection, code: 'ca-irpa-115-1-protected', provisions: ['ca-irpa-115-1'],
    when: { all: [{ fact: 'refugee-protection-conferred' }, { fact: 'at-risk-there' }] },
    except: exceptionsTo('refugee-protection-conferred'),
    until: [
      opening('ca-irpa-108-3', { fact: 'refugee-protection-ceased', notBefore: 'refugee-protection-conferred' }),
      opening('ca-irpa-109-3', { fact: 'refugee-protection-vacated', notBefore: 'refugee-protection-conferred' }),
      { ...opening('ca-irpa-114-4', { fact: 'prra-decision-vacated', notBefore: 'refugee-protection-conferred' }), code: 'ca-irpa-114-4-protected' },
    ],
  },
  {
    ...protection, code: 'ca-irpa-115-1-recognised', provisions: ['ca-irpa-115-1'],
    when: { all: [{ fact: 'recognised-refugee-elsewhere' }, { fact: 'at-risk-there' }] },
    except: exceptionsTo('recognised-refugee-elsewhere'),
    until: [],
  },
  {
    ...protection, code: 'ca-irpa-115-3', provisions: ['ca-irpa-115-3'],
    when: { fact: 'claim-ineligible-third-country-notified' },
    except: [
      { ...opening('ca-irpa-115-3', { fact: 'came-to-canada-from-there' }), code: 'ca-irpa-115-3-came-from' },
      { ...opening('ca-irpa-115-3', { fact: 'country-designated-under-102' }), code: 'ca-irpa-115-3-designated' },
      { ...opening('ca-irpa-115-3', { fact: 'claim-rejected-where-person-came-from' }), code: 'ca-irpa-115-3-rejected-there' },
    ],
    until: [opening('ca-irpa-115-3', { fact: 'third-country-finding-set-aside', notBefore: 'claim-ineligible-third-country-notified' })],
  },
]

/** 115(2), against the protection that began with this fact. */
function exceptionsTo(protection: FactCode): readonly Opening[] {
  return ['ca-irpa-115-2-a', 'ca-irpa-115-2-b'].map((provision) => opening(provision, { question: `${provision}-${protection}` }))
}
