import type { Checked } from './caution.ts'
import { checkConflicts, checkEffects, checkUnknowns } from './caution.ts'
import { changed, isUnknown } from './component.ts'
import { checkDraws } from './draws.ts'
import type { Findings } from './findings.ts'
import { checkPartsMatter } from './leaves.ts'
import { spread } from './numbers.ts'
import { checkReach } from './reach.ts'
import { checkDaysMatter, checkFactsMatter, checkOpenings, checkRuleIsNeeded } from './relevance.ts'
import { checkEffectsInQuestions, checkWhole } from './split.ts'
import { askAt, describe, odometerOf, stridesOf, tabulate, type Table } from './table.ts'
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
  return { ...head(unit), open: countOpen(unit, table), milliseconds, faults: checked.flatMap(({ faults }) => faults), notes: checked.flatMap(({ notes }) => notes), heldTooLong: checked.flatMap(({ heldTooLong = [] }) => heldTooLong), openers: [...effects.openers, ...(inside?.openers ?? [])] }
}

/**
 * A part of a unit that is too large for every day: as many combinations as said, spread over all. Each is answered, a conflict
 * closes, and what is settled stays so whatever its first unknown turns out to be.
 */
export function examineSome(unit: Unit, count: number): readonly string[] {
  const odometer = odometerOf(unit)
  const ask = (number: number) => askAt(unit, odometer, number) & (unit.kind === 'gate' ? bits.held : 255)
  const [settled, conflictCloses] = unit.kind === 'gate' ? [[0], true] : [[truths.yes, truths.no], false]
  const faults: string[] = []
  let tried = 0
  for (const number of spread(unit.combinations)) {
    if (tried >= count) break
    tried += 1
    const answer = ask(number)
    if (!settled.some((one) => one === answer)) continue
    const digits = [...odometer.digits]
    if (conflictCloses && unit.components.some((component, place) => component.conflicts(digits[place] ?? 0))) faults.push(`open in spite of a conflict: ${describe(unit, number)}`)
    const other = completionsAt(unit, number, digits).find((completed) => ask(completed) !== answer)
    if (other !== undefined) faults.push(`settled, although otherwise with ${describe(unit, other)}: ${describe(unit, number)}`)
  }
  return faults.slice(0, 10)
}

function completionsAt(unit: Unit, number: number, digits: readonly number[]): readonly number[] {
  const place = unit.components.findIndex((component, at) => component.unknowns(digits[at] ?? 0))
  const component = unit.components[place]
  if (!component) return []
  const digit = digits[place] ?? 0
  const fact = component.facts.find((_, at) => isUnknown(component.valueOf(digit, at)))
  if (fact === undefined) return []
  const letters = [...changed(component, fact, digit, 'no'), ...changed(component, fact, digit, 'yes')]
  return letters.map((letter) => number + (letter - digit) * (stridesOf(unit)[place] ?? 1))
}

function head({ name, kind, day, facts, combinations, fine }: Unit): Pick<Findings, 'unit' | 'kind' | 'day' | 'facts' | 'combinations' | 'fine'> {
  return { unit: name, kind, day, facts: facts.length, combinations, fine }
}

function tooMany(unit: Unit): Findings {
  return { ...head(unit), open: 0, milliseconds: 0, faults: [`more than ${mostCombinations} combinations: name questions in the law book, so that it can be split`], notes: [], heldTooLong: [], openers: [] }
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
