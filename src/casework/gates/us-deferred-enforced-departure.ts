import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Does a memorandum defer the departure of people like this person? */
export const unitedStatesDeferredEnforcedDeparture: Gate = {
  code: 'us-deferred-enforced-departure',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-deferred-enforced-departure'],
  facts: ['deferred-enforced-departure-in-force', 'in-deferred-enforced-departure-class'],
}
