import { basename } from 'node:path'
import type { CaseState } from '../../casework/case-state.ts'
import type { Context } from '../../casework/command.ts'
import { decide } from '../../casework/decide.ts'
import type { CaseEvent } from '../../casework/event.ts'
import { evolve } from '../../casework/evolve.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import { readCaseloadFile, type CaseloadFileRefusal, type CaseloadRow } from '../../intake/caseload-file.ts'
import type { CaseloadProfile } from '../../intake/caseload-profile.ts'
import { columnsOf, readCaseloadRow, type RowCommand } from '../../intake/caseload-row.ts'
import { invariant } from '../../kernel/invariant.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { findCountry } from '../../reference/countries.ts'
import { resolveCountry } from '../../reference/country-names.ts'
import type { AppendRefusal } from '../../store/append.ts'
import { commandDigest } from '../../store/command-digest.ts'
import { openCases, type Opened, type Opening } from '../../store/open-cases.ts'
import type { Database } from '../../store/tables.ts'
import { caseIdOf } from './case-id-of.ts'
import type { CaseServices } from './case-services.ts'
import { loadLaw } from './load-law.ts'
import { standingOf } from './standing-of.ts'

export type CaseloadImport = { readonly path: string; readonly profile: CaseloadProfile; readonly officer: string; /** Does everything, and keeps nothing. */ readonly dryRun: boolean }

export type RowRefusal =
  | CaseRefusal
  | Extract<AppendRefusal, { code: 'text-not-storable' }>
  | { readonly code: 'row-structure'; readonly fault: NonNullable<CaseloadRow['fault']> }
  | { readonly code: 'no-reference' }
  /** A name that more than one state goes by; `candidates` in two letters. */
  | { readonly code: 'ambiguous-country'; readonly name: string; readonly candidates: readonly string[] }
  | { readonly code: 'repeated-in-file'; readonly reference: string; readonly firstLine: number }
  /** A case of this reference is there already; the file changes nothing in it. */
  | { readonly code: 'already-there'; readonly reference: string; readonly caseId: string }

export type RefusedRow = { readonly line: number; readonly column: string; readonly value: string; readonly refusal: RowRefusal }

/** Rows read = cases made + rows refused, always. */
export type CaseloadReconciliation = { readonly rowsRead: number; readonly casesMade: number; readonly refused: readonly RefusedRow[]; readonly dryRun: boolean }

/**
 * Opens a case for each row of another system's table, in one transaction: a row is a whole case or none, and what stops the import
 * leaves nothing behind. A refused row stops no other; the report says which, and why.
 */
export async function importCaseload(services: CaseServices, asked: CaseloadImport): Promise<Result<CaseloadReconciliation, CaseloadFileRefusal | { readonly code: 'no-officer' }>> {
  if (asked.officer.trim() === '') return refuse({ code: 'no-officer' })
  const tx = await services.database.startTransaction().execute()
  try {
    const { book } = await loadLaw(tx, services)
    const work: Work = { services, asked, book, seen: new Map(), refused: [], rowsRead: 0, casesMade: 0 }
    const read = await readCaseloadFile(asked.path, asked.profile, columnsOf(asked.profile), (rows) => takeRows(tx, rows, work))
    if (!read.ok) return read
    if (work.rowsRead === 0) return refuse({ code: 'no-rows', file: basename(asked.path) })
    const { rowsRead, casesMade, refused } = work
    invariant(rowsRead === casesMade + refused.length, 'an import lost rows', { rowsRead, casesMade, refused: refused.length })
    if (!asked.dryRun) await tx.commit().execute()
    return accept({ rowsRead, casesMade, refused: refused.toSorted((one, other) => one.line - other.line), dryRun: asked.dryRun })
  } finally {
    if (!tx.isCommitted) await tx.rollback().execute()
  }
}

type Work = {
  readonly services: CaseServices
  readonly asked: CaseloadImport
  readonly book: Context['book']
  /** The line on which each reference stood first. */
  readonly seen: Map<string, number>
  readonly refused: RefusedRow[]
  rowsRead: number
  casesMade: number
}

const batchSize = 500

async function takeRows(tx: Database, rows: readonly CaseloadRow[], work: Work): Promise<void> {
  for (let first = 0; first < rows.length; first += batchSize) {
    const ready = rows.slice(first, first + batchSize).flatMap((row) => {
      work.rowsRead += 1
      const opening = readRow(row, work)
      if (opening.ok) return [{ row, opening: opening.value }]
      work.refused.push(opening.refusal)
      return []
    })
    const opened = await openCases(tx, work.asked.officer, ready.map(({ opening }) => opening))
    for (const [index, { row, opening }] of ready.entries()) settle(opened[index], row, opening, work)
  }
}

