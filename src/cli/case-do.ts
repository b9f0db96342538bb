import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { text as readStream } from 'node:stream/consumers'
import type { Command } from '../casework/command.ts'
import { findDay, type PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { checkCommand, readCommand } from '../service/cases/read-command.ts'
import { readExtras } from '../service/cases/read-extras.ts'
import { runCommand, type Asked } from '../service/cases/run-command.ts'
import type { PacketFile } from '../service/cases/send-request.ts'
import { numberOption, type CaseOption } from './case-arguments.ts'
import type { CaseCall, CaseSubcommand } from './case-command.ts'
import { saidHolds } from './case-gates.ts'
import { caseWords, commandSentence } from './case-sentences.ts'
import type { ExitCode } from './exit-codes.ts'
import { folded, harmless } from './terminal.ts'

/** `comity case do CASE --command FILE|-`: any command, in JSON. */
export const doCommand: CaseSubcommand = async (call) => {
  const { asked, language, terminal } = call
  const words = caseWords[language]
  const [caseId] = asked.words
  const file = asked.values.get('command')
  if (caseId === undefined || file === undefined) return terminal.refuse(words.needs('CASE --command FILE|-'))
  const json = await readText(file)
  if (json instanceof Error) return terminal.refuse(words.fileUnreadable({ file, cause: json.message }))
  const command = readCommand(json)
  return command.ok ? perform(call, caseId, command.value) : terminal.refuse(commandSentence(command.refusal, language))
}

/** `comity case open …`: opens a case and prints its id, which is made up here unless one is named. */
export const openCase: CaseSubcommand = async (call) => {
  const { asked: { words, values }, services } = call
  const identity = {
    ...option(call, 'family-name', 'familyName', ''), ...option(call, 'given-names', 'givenNames', ''), ...option(call, 'sex', 'sex', 'unspecified'),
    ...option(call, 'born-on', 'bornOn'), ...option(call, 'born-in', 'bornIn'), ...option(call, 'born-in-country', 'bornInCountry'), identityDocuments: [],
  }
  return performShape(call, words[0] ?? services.newId(), { kind: 'open-case', jurisdiction: values.get('jurisdiction'), identity, on: dayOf(call), source: values.get('source') })
}

/** `comity case fact CASE FACT yes|no|unknown …` */
export const recordFact: CaseSubcommand = async (call) => {
  const { asked: { words: [caseId, fact, value], values }, services, language, terminal } = call
  if (caseId === undefined || fact === undefined || value === undefined) return terminal.refuse(caseWords[language].needs('CASE FACT yes|no|unknown'))
  return performShape(call, caseId, { kind: 'record-fact', factId: services.newId(), fact, value, on: dayOf(call), source: values.get('source'), ...option(call, 'destination', 'destination'), ...option(call, 'place', 'place') })
}

/** `comity case correct CASE RECORD yes|no|unknown …`: puts one record right; who received it is listed by `show`. */
export const correctFact: CaseSubcommand = async (call) => {
  const { asked: { words: [caseId, corrects, value], values }, services, language, terminal } = call
  if (caseId === undefined || corrects === undefined || value === undefined) return terminal.refuse(caseWords[language].needs('CASE RECORD yes|no|unknown'))
  return performShape(call, caseId, { kind: 'correct-fact', factId: services.newId(), corrects, value, on: dayOf(call), source: values.get('source'), ...option(call, 'destination', 'destination'), ...option(call, 'place', 'place') })
}

/** `comity case request CASE draft|check|approve|send|acknowledge|outcome|withdraw …` */
export const request: CaseSubcommand = async (call) => {
  const { asked: { words: [caseId, what, requestId], values }, services, language, terminal } = call
  if (caseId === undefined || what === undefined || (what !== 'draft' && requestId === undefined)) return terminal.refuse(caseWords[language].needs('CASE draft|check|approve|send|acknowledge|outcome|withdraw REQUEST'))
  const on = dayOf(call)
  switch (what) {
    case 'draft': return performShape(call, caseId, { kind: 'draft-request', requestId: requestId ?? services.newId(), destination: values.get('destination'), consulate: values.get('consulate'), documentType: values.get('document'), ...option(call, 'agreement', 'agreement'), on })
    case 'check': case 'approve': case 'send': return performShape(call, caseId, { kind: `${what}-request`, requestId, on })
    case 'acknowledge': return performShape(call, caseId, { kind: 'acknowledge-request', requestId, on, source: values.get('source') })
    case 'outcome': return performShape(call, caseId, { kind: 'record-outcome', requestId, outcome: values.get('outcome'), on, source: values.get('source') })
    case 'withdraw': return performShape(call, caseId, { kind: 'withdraw-request', requestId, reason: values.get('reason'), on })
    default: return terminal.refuse(caseWords[language].unknownCommand(`request ${what}`))
  }
}

function option(call: CaseCall, name: CaseOption, field: string, otherwise?: string): Readonly<Record<string, string>> {
  const value = call.asked.values.get(name) ?? otherwise
  return value === undefined ? {} : { [field]: value }
}

/** The day of `--on`, else today; what is no day is passed on, for the command to refuse. */
export function dayOf({ asked, services }: CaseCall): PlainDate {
  const text = asked.values.get('on')
  return text === undefined ? services.clock.today() : (findDay(text) ?? (text as PlainDate))
}

async function performShape(call: CaseCall, caseId: string, shape: Readonly<Record<string, unknown>>): Promise<ExitCode> {
  // An option that was left out is a field that is missing, and is said to be.
  const command = checkCommand(Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)))
  return command.ok ? perform(call, caseId, command.value) : call.terminal.refuse(commandSentence(command.refusal, call.language))
}

