import { checkCountry } from '../casework/check-country.ts'
import { inventories, type Inventory } from '../casework/lists.ts'
import type { DueFor } from '../casework/due.ts'
import { findCases, type CaseSearch } from '../service/cases/find-cases.ts'
import { isId } from '../service/cases/load-case-state.ts'
import { readStalled, readWorklist, type WorklistLine } from '../service/cases/read-worklist.ts'
import { refreshStandings } from '../service/cases/refresh-standings.ts'
import type { CaseRow } from '../store/worklist.ts'
import { formatCount, formatDay } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { stateName } from '../text/state-name.ts'
import { dayOption, numberOption, type CaseArguments } from './case-arguments.ts'
import type { CaseSubcommand } from './case-command.ts'
import { caseWords, caseworkWords } from './case-sentences.ts'
import { folded, harmless } from './terminal.ts'

const usualLimit = 50

/** `comity case worklist`: open cases by the day on which something is due. */
export const worklist: CaseSubcommand = async ({ asked, services, language, terminal }) => {
  const words = caseWords[language]
  const [dueBy, limit, inventory, country] = [dayOption(asked, 'due-by'), numberOption(asked, 'limit'), asked.values.get('inventory'), asked.values.get('country')]
  if (dueBy === 'wrong') return terminal.refuse(words.badDay(asked.values.get('due-by') ?? ''))
  if (limit === 'wrong') return terminal.refuse(words.badNumber(asked.values.get('limit') ?? ''))
  if (inventory !== undefined && !isInventory(inventory)) return terminal.refuse(words.badInventory({ value: inventory, known: inventories.join(', ') }))
  if (country !== undefined && checkCountry(country)) return terminal.refuse(words.badCountry(country))
  const page = await readWorklist(services, { of: ownerOf(asked), limit: limit ?? usualLimit, withDetails: true, ...(dueBy === undefined ? {} : { dueBy }), ...(inventory === undefined ? {} : { inventory }) })
  if (asked.flags.has('json')) return terminal.answer([JSON.stringify(page, null, 1)])
  if (page.next) terminal.note([words.list.more])
  return terminal.answer(page.lines.length === 0 ? [words.list.none] : folded(page.lines.flatMap((line) => worklistLines(line, language)).map(harmless), terminal.columns))
}

/** `comity case stalled --before DAYS`: open cases in which nothing has happened for so long. */
export const stalled: CaseSubcommand = async ({ asked, services, language, terminal }) => {
  const words = caseWords[language]
  const [days, limit] = [numberOption(asked, 'before'), numberOption(asked, 'limit')]
  if (days === undefined || days === 'wrong') return terminal.refuse(words.needs('--before DAYS'))
  if (limit === 'wrong') return terminal.refuse(words.badNumber(asked.values.get('limit') ?? ''))
  const rows = await readStalled(services, days, limit ?? usualLimit)
  if (asked.flags.has('json')) return terminal.answer([JSON.stringify(rows, null, 1)])
  return terminal.answer(rows.length === 0 ? [words.list.none] : rows.map((row) => harmless(words.list.since({ on: formatDay(row.lastStepOn, language), name: nameOf(row), caseId: row.caseId, fictional: row.fictional }))))
}

/** `comity case find NAME|ID|--reference SYSTEM/REFERENCE`. */
export const find: CaseSubcommand = async ({ asked, services, language, terminal }) => {
  const words = caseWords[language]
  const search = searchOf(asked)
  if (!search) return terminal.refuse(words.needs('NAME[, NAME] | CASE | --reference SYSTEM/REFERENCE'))
  const limit = numberOption(asked, 'limit') ?? usualLimit
  if (limit === 'wrong') return terminal.refuse(words.badNumber(asked.values.get('limit') ?? ''))
  // One more than is shown: that there are more must be said, or somebody is believed not to be there.
  const found = await findCases(services, search, limit + 1)
  const rows = found.slice(0, limit)
  if (asked.flags.has('json')) return terminal.answer([JSON.stringify(rows, null, 1)])
  if (found.length > limit) terminal.note([words.list.more])
  return terminal.answer(rows.length === 0 ? [words.list.none] : rows.map((row) => harmless(rowText(row, language))))
}

/** `comity case refresh`: what worklists sort by, as of today. */
export const refresh: CaseSubcommand = async ({ services, language, terminal }) => {
  const { cases, today } = await refreshStandings(services)
  return terminal.answer([caseWords[language].list.refreshed({ cases: formatCount(cases, language), today: formatDay(today, language) })])
}

function searchOf({ words, values }: CaseArguments): CaseSearch | undefined {
  const [system, ...rest] = (values.get('reference') ?? '').split('/')
  if (system !== undefined && system !== '' && rest.length > 0) return { by: 'reference', system, reference: rest.join('/') }
  const text = words.join(' ')
  if (isId(text)) return { by: 'id', caseId: text }
  const [familyName = '', givenNames = ''] = text.split(',').map((part) => part.trim())
  return familyName === '' ? undefined : { by: 'name', familyName, givenNames }
}

function ownerOf({ flags, values }: CaseArguments) {
  const [officer, country] = [values.get('of'), values.get('country')]
  if (flags.has('unassigned')) return { officer: null }
  if (officer !== undefined) return { officer }
  return country === undefined ? 'all' : { country }
}

function isInventory(text: string): text is Inventory {
  return (inventories as readonly string[]).includes(text)
}

function worklistLines({ dues = [], collisions = [], ...row }: WorklistLine, language: Language): readonly string[] {
  const words = caseWords[language]
  return [
    rowText(row, language),
    ...dues.map(({ on, for: what }) => words.list.detail({ on: formatDay(on, language), what: words.dues[what] })),
    ...collisions.map(({ kind }) => words.list.collision(words.collisions[kind])),
  ]
}

function rowText(row: CaseRow, language: Language): string {
  const { due, inventory, country, officer = '', caseId, fictional } = row
  return caseWords[language].list.line({
    caseId, fictional, officer, name: nameOf(row), inventory: caseworkWords[language].inventories[inventory].name,
    due: due === undefined ? '' : `${formatDay(due.on, language)}, ${dueText(due.for, language)}`, country: country === undefined ? '' : stateName(country, language),
  })
}

export function nameOf({ familyName, givenNames }: Pick<CaseRow, 'familyName' | 'givenNames'>): string {
  return [familyName, givenNames].filter((part) => part !== '').join(', ')
}

/** What is due, in words; a code that this version does not know names itself. */
export function dueText(code: string, language: Language): string {
  const { dues } = caseWords[language]
  return Object.hasOwn(dues, code) ? dues[code as DueFor] : code
}
