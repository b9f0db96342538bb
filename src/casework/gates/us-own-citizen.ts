import { everyStep } from '../../law/rule.ts'
import type { Gate } from '../gate.ts'

/** Is the person recorded as a citizen or national of the United States? A claim to be one is enough: it must be settled first. */
export const unitedStatesOwnCitizen: Gate = {
  code: 'us-own-citizen',
  jurisdictions: ['US'],
  steps: everyStep,
  rules: ['us-own-citizen'],
  facts: ['recorded-as-own-citizen'],
}
