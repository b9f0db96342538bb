import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Did a court stay removal to this country? */
export const unitedStatesCourtStayForCountry: Gate = {
  code: 'us-court-stay-for-country',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-court-stay-for-country'],
  facts: ['removal-there-stayed-by-court', 'stay-there-by-court-ended'],
}
