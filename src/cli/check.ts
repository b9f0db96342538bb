import { checkFile, type FileCheck } from '../intake/check-file.ts'
import { loadProfile } from '../intake/find-profile.ts'
import type { QuarantinedRow } from '../intake/tally.ts'
import { formatCount } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import type { Arguments } from './arguments.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { quarantineReason, refusalSentence } from './sentences.ts'
import { cliWords } from './table.ts'
import { harmless, type Terminal } from './terminal.ts'

/** `comity check FILE…`: every fault of each file, with line, column, reason and value. */
export async function check({ files, profile: asked }: Arguments, language: Language, terminal: Terminal): Promise<ExitCode> {
  if (files.length === 0) return terminal.refuse(cliWords[language].noFiles)
  const profile = asked === undefined ? undefined : await loadProfile(asked)
  if (profile && !profile.ok) return terminal.refuse(refusalSentence(profile.refusal, language))
  let found = false
  for (const file of files) {
    const checked = await checkFile(file, profile?.value)
    if (!checked.ok) return terminal.refuse(refusalSentence(checked.refusal, language))
    found ||= faultsOf(checked.value).length > 0
    terminal.answer(linesOf(file, checked.value, language))
  }
  return found ? exitCodes.found : exitCodes.done
}

/** Rows that are not used, and intervals that do not go together. That a row is counted and not timed is no fault of the file. */
function faultsOf({ reconciliation, faults }: FileCheck): readonly QuarantinedRow[] {
  const counted = new Set(reconciliation.countedWithoutDuration.map(({ reason }) => reason))
  return faults.rows.filter(({ reason }) => !counted.has(reason))
}

function linesOf(file: string, checked: FileCheck, language: Language): string[] {
  const words = cliWords[language]
  const { reconciliation, faults } = checked
  const [name, rows] = [harmless(file), formatCount(reconciliation.rowsRead, language)]
  const found = faultsOf(checked)
  return [
    found.length === 0 ? words.checkGood({ name, rows }) : words.checkFaults({ name, rows, faults: formatCount(found.length, language) }),
    ...found.map(({ line, column, reason, value }) =>
      words.checkLine({ line: line === null ? '?' : String(line), column: harmless(column), reason: quarantineReason(reason, language), value: harmless(value) })),
    ...(faults.unlisted > 0 && found.length > 0 ? [words.unlisted(formatCount(faults.unlisted, language))] : []),
    ...reconciliation.countedWithoutDuration.map(({ reason, rows: number }) => words.countedOnly({ reason: quarantineReason(reason, language), rows: formatCount(number, language) })),
  ]
}
