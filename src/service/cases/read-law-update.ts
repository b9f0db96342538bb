import type { LawBook } from '../../law/book.ts'
import { applyUpdate, type LawUpdate } from '../../law/law-update.ts'
import type { KeptLawUpdate } from '../../store/law-updates.ts'

/** Reads a kept change again. It was checked before it was kept, and the database holds its digest. */
export function readKeptUpdate({ content }: Pick<KeptLawUpdate, 'content'>): LawUpdate {
  return JSON.parse(content) as LawUpdate
}

/** The shipped book with these approved changes in it, in the order of their approval. */
export function applyKeptUpdates(shipped: LawBook, updates: readonly KeptLawUpdate[]): LawBook {
  const name = [shipped.digest, ...updates.map(({ digest }) => digest)].join()
  if (latest?.name !== name) latest = { name, book: updates.reduce((book, update) => applyUpdate(book, readKeptUpdate(update)), shipped) }
  return latest.book
}

// Every command reads the law; the book changes a few times a year.
let latest: { readonly name: string; readonly book: LawBook } | undefined
