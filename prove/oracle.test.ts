import { expect, test } from 'vitest'
import { allGates } from '../src/casework/gates/all.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { compareWithOracle, oracles } from './oracle/compare.ts'
import { proofDay, proofUnits } from './proof-units.ts'

// Fewer when many runs follow each other: see `prove/mutants.ts`.
const most = Number(process.env['COMITY_PROOF_MOST'] ?? 200_000)
const units = proofUnits(allGates, shippedBook(), proofDay, 200_000).flatMap((unit) => (unit.kind === 'gate' && unit.gate.code in oracles ? [unit] : []))

test('each second reading of the law belongs to a gate', () => {
  expect(units.map(({ gate }) => gate.code).sort()).toEqual(Object.keys(oracles).sort())
})

test.each(units)('$name answers as a second reading of the statute does', (unit) => {
  const small = unit.combinations <= most ? unit : { ...unit, standIns: new Map([['left out: too large for every day', 'removal-order-made' as const]]) }
  const { disagreements, first } = compareWithOracle(small, Math.min(10_000, most), 20_261_122)
  expect(first).toBe('')
  expect(disagreements).toBe(0)
})
