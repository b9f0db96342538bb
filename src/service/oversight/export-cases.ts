import { csvLine } from '../../render/csv.ts'
import { countWork, worklist, type CaseRow } from '../../store/worklist.ts'
import { reachOf } from '../access/permissions.ts'
import type { CaseServices } from '../cases/case-services.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { narrowed, type CaseChoice } from '../work/read-my-work.ts'
import { keepExport, type ExportFile, type ExportPurpose } from './make-export.ts'

/** An export has at most so many cases: it is for work, and no copy of the caseload. */
export const mostExported = 5000

/** What is in the file: this closed list, and nothing of a case that is read with a purpose. */
export const exportColumns = ['caseId', 'familyName', 'givenNames', 'bornOn', 'jurisdiction', 'inventory', 'country', 'officer', 'openedOn', 'lastStepOn', 'dueOn', 'dueFor', 'fictional'] as const

export type ExportColumn = (typeof exportColumns)[number]

/** How a file says its columns and what stands in them, in the language of whoever asked. */
export type SaidCases = {
  readonly headings: Readonly<Record<ExportColumn, string>>
  readonly said: (column: ExportColumn, value: string) => string
  /** A second sheet of a workbook says by whom, when, for what and how much. */
  readonly about: { readonly sheet: string; readonly title: string; readonly rows: (file: { readonly lines: number; readonly cut: boolean }) => readonly (readonly [string, string])[] }
}

export type CasesWish = { readonly exportId: string; readonly choice: CaseChoice; readonly purpose: ExportPurpose; readonly format: 'csv' | 'xlsx' }

/** The open cases of a choice as a file. It is kept who exported what for which purpose, with the file's digest, before it leaves. */
export function exportCases({ database, clock }: CaseServices, signedIn: SignedIn, { exportId, choice, purpose, format }: CasesWish, words: SaidCases): Promise<ExportFile> {
  return database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const found = await worklist(tx, { ...narrowed(choice, clock.today()), of: reachedBy(signedIn), limit: mostExported + 1 })
    const [rows, cut] = [found.slice(0, mostExported), found.length > mostExported]
    const bytes = format === 'csv' ? csvOf(rows, words) : await workbookOf(rows, words, cut)
    const file: ExportFile = { bytes, lines: rows.length, cut, format }
    await keepExport(tx, signedIn, { exportId, kind: 'cases', choice: saidChoice(choice), purpose, action: 'cases.export' }, file)
    return file
  })
}

/** How many fit a choice, counted no further than one more than an export takes. */
export async function countToExport({ database, clock }: CaseServices, signedIn: SignedIn, choice: CaseChoice): Promise<number> {
  const today = clock.today()
  return (await countWork(database, { ...narrowed(choice, today), of: reachedBy(signedIn) }, { today, soon: today, stalledBefore: today, most: mostExported + 1 })).cases
}

function reachedBy({ roles, handle }: SignedIn): 'all' | { readonly officer: string } {
  return reachOf(roles, 'cases.export') === 'all' ? 'all' : { officer: handle }
}

function saidChoice(choice: CaseChoice): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(choice))
}

function valuesOf({ due, ...row }: CaseRow): Readonly<Record<ExportColumn, string>> {
  return {
    caseId: row.caseId, familyName: row.familyName, givenNames: row.givenNames, bornOn: row.bornOn ?? '', jurisdiction: row.jurisdiction, inventory: row.inventory, country: row.country ?? '',
    officer: row.officer ?? '', openedOn: row.openedOn, lastStepOn: row.lastStepOn, dueOn: due?.on ?? '', dueFor: due?.for ?? '', fictional: row.fictional ? 'yes' : 'no',
  }
}

function tableOf(rows: readonly CaseRow[], { headings, said }: SaidCases): readonly (readonly string[])[] {
  const lines = rows.map((row) => {
    const values = valuesOf(row)
    return exportColumns.map((column) => (values[column] === '' ? '' : said(column, values[column])))
  })
  return [exportColumns.map((column) => headings[column]), ...lines]
}

// With the mark by which Excel takes a file for UTF-8. What a spreadsheet would run as a formula is disarmed by csvLine.
function csvOf(rows: readonly CaseRow[], words: SaidCases): Uint8Array {
  return Buffer.from(`\ufeff${tableOf(rows, words).map(csvLine).join('')}`, 'utf8')
}

/** Every cell is of the kind text: a workbook runs none of them, whatever it begins with. */
async function workbookOf(rows: readonly CaseRow[], words: SaidCases, cut: boolean): Promise<Uint8Array> {
  const cell = (value: string) => (value === '' ? null : { value: withoutControls(value), type: String })
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
  const [headings = [], ...lines] = tableOf(rows, words)
  const { about } = words
  // Loaded for whoever wants a workbook, and not at every start.
  const { default: writeWorkbook } = await import('write-excel-file/node')
  return writeWorkbook([
    { sheet: about.sheet, stickyRowsCount: 1, data: [headings.map(bold), ...lines.map((line) => line.map(cell))] },
    { sheet: about.title, data: about.rows({ lines: rows.length, cut }).map(([name, value]) => [bold(name), cell(value)]) },
  ]).toBuffer()
}

// XML 1.0 section 2.2 has no characters for these.
function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
