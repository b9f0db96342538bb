import type { Gate } from '../gate.ts'

/** Have the fourteen days after an administrative order passed? */
export const unitedStatesAdministrativeOrderWait: Gate = {
  code: 'us-administrative-order-wait',
  jurisdictions: ['US'],
  steps: ['hand-over', 'departure'],
  rules: ['us-administrative-order-14-days'],
  facts: ['administrative-order-issued', 'fourteen-days-waived'],
}
