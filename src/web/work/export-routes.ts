import { randomUUID } from 'node:crypto'
import type { Inventory } from '../../casework/lists.ts'
import { countToExport, exportCases, exportColumns, mostExported, type ExportColumn, type SaidCases } from '../../service/oversight/export-cases.ts'
import { isExportPurpose, type ExportPurpose } from '../../service/oversight/make-export.ts'
import type { CaseChoice } from '../../service/work/read-my-work.ts'
import { formatCount, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { readCaseChoice, sayCaseChoice } from './case-filter.ts'
import { caseWords } from './case-words.ts'
import { exportPage, type ExportFault } from './export-page.ts'
import { oversightWords } from './oversight-words.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

export const exportPath = '/work/cases/export'

/** The open cases of a choice as a file. */
export const exportRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: exportPath, action: 'cases.export', answer: (services, request) => showExport(services, request, readCaseChoice(request.query)) },
  { method: 'POST', path: exportPath, action: 'cases.export', answer: takeExport },
]

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

async function showExport(services: WorkServices, request: WorkRequest, choice: CaseChoice, fault?: ExportFault): Promise<WorkAnswer> {
  const { language } = request.visitor.address
  const { export: words } = oversightWords[language]
  const chosen = Object.entries(choice)
  return exportPage(request, {
    path: exportPath, query: Object.fromEntries(chosen), title: words.title, most: mostExported, fit: await countToExport(services, request.signedIn, choice), columns: exportColumns.map((column) => words.headings[column]),
    formats: ['csv', 'xlsx'], format: request.form.get('format') ?? 'csv', purpose: request.form.get('purpose') ?? '', hidden: chosen, chosen: sayCaseChoice(choice, language),
  }, fault)
}

async function takeExport(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor: { address: { language } } } = request
  const [choice, purpose, format] = [readCaseChoice(form), form.get('purpose') ?? '', form.get('format') ?? '']
  if (!isExportPurpose(purpose)) return showExport(services, request, choice, 'purpose')
  if (format !== 'csv' && format !== 'xlsx') return showExport(services, request, choice, 'format')
  const words = saidCases(services, request, purpose, language)
  const file = await exportCases(services, signedIn, { exportId: randomUUID(), choice, purpose, format }, words)
  return { file: file.bytes, type: types[format], name: `comity-cases-${services.clock.today()}${file.cut ? `-first-${file.lines}` : ''}.${format}` }
}

function saidCases({ clock }: WorkServices, { signedIn }: WorkRequest, purpose: ExportPurpose, language: Language): SaidCases {
  const { export: words } = oversightWords[language]
  const { aboutRows } = words
  return {
    headings: words.headings,
    said: (column, value) => saidValue(column, value, language),
    about: {
      sheet: words.sheet, title: words.about,
      rows: ({ lines, cut }) => [
        [aboutRows.by, signedIn.handle], [aboutRows.at, formatMoment(clock.now(), clock.timeZone ?? 'UTC', language)], [aboutRows.purpose, words.purposes[purpose]],
        [aboutRows.lines, formatCount(lines, language)], [aboutRows.cut, cut ? words.yes : words.no],
      ],
    },
  }
}

function saidValue(column: ExportColumn, value: string, language: Language): string {
  const { inventories, dues } = caseWords[language]
  const { export: words } = oversightWords[language]
  if (column === 'inventory') return inventories[value as Inventory].name
  if (column === 'country') return stateName(value, language)
  if (column === 'dueFor') return (dues as Readonly<Record<string, string>>)[value] ?? value
  if (column === 'fictional') return value === 'yes' ? words.yes : words.no
  return value
}
