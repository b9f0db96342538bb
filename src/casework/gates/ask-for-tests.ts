import type { PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import type { FactCode } from '../../law/facts.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import type { Hold } from '../apply-rule.ts'
import type { Reading } from '../fact-record.ts'
import { askGate, type Gate } from '../gate.ts'

// For tests of gates: what is so, and since when. A fact that is not named is known not to be so.

export type Known = Readonly<Partial<Record<FactCode, string>>>

export const today = '2026-11-22' as PlainDate

/** Asks one gate with the shipped law. A value is the day since when, or `unknown`, or `conflict`. */
export function holdsOf(gate: Gate, known: Known, day: string = today, book: LawBook = shippedBook()): readonly Hold[] {
  const read = (fact: FactCode): Reading => {
    const value = known[fact]
    if (value === undefined) return { value: 'no' }
    return value === 'unknown' || value === 'conflict' ? { value } : { value: 'yes', on: value as PlainDate }
  }
  return askGate(gate, { read, day: day as PlainDate, book }).holds
}

/** The rules that hold, in their order. */
export function heldBy(gate: Gate, known: Known, day?: string): readonly string[] {
  return holdsOf(gate, known, day).map((hold) => hold.rule)
}
