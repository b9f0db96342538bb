import { writeFile } from 'node:fs/promises'
import { copyText } from '../render/person-copy.ts'
import { personText } from '../render/person-record.ts'
import { exportPerson } from '../service/cases/export-person.ts'
import { filesOf, handOverFiles } from '../service/cases/hand-over-files.ts'
import { mergeCases, undoMerge, type Merge } from '../service/cases/merge-cases.ts'
import { personCopy } from '../service/cases/person-copy.ts'
import { sendWithdrawals } from '../service/cases/send-withdrawals.ts'
import { writeWhole } from '../service/write-whole.ts'
import { formatCount } from '../text/format.ts'
import type { CaseCall, CaseSubcommand } from './case-command.ts'
import { dayOf, perform } from './case-do.ts'
import { caseWords, commandSentence, momentText } from './case-sentences.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import { folded, harmless } from './terminal.ts'

/** `comity case export CASE`: everything about one person, as text in their language, or as JSON. */
export const exportCase: CaseSubcommand = async (call) => {
  const { asked: { words: [caseId], values, flags }, services, language, terminal } = call
  const words = caseWords[language]
  const out = values.get('out')
  if (caseId === undefined) return terminal.refuse(words.needs('CASE'))
  if (out !== undefined && !/\.(json|txt)$/.test(out)) return terminal.refuse(words.badOutput(out))
  const record = await exportPerson(services, caseId)
  if (!record.ok) return terminal.refuse(commandSentence(record.refusal, language))
  const json = flags.has('json') || out?.endsWith('.json') === true
  terminal.note([words.readFirst])
  return write(call, json ? `${JSON.stringify(record.value, null, 1)}\n` : personText(record.value, language))
}

/** `comity case copy CASE REQUEST`: the person's copy and its receipt; with `--receipt`, records that it was handed over. */
export const copy: CaseSubcommand = async (call) => {
  const { asked: { words: [caseId, requestId], values }, services, language, terminal } = call
  if (caseId === undefined || requestId === undefined) return terminal.refuse(caseWords[language].needs('CASE REQUEST'))
  const receipt = values.get('receipt')
  if (receipt !== undefined) return perform(call, caseId, { kind: 'give-person-copy', requestId, on: dayOf(call), receipt })
  const made = await personCopy(services, caseId, requestId)
  return made.ok ? write(call, copyText(made.value, language)) : terminal.refuse(commandSentence(made.refusal, language))
}

async function write({ asked: { values }, language, terminal }: CaseCall, text: string): Promise<ExitCode> {
  const out = values.get('out')
  // Lines of our own end lines; whatever else controls a terminal was put there by somebody.
  if (out === undefined) return terminal.answer(folded(text.split('\n').map(harmless), terminal.columns))
  const written = await writeWhole(out, (path) => writeFile(path, text, { mode: 0o600 }))
  if (!written.ok) return terminal.refuse(caseWords[language].cannotWrite(written.refusal))
  terminal.note([caseWords[language].wrote(harmless(out))])
  return exitCodes.done
}

/** `comity case hand-over --to OFFICER --note TEXT CASE…`, or `--from OFFICER` for all open files in those hands. */
export const handOver: CaseSubcommand = async ({ asked: { words: named, values }, services, officer, language, terminal }) => {
  const words = caseWords[language]
  const [to, note, from] = [values.get('to'), values.get('note'), values.get('from')]
  if (to === undefined || note === undefined || (named.length === 0 && from === undefined)) return terminal.refuse(words.needs('--to OFFICER --note TEXT CASE… | --from OFFICER'))
  const caseIds = named.length > 0 ? named : await filesOf(services, from ?? null)
  if (caseIds.length === 0) return terminal.refuse(harmless(words.noFilesOf(from ?? '')))
  const results = await handOverFiles(services, { caseIds, to, note, officer, batchId: values.get('command-id') ?? services.newId() })
  const refused = results.flatMap(({ caseId, result }) => (result.ok ? [] : [words.refusedFor({ caseId, why: commandSentence(result.refusal, language) })]))
  if (refused.length > 0) terminal.note(refused.map(harmless))
  terminal.answer([words.handedOver({ done: formatCount(results.length - refused.length, language), refused: formatCount(refused.length, language) })])
  return refused.length === 0 ? exitCodes.done : exitCodes.found
}

/** `comity case merge STAYS DUPLICATE --reason TEXT` */
export const merge: CaseSubcommand = (call) => mergeOrUndo(call, mergeCases)

/** `comity case unmerge STAYS DUPLICATE --reason TEXT` */
export const unmerge: CaseSubcommand = (call) => mergeOrUndo(call, undoMerge)

async function mergeOrUndo(call: CaseCall, work: typeof mergeCases): Promise<ExitCode> {
  const { asked: { words: [stays, duplicate], values }, services, officer, language, terminal } = call
  if (stays === undefined || duplicate === undefined) return terminal.refuse(caseWords[language].needs('STAYS DUPLICATE'))
  const asked: Merge = { stays, duplicate, officer, on: dayOf(call), reason: values.get('reason') ?? '', mergeId: values.get('command-id') ?? services.newId() }
  const done = await work(services, asked)
  return done.ok ? terminal.answer([caseWords[language].done({ caseId: duplicate, version: done.value.version, repeated: done.value.repeated })]) : terminal.refuse(commandSentence(done.refusal, language))
}

/** `comity case withdrawals`: sends what leaves at this minute, which is something once a week. */
export const withdrawals: CaseSubcommand = async ({ services, language, terminal }) => {
  const { moment, left, waiting, stopped } = await sendWithdrawals(services)
  if (stopped) return terminal.refuse(commandSentence({ code: stopped }, language))
  return terminal.answer([caseWords[language].withdrawals({ moment: momentText(services, moment, language), left: left.length, waiting })])
}
