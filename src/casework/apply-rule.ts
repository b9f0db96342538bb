import type { FactCode } from '../law/facts.ts'
import type { Authority, Opening, Rule, RuleCode, TextStatus } from '../law/rule.ts'
import { readCondition, type Reader } from './read-condition.ts'

/**
 * Why a hold is there. `so`: what the rule asks for is so. `may-be-so`: it is not known not to be so. `draft`: the rule's text was
 * not found, so that a legal reviewer must record the authority. `conflict`: records contradict each other. `no-rule`, `two-rules`:
 * no version, or more than one, is in force on the day.
 */
export type HoldReason = 'so' | 'may-be-so' | 'draft' | 'conflict' | 'no-rule' | 'two-rules'

export type Hold = {
  readonly rule: RuleCode
  readonly reason: HoldReason
  readonly provisions: readonly string[]
  readonly authority: Authority | 'none'
  readonly text: TextStatus
  readonly reach: 'everywhere' | 'destination'
  /** Facts that are unknown, or in conflict, and would have to be recorded or corrected. */
  readonly unsettled: readonly FactCode[]
  /** Exceptions and endings that would open it, by code. */
  readonly opensWhen: readonly string[]
  /** Exceptions and endings that are met but whose text is not verified, and therefore ignored. */
  readonly ignored: readonly string[]
}

/** The hold that one rule makes, or undefined when it holds nothing: its trigger is not so, or verified text ends it. */
export function applyRule(rule: Rule, reader: Reader): Hold | undefined {
  const cautious = withoutUnverified(reader)
  if (readCondition(rule.when, cautious) === 'no') return undefined
  const trigger = readCondition(rule.when, reader)
  const openings = [...rule.except, ...rule.until]
  if (rule.text !== 'draft' && openings.some((opening) => opens(opening, cautious))) return undefined
  return {
    rule: rule.code,
    reason: rule.text === 'draft' ? 'draft' : trigger === 'yes' ? 'so' : 'may-be-so',
    provisions: rule.provisions,
    authority: rule.authority,
    text: rule.text,
    reach: rule.reach,
    unsettled: unsettledFacts(rule, reader),
    opensWhen: openings.filter((opening) => opening.text === 'verified').map((opening) => opening.code),
    ignored: openings.filter((opening) => opening.text !== 'verified' && readCondition(opening.condition, reader) === 'yes').map((opening) => opening.code),
  }
}

// What rests on an instrument that nobody has read may hold, and never opens: there it is as good as unknown.
function withoutUnverified({ read, ...reader }: Reader): Reader {
  return { ...reader, read: (fact) => {
    const reading = read(fact)
    return reading.value === 'yes' && reading.unverified ? { value: 'unknown' } : reading
  } }
}

function opens(opening: Opening, reader: Reader): boolean {
  return opening.text === 'verified' && readCondition(opening.condition, reader) === 'yes'
}

function unsettledFacts(rule: Rule, { read, ...reader }: Reader): readonly FactCode[] {
  const unsettled = new Set<FactCode>()
  const noting = { ...reader, read: (fact: FactCode) => {
    const reading = read(fact)
    if (reading.value === 'unknown' || reading.value === 'conflict') unsettled.add(fact)
    return reading
  } }
  for (const condition of [rule.when, ...[...rule.except, ...rule.until].map((opening) => opening.condition)]) readCondition(condition, noting)
  return [...unsettled].sort()
}
