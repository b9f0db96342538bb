import { randomUUID } from 'node:crypto'
import { accessColumns, exportAccess, mostLooksExported } from '../../service/oversight/export-access.ts'
import { isExportPurpose } from '../../service/oversight/make-export.ts'
import { readAudit, type AuditAsked } from '../../service/oversight/read-audit.ts'
import { auditPage, auditPath } from './audit-page.ts'
import { exportPage, type ExportFault } from './export-page.ts'
import { oversightWords } from './oversight-words.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const { en, fr } = oversightWords

/** Who looked at what. */
export const auditRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: auditPath, action: 'audit.read', group: 'checks', name: { en: en.audit.name, fr: fr.audit.name }, answer: showAudit },
  { method: 'GET', path: `${auditPath}/export`, action: 'oversight.export', answer: (_, request) => showExport(request, readAsked(request.query)) },
  { method: 'POST', path: `${auditPath}/export`, action: 'oversight.export', answer: takeExport },
]

async function showAudit(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const asked = readAsked(request.query)
  const timeZone = services.clock.timeZone ?? 'UTC'
  const before = /^\d{1,15}$/.exec(request.query.get('before') ?? '')?.[0]
  const found = await readAudit(services, request.signedIn, asked, before === undefined ? undefined : Number(before))
  return found.ok ? auditPage(request, asked, found.value, { timeZone, leafed: before !== undefined }) : auditPage(request, asked, { looks: [] }, { timeZone, leafed: false }, found.refusal)
}

function showExport(request: WorkRequest, asked: AuditAsked, fault?: ExportFault): WorkAnswer {
  const { language } = request.visitor.address
  const { export: words, audit } = oversightWords[language]
  const chosen = Object.entries(asked).filter(([, value]) => value !== '')
  return exportPage(request, {
    path: `${auditPath}/export`, query: Object.fromEntries(chosen), title: words.auditTitle, most: mostLooksExported, columns: accessColumns.map((column) => words.audit[column]), formats: [], purpose: request.form.get('purpose') ?? '',
    hidden: chosen, chosen: chosen.map(([name, value]) => `${audit[name as keyof AuditAsked]}: ${value}`),
  }, fault)
}

async function takeExport(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor } = request
  const asked = readAsked(form)
  const purpose = form.get('purpose') ?? ''
  if (!isExportPurpose(purpose)) return showExport(request, asked, 'purpose')
  const file = await exportAccess(services, signedIn, { exportId: randomUUID(), asked, purpose, headings: oversightWords[visitor.address.language].export.audit })
  if (!file.ok) return { to: auditPath }
  return { file: file.value.bytes, type: 'text/csv; charset=utf-8', name: `comity-looks-${services.clock.today()}${file.value.cut ? `-first-${file.value.lines}` : ''}.csv` }
}

function readAsked(from: URLSearchParams): AuditAsked {
  const field = (name: keyof AuditAsked) => (from.get(name) ?? '').trim().slice(0, 100)
  return { account: field('account'), caseId: field('caseId'), action: field('action'), from: field('from'), until: field('until') }
}
