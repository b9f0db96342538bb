import { accept, refuse, type Result } from '../kernel/result.ts'
import type { LawBook } from './book.ts'
import { newFaults, type BookFault } from './check-book.ts'
import { applyUpdate, keysOf, lawTables, type LawTable, type LawUpdate } from './law-update.ts'

export type LawUpdateFault =
  | BookFault
  | { readonly code: 'nothing-changes' | 'update-without-source' }
  | { readonly code: 'replaces-nothing' | 'adds-what-is-there'; readonly table: LawTable; readonly name: string }
  /** A rule keeps its country, and a policy never becomes law under the same code. */
  | { readonly code: 'changes-whose-rule-it-is'; readonly name: string }

export type LawUpdateRefusal = { readonly code: 'law-update-refused'; readonly faults: readonly LawUpdateFault[] }

/** The book with this change in it, or everything that is wrong with the change. It is asked before a change is proposed and again before it is approved. */
export function checkLawUpdate(book: LawBook, update: LawUpdate): Result<LawBook, LawUpdateRefusal> {
  const own = [...faultsOfUpdate(book, update), ...faultsOfOwners(book, update)]
  const after = applyUpdate(book, update)
  const faults = [...own, ...newFaults(book, after), ...(after.digest === book.digest ? [{ code: 'nothing-changes' } as const] : [])]
  return faults.length === 0 ? accept(after) : refuse({ code: 'law-update-refused', faults })
}

function faultsOfUpdate(book: LawBook, update: LawUpdate): readonly LawUpdateFault[] {
  const names = (part: 'add' | 'replace', table: LawTable) => keysOf(table, update[part][table] ?? [])
  return [
    ...(update.source.trim() === '' ? [{ code: 'update-without-source' } as const] : []),
    ...lawTables.flatMap((table) => {
      const there = new Set(keysOf(table, book[table]))
      return [
        ...names('replace', table).filter((name) => !there.has(name)).map((name) => ({ code: 'replaces-nothing', table, name }) as const),
        ...names('add', table).filter((name) => there.has(name)).map((name) => ({ code: 'adds-what-is-there', table, name }) as const),
        ...names('replace', table).filter((name, place, all) => all.indexOf(name) !== place).map((name) => ({ code: 'named-twice', table, name }) as const),
      ]
    }),
  ]
}

function faultsOfOwners(book: LawBook, { add, replace }: LawUpdate): readonly LawUpdateFault[] {
  return [...(add.rules ?? []), ...(replace.rules ?? [])]
    .filter((rule) => book.rules.some((old) => old.code === rule.code && old.jurisdiction !== rule.jurisdiction))
    .map(({ code }) => ({ code: 'changes-whose-rule-it-is', name: code }))
}
