import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { cleanPacketFile } from '../intake/packet-clean.ts'
import { checkFiles } from '../service/cases/send-request.ts'
import { canWrite, writeWhole } from '../service/write-whole.ts'
import type { Language } from '../text/language.ts'
import type { CaseArguments } from './case-arguments.ts'
import { readFiles } from './case-do.ts'
import { caseWords, commandSentence, findingSentence } from './case-sentences.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import { findOverwritten } from './overwritten.ts'
import { cliWords } from './table.ts'
import { harmless, type Terminal } from './terminal.ts'

/** `comity case packet FILE…`: what each file would tell a home state besides what it shows; `clean`: takes it out. Needs no case. */
export async function packet({ words: paths, values }: CaseArguments, language: Language, terminal: Terminal): Promise<ExitCode> {
  const words = caseWords[language]
  const [what, path, another] = paths
  const out = values.get('out')
  if (what === 'clean' && out !== undefined && path !== undefined && another === undefined) return clean(path, out, language, terminal)
  if (what === undefined || out !== undefined) return terminal.refuse(words.needs('FILE… | clean FILE --out FILE'))
  const files = await readFiles(paths)
  if (!files.ok) return terminal.refuse(words.fileUnreadable(files.refusal))
  const checked = files.value.map((file) => ({ file, result: checkFiles([file]) }))
  terminal.answer(checked.map(({ file, result }) => harmless(result.ok ? words.fileClean({ file: file.name, digest: result.value[0]?.digest ?? '' }) : commandSentence(result.refusal, language))))
  return checked.every(({ result }) => result.ok) ? exitCodes.done : exitCodes.found
}

async function clean(path: string, out: string, language: Language, terminal: Terminal): Promise<ExitCode> {
  const words = caseWords[language]
  if (await findOverwritten([path], [out])) return terminal.refuse(cliWords[language].overwrites(harmless(out)))
  const [read, possible] = [await readFiles([path]), await canWrite(out)]
  if (!read.ok) return terminal.refuse(words.fileUnreadable(read.refusal))
  if (!possible.ok) return terminal.refuse(words.cannotWrite(possible.refusal))
  const [file] = read.value
  const cleaned = cleanPacketFile(file?.name ?? '', file?.bytes ?? new Uint8Array())
  if (!cleaned.ok) return terminal.refuse([words.cannotClean(harmless(path)), ...cleaned.refusal.findings.map((finding) => harmless(findingSentence(finding, language))), words.howToClean].join(' '))
  const { bytes, removed, looksDifferent } = cleaned.value
  // Under the name that it gets: that may tell something too.
  const checked = checkFiles([{ name: basename(out), bytes }])
  if (!checked.ok) return terminal.refuse(harmless(commandSentence(checked.refusal, language)))
  const written = await writeWhole(out, (draft) => writeFile(draft, bytes, { mode: 0o600 }))
  if (!written.ok) return terminal.refuse(words.cannotWrite(written.refusal))
  return terminal.answer([harmless(words.cleaned({ file: out, digest: checked.value[0]?.digest ?? '', removed: removed.length, looksDifferent }))])
}
