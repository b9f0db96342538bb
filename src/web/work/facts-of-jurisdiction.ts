import { canadaFacts } from '../../law/canada/facts.ts'
import { commonFacts } from '../../law/common/facts.ts'
import type { FactCode } from '../../law/facts.ts'
import type { Jurisdiction } from '../../law/rule.ts'
import { unitedStatesFacts } from '../../law/united-states/facts.ts'

const own: Readonly<Record<Jurisdiction, Readonly<Record<string, unknown>>>> = { CA: canadaFacts, US: unitedStatesFacts }

/** The facts that rules of this state, or policies, may ask about. */
export function factsOfJurisdiction(jurisdiction: Jurisdiction): ReadonlySet<FactCode> {
  return new Set([...Object.keys(commonFacts), ...Object.keys(own[jurisdiction])] as FactCode[])
}
