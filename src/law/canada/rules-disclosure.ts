import type { Rule } from '../rule.ts'
import { opening } from './opening.ts'

/** What may be told to a home state, and what must be weighed before. */
export const canadaDisclosureRules: readonly Rule[] = [
  {
    code: 'ca-irpr-250', jurisdiction: 'CA', authority: 'regulation', provisions: ['ca-irpr-250'], text: 'verified', inForce: {}, reach: 'destination',
    when: { all: [{ fact: 'travel-application-given-for-release' }, { fact: 'refugee-claim-opened' }, { fact: 'home-state' }] },
    except: [],
    until: [opening('ca-irpa-48-1', { fact: 'removal-order-enforceable' })],
  },
  {
    code: 'ca-irpr-247-1-b', jurisdiction: 'CA', authority: 'regulation', provisions: ['ca-irpr-247-1-b'], text: 'verified', inForce: {}, reach: 'destination',
    when: { all: [{ fact: 'refugee-claim-opened' }, { fact: 'home-state' }] },
    except: [],
    until: [],
  },
  {
    code: 'ca-irpa-166-c', jurisdiction: 'CA', authority: 'statute', provisions: ['ca-irpa-166-c', 'ca-irpa-166-c-1'], text: 'verified', inForce: {}, reach: 'destination',
    when: { fact: 'packet-holds-closed-proceedings' },
    except: [opening('ca-irpa-166-d', { fact: 'proceedings-opened-by-division' })],
    until: [],
  },
  {
    code: 'ca-privacy-8', jurisdiction: 'CA', authority: 'statute', provisions: ['ca-privacy-8-1', 'ca-privacy-8-2'], text: 'verified', inForce: {}, reach: 'destination',
    when: { always: true },
    except: [],
    until: [opening('ca-privacy-8-1', { fact: 'consented-to-disclosure' }), opening('ca-privacy-8-2', { fact: 'disclosure-authority-recorded' })],
  },
  {
    // The Act says that directions must be issued; what they forbid was not read. The hold stands on a description of them.
    code: 'ca-acmfea-3', jurisdiction: 'CA', authority: 'instrument', provisions: ['ca-mistreatment-directions', 'ca-acmfea-3-1-a', 'ca-acmfea-3-1-b'], text: 'unverified', inForce: {}, reach: 'destination',
    when: { no: { fact: 'mistreatment-risk-cleared' } },
    except: [],
    until: [],
  },
]
