import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is this a country that the order does not name? */
export const unitedStatesThirdCountry: Gate = {
  code: 'us-third-country',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-third-country'],
  facts: ['destination-not-named-in-order', 'third-country-policy-in-force', 'third-country-notice-served', 'no-fear-of-third-country-stated'],
}
