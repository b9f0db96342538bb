import { checkFile, type FileCheck } from '../intake/check-file.ts'
import { loadProfile } from '../intake/find-profile.ts'
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
    found ||= checked.value.faults.rows.length > 0
    terminal.answer(linesOf(file, checked.value, language))
  }
  return found ? exitCodes.found : exitCodes.done
}

function linesOf(file: string, { reconciliation, faults }: FileCheck, language: Language): string[] {
  const words = cliWords[language]
  const [name, rows] = [harmless(file), formatCount(reconciliation.rowsRead, language)]
  if (faults.rows.length === 0) return [words.checkGood({ name, rows })]
  return [
    words.checkFaults({ name, rows, faults: formatCount(faults.rows.length + faults.unlisted, language) }),
    ...faults.rows.map(({ line, column, reason, value }) =>
      words.checkLine({ line: line === null ? '?' : String(line), column: harmless(column), reason: quarantineReason(reason, language), value: harmless(value) })),
    ...(faults.unlisted > 0 ? [words.unlisted(formatCount(faults.unlisted, language))] : []),
  ]
}
