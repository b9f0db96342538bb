import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Has the person shown a case for temporary protected status that is not yet decided? */
export const unitedStatesTpsPrimaFacie: Gate = {
  code: 'us-tps-prima-facie',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-tps-prima-facie', 'us-tps-before-registration'],
  facts: [
    'tps-prima-facie', 'tps-application-decided', 'tps-prima-facie-before-registration', 'tps-registration-opened',
    'tps-opportunity-to-register-given',
  ],
}
