import { rulesInForce, type LawBook } from '../law/book.ts'
import type { FactCode } from '../law/facts.ts'
import type { Jurisdiction, RuleCode, Step } from '../law/rule.ts'
import { factDefinition } from '../law/facts.ts'
import { applyRule, type Hold } from './apply-rule.ts'
import type { Reader } from './read-condition.ts'

/** One legal question. It names its rules and the facts they read; dates, periods and countries are in `law`. */
export type Gate = {
  readonly code: string
  readonly jurisdictions: readonly Jurisdiction[]
  readonly steps: readonly Step[]
  /** All must let the step pass. */
  readonly rules: readonly RuleCode[]
  /** Rules whose answer is shown to the officer who decides, and which hold nothing. */
  readonly weighs?: readonly RuleCode[]
  readonly facts: readonly FactCode[]
}

/** What a gate says: no hold, and the step may pass it. `alarms`: somebody must look, whatever happens to this step. */
export type GateAnswer = { readonly gate: string; readonly holds: readonly Hold[]; readonly weighed: readonly Hold[] }

/** Asks one gate. A conflict on any fact that it reads closes it, whatever the rest says. */
export function askGate(gate: Gate, reader: Reader & { readonly book: LawBook }): GateAnswer {
  const conflicts = gate.facts.filter((fact) => reader.read(fact).value === 'conflict')
  return {
    gate: gate.code,
    holds: [...(conflicts.length > 0 ? [conflictHold(gate, conflicts)] : []), ...gate.rules.flatMap((code) => askRule(code, reader))],
    weighed: (gate.weighs ?? []).flatMap((code) => askRule(code, reader)),
  }
}

function askRule(code: RuleCode, reader: Reader & { readonly book: LawBook }): readonly Hold[] {
  const versions = rulesInForce(reader.book, code, reader.day)
  const [rule] = versions
  if (!rule || versions.length > 1) return [{ ...nothingToCite, rule: code, reason: rule ? 'two-rules' : 'no-rule' }]
  const hold = applyRule(rule, reader)
  return hold ? [hold] : []
}

function conflictHold(gate: Gate, conflicts: readonly FactCode[]): Hold {
  const here = conflicts.every((fact) => factDefinition(fact).about === 'destination')
  return { ...nothingToCite, rule: gate.code, reason: 'conflict', reach: here ? 'destination' : 'everywhere', unsettled: conflicts }
}

const nothingToCite = { provisions: [], authority: 'none', text: 'verified', reach: 'everywhere', unsettled: [], opensWhen: [], ignored: [] } as const
