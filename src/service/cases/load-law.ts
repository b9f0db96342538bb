import type { Instant } from '../../casework/fact-record.ts'
import type { LawBook } from '../../law/book.ts'
import { approvedLawUpdates } from '../../store/law-updates.ts'
import type { Database } from '../../store/tables.ts'
import type { CaseServices } from './case-services.ts'
import { applyKeptUpdates } from './read-law-update.ts'

/** The law book, and how many approved updates it holds. */
export type KnownLaw = { readonly book: LawBook; readonly revision: number }

/** The law as it is known now, or as it was known at a moment: what this version ships with, and the updates approved until then. */
export async function loadLaw(tx: Database, { shipped }: Pick<CaseServices, 'shipped'>, knownAt?: Instant): Promise<KnownLaw> {
  const updates = await approvedLawUpdates(tx, knownAt)
  return { book: applyKeptUpdates(shipped, updates), revision: updates.at(-1)?.approval?.revision ?? 0 }
}

/** The law as it was known after a number of approved updates: what a stored decision rested on. */
export async function loadLawOfRevision(tx: Database, { shipped }: Pick<CaseServices, 'shipped'>, revision: number): Promise<KnownLaw> {
  const updates = (await approvedLawUpdates(tx)).filter(({ approval }) => (approval?.revision ?? Infinity) <= revision)
  return { book: applyKeptUpdates(shipped, updates), revision }
}
