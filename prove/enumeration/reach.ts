// "Held for all destinations" is only said where no other destination would help.
import { factDefinition } from '../../src/law/facts.ts'
import { eachLetter, type Checked } from './caution.ts'
import type { Component } from './component.ts'
import { counterOf } from './findings.ts'
import { forEachCombination } from './numbers.ts'
import { describe, type Table } from './table.ts'
import { bits, type GateUnit } from './unit.ts'

/**
 * For every choice of the facts about the person: if the gate says of one destination that it is held for all, then it is held
 * whatever the facts about a destination are. What is recorded about one destination can therefore not hold another one.
 */
export function checkReach(unit: GateUnit, table: Table): Checked {
  const keys = unit.components.map(personLetters)
  const sizes = keys.map((ids) => ids.reduce((most, id) => Math.max(most, id), 0) + 1)
  const some = new Int32Array(sizes.reduce((product, size) => product * size, 1)).fill(-1)
  const keyOf = (digits: readonly number[]) => digits.reduce((key, digit, place) => key * (sizes[place] ?? 1) + (keys[place]?.[digit] ?? 0), 0)
  forEachCombination(unit, (number, digits) => {
    if (!((table.answers[number] ?? 0) & bits.held)) some[keyOf(digits)] = number
  })
  const wrong = counterOf('held for all, although another destination would be open')
  forEachCombination(unit, (number, digits) => {
    const other = some[keyOf(digits)] ?? -1
    if ((table.answers[number] ?? 0) & bits.everywhere && other >= 0) wrong.add(() => `${describe(unit, number)} | open: ${describe(unit, other)}`)
  })
  return { faults: wrong.words(), notes: [] }
}

// Letters with the same facts about the person get the same number.
function personLetters(component: Component): readonly number[] {
  const personal = component.facts.flatMap((fact, place) => (factDefinition(fact).about === 'person' ? [place] : []))
  const ids = new Map<string, number>()
  return eachLetter(component, (letter) => {
    const key = JSON.stringify(personal.map((place) => component.readingOf(letter, place)))
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  })
}
