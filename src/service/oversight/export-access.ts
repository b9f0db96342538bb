import { accept, type Result } from '../../kernel/result.ts'
import { csvLine } from '../../render/csv.ts'
import { findAccess } from '../../store/access-search.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { ReadServices } from '../work/read-case-page.ts'
import { keepExport, type ExportFile, type ExportPurpose } from './make-export.ts'
import { readAuditChoice, type AuditAsked, type AuditFault } from './read-audit.ts'

/** An export of the log has at most so many lines. */
export const mostLooksExported = 50_000

export const accessColumns = ['entry', 'at', 'handle', 'action', 'caseId', 'purpose', 'about'] as const

export type AccessColumn = (typeof accessColumns)[number]

export type AccessWish = { readonly exportId: string; readonly asked: AuditAsked; readonly purpose: ExportPurpose; readonly headings: Readonly<Record<AccessColumn, string>> }

/** Who looked at what, as CSV with the codes that the log holds: the latest first. */
export async function exportAccess(services: ReadServices, signedIn: SignedIn, { exportId, asked, purpose, headings }: AccessWish): Promise<Result<ExportFile, AuditFault>> {
  const choice = await readAuditChoice(services, asked)
  if (!choice.ok) return choice
  const found = await findAccess(services.roles.auditor, { ...choice.value, timeZone: services.clock.timeZone ?? 'UTC', limit: mostLooksExported + 1 })
  const looks = found.slice(0, mostLooksExported)
  const lines = looks.map(({ entry, happenedAt, handle, action, caseId = '', purpose: why = '', about }) => csvLine([entry, happenedAt, handle, action, caseId, why, JSON.stringify(about ?? {})]))
  const file: ExportFile = { bytes: Buffer.from(`\ufeff${csvLine(accessColumns.map((column) => headings[column]))}${lines.join('')}`, 'utf8'), lines: looks.length, cut: found.length > looks.length, format: 'csv' }
  await services.database.transaction().execute((tx) => keepExport(tx, signedIn, { exportId, kind: 'access-log', choice: Object.fromEntries(Object.entries(choice.value)), purpose, action: 'oversight.export' }, file))
  return accept(file)
}
