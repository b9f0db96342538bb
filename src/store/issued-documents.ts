import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Database } from './tables.ts'

/** What a number is taken for: a draft that two people agreed to, and the decision that its step is open. */
export type NumberWanted = {
  readonly caseId: string
  readonly caseVersion: number
  /** Two letters, which the authority chose. */
  readonly series: string
  readonly destination: string
  readonly day: string
  readonly decisionDigest: string
  readonly proposals: readonly [string, string]
  readonly draftDigest: string
  readonly layoutDigest: string
  readonly accountId: string
}

/** Why there is no number. `agreed-to-another`: the two agreements are not to this draft. `not-two-people`: three accounts take part, and here fewer did. */
export type NumberRefusal = {
  readonly code: 'stale-version' | 'fictional' | 'not-recognised' | 'decision-missing' | 'decision-outdated' | 'not-agreed' | 'agreed-to-another' | 'too-old' | 'not-two-people' | 'used-already'
}

/** Takes the next number of a series; it stands for good, whatever becomes of its document. */
export async function takeDocumentNumber(tx: Database, { caseId, caseVersion, series, destination, day, decisionDigest, proposals: [first, second], draftDigest, layoutDigest, accountId }: NumberWanted): Promise<Result<string, NumberRefusal>> {
  const { rows: [row] } = await sql<{ outcome: 'taken' | NumberRefusal['code']; document_number: string | null }>`
    select * from take_travel_document_number(${caseId}, ${caseVersion}, ${series}, ${destination}, ${day}, ${decisionDigest}, ${first}, ${second}, ${draftDigest}, ${layoutDigest}, ${accountId})`.execute(tx)
  invariant(row, 'the database gave no answer to who wants a number', { caseId })
  if (row.outcome !== 'taken') return refuse({ code: row.outcome })
  invariant(row.document_number, 'a number without a number', { caseId })
  return accept(row.document_number)
}

/** Keeps that the document of a number was made, with its seal and the digest of its page; false when it was made before. */
export async function keepTravelDocument(tx: Database, { documentNumber, certificateDigest, seal, pageDigest }: { readonly documentNumber: string; readonly certificateDigest: string; readonly seal: Uint8Array; readonly pageDigest: string }): Promise<boolean> {
  const { rows: [row] } = await sql<{ kept: boolean }>`select keep_travel_document(${documentNumber}, ${certificateDigest}, ${Buffer.from(seal)}, ${pageDigest}) as kept`.execute(tx)
  return row?.kept === true
}

export type KeptDocument = {
  readonly documentNumber: string
  readonly destination: string
  readonly takenBy: string
  readonly takenAt: Instant
  readonly approvers: readonly [string, string]
  /** What was agreed to: ids of both proposals. */
  readonly proposals: readonly [string, string]
  /** Absent where the number was spoiled. */
  readonly made?: { readonly at: Instant; readonly pageDigest: string }
}

/** Every number that was taken for a case, the latest first. */
export async function documentsOfCase(tx: Database, caseId: string): Promise<readonly KeptDocument[]> {
  const { rows } = await sql<{ document_number: string; destination: string; taken_by: string; taken_at: Date; first_approver: string; second_approver: string; first_proposal: string; second_proposal: string; made_at: Date | null; page_digest: string | null }>`
    select document_number, destination, taken_by, taken_at, first_approver, second_approver, first_proposal, second_proposal, made_at, encode(page_digest, 'hex') as page_digest
    from travel_document_number left join travel_document using (document_number) where case_id = ${caseId} order by taken_at desc, document_number desc`.execute(tx)
  return rows.map((row) => ({
    documentNumber: row.document_number, destination: row.destination, takenBy: row.taken_by, takenAt: row.taken_at.toISOString(), approvers: [row.first_approver, row.second_approver], proposals: [row.first_proposal, row.second_proposal],
    ...(row.made_at === null || row.page_digest === null ? {} : { made: { at: row.made_at.toISOString(), pageDigest: row.page_digest } }),
  }))
}
