import { allGates } from '../src/casework/gates/all.ts'
import type { Gate } from '../src/casework/gate.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import type { LawBook } from '../src/law/book.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { unitsOf, type Unit } from './enumeration/unit.ts'

/**
 * The day that stands for today: days of facts are chosen relative to it. A Monday, so that periods end on it which would have
 * ended on the Saturday or the Sunday before.
 */
export const proofDay = '2026-11-23' as PlainDate

/** Everything to be enumerated: each gate on each day on which other versions of its rules are in force, each question once. `most`: split what is larger, where it can be. */
export function proofUnits(gates: readonly Gate[] = allGates, book: LawBook = shippedBook(), day: PlainDate = proofDay, most?: number): readonly Unit[] {
  return [...new Map(gates.flatMap((gate) => unitsOf(gate, book, day, most)).map((unit) => [unit.name, unit])).values()]
}
