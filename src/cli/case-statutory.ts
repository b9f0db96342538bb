import { recordStatutoryPerson, statutoryReport, type Breakdown, type StatutoryRefusal, type StatutoryReport } from '../service/cases/statutory-report.ts'
import { formatCount, formatDay } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { stateName } from '../text/state-name.ts'
import { numberOption } from './case-arguments.ts'
import type { CaseCall, CaseSubcommand } from './case-command.ts'
import { caseWords, caseworkWords, commandSentence, say } from './case-sentences.ts'
import type { ExitCode } from './exit-codes.ts'

/** `comity case statutory record CASE …` and `comity case statutory report YYYY-MM`: IRPA 49(3) to (5). */
export const statutory: CaseSubcommand = async (call) => {
  const { asked: { words: [what, subject] }, language, terminal } = call
  if (subject !== undefined && what === 'record') return record(call, subject)
  if (subject !== undefined && what === 'report') return report(call, subject)
  return terminal.refuse(caseWords[language].needs('record CASE … | report YYYY-MM'))
}

async function record({ asked, services, officer, language, terminal }: CaseCall, caseId: string): Promise<ExitCode> {
  const words = caseWords[language]
  const birthYear = numberOption(asked, 'birth-year')
  if (birthYear === 'wrong') return terminal.refuse(words.badNumber(asked.values.get('birth-year') ?? ''))
  const value = (name: 'origin' | 'gender' | 'criminal-background') => asked.values.get(name) ?? ''
  // Values come from a hand, where types do not reach; the use-case judges them.
  const person = { countryOfOrigin: value('origin'), gender: value('gender') as 'unknown', criminalBackground: value('criminal-background') as 'unknown', ...(birthYear === undefined ? {} : { birthYear }) }
  const kept = await recordStatutoryPerson(services, caseId, officer, person)
  return kept.ok ? terminal.answer([words.statutory.recorded]) : terminal.refuse(sentence(kept.refusal, language))
}

async function report({ asked, services, releaseKey, language, terminal }: CaseCall, month: string): Promise<ExitCode> {
  const made = await statutoryReport(services, month, releaseKey)
  if (!made.ok) return terminal.refuse(sentence(made.refusal, language))
  return terminal.answer(asked.flags.has('json') ? [JSON.stringify(made.value, null, 1)] : reportLines(made.value, language))
}

function reportLines({ month, madeOn, enforced, notEnforced, breakdowns }: StatutoryReport, language: Language): readonly string[] {
  const words = caseWords[language].statutory
  return [
    words.title({ month, madeOn: formatDay(madeOn, language) }), words.enforced(formatCount(enforced, language)), words.notEnforced,
    ...notEnforced.map(({ inventory, orders }) => words.line({ name: caseworkWords[language].inventories[inventory].name, count: formatCount(orders, language) })),
    words.definition, ...breakdowns.flatMap((one) => ['', words.tables[one.by], ...breakdownLines(one, language)]), '', words.rounded,
  ]
}

function breakdownLines(breakdown: Breakdown, language: Language): readonly string[] {
  const words = caseWords[language].statutory
  if (breakdown.held) return [`  ${words.held}`]
  const { rows, columns, counts, total } = breakdown.table
  const nameOf = (name: string) => words.names[name] ?? (breakdown.by === 'country' ? stateName(name, language) : name)
  const cells = rows.flatMap((row, index) => columns.map((column, place) => words.line({ name: columns.length === 1 ? nameOf(row) : `${nameOf(row)}, ${nameOf(column)}`, count: formatCount(counts[index]?.[place] ?? 0, language) })))
  return [...cells, words.line({ name: words.all, count: formatCount(total, language) })]
}

function sentence(refusal: StatutoryRefusal, language: Language): string {
  const { refusals } = caseWords[language].statutory
  return refusal.code === 'bad-month' || refusal.code === 'month-not-over' || refusal.code === 'no-release-key' ? say(refusals, refusal) : commandSentence(refusal, language)
}
