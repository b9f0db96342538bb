import { checkDigit } from './check-digit.ts'
import type { NumberReading, Verdict } from './zone.ts'

export type LongNumber = { readonly readings: readonly [NumberReading, ...NumberReading[]]; readonly verdict: Verdict }

type Reading = NumberReading & { readonly agrees: boolean }

/**
 * A number whose nine places are followed by a filler instead of a digit: the rest, its digit and a filler begin the further data
 * (Doc 9303 part 5, 4.2.2.2 note j and 4.2.4). The first reading is the standard's own; undefined where nothing goes on.
 *
 * Readings with another end, or with the filler counted, are no more than possible: a digit that fits only there is ambiguous.
 */
export function readLongNumber(nine: string, optionalData: string): LongNumber | undefined {
  const end = optionalData.indexOf('<')
  if (end === -1) return readWithoutEnd(nine, optionalData)
  if (end < 2) return undefined
  const standard = reading(nine, optionalData, end, 'without-filler')
  const others = [
    reading(nine, optionalData, end, 'with-filler'),
    ...laterEnds(optionalData, end).map((later) => reading(nine, optionalData, later, 'without-filler')),
  ].filter(({ agrees }) => agrees)
  if (standard.agrees) return settle(standard, others.filter(({ number }) => number !== standard.number), 'verified')
  return settle(standard, others, 'refuted')
}

// A filler must follow the digit. Where the field is full to the brim, the number may go on in it or stop before it.
function readWithoutEnd(nine: string, optionalData: string): LongNumber {
  const whole = reading(nine, optionalData, optionalData.length, 'without-filler')
  const stops: Reading = { number: nine, optionalData, counted: 'without-filler', agrees: true }
  return settle(whole, whole.agrees ? [stops] : [], 'refuted')
}

function settle(standard: Reading, others: readonly Reading[], otherwise: Verdict): LongNumber {
  const plain = ({ number, optionalData, counted }: Reading): NumberReading => ({ number, optionalData, counted })
  return { readings: [plain(standard), ...others.map(plain)], verdict: others.length > 0 ? 'ambiguous' : otherwise }
}

// A number may hold spaces, which are printed as fillers: a digit before a later filler can be its end as well.
function laterEnds(optionalData: string, end: number): number[] {
  return Array.from({ length: optionalData.length - end - 1 }, (_, index) => end + 1 + index)
    .filter((later) => optionalData[later] === '<' && /\d/.test(optionalData[later - 1] ?? ''))
}

function reading(nine: string, optionalData: string, end: number, counted: NumberReading['counted']): Reading {
  const rest = optionalData.slice(0, end - 1)
  return {
    number: nine + rest, counted,
    optionalData: optionalData.slice(end + 1).replace(/<+$/, ''),
    agrees: checkDigit(counted === 'with-filler' ? `${nine}<${rest}` : nine + rest) === optionalData[end - 1],
  }
}
