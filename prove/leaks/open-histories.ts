import type { CaseState } from '../../src/casework/case-state.ts'
import { decideStep, gatesOf } from '../../src/casework/decide-step.ts'
import { evolve } from '../../src/casework/evolve.ts'
import { readerOf } from '../../src/casework/read-case.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import type { Random } from '../../src/kernel/random.ts'
import { factDefinition, type FactCode } from '../../src/law/facts.ts'
import { everyStep, type Jurisdiction } from '../../src/law/rule.ts'
import { shippedBook } from '../../src/law/shipped-book.ts'
import { baseCase, protectedFacts, readyFor } from './base-case.ts'
import { today } from './days.ts'
import { elsewhere, type InnerFact } from './pair.ts'

const [first, last] = [dayNumber('2021-01-01' as PlainDate), dayNumber(today) - 60]
const triesForEachGate = 60

/**
 * Histories of protected facts after which contact and request are open all the same: a claim that was refused at last, a stay that
 * ended, protection against another state. Found by asking the real gates, so that what is sent after them is worth comparing.
 */
export function openHistories(jurisdiction: Jurisdiction, random: Random): readonly (readonly InnerFact[])[] {
  const base = readyFor(baseCase(jurisdiction))
  const ours = new Set(protectedFacts(jurisdiction))
  const found = new Map<string, readonly InnerFact[]>()
  // Gates of later steps too: that somebody is ill holds no request, and must not be told by one.
  for (const gate of new Set(everyStep.flatMap((step) => gatesOf(jurisdiction, step)))) {
    const facts = gate.facts.filter((fact) => ours.has(fact))
    for (let left = facts.length === 0 ? 0 : triesForEachGate; left > 0; left -= 1) {
      const history = drawHistory(facts, random)
      if (history.some(({ value }) => value === 'yes') && isOpen(history.reduce(recorded, base))) found.set(JSON.stringify(history), history)
    }
  }
  return [...found.values()]
}

/** Between one and four facts, each on a day of its own. */
export function drawHistory(facts: readonly FactCode[], random: Random): readonly InnerFact[] {
  const chosen = facts.toSorted(() => random() - 0.5).slice(0, 1 + Math.floor(random() * 4))
  return chosen.map((fact) => ({ fact, value: random() < 0.85 ? 'yes' : random() < 0.5 ? 'no' : 'unknown', on: dayFromNumber(first + Math.floor(random() * (last - first))), ...whereOf(fact, random) }))
}

function whereOf(fact: FactCode, random: Random): Pick<InnerFact, 'where'> {
  if (factDefinition(fact).about === 'person') return {}
  return { where: random() < 0.6 ? 'here' : 'elsewhere' }
}

function isOpen(state: CaseState): boolean {
  const book = shippedBook()
  return (['contact', 'request'] as const).every((step) => decideStep({ jurisdiction: state.jurisdiction, step, day: today, book, read: readerOf(state, 'BR', undefined, today, book) }).state === 'open')
}

function recorded(state: CaseState, { fact, value, on, where }: InnerFact): CaseState {
  const destination = where === undefined ? {} : { destination: where === 'here' ? 'BR' : elsewhere }
  return evolve(state, { kind: 'fact-recorded', record: { id: `${fact}/${on}`, fact, value, on, ...destination, source: 'sample', recordedAt: `${on}T09:00:00.000Z` } })
}
