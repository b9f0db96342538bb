import type { Reading } from '../../src/casework/fact-record.ts'
import type { ReadFact } from '../../src/casework/read-condition.ts'
import type { LawBook } from '../../src/law/book.ts'
import type { FactCode } from '../../src/law/facts.ts'
import { askUnit, type Unit } from './unit.ts'

/** The answer to every combination, by its number: the letters of the components are its digits, the last component's the lowest. */
export type Table = { readonly answers: Uint8Array; readonly strides: readonly number[] }

/** Sets the readings to one combination after the other. `digits` and `read` are the same objects all the time. */
export type Odometer = {
  readonly read: ReadFact
  readonly digits: number[]
  readonly moveTo: (number: number) => void
  /** To the next combination; false after the last. */
  readonly next: () => boolean
}

/** Asks the real code about every combination. */
export function tabulate(unit: Unit): Table {
  const answers = new Uint8Array(unit.combinations)
  const odometer = odometerOf(unit)
  odometer.moveTo(0)
  let number = 0
  do {
    answers[number] = askUnit(unit, odometer.read)
    number += 1
  } while (odometer.next())
  if (number !== unit.combinations) throw new Error(`${unit.name}: ${number} of ${unit.combinations} combinations tried`)
  return { answers, strides: stridesOf(unit) }
}

/** Asks again, about every combination that `which` picks, perhaps of another book. */
export function askAt(unit: Unit, odometer: Odometer, number: number, book: LawBook = unit.book): number {
  odometer.moveTo(number)
  return askUnit(unit, odometer.read, book)
}

export function stridesOf(unit: Unit): readonly number[] {
  let stride = 1
  return unit.components.toReversed().map(({ letters }) => {
    const mine = stride
    stride *= letters
    return mine
  }).toReversed()
}

export function odometerOf(unit: Unit): Odometer {
  const { components } = unit
  const strides = stridesOf(unit)
  const readings = new Map<FactCode, Reading>()
  const digits = components.map(() => 0)
  const set = (place: number) => {
    const component = components[place]
    if (!component) throw new Error('no such component')
    const letter = digits[place] ?? 0
    for (let fact = 0; fact < component.facts.length; fact += 1) readings.set(component.facts[fact] as FactCode, component.readingOf(letter, fact))
  }
  return {
    digits,
    read: (fact) => readings.get(fact) ?? notInUnit(unit, fact),
    moveTo: (number) => {
      let rest = number
      for (let place = 0; place < digits.length; place += 1) {
        const stride = strides[place] ?? 1
        digits[place] = Math.floor(rest / stride)
        rest %= stride
        set(place)
      }
    },
    next: () => {
      for (let place = digits.length - 1; place >= 0; place -= 1) {
        const digit = (digits[place] ?? 0) + 1
        const carry = digit === components[place]?.letters
        digits[place] = carry ? 0 : digit
        set(place)
        if (!carry) return true
      }
      return false
    },
  }
}

function notInUnit(unit: Unit, fact: FactCode): never {
  throw new Error(`${unit.name} reads ${fact}, which its gate does not list`)
}

/** Says a combination in words, for a report. */
export function describe(unit: Unit, number: number): string {
  const odometer = odometerOf(unit)
  odometer.moveTo(number)
  return unit.facts.map((fact) => `${fact}=${readingWords(odometer.read(fact))}`).join(' ')
}

function readingWords(reading: Reading): string {
  if (reading.value === 'yes') return `yes(${reading.on}${reading.unverified ? ', unverified' : ''})`
  return reading.value === 'unknown' && reading.overdue ? 'unknown(overdue)' : reading.value
}