/** Runs a command, and prints the version that the case has then, or why nothing was done. */
export async function perform(call: CaseCall, caseId: string, command: Command): Promise<ExitCode> {
  const { asked: { values }, services, officer, language, terminal } = call
  const words = caseWords[language]
  const version = numberOption(call.asked, 'at-version')
  if (version === 'wrong') return terminal.refuse(words.badNumber(values.get('at-version') ?? ''))
  const file = values.get('extras')
  const json = file === undefined ? '{}' : await readText(file)
  if (json instanceof Error) return terminal.refuse(words.fileUnreadable({ file: file ?? '', cause: json.message }))
  const extras = readExtras(json)
  if (!extras.ok) return terminal.refuse(commandSentence(extras.refusal, language))
  const files = await readFiles(call.asked.attached)
  if (!files.ok) return terminal.refuse(words.fileUnreadable(files.refusal))
  const otherCaseId = values.get('with')
  const asked: Asked = { caseId, command, commandId: values.get('command-id') ?? services.newId(), officer, version: version ?? 'newest', ...(otherCaseId === undefined ? {} : { otherCaseId }), ...(file === undefined ? {} : { extras: extras.value }), ...(files.value.length === 0 ? {} : { files: files.value }) }
  const done = await runCommand(services, asked)
  if (done.ok) return terminal.answer([words.done({ caseId, version: done.value.version, repeated: done.value.repeated }), ...nameOf(command, caseId)])
  if (done.refusal.code === 'gate-held') terminal.note(folded((await saidHolds(services, done.refusal, language)).map(harmless), terminal.columns))
  return terminal.refuse(commandSentence(done.refusal, language))
}

// What was made up here is told, so that the next command can name it.
function nameOf(command: Command, caseId: string): readonly string[] {
  if (command.kind === 'open-case') return [caseId]
  if (command.kind === 'draft-request') return [command.requestId]
  return command.kind === 'record-fact' || command.kind === 'correct-fact' ? [command.factId] : []
}

/** Files that shall go along with a request. */
export async function readFiles(paths: readonly string[]): Promise<Result<readonly PacketFile[], { readonly file: string; readonly cause: string }>> {
  const files: PacketFile[] = []
  for (const file of paths) {
    const bytes = await readFile(file).catch((error: Error) => error)
    if (bytes instanceof Error) return refuse({ file, cause: bytes.message })
    files.push({ name: basename(file), bytes })
  }
  return accept(files)
}

async function readText(file: string): Promise<string | Error> {
  return file === '-' ? readStream(process.stdin) : readFile(file, 'utf8').catch((error: Error) => error)
}
