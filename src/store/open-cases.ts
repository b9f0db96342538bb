import { sql } from 'kysely'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { AppendRefusal } from './append.ts'
import type { Append } from './cases.ts'
import { standingColumns } from './standing.ts'
import { isStorable } from './storable.ts'
import type { Database } from './tables.ts'

export type Opening = Omit<Append, 'expectedVersion' | 'officer'>

/** What became of one case of many: opened now or by the same command before, or why not. */
export type Opened = Result<{ readonly version: number; readonly repeated: boolean }, AppendRefusal>

/** Opens many cases in one statement, each by its own command: what an import does. The answers come in the order of the openings. */
export async function openCases(tx: Database, officer: string, openings: readonly Opening[]): Promise<readonly Opened[]> {
  invariant(new Set(openings.map(({ caseId }) => caseId)).size === openings.length, 'one case is opened twice in one import')
  const json = openings.map((opening) => JSON.stringify(writeOpening(opening)))
  const { rows } = await sql<OpenedRow>`select * from open_cases(${officer}, ${`[${json.filter(isStorable).join()}]`})`.execute(tx)
  const answers = new Map(rows.map((row) => [row.case_id, row]))
  return openings.map(({ caseId, commandId }, place) => (isStorable(json[place] ?? '') ? readOpened(answers.get(caseId), commandId) : refuse({ code: 'text-not-storable' })))
}

function writeOpening({ caseId, commandId, commandDigest, events, standing }: Opening) {
  return { caseId, commandId, commandDigest, events, standing: standingColumns(standing, events) }
}

type OpenedRow = { readonly case_id: string; readonly outcome: 'added' | 'repeated' | 'command-repeated-differently' | 'stale-version'; readonly version: number }

function readOpened(row: OpenedRow | undefined, commandId: string): Opened {
  invariant(row, 'the database gave no answer to an opening', { commandId })
  if (row.outcome === 'stale-version') return refuse({ code: row.outcome, expected: 0, actual: row.version })
  if (row.outcome === 'command-repeated-differently') return refuse({ code: row.outcome, commandId })
  return accept({ version: row.version, repeated: row.outcome === 'repeated' })
}
