import type { PlainDate } from '../kernel/day.ts'
import type { Instrument, InstrumentList } from './instrument.ts'
import type { Period, Provision, Question, Rule } from './rule.ts'

/** The law as it was known at one moment: this version's data and the updates approved until then. */
export type LawBook = {
  /** Names exactly this book: digest of its content. A stored decision carries it. */
  readonly digest: string
  readonly provisions: readonly Provision[]
  readonly rules: readonly Rule[]
  readonly periods: readonly Period[]
  readonly questions: readonly Question[]
  readonly instruments: readonly Instrument[]
  readonly lists: readonly InstrumentList[]
}

/** Versions of one rule that are in force on a day. One is as it should be; none or two hold the step and alarm. */
export function rulesInForce(book: LawBook, code: string, day: PlainDate): readonly Rule[] {
  return (versionsIn(book).get(code) ?? []).filter((rule) => isInForce(rule.inForce, day))
}

// A decision asks for a hundred rules among four hundred: looked through once for each book, not once for each rule.
const versionsByBook = new WeakMap<LawBook['rules'], ReadonlyMap<string, readonly Rule[]>>()

function versionsIn({ rules }: LawBook): ReadonlyMap<string, readonly Rule[]> {
  const known = versionsByBook.get(rules)
  if (known) return known
  const versions = Map.groupBy(rules, ({ code }): string => code)
  versionsByBook.set(rules, versions)
  return versions
}

/** Both ends belong to the stretch. A missing end is open. */
export function isInForce(inForce: Rule['inForce'], day: PlainDate): boolean {
  return (inForce.from === undefined || inForce.from <= day) && (inForce.to === undefined || day <= inForce.to)
}
