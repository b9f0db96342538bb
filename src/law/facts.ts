import { canadaFacts } from './canada/facts.ts'
import { commonFacts } from './common/facts.ts'
import type { FactDefinition } from './fact-definition.ts'
import { unitedStatesFacts } from './united-states/facts.ts'

/** Every fact that a rule may ask about. */
export const facts = { ...commonFacts, ...canadaFacts, ...unitedStatesFacts } as const

export type FactCode = keyof typeof facts

export function isFactCode(code: string): code is FactCode {
  return Object.hasOwn(facts, code)
}

export function factDefinition(code: FactCode): FactDefinition {
  return facts[code]
}
