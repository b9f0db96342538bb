// Does the answer rest on nothing but values and regions? Random days from the grid must answer as their cell does.
import { endOfPeriod } from '../../src/casework/end-of-period.ts'
import type { Reading } from '../../src/casework/fact-record.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import { seededRandom, type Random } from '../../src/kernel/random.ts'
import type { FactCode } from '../../src/law/facts.ts'
import type { Checked } from './caution.ts'
import { isYes, type Component, type Letter } from './component.ts'
import { comparisonKey, regionOf } from './day-cells.ts'
import { counterOf } from './findings.ts'
import type { Table } from './table.ts'
import { askUnit, type Unit } from './unit.ts'

/**
 * Draws combinations with days from the grid (today and all sums of up to three periods back, each -2 to +2 days), and compares
 * the real answer with the one that the table has for the cell in which the days lie.
 */
export function checkDraws(unit: Unit, table: Table, draws: number, seed: number): Checked {
  const random = seededRandom(seed)
  const grid = gridOf(unit)
  const wrong = counterOf(`the answer differs from the one of its cell (seed ${seed})`)
  const finders = unit.components.map((component) => finderOf(component, unit))
  for (let draw = 0; draw < draws; draw += 1) {
    const readings = new Map<FactCode, Reading>()
    let number = 0
    unit.components.forEach((component, place) => {
      const letter = pick(component.letters, random)
      const drawn = letter.readings.map((reading) => (reading.value === 'yes' ? { ...reading, on: pick(grid, random) } : reading))
      component.facts.forEach((fact, at) => readings.set(fact, drawn[at] as Reading))
      number += (finders[place]?.(letter, drawn) ?? 0) * (table.strides[place] ?? 1)
    })
    const answer = askUnit(unit, (fact) => readings.get(fact) as Reading)
    if (answer !== table.answers[number]) wrong.add(() => JSON.stringify([...readings]))
  }
  return { faults: wrong.words(), notes: [] }
}

function gridOf({ day, comparisons }: Unit): readonly PlainDate[] {
  const periods = comparisons.flatMap(({ after }) => (after === 'nothing' ? [] : [after]))
  const back = (days: readonly number[]) => days.flatMap((start) => [start, ...periods.map((period) => start - (dayNumber(endOfPeriod(dayFromNumber(start), period)) - start))])
  const sums = new Set(back(back(back([dayNumber(day)]))))
  const near = [...sums].flatMap((sum) => [-2, -1, 0, 1, 2].map((step) => sum + step))
  return [...new Set(near)].filter((number) => number <= dayNumber(day)).map(dayFromNumber)
}

function finderOf(component: Component, unit: Unit): (letter: Letter, drawn: readonly Reading[]) => number {
  const numbers = new Map(component.letters.map((letter, number) => [keyOf(letter.values, letter.cell.regions), number]))
  const mine = unit.comparisons.filter(({ left }) => component.facts.includes(left))
  return ({ values }, drawn) => {
    const dayOf = (fact: FactCode): PlainDate => {
      const reading = drawn[component.facts.indexOf(fact)]
      if (reading?.value !== 'yes') throw new Error(`${fact} has no day`)
      return reading.on
    }
    const happened = (fact: FactCode | 'today') => fact === 'today' || isYes(values[component.facts.indexOf(fact)])
    const regions = new Map(mine.filter(({ left, right }) => happened(left) && happened(right)).map((one) => [comparisonKey(one), regionOf(one, dayOf, unit.day, unit.fine)]))
    const number = numbers.get(keyOf(values, regions))
    if (number === undefined) throw new Error(`${unit.name}: no cell for ${JSON.stringify(drawn)}`)
    return number
  }
}

function keyOf(values: Letter['values'], regions: ReadonlyMap<string, number>): string {
  return `${values.join(' ')} | ${[...regions].map(([key, region]) => `${key}:${region}`).sort().join(' ')}`
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item
}
