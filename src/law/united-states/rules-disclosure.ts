import type { Rule } from '../rule.ts'
import { opening, regulation, statute } from './rule-kinds.ts'

/** What may not reach a home state. Nothing of these kinds leaves without its own recorded authority. */
export const disclosureRules: readonly Rule[] = [
  {
    ...regulation, code: 'us-disclosure-asylum', provisions: ['us-8cfr-208-6'], reach: 'destination', when: { fact: 'packet-shows-asylum-records' },
    except: [opening('us-disclosure-asylum-consent', 'us-8cfr-208-6', { fact: 'consent-to-asylum-disclosure' })],
  },
  {
    ...statute, code: 'us-disclosure-victim', provisions: ['us-8usc-1367-a-2'], reach: 'destination', when: { fact: 'packet-shows-victim-relief' },
    except: [opening('us-disclosure-victim-adults-waived', 'us-8usc-1367-b-4', { all: [{ fact: 'battered-persons-all-adults' }, { fact: 'battered-persons-all-waived' }] })],
    // A denial of an earlier application ends nothing for one that was made since: she is the beneficiary of that one.
    until: [opening('us-disclosure-victim-denied', 'us-8usc-1367-a-2', { all: [{ fact: 'victim-relief-denied', notBefore: 'victim-relief-sought' }, { fact: 'victim-relief-appeals-exhausted', notBefore: 'victim-relief-denied' }] })],
  },
  {
    ...statute, code: 'us-disclosure-visa', provisions: ['us-8usc-1202-f'], reach: 'destination', when: { fact: 'packet-shows-visa-records' },
    except: [opening('us-disclosure-visa-authorised', 'us-8usc-1202-f', { fact: 'visa-records-release-authorised' })],
  },
  {
    ...statute, code: 'us-disclosure-registration', provisions: ['us-8usc-1304-b'], reach: 'destination', when: { fact: 'packet-shows-registration-records' },
    except: [opening('us-disclosure-registration-designated', 'us-8usc-1304-b', { fact: 'registration-records-recipient-designated' })],
  },
  {
    ...statute, code: 'us-disclosure-legalisation', provisions: ['us-8usc-1255a-c-5', 'us-8usc-1160-b-6'], reach: 'destination', when: { fact: 'packet-shows-legalisation-records' },
    except: [opening('us-disclosure-legalisation-known-otherwise', 'us-8usc-1255a-c-5-D-i', { fact: 'legalisation-facts-known-otherwise' })],
  },
  {
    // The statute orders procedures that protect this; the regulation that makes them was not read, so nothing opens this.
    ...statute, code: 'us-disclosure-tps', provisions: ['us-8usc-1254a-c-6'], reach: 'destination', when: { fact: 'packet-shows-tps-records' },
  },
]