function settle(opened: Opened | undefined, row: CaseloadRow, { caseId }: Opening, work: Work): void {
  if (opened?.ok && !opened.value.repeated) work.casesMade += 1
  else if (opened && !opened.ok && opened.refusal.code === 'text-not-storable') work.refused.push({ line: row.line, column: '', value: '', refusal: opened.refusal })
  else work.refused.push(refusedAt(row, work.asked.profile, (reference) => ({ code: 'already-there', reference, caseId })))
}

function readRow(row: CaseloadRow, work: Work): Result<Opening, RefusedRow> {
  const { seen, asked: { profile } } = work
  if (row.fault !== undefined) return refuse({ line: row.line, column: '', value: '', refusal: { code: 'row-structure', fault: row.fault } })
  const { reference, commands } = readCaseloadRow(row, profile)
  if (reference === '') return refuse(refusedAt(row, profile, () => ({ code: 'no-reference' })))
  const firstLine = seen.get(reference)
  if (firstLine !== undefined) return refuse(refusedAt(row, profile, () => ({ code: 'repeated-in-file', reference, firstLine })))
  seen.set(reference, row.line)
  return decideRow(row, caseIdOf(profile.system, reference), commands, work)
}

/** Every command of the row by the same `decide` as any other; the first that is refused refuses the row. */
function decideRow(row: CaseloadRow, caseId: string, commands: readonly RowCommand[], { services, asked: { officer }, book }: Work): Result<Opening, RefusedRow> {
  const { clock, agreements } = services
  let state: CaseState | undefined
  const events: CaseEvent[] = []
  for (const { command, columns } of commands) {
    const decided = decide(command, state, { caseId, version: events.length, officer, at: clock.now(), today: clock.today(), book, agreements })
    if (!decided.ok) return refuse({ line: row.line, ...cellOf(decided.refusal, columns, row), refusal: nameCandidates(decided.refusal) })
    for (const event of decided.value.events) {
      state = evolve(state, event)
      events.push(event)
    }
  }
  invariant(state, 'a row brought no event', { line: row.line })
  const digest = commandDigest(commands.map(({ command }) => command))
  return accept({ caseId, commandId: services.newId(), commandDigest: digest, events, standing: standingOf(state, { today: clock.today(), book, agreements }) })
}

// A name that could be two states' is no unknown one: whoever corrects the file must see which.
function nameCandidates(refusal: CaseRefusal): RowRefusal {
  if (refusal.code !== 'unknown-country') return refusal
  const found = resolveCountry(refusal.country)
  if (found.kind !== 'ambiguous') return refusal
  return { code: 'ambiguous-country', name: refusal.country, candidates: [...new Set(found.countries.map((code) => findCountry(code)?.alpha2 ?? code))] }
}

function refusedAt(row: CaseloadRow, { reference }: CaseloadProfile, refusal: (reference: string) => RowRefusal): RefusedRow {
  const column = 'column' in reference ? reference.column : ''
  const value = row.cells.get(column) ?? ''
  return { line: row.line, column, value, refusal: refusal(value) }
}

const fieldsOf: Readonly<Partial<Record<CaseRefusal['code'], readonly string[]>>> = {
  'no-source': ['source'], 'unknown-fact': ['fact'], 'fact-is-computed': ['fact'], 'fact-needs-destination': ['destination'], 'fact-has-no-destination': ['destination'],
  'unknown-country': ['country', 'destination', 'bornInCountry'], 'status-code-as-country': ['country', 'destination', 'bornInCountry'], 'own-state-as-destination': ['destination'], 'out-of-order': ['on'],
}

/** The cell that a refusal is about; of several that it could be, the first. */
function cellOf(refusal: CaseRefusal, columns: ReadonlyMap<string, string>, row: CaseloadRow): Pick<RefusedRow, 'column' | 'value'> {
  const named = 'field' in refusal ? [refusal.field] : (fieldsOf[refusal.code] ?? [])
  const column = [...named, ...columns.keys()].map((field) => columns.get(field)).find((found) => found !== undefined) ?? ''
  return { column, value: row.cells.get(column) ?? '' }
}
