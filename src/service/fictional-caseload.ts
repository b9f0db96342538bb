import { sql, type Kysely } from 'kysely'
import { worklistEntry } from '../casework/worklist-entry.ts'
import type { PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { LawBook } from '../law/book.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { loadFictionalCases, type FictionalCase } from '../store/fictional-cases.ts'
import type { Tables } from '../store/tables.ts'
import { madeUpCase } from './fictional/made-up-case.ts'
import { idOf } from './fictional/player.ts'

export type FictionalCaseload = {
  /** How many cases. */
  readonly cases: number
  readonly seed: number
  /** Made-up histories end on this day, or the day before. */
  readonly today: PlainDate
  /** The law that the made-up decisions rest on: the shipped book, unless another is wished. */
  readonly book?: LawBook
}

/** `present`: a caseload that was there before; then nothing was loaded. */
export type LoadedCaseload = { readonly loaded: number; readonly present: number }

/** A database that holds cases of real people takes no made-up ones beside them. */
export type CaseloadRefusal = { readonly code: 'real-cases-present'; readonly cases: number }

const batch = 250
const loader = 'fictional-loader'

/**
 * Loads a fictional caseload, all of it or none, marked as fictional for good; where there is one already, nothing is loaded.
 * `owner` is the owner's connection, as `atStart` of `openDatabase` hands it over.
 */
export async function loadFictionalCaseload({ owner }: { readonly owner: Kysely<Tables> }, { cases, seed, today, book = shippedBook() }: FictionalCaseload): Promise<Result<LoadedCaseload, CaseloadRefusal>> {
  return owner.transaction().execute(async (tx) => {
    // Two programs that start at once load one caseload between them.
    await sql`lock table case_file in share row exclusive mode`.execute(tx)
    const { real, made } = await countCases(tx)
    if (real > 0) return refuse({ code: 'real-cases-present', cases: real })
    if (made > 0) return accept({ loaded: 0, present: made })
    for (let first = 0; first < cases; first += batch) {
      const numbers = Array.from({ length: Math.min(batch, cases - first) }, (_, index) => first + index)
      await loadFictionalCases(tx, loader, numbers.map((number) => makeCase(number, { cases, seed, today, book })))
    }
    return accept({ loaded: cases, present: 0 })
  })
}

function makeCase(number: number, { cases, seed, today, book }: Required<FictionalCaseload>): FictionalCase {
  const { caseId, state, events, commands, decisions, messages } = madeUpCase({ number, of: cases, seed, today, book })
  invariant(state, 'a made-up case without events', { number })
  // The player names commands by their place.
  const officers = new Map(commands.map(({ officer }, index) => [idOf(caseId, index + 1), officer]))
  const done = events.map((one) => ({ ...one, officer: officers.get(one.commandId) ?? loader }))
  return { caseId, events: done, decisions: decisions.map(({ bytes }) => bytes), messages, standing: worklistEntry(state, { today, book, agreements: [] }) }
}

async function countCases(tx: Kysely<Tables>): Promise<{ readonly real: number; readonly made: number }> {
  const { rows } = await sql<{ real: number; made: number }>`select count(*) filter (where not fictional) as real, count(*) filter (where fictional) as made from case_file`.execute(tx)
  return rows[0] ?? { real: 0, made: 0 }
}
