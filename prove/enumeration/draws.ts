// Does the answer rest on nothing but values and regions? Random days from the grid must answer as their cell does.
import { endOfPeriod } from '../../src/casework/end-of-period.ts'
import type { Reading } from '../../src/casework/fact-record.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import { seededRandom, type Random } from '../../src/kernel/random.ts'
import type { FactCode } from '../../src/law/facts.ts'
import type { Period } from '../../src/law/rule.ts'
import { eachLetter, type Checked } from './caution.ts'
import { letterKey, valuesOf, type Component, type Value } from './component.ts'
import { notCompared, regionOf } from './day-cells.ts'
import { counterOf } from './findings.ts'
import type { Table } from './table.ts'
import { askUnit, type Unit } from './unit.ts'
import type { Comparison } from './walk-condition.ts'

/**
 * Draws combinations with days from the grid (today and all sums of up to three periods back, each -2 to +2 days), and compares
 * the real answer with the one that the table has for the cell in which the days lie.
 */
export function checkDraws(unit: Unit, table: Table, draws: number, seed: number): Checked {
  const random = seededRandom(seed)
  const grid = gridOf({ day: unit.day, periods: unit.comparisons.flatMap(({ after }) => (after === 'nothing' ? [] : [after])) }, 3)
  const wrong = counterOf(`the answer differs from the one of its cell (seed ${seed})`)
  const finders = unit.components.map((component) => finderOf(component, unit))
  for (let draw = 0; draw < draws; draw += 1) {
    const readings = new Map<FactCode, Reading>()
    let number = 0
    unit.components.forEach((component, place) => {
      const drawn = component.facts.map((fact) => drawReading(fact, grid, random))
      component.facts.forEach((fact, at) => readings.set(fact, drawn[at]?.reading as Reading))
      number += (finders[place]?.(drawn) ?? 0) * (table.strides[place] ?? 1)
    })
    const answer = askUnit(unit, (fact) => readings.get(fact) as Reading)
    if (answer !== table.answers[number]) wrong.add(() => JSON.stringify([...readings]))
  }
  return { faults: wrong.words(), notes: [] }
}

type Drawn = { readonly value: Value; readonly reading: Reading }

// More yes than anything else: days are what is looked at here.
function drawReading(fact: FactCode, grid: readonly PlainDate[], random: Random): Drawn {
  const value = random() < 0.5 ? 'yes' : pick(valuesOf(fact), random)
  const on = pick(grid, random)
  if (value === 'yes') return { value, reading: { value: 'yes', on } }
  if (value === 'unverified') return { value, reading: { value: 'yes', on, unverified: true } }
  return { value, reading: value === 'overdue' ? { value: 'unknown', overdue: true } : { value } }
}

/** Today, all sums of up to `sums` periods back, and long ago, each -4 to +2 days. */
export function gridOf({ day, periods }: { readonly day: PlainDate; readonly periods: readonly Period[] }, sums: number): readonly PlainDate[] {
  const lengths = periods.map((period) => dayNumber(endOfPeriod(day, period)) - dayNumber(day))
  let starts: readonly number[] = [dayNumber(day)]
  for (let turn = 0; turn < sums; turn += 1) starts = [...new Set(starts.flatMap((start) => [start, ...lengths.map((length) => start - length)]))]
  const near = new Set([...starts, dayNumber(day) - 5000].flatMap((start) => [-4, -3, -2, -1, 0, 1, 2].map((step) => start + step)))
  return [...near].filter((number) => number <= dayNumber(day)).map(dayFromNumber)
}

function finderOf(component: Component, unit: Unit): (drawn: readonly Drawn[]) => number {
  const numbers = new Map(eachLetter(component, (letter) => [letterKey(component.facts.map((_, place) => component.valueOf(letter, place)), component.regionsOf(letter)), letter]))
  return (drawn) => {
    const dayOf = (fact: FactCode): PlainDate | undefined => {
      const reading = drawn[component.facts.indexOf(fact)]?.reading
      return reading?.value === 'yes' ? reading.on : undefined
    }
    const compared = ({ left, right }: Comparison) => dayOf(left) !== undefined && (right === 'today' || dayOf(right) !== undefined)
    const regions = Uint8Array.from(component.comparisons, (one) => (compared(one) ? regionOf(one, (fact) => dayOf(fact) as PlainDate, unit.day, unit.fine) : notCompared))
    const number = numbers.get(letterKey(drawn.map(({ value }) => value), regions))
    if (number === undefined) throw new Error(`${unit.name}: no cell for ${JSON.stringify(drawn)}`)
    return number
  }
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item
}
