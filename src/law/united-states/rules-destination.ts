import type { Rule } from '../rule.ts'
import { statute, unverifiedOpening } from './rule-kinds.ts'

/** Which country, and what a country outside the order needs. */
export const destinationRules: readonly Rule[] = [
  {
    ...statute, code: 'us-destination-order', provisions: ['us-8usc-1231-b-1-A', 'us-8usc-1231-b-2-A', 'us-8usc-1231-b-2-D', 'us-8usc-1231-b-2-E-vii'], reach: 'destination',
    when: { no: { fact: 'destination-open-in-order' } },
  },
  {
    ...statute, code: 'us-third-country', authority: 'instrument', provisions: ['us-third-country-policy'], text: 'unverified', reach: 'destination', when: { fact: 'destination-not-named-in-order' },
    until: [unverifiedOpening('us-third-country-notice', 'us-third-country-policy', { all: [
      { fact: 'third-country-policy-in-force' },
      { fact: 'third-country-notice-served', notBefore: 'destination-not-named-in-order' },
      { fact: 'no-fear-of-third-country-stated', notBefore: 'third-country-notice-served' },
    ] })],
    note: {
      en: 'The policy was set aside on 25 February 2026 and that judgment was stayed pending appeal about 16 March 2026. What stands now is not known here, so a country that the order does not name stays held until two people record the law.',
      fr: 'La politique a été annulée le 25 février 2026 et ce jugement a été suspendu pendant l’appel vers le 16 mars 2026. L’état actuel n’est pas connu ici\u00a0: un pays que l’ordonnance ne nomme pas reste fermé tant que deux personnes n’ont pas consigné le droit.',
    },
  },
]
