import type { Rule } from '../rule.ts'
import { canadaDisclosureRules } from './rules-disclosure.ts'
import { canadaOrderRules } from './rules-order.ts'
import { canadaRiskAssessmentRules } from './rules-prra.ts'
import { canadaProtectionRules } from './rules-protection.ts'
import { canadaStayRules } from './rules-stays.ts'

/**
 * Every rule of Canada. None has a first or last day: the consolidation says since when the wording stands, not what it replaced,
 * and an amendment arrives as an approved update that ends one version and begins the next.
 */
export const canadaRules: readonly Rule[] = [...canadaOrderRules, ...canadaStayRules, ...canadaRiskAssessmentRules, ...canadaProtectionRules, ...canadaDisclosureRules]
