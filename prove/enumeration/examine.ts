import type { Checked } from './caution.ts'
import { checkConflicts, checkEffects, checkUnknowns } from './caution.ts'
import { checkDraws } from './draws.ts'
import type { Findings } from './findings.ts'
import { checkPartsMatter } from './leaves.ts'
import { checkReach } from './reach.ts'
import { checkDaysMatter, checkFactsMatter, checkOpenings, checkRuleIsNeeded } from './relevance.ts'
import { checkEffectsInQuestions, checkWhole } from './split.ts'
import { odometerOf, tabulate, type Table } from './table.ts'
import { askUnit, bits, mostCombinations, truths, type Unit } from './unit.ts'

export type Effort = { readonly draws: number; readonly seed: number; readonly mostForParts: number; readonly mostAgain: number }

export const fullEffort: Effort = { draws: 20_000, seed: 20_261_122, mostForParts: 500_000, mostAgain: 1_000_000 }

/** Tries every combination of a unit with the real code and checks what must hold. Milliseconds are those of the trying alone. */
export function examine(unit: Unit, effort: Effort = fullEffort, now: () => number = () => performance.now()): Findings {
  if (unit.combinations > mostCombinations) return tooMany(unit)
  const start = now()
  const table = tabulate(unit)
  const milliseconds = now() - start
  const effects = checkEffects(unit, table)
  const inside = unit.kind === 'gate' && unit.standIns.size > 0 ? checkEffectsInQuestions(unit, table) : undefined
  const checked: readonly Checked[] = [
    checkSame(unit, table, effort.mostAgain), checkUnknowns(unit, table), checkConflicts(unit, table), effects,
    ...(unit.kind === 'question' || unit.wellRuled ? [checkFactsMatter(unit, table), checkDaysMatter(unit, table), checkPartsMatter(unit, table, effort.mostForParts)] : []),
    ...(unit.kind === 'gate' ? [checkReach(unit, table), checkOpenings(unit, table), checkRuleIsNeeded(unit, table), checkHeldWithoutRule(unit, table)] : []),
    checkDraws(unit, table, effort.draws, effort.seed),
    ...(inside ? [inside] : []),
    ...(unit.kind === 'gate' && inside && unit.wellRuled ? [checkWhole(unit, Math.ceil(effort.draws / 50), effort.seed)] : []),
  ]
  return { ...head(unit), open: countOpen(unit, table), milliseconds, faults: checked.flatMap(({ faults }) => faults), notes: checked.flatMap(({ notes }) => notes), openers: [...effects.openers, ...(inside?.openers ?? [])] }
}

function head({ name, kind, day, facts, combinations, fine }: Unit): Pick<Findings, 'unit' | 'kind' | 'day' | 'facts' | 'combinations' | 'fine'> {
  return { unit: name, kind, day, facts: facts.length, combinations, fine }
}

function tooMany(unit: Unit): Findings {
  return { ...head(unit), open: 0, milliseconds: 0, faults: [`more than ${mostCombinations} combinations: name questions in the law book, so that it can be split`], notes: [], openers: [] }
}

/** Decided once and for all: asking again gives the same answer. */
function checkSame(unit: Unit, table: Table, most: number): Checked {
  const odometer = odometerOf(unit)
  const every = Math.max(1, Math.ceil(unit.combinations / most))
  for (let number = 0; number < unit.combinations; number += every) {
    odometer.moveTo(number)
    if (askUnit(unit, odometer.read) !== table.answers[number]) return { faults: [`asked again, combination ${number} is answered otherwise`], notes: [] }
  }
  return { faults: [], notes: [] }
}

/** On a day on which a rule has no single version, nothing is open. */
function checkHeldWithoutRule(unit: Unit, table: Table): Checked {
  if (unit.kind === 'question' || unit.wellRuled) return { faults: [], notes: [] }
  const open = countOpen(unit, table)
  return { faults: open > 0 ? [`${open} combinations are open on ${unit.day}, when a rule has no single version`] : [], notes: [`on ${unit.day} a rule has no single version: all held`] }
}

function countOpen(unit: Unit, { answers }: Table): number {
  return answers.reduce((count, answer) => count + (unit.kind === 'gate' ? ((answer & bits.held) === 0 ? 1 : 0) : answer === truths.yes ? 1 : 0), 0)
}
