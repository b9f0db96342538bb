import type { Language } from '../text/language.ts'
import { readCaseArguments } from './case-arguments.ts'
import type { CaseSubcommand } from './case-command.ts'
import { openCases } from './case-database.ts'
import { correctFact, doCommand, openCase, recordFact, request } from './case-do.ts'
import { decisions, gates } from './case-gates.ts'
import { importCases } from './case-import.ts'
import { law } from './case-law.ts'
import { listFacts } from './case-facts.ts'
import { optionNotTaken, optionsOf } from './case-options.ts'
import { packet } from './case-packet.ts'
import { copy, exportCase, handOver, merge, unmerge, withdrawals } from './case-people.ts'
import { caseWords } from './case-sentences.ts'
import { show } from './case-show.ts'
import { statutory } from './case-statutory.ts'
import { find, refresh, stalled, worklist } from './case-worklist.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

const subcommands: Readonly<Record<Exclude<keyof typeof optionsOf, 'facts' | 'packet'>, CaseSubcommand>> = {
  open: openCase, show, do: doCommand, fact: recordFact, correct: correctFact, gates, decisions, request, worklist, stalled, find, refresh,
  law, import: importCases, export: exportCase, copy, 'hand-over': handOver, merge, unmerge, withdrawals, statutory,
}

/** `comity case …`: every command about cases, on the database that the settings name. */
export async function caseCommand(words: readonly string[], language: Language, terminal: Terminal, environment: NodeJS.ProcessEnv = process.env): Promise<ExitCode> {
  const read = readCaseArguments(words)
  if (!read.ok) return terminal.refuse(read.refusal.code === 'unknown-option' ? caseWords[language].unknownOption(read.refusal.value) : caseWords[language].optionWithoutValue(read.refusal.value))
  const [name = 'help', ...rest] = read.value.words
  if (name === 'help' || read.value.flags.has('help')) return terminal.answer([caseWords[language].usage])
  if (!isSubcommand(name)) return terminal.refuse(caseWords[language].unknownCommand(name))
  const notTaken = optionNotTaken(name, read.value)
  if (notTaken !== undefined) return terminal.refuse(caseWords[language].optionNotTaken({ option: `--${notTaken}`, command: name }))
  if (name === 'facts') return listFacts(rest, language, terminal)
  if (name === 'packet') return packet({ ...read.value, words: rest }, language, terminal)
  const subcommand = subcommands[name]
  const officer = read.value.values.get('officer') ?? environment['COMITY_OFFICER'] ?? ''
  const opened = await openCases(environment, language)
  if (!opened.ok) return terminal.refuse(opened.refusal)
  try {
    return await subcommand({ asked: { ...read.value, words: rest }, services: opened.value.services, language, terminal, officer, releaseKey: environment['COMITY_RELEASE_KEY'] ?? '' })
  } finally {
    await opened.value.close()
  }
}

function isSubcommand(name: string): name is keyof typeof optionsOf {
  return Object.hasOwn(optionsOf, name)
}
