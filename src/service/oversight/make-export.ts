import { createHash } from 'node:crypto'
import { writeAccess } from '../../store/access-log.ts'
import { writeExport, type ExportMade } from '../../store/exports.ts'
import type { Database } from '../../store/tables.ts'
import type { Action } from '../access/permissions.ts'
import type { SignedIn } from '../identity/read-session.ts'

/** What an export is for: a closed list. */
export const exportPurposes = ['work-plan', 'management-report', 'legal-review', 'court-or-complaint', 'audit'] as const

export type ExportPurpose = (typeof exportPurposes)[number]

export function isExportPurpose(text: string): text is ExportPurpose {
  return (exportPurposes as readonly string[]).includes(text)
}

/** A file that leaves, and how much is in it. */
export type ExportFile = { readonly bytes: Uint8Array; readonly lines: number; readonly cut: boolean; readonly format: ExportMade['format'] }

export type ExportWish = Pick<ExportMade, 'kind' | 'choice'> & { readonly exportId: string; readonly purpose: ExportPurpose; readonly action: Action }

/** Writes down that a file leaves: who, why, how much, and the digest of its bytes. Before it does, in the transaction that read it. */
export async function keepExport(tx: Database, { accountId, handle, sessionId }: SignedIn, { exportId, kind, choice, purpose, action }: ExportWish, { bytes, lines, cut, format }: ExportFile): Promise<void> {
  const digest = createHash('sha256').update(bytes).digest('hex')
  await writeExport(tx, { exportId, accountId, handle, kind, format, purpose, choice, lines, cut, digest })
  await writeAccess(tx, { accountId, handle, sessionId, action, purpose, about: { lines, format } })
}
