// A part of `npm run prove:gates` for every day: the gates that have up to 200,000 combinations whole, of the others as many.
import { describe, expect, test } from 'vitest'
import { allGates } from '../src/casework/gates/all.ts'
import { readInstruments } from '../src/casework/read-instruments.ts'
import { dayFromNumber, dayNumber } from '../src/kernel/day.ts'
import { facts, type FactCode } from '../src/law/facts.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { examine, examineSome } from './enumeration/examine.ts'
import { checkLists } from './enumeration/lists.ts'
import { explanations } from './explained.ts'
import { proofDay, proofUnits } from './proof-units.ts'

const most = 200_000
const units = proofUnits()
const effort = { draws: 2000, seed: 20_261_122, mostForParts: 20_000, mostAgain: 20_000 }

test.each(allGates)('the gate $code reads exactly the facts that it lists', (gate) => {
  expect(checkLists(gate, shippedBook())).toEqual([])
})

test.each(units.filter(({ combinations }) => combinations <= most))('$name: every one of its $combinations combinations is decided with caution', (unit) => {
  const { faults, heldTooLong } = examine(unit, effort)
  expect(faults).toEqual([])
  expect(unit.name in explanations ? [] : heldTooLong).toEqual([])
})

test.each(units.filter(({ combinations }) => combinations > most))('$name: of its $combinations combinations a part is decided with caution', (unit) => {
  expect(examineSome(unit, most / 4)).toEqual([])
})

describe('what an instrument that is not verified says', () => {
  const ends = (Object.keys(facts) as FactCode[]).filter((fact) => 'computed' in facts[fact] && facts[fact].computed === 'instruments' && facts[fact].effect === 'ends')
  test.each(ends)('%s is never an unverified yes', (fact) => {
    const book = shippedBook()
    const countries = [...new Set(book.instruments.map(({ place }) => place.country))]
    const state = (country: string) => ({ nationalities: [{ country, basis: 'own-document' as const, on: proofDay, source: 'Sample' }] })
    for (const text of ['verified', 'unverified', 'draft'] as const) {
      const changed = { ...book, instruments: book.instruments.map((one) => ({ ...one, text, ...(one.endsOn ? { endsOn: { ...one.endsOn, text } } : {}) })), lists: book.lists.map((list) => ({ ...list, reviewBy: proofDay })) }
      for (const country of countries) {
        for (let back = 0; back < 3000; back += 30) {
          const reading = readInstruments(fact, state(country), country, undefined, dayFromNumber(dayNumber(proofDay) - back), changed)
          expect(reading).not.toMatchObject({ value: 'yes', unverified: true })
        }
      }
    }
  })
})
