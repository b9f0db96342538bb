import type { LawBook } from './book.ts'
import { lawDigest } from './shipped-book.ts'
import type { Bilingual } from './rule.ts'

/** The tables of a law book. */
export type LawTables = Omit<LawBook, 'digest'>
export type LawTable = keyof LawTables

export const lawTables = ['provisions', 'rules', 'periods', 'questions', 'instruments', 'lists'] as const satisfies readonly LawTable[]

/**
 * A change of the law book, as data that two people read. What ends is replaced by the same thing with an end; nothing is ever
 * taken out, so that any past day can be asked about.
 */
export type LawUpdate = {
  readonly format: 'comity-law-update/1'
  /** What changed, in a line. */
  readonly title: Bilingual
  /** Where the words were read. */
  readonly source: string
  readonly add: Partial<LawTables>
  readonly replace: Partial<LawTables>
}

type Keys = { readonly [Table in LawTable]: (entry: LawTables[Table][number]) => string }

const keys: Keys = {
  provisions: ({ code }) => code,
  // A rule has versions, one after the other.
  rules: ({ code, inForce }) => `${code}@${inForce.from ?? ''}`,
  periods: ({ code }) => code,
  questions: ({ code }) => code,
  instruments: ({ code }) => code,
  lists: ({ kind, jurisdiction }) => `${kind}/${jurisdiction}`,
}

/** What names one entry of a table: a code, for rules with the day from which the version is in force. */
export function keysOf<Table extends LawTable>(table: Table, entries: LawTables[Table]): readonly string[] {
  return (entries as readonly LawTables[Table][number][]).map(keys[table])
}

/** The book with this change in it. */
export function applyUpdate(book: LawBook, update: LawUpdate): LawBook {
  const content: LawTables = {
    provisions: changed('provisions', book, update),
    rules: changed('rules', book, update),
    periods: changed('periods', book, update),
    questions: changed('questions', book, update),
    instruments: changed('instruments', book, update),
    lists: changed('lists', book, update),
  }
  return { digest: lawDigest(content), ...content }
}

function changed<Table extends LawTable>(table: Table, book: LawBook, { add, replace }: LawUpdate): LawTables[Table] {
  type Entry = LawTables[Table][number]
  const keyOf: (entry: Entry) => string = keys[table]
  const replacements = new Map(((replace[table] ?? []) as readonly Entry[]).map((entry) => [keyOf(entry), entry]))
  const kept = (book[table] as readonly Entry[]).map((entry) => replacements.get(keyOf(entry)) ?? entry)
  return [...kept, ...((add[table] ?? []) as readonly Entry[])] as unknown as LawTables[Table]
}
