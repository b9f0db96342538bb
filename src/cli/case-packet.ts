import { checkFiles } from '../service/cases/send-request.ts'
import type { Language } from '../text/language.ts'
import { readFiles } from './case-do.ts'
import { caseWords, commandSentence } from './case-sentences.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import { harmless, type Terminal } from './terminal.ts'

/** `comity case packet FILE…`: what each file would tell a home state besides what it shows. Needs no case. */
export async function packet(paths: readonly string[], language: Language, terminal: Terminal): Promise<ExitCode> {
  const words = caseWords[language]
  if (paths.length === 0) return terminal.refuse(words.needs('FILE…'))
  const files = await readFiles(paths)
  if (!files.ok) return terminal.refuse(words.fileUnreadable(files.refusal))
  const checked = files.value.map((file) => ({ file, result: checkFiles([file]) }))
  terminal.answer(checked.map(({ file, result }) => harmless(result.ok ? words.fileClean({ file: file.name, digest: result.value[0]?.digest ?? '' }) : commandSentence(result.refusal, language))))
  return checked.every(({ result }) => result.ok) ? exitCodes.done : exitCodes.found
}
