import { askGate } from '../../src/casework/gate.ts'
import type { Reading } from '../../src/casework/fact-record.ts'
import { dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import { seededRandom } from '../../src/kernel/random.ts'
import type { FactCode } from '../../src/law/facts.ts'
import { gridOf } from '../enumeration/draws.ts'
import { forEachCombination } from '../enumeration/numbers.ts'
import { describe, odometerOf, tabulate } from '../enumeration/table.ts'
import { bits, type GateUnit } from '../enumeration/unit.ts'
import { canadaOracles } from './canada.ts'
import type { Known, Oracle } from './known.ts'
import { policyOracles } from './policies.ts'
import { unitedStatesOracles } from './united-states.ts'

export const oracles: Readonly<Record<string, Oracle>> = { ...canadaOracles, ...unitedStatesOracles, ...policyOracles }

export type Compared = { readonly gate: string; readonly combinations: number; readonly drawn: number; readonly disagreements: number; readonly first: string }

/**
 * The gate against the second reading of the law: every combination in which all facts are known (unless the gate is split), and
 * drawn ones with other days. Combinations with unknowns need no second reading: the enumeration ties them to these.
 */
export function compareWithOracle(unit: GateUnit, draws: number, seed: number): Compared {
  const oracle = oracles[unit.gate.code]
  if (!oracle) throw new Error(`no second reading of ${unit.gate.code}`)
  const whole = unit.standIns.size === 0 ? compareTable(unit, oracle) : { combinations: 0, disagreements: [] }
  const drawn = compareDraws(unit, oracle, draws, seed)
  const disagreements = [...whole.disagreements, ...drawn]
  return { gate: unit.gate.code, combinations: whole.combinations, drawn: draws, disagreements: disagreements.length, first: disagreements[0] ?? '' }
}

function compareTable(unit: GateUnit, oracle: Oracle): { readonly combinations: number; readonly disagreements: readonly string[] } {
  const { answers } = tabulate(unit)
  const known = unit.components.map((component) => Array.from({ length: component.letters }, (_, letter) => component.facts.every((_, place) => ['no', 'yes'].includes(component.valueOf(letter, place)))))
  const odometer = odometerOf(unit)
  const disagreements: string[] = []
  let combinations = 0
  forEachCombination(unit, (number, digits) => {
    if (!digits.every((digit, place) => known[place]?.[digit])) return
    combinations += 1
    odometer.moveTo(number)
    const open = ((answers[number] ?? 0) & bits.held) === 0
    if (open !== oracle(knownFrom(odometer.read, unit.day))) disagreements.push(`the gate is ${open ? 'open' : 'held'}, the second reading not: ${describe(unit, number)}`)
  })
  return { combinations, disagreements }
}

function compareDraws({ whole, day }: GateUnit, oracle: Oracle, draws: number, seed: number): readonly string[] {
  const random = seededRandom(seed)
  const grid = gridOf({ day, periods: whole.book.periods }, 2)
  const disagreements: string[] = []
  for (let draw = 0; draw < draws; draw += 1) {
    const likely = random()
    const readings = new Map<FactCode, Reading>(whole.gate.facts.map((fact) => [fact, random() < likely ? { value: 'no' } : { value: 'yes', on: grid[Math.floor(random() * grid.length)] as PlainDate }]))
    const read = (fact: FactCode): Reading => readings.get(fact) ?? { value: 'no' }
    const open = askGate(whole.gate, { read, day, book: whole.book }).holds.length === 0
    if (open !== oracle(knownFrom(read, day))) disagreements.push(`the gate is ${open ? 'open' : 'held'}, the second reading not: ${JSON.stringify([...readings])}`)
  }
  return disagreements
}

function knownFrom(read: (fact: FactCode) => Reading, day: PlainDate): Known {
  return {
    today: dayNumber(day),
    on: (fact) => {
      const reading = read(fact)
      return reading.value === 'yes' ? dayNumber(reading.on) : undefined
    },
  }
}
