import type { Rule } from '../rule.ts'
import { destinationRules } from './rules-destination.ts'
import { disclosureRules } from './rules-disclosure.ts'
import { orderRules } from './rules-order.ts'
import { protectionRules } from './rules-protection.ts'
import { stayRules } from './rules-stays.ts'

/** Every rule of the United States. */
export const unitedStatesRules: readonly Rule[] = [...orderRules, ...stayRules, ...protectionRules, ...destinationRules, ...disclosureRules]
