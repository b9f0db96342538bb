import type { PlainDate } from '../kernel/day.ts'
import type { Condition, Jurisdiction } from '../law/rule.ts'
import type { CaseState } from './case-state.ts'
import type { AuthorityFor } from './outbound-refusal.ts'
import { readCondition } from './read-condition.ts'
import { readFact } from './read-facts.ts'

// As the policy on minors asks: a decision, and none against it on its day or after it.
const child: Condition = { all: [{ fact: 'best-interests-found-compatible' }, { no: { fact: 'best-interests-found-against', notBefore: 'best-interests-found-compatible' } }] }

/**
 * What must be recorded. Canada: Privacy Act, subsection 8(2). United States: 8 USC 1304(b) for prints, which are registration
 * records, and 8 USC 1202(f) for visas. A child: policy, after article 3 of the Convention on the Rights of the Child.
 */
const recorded: Readonly<Record<Jurisdiction, Readonly<Record<AuthorityFor, Condition>>>> = {
  CA: { fingerprints: { fact: 'disclosure-authority-recorded' }, visa: { fact: 'disclosure-authority-recorded' }, child },
  US: { fingerprints: { fact: 'registration-records-recipient-designated' }, visa: { fact: 'visa-records-release-authorised' }, child },
}

/** Which authorities are recorded on the day for this state. Only that they are there goes on; what they say stays in the case. */
export function authoritiesOf({ jurisdiction, facts }: Pick<CaseState, 'jurisdiction' | 'facts'>, destination: string, day: PlainDate): readonly AuthorityFor[] {
  const reader = { read: (fact: Parameters<typeof readFact>[1]) => readFact(facts, fact, destination, day), day, book: { periods: [], questions: [] } }
  return (['fingerprints', 'visa', 'child'] as const).filter((one) => readCondition(recorded[jurisdiction][one], reader) === 'yes')
}
