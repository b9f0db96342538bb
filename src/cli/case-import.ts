import { writeFile } from 'node:fs/promises'
import type { CaseloadFileRefusal } from '../intake/caseload-file.ts'
import { readCaseloadProfile } from '../intake/caseload-profile.ts'
import type { IntakeRefusal } from '../intake/refusal.ts'
import { reasonSentence, refusalSentence } from '../intake/refusal-sentence.ts'
import { csvLine } from '../render/csv.ts'
import { importCaseload, type CaseloadReconciliation, type RefusedRow, type RowRefusal } from '../service/cases/import-caseload.ts'
import { canWrite, writeWhole } from '../service/write-whole.ts'
import { formatCount } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import type { CaseSubcommand } from './case-command.ts'
import { caseWords, commandSentence, say } from './case-sentences.ts'
import { exitCodes } from './exit-codes.ts'
import { findOverwritten } from './overwritten.ts'
import { cliWords } from './table.ts'
import { harmless } from './terminal.ts'

const mostListed = 50

/** `comity case import FILE --profile FILE.json`: another system's table, a case for each row; every refused row is told with its reason. */
export const importCases: CaseSubcommand = async ({ asked: { words: [path], values, flags }, services, officer, language, terminal }) => {
  const words = caseWords[language]
  const [profilePath, report] = [values.get('profile'), values.get('report')]
  if (path === undefined || profilePath === undefined) return terminal.refuse(words.needs('FILE --profile FILE.json'))
  if (report !== undefined && !report.endsWith('.csv')) return terminal.refuse(words.import.badReport(report))
  const overwritten = await findOverwritten([path, profilePath], [report])
  if (overwritten !== undefined) return terminal.refuse(cliWords[language].overwrites(harmless(overwritten)))
  const possible = report === undefined ? undefined : await canWrite(report)
  if (possible && !possible.ok) return terminal.refuse(words.cannotWrite(possible.refusal))
  const profile = await readCaseloadProfile(profilePath)
  if (!profile.ok) return terminal.refuse(refusalSentence(profile.refusal, language))
  const imported = await importCaseload(services, { path, profile: profile.value, officer, dryRun: flags.has('dry-run') })
  if (!imported.ok) return terminal.refuse(imported.refusal.code === 'no-officer' ? commandSentence(imported.refusal, language) : fileSentence(imported.refusal, language))
  const { refused } = imported.value
  if (report !== undefined) {
    const written = await writeWhole(report, (to) => writeFile(to, reportOf(refused, language)))
    if (!written.ok) terminal.note([words.cannotWrite(written.refusal)])
    else terminal.note([words.wrote(harmless(report))])
  }
  terminal.answer(flags.has('json') ? [JSON.stringify(imported.value, null, 1)] : linesOf(imported.value, language).map(harmless))
  return refused.length === 0 ? exitCodes.done : exitCodes.found
}

function linesOf({ rowsRead, casesMade, refused, dryRun }: CaseloadReconciliation, language: Language): readonly string[] {
  const words = caseWords[language].import
  const count = (rows: number) => formatCount(rows, language)
  return [
    words.sum({ read: count(rowsRead), made: count(casesMade), refused: count(refused.length) }),
    ...(dryRun ? [words.dry] : []),
    ...refused.slice(0, mostListed).map(({ line, column, value, refusal }) => words.row({ line, column, value, why: rowSentence(refusal, language) })),
    ...(refused.length > mostListed ? [words.more(count(refused.length - mostListed))] : []),
  ]
}

function reportOf(refused: readonly RefusedRow[], language: Language): string {
  return csvLine(caseWords[language].import.header) + refused.map(({ line, column, value, refusal }) => csvLine([line, column, value, refusal.code, rowSentence(refusal, language)])).join('')
}

function rowSentence(refusal: RowRefusal, language: Language): string {
  if (refusal.code === 'row-structure') return caseWords[language].import.rows['row-structure']({ ...refusal, fault: reasonSentence(refusal.fault, language) })
  return isRowRefusal(refusal) ? say(caseWords[language].import.rows, refusal) : commandSentence(refusal, language)
}

function fileSentence(refusal: CaseloadFileRefusal, language: Language): string {
  return isWorkbookRefusal(refusal) ? say(caseWords[language].import.refusals, refusal) : refusalSentence(refusal, language)
}

type OwnRow = Extract<RowRefusal, { code: 'row-structure' | 'no-reference' | 'ambiguous-country' | 'repeated-in-file' | 'already-there' }>
type OwnFile = Exclude<CaseloadFileRefusal, IntakeRefusal>

function isRowRefusal(refusal: RowRefusal): refusal is OwnRow {
  return Object.hasOwn(caseWords.en.import.rows, refusal.code)
}

function isWorkbookRefusal(refusal: CaseloadFileRefusal): refusal is OwnFile {
  return Object.hasOwn(caseWords.en.import.refusals, refusal.code)
}
