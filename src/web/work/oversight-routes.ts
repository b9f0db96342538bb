import { randomUUID } from 'node:crypto'
import { findDay } from '../../kernel/day.ts'
import { html } from '../../render/html.ts'
import { checkEverything, readChecks } from '../../service/oversight/check-everything.ts'
import { exportBundle, mostBundled } from '../../service/oversight/export-bundle.ts'
import { isExportPurpose } from '../../service/oversight/make-export.ts'
import { daysBefore, readApprovals, readDecisions, readEveryCase, readEveryGlass, readExports, readLawUpdates, readMessages } from '../../service/oversight/read-oversight.ts'
import { isId } from '../../service/cases/load-case-state.ts'
import type { Place } from '../../store/worklist.ts'
import { hrefTo } from '../address.ts'
import { pagination } from '../parts/pagination.ts'
import { caseFilter, readCaseChoice } from './case-filter.ts'
import { exportPage, type ExportFault } from './export-page.ts'
import { exportPath } from './export-routes.ts'
import { glassHistory } from './break-glass-history.ts'
import { oversightCheckPage } from './oversight-check-page.ts'
import { answerChoices, oversightDecisionsPage, type AnswerChoice, type DecisionsAsked } from './oversight-decisions-page.ts'
import { oversightPage, oversightPart, oversightPath } from './oversight-page.ts'
import { approvalsTable, everyCaseTable, exportsTable, lawTable, messagesTable } from './oversight-tables.ts'
import { oversightWords } from './oversight-words.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const { en, fr } = oversightWords
const at = (place: string) => `${oversightPath}/${place}`

/** Everything that an auditor reads. Nothing here changes anything but the record of who looked. */
export const oversightRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: oversightPath, action: 'audit.read', group: 'checks', name: { en: en.workspace.name, fr: fr.workspace.name }, answer: (_, request) => oversightPage(request) },
  { method: 'GET', path: at('cases'), action: 'audit.read', answer: showCases },
  { method: 'GET', path: at('decisions'), action: 'audit.read', answer: showDecisions },
  { method: 'GET', path: at('law'), action: 'audit.read', answer: async (services, request) => part(request, 'law', lawTable(await readLawUpdates(services, request.signedIn), timeZoneOf(services), request.visitor.address.language)) },
  { method: 'GET', path: at('messages'), action: 'audit.read', answer: async (services, request) => part(request, 'messages', messagesTable(await readMessages(services, request.signedIn), request.visitor.address.language)) },
  { method: 'GET', path: at('approvals'), action: 'audit.read', answer: async (services, request) => part(request, 'approvals', approvalsTable(await readApprovals(services, request.signedIn), timeZoneOf(services), request.visitor.address.language)) },
  { method: 'GET', path: at('glass'), action: 'audit.read', answer: async (services, request) => part(request, 'glass', glassHistory(await readEveryGlass(services, request.signedIn), timeZoneOf(services), request.visitor.address.language)) },
  { method: 'GET', path: at('exports'), action: 'audit.read', answer: async (services, request) => part(request, 'exports', exportsTable(await readExports(services, request.signedIn), timeZoneOf(services), request.visitor.address.language)) },
  { method: 'GET', path: at('check'), action: 'audit.read', answer: async (services, request) => oversightCheckPage(request, await readChecks(services, request.signedIn), timeZoneOf(services)) },
  { method: 'POST', path: at('check'), action: 'audit.read', answer: takeCheck },
  { method: 'GET', path: at('export'), action: 'oversight.export', answer: (services, request) => showExport(request, { from: daysBefore(services.clock.today(), 30), until: services.clock.today() }) },
  { method: 'POST', path: at('export'), action: 'oversight.export', answer: takeExport },
]

function part(request: WorkRequest, name: 'approvals' | 'law' | 'messages' | 'glass' | 'exports', main: Parameters<typeof oversightPart>[1]['main']): WorkAnswer {
  const { title, lead } = oversightWords[request.visitor.address.language].workspace[name]
  return oversightPart(request, { title, lead, main })
}

async function showCases(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { query, visitor: { address: { language } } } = request
  const choice = readCaseChoice(query)
  const [after, before] = [readLeaf(query.get('after')), readLeaf(query.get('before'))]
  const { rows, previous, next } = await readEveryCase(services, request.signedIn, { ...choice, ...(before ? { before } : after ? { after } : {}) })
  const leaf = (name: 'after' | 'before', place: Place | undefined) => place && hrefTo(language, at('cases'), { ...choice, [name]: `${place.day}_${place.caseId}` })
  const { workspace: { places: { cases } }, export: exporting } = oversightWords[language]
  return oversightPart(request, { title: cases.name, lead: cases.what, main: html`${caseFilter(at('cases'), choice, language)}${everyCaseTable(rows, language)}
${pagination(language, { previous: leaf('before', previous), next: leaf('after', next) })}<p><a href="${hrefTo(language, exportPath, choice)}">${exporting.link}</a></p>` })
}

function readLeaf(text: string | null): Place | undefined {
  const [day = '', caseId = ''] = (text ?? '').split('_')
  return (day === 'infinity' || findDay(day)) && isId(caseId) ? { day, caseId } : undefined
}

/** The last thirty days, unless days are chosen; what is no day is replaced, and the form says by which. */
async function showDecisions(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { query, signedIn } = request
  const today = services.clock.today()
  const until = findDay(query.get('until') ?? '') ?? today
  const from = findDay(query.get('from') ?? '') ?? daysBefore(until, 30)
  const state = isAnswerChoice(query.get('state') ?? '')
  const asked: DecisionsAsked = { from, until, state }
  return oversightDecisionsPage(request, asked, await readDecisions(services, signedIn, { from, until, states: answerChoices[state] }), timeZoneOf(services))
}

function isAnswerChoice(text: string): AnswerChoice {
  return (Object.keys(answerChoices) as readonly AnswerChoice[]).find((one) => one === text) ?? ''
}

async function takeCheck(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const checked = await checkEverything(services, request.signedIn)
  return checked.ok ? { to: at('check') } : oversightCheckPage(request, await readChecks(services, request.signedIn), timeZoneOf(services), true)
}

function showExport(request: WorkRequest, days: { readonly from: string; readonly until: string }, fault?: ExportFault): WorkAnswer {
  const { export: words } = oversightWords[request.visitor.address.language]
  return exportPage(request, { path: at('export'), query: {}, title: words.bundleTitle, lead: words.bundleLead, most: mostBundled, columns: [], formats: [], purpose: request.form.get('purpose') ?? '', days, hidden: [], chosen: [] }, fault)
}

async function takeExport(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const field = (name: string) => (request.form.get(name) ?? '').trim().slice(0, 100)
  const days = { from: field('from'), until: field('until') }
  const [from, until, purpose] = [findDay(days.from), findDay(days.until), field('purpose')]
  if (!from || !until) return showExport(request, days, from ? 'until' : 'from')
  if (until < from) return showExport(request, days, 'order')
  if (!isExportPurpose(purpose)) return showExport(request, days, 'purpose')
  const file = await exportBundle(services, request.signedIn, { exportId: randomUUID(), from, until, purpose })
  return { file: file.bytes, type: 'application/jsonl; charset=utf-8', name: `comity-oversight-${from}-${until}.jsonl` }
}

function timeZoneOf({ clock }: WorkServices): string {
  return clock.timeZone ?? 'UTC'
}
