// A part of `npm run prove:gates` for every day: the gates that have up to 200,000 combinations whole, of the others as many.
import { describe, expect, test } from 'vitest'
import { allGates } from '../src/casework/gates/all.ts'
import { gatesOf } from '../src/casework/decide-step.ts'
import { everyStep } from '../src/law/rule.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { examine, examineSome } from './enumeration/examine.ts'
import { checkLists } from './enumeration/lists.ts'
import { expectedGates } from './expected-steps.ts'
import { explanations } from './explained.ts'
import { proofDay, proofUnits } from './proof-units.ts'

// Fewer when many runs follow each other: see `prove/mutants.ts`.
const most = Number(process.env['COMITY_PROOF_MOST'] ?? 200_000)
const units = proofUnits(allGates, shippedBook(), proofDay, 200_000)
const effort = { draws: 1000, seed: 20_261_122, mostForParts: most / 10, mostAgain: most / 10 }

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

describe.each(['CA', 'US'] as const)('in %s', (jurisdiction) => {
  test.each(everyStep)('the step %s asks exactly the gates that it must', (step) => {
    expect(gatesOf(jurisdiction, step).map(({ code }) => code).sort()).toEqual(expectedGates(jurisdiction, step))
  })
})
