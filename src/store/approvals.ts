import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Database } from './tables.ts'

/** What an approval is about: a command of a case, a travel document to be made, a change of the law, two records of one person. */
export type ApprovalSubject = 'command' | 'travel-document' | 'law-update' | 'merge'

/** How the second person was recognised over the digest. By the provider is the weaker kind. */
export type ApprovalMeans = 'passkey' | 'provider' | 'demonstration'

export const rejectionReasons = ['wrong', 'unproven', 'unlawful', 'unclear', 'other'] as const
export type RejectionReason = (typeof rejectionReasons)[number]

/** `moved-on`: the case, or one of two, has another version than the one that was proposed about, or the law was changed since. `too-old`: nobody agreed within seven days. */
export type ProposalState = 'waiting' | 'moved-on' | 'too-old' | 'agreed' | 'rejected' | 'withdrawn'

export type NewProposal = {
  readonly proposalId: string
  readonly subject: ApprovalSubject
  readonly caseId?: string | undefined
  readonly caseVersion?: number | undefined
  readonly commandId: string
  readonly kind: string
  readonly isProtected: boolean
  /** Absent where somebody without an account proposed, at the command line. */
  readonly proposedBy?: string | undefined
  readonly proposer: string
  /** The very bytes: see service/approvals/write-proposal.ts. */
  readonly content: string
}

export type Ending = {
  readonly outcome: 'agreed' | 'rejected' | 'withdrawn'
  readonly accountId: string
  readonly handle: string
  readonly at: Instant
  readonly means?: ApprovalMeans
  readonly evidence?: Readonly<Record<string, string>>
  readonly reason?: RejectionReason
  readonly note: string
}

/** Two records of one person, to be brought together or apart: `caseId` is the one that stays. */
export type NewMergeProposal = Required<Pick<NewProposal, 'proposalId' | 'commandId' | 'kind' | 'proposedBy' | 'proposer' | 'content'>> & Record<'stays' | 'duplicate', { readonly caseId: string; readonly version: number }>

export type KeptProposal = NewProposal & { /** The other record, of a merge. */ readonly otherCaseId?: string; readonly otherCaseVersion?: number } & { readonly proposedAt: Instant; readonly digest: string; readonly state: ProposalState; readonly ending?: Ending; readonly person?: PersonOfCase }

/** Whom the case is about, for lists. */
export type PersonOfCase = { readonly caseId: string; readonly familyName: string; readonly givenNames: string; readonly bornOn?: string; readonly fictional: boolean }

/** Why a proposal does not end as somebody wishes. */
export type EndRefusal = { readonly code: 'no-proposal' | 'ended' | 'moved-on' | 'too-old' | 'same-person' | 'not-proposer' | 'seen-otherwise' | 'not-recognised' }

export type ProposeRefusal = { readonly code: 'stale-version'; readonly expected: number; readonly actual: number } | { readonly code: 'command-repeated-differently'; readonly commandId: string }

/** Keeps a proposal about the version that its case has now, and returns its id; the same command again returns the one that is there. */
export async function proposeApproval(tx: Database, { proposalId, subject, caseId, caseVersion, commandId, kind, isProtected, proposedBy, proposer, content }: NewProposal): Promise<Result<string, ProposeRefusal>> {
  const { rows: [row] } = await sql<{ outcome: 'proposed' | 'repeated' | ProposeRefusal['code']; kept_id: string | null; version: number | null }>`
    select * from propose_approval(${proposalId}, ${subject}, ${caseId ?? null}, ${caseVersion ?? null}, ${commandId}, ${kind}, ${isProtected}, ${proposedBy ?? null}, ${proposer}, ${content})`.execute(tx)
  invariant(row, 'the database gave no answer to a proposal', { commandId })
  if (row.outcome === 'stale-version') return refuse({ code: row.outcome, expected: caseVersion ?? 0, actual: row.version ?? 0 })
  if (row.outcome === 'command-repeated-differently') return refuse({ code: row.outcome, commandId })
  invariant(row.kept_id, 'a proposal without an id', { commandId })
  return accept(row.kept_id)
}

/** Keeps a proposal about the versions that two cases have now, and returns its id; the same merge again returns the one that is there. */
export async function proposeMergeApproval(tx: Database, { proposalId, stays, duplicate, commandId, kind, proposedBy, proposer, content }: NewMergeProposal): Promise<Result<string, ProposeRefusal>> {
  const { rows: [row] } = await sql<{ outcome: 'proposed' | 'repeated' | ProposeRefusal['code']; kept_id: string | null; version: number | null; other_version: number | null }>`
    select * from propose_merge(${proposalId}, ${stays.caseId}, ${stays.version}, ${duplicate.caseId}, ${duplicate.version}, ${commandId}, ${kind}, ${proposedBy}, ${proposer}, ${content})`.execute(tx)
  invariant(row, 'the database gave no answer to a proposal', { commandId })
  const moved = row.version === stays.version ? { expected: duplicate.version, actual: row.other_version ?? 0 } : { expected: stays.version, actual: row.version ?? 0 }
  if (row.outcome === 'stale-version') return refuse({ code: row.outcome, ...moved })
  if (row.outcome === 'command-repeated-differently') return refuse({ code: row.outcome, commandId })
  invariant(row.kept_id, 'a proposal without an id', { commandId })
  return accept(row.kept_id)
}

/** Agrees to a proposal. `seen` is the digest of what this person was shown. */
export async function agreeApproval(tx: Database, { proposalId, accountId, seen, means, evidence }: { readonly proposalId: string; readonly accountId: string; readonly seen: string; readonly means: ApprovalMeans; readonly evidence: Readonly<Record<string, string>> }): Promise<Result<null, EndRefusal>> {
  return ended(await sql<EndRow>`select agree_approval(${proposalId}, ${accountId}, ${seen}, ${means}, ${JSON.stringify(evidence)}) as outcome`.execute(tx), 'agreed')
}

/** Rejects a proposal, with a reason. */
export async function rejectApproval(tx: Database, { proposalId, accountId, reason, note }: { readonly proposalId: string; readonly accountId: string; readonly reason: RejectionReason; readonly note: string }): Promise<Result<null, EndRefusal>> {
  return ended(await sql<EndRow>`select end_approval(${proposalId}, ${accountId}, 'rejected', ${reason}, ${note}) as outcome`.execute(tx), 'rejected')
}

/** Takes one's own proposal back. */
export async function withdrawApproval(tx: Database, { proposalId, accountId }: { readonly proposalId: string; readonly accountId: string }): Promise<Result<null, EndRefusal>> {
  return ended(await sql<EndRow>`select end_approval(${proposalId}, ${accountId}, 'withdrawn', null, '') as outcome`.execute(tx), 'withdrawn')
}

type EndRow = { readonly outcome: Ending['outcome'] | EndRefusal['code'] }

function ended({ rows: [row] }: { readonly rows: readonly EndRow[] }, wanted: Ending['outcome']): Result<null, EndRefusal> {
  invariant(row, 'the database gave no answer to the end of a proposal')
  if (row.outcome === wanted) return accept(null)
  invariant(row.outcome !== 'agreed' && row.outcome !== 'rejected' && row.outcome !== 'withdrawn', 'a proposal ended otherwise than asked', { wanted })
  return refuse({ code: row.outcome })
}

/** One proposal, with how it stands; undefined when there is none. */
export async function findProposal(tx: Database, proposalId: string): Promise<KeptProposal | undefined> {
  return (await select(tx, sql`where proposal.proposal_id = ${proposalId}`))[0]
}

/** The proposal of a command, however it ended. */
export async function findProposalOfCommand(tx: Database, commandId: string): Promise<KeptProposal | undefined> {
  return (await select(tx, sql`where proposal.command_id = ${commandId}`))[0]
}

/** Every proposal about a case, alone or as one of two, the latest first. */
export async function proposalsOfCase(tx: Database, caseId: string, limit = 200): Promise<readonly KeptProposal[]> {
  return select(tx, sql`where (proposal.case_id = ${caseId} or proposal.other_case_id = ${caseId}) order by proposal.proposed_at desc, proposal.proposal_id limit ${limit}`)
}

/** What waits for somebody else than this person, the oldest first. */
export async function waitingProposals(tx: Database, { handle, subjects, limit }: { readonly handle: string; readonly subjects: readonly ApprovalSubject[]; readonly limit: number }): Promise<readonly KeptProposal[]> {
  return select(tx, sql`where ${waits} and lower(btrim(proposal.proposer)) <> ${handle} and proposal.subject = any(${subjects}::text[]) order by proposal.proposed_at, proposal.proposal_id limit ${limit}`)
}

/** What somebody proposed, the latest first. */
export async function proposalsBy(tx: Database, { accountId, limit }: { readonly accountId: string; readonly limit: number }): Promise<readonly KeptProposal[]> {
  return select(tx, sql`where proposal.proposed_by = ${accountId} order by proposal.proposed_at desc, proposal.proposal_id limit ${limit}`)
}

/** Every proposal, the latest first. */
export async function latestProposals(tx: Database, limit: number): Promise<readonly KeptProposal[]> {
  return select(tx, sql`order by proposal.proposed_at desc, proposal.proposal_id limit ${limit}`)
}

/** The latest agreement about an act on a case at this very version; undefined when nobody agreed. */
export async function findAgreement(tx: Database, { subject, caseId, caseVersion }: { readonly subject: ApprovalSubject; readonly caseId: string; readonly caseVersion: number }): Promise<KeptProposal | undefined> {
  return (await select(tx, sql`where proposal.subject = ${subject} and proposal.case_id = ${caseId} and proposal.case_version = ${caseVersion} and ending.outcome = 'agreed' order by ending.ended_at desc limit 1`))[0]
}

/** The key that was registered under an id, revoked since or not, and whose it is. Both as browsers write them. */
export async function keptPublicKey(tx: Database, credentialId: string): Promise<{ readonly accountId: string; readonly publicKey: string } | undefined> {
  const { rows: [row] } = await sql<{ account_id: string; public_key: Buffer }>`select account_id, public_key from passkey where credential_id = ${Buffer.from(credentialId, 'base64url')}`.execute(tx)
  return row && { accountId: row.account_id, publicKey: row.public_key.toString('base64url') }
}

const waits = sql`(ending.outcome is null and (proposal.case_id is null or (coalesce(file.version, 0) = proposal.case_version and (proposal.other_case_id is null or coalesce(other.version, 0) = proposal.other_case_version) and not exists (select 1 from law_approval where approved_at > proposal.proposed_at))) and proposal.proposed_at >= clock_timestamp() - interval '7 days')`

type ProposalRow = {
  readonly proposal_id: string
  readonly subject: ApprovalSubject
  readonly case_id: string | null
  readonly case_version: number | null
  readonly other_case_id: string | null
  readonly other_case_version: number | null
  readonly command_id: string
  readonly kind: string
  readonly protected: boolean
  readonly proposed_by: string | null
  readonly proposer: string
  readonly proposed_at: Date
  readonly digest: string
  readonly content: string
  readonly state: ProposalState
  readonly account_id: string | null
  readonly handle: string | null
  readonly ended_at: Date | null
  readonly means: ApprovalMeans | null
  readonly evidence: Readonly<Record<string, string>> | null
  readonly reason: RejectionReason | null
  readonly note: string | null
  readonly family_name: string | null
  readonly given_names: string | null
  readonly born_on: string | null
  readonly fictional: boolean | null
}

async function select(tx: Database, rest: ReturnType<typeof sql>): Promise<readonly KeptProposal[]> {
  const { rows } = await sql<ProposalRow>`
    select proposal.proposal_id, subject, proposal.case_id, case_version, other_case_id, other_case_version, command_id, kind, protected, proposed_by, proposal.proposer, proposed_at, encode(proposal.digest, 'hex') as digest, content,
      case when ending.outcome is not null then ending.outcome when ${waits} then 'waiting' when proposed_at < clock_timestamp() - interval '7 days' then 'too-old' else 'moved-on' end as state,
      ending.account_id, ending.handle, ending.ended_at, ending.means, ending.evidence, ending.reason, ending.note, file.family_name, file.given_names, file.born_on, file.fictional
    from approval_proposal as proposal left join approval_end as ending using (proposal_id) left join case_file as file on file.case_id = proposal.case_id left join case_file as other on other.case_id = proposal.other_case_id ${rest}`.execute(tx)
  return rows.map(readProposal)
}

function readProposal(row: ProposalRow): KeptProposal {
  const { state, account_id: accountId, handle, ended_at: at, means, evidence, reason, note } = row
  const isEnded = (state === 'agreed' || state === 'rejected' || state === 'withdrawn') && accountId !== null && handle !== null && at !== null
  return {
    proposalId: row.proposal_id, subject: row.subject, commandId: row.command_id, kind: row.kind, isProtected: row.protected, proposer: row.proposer,
    ...(row.case_id === null || row.case_version === null ? {} : { caseId: row.case_id, caseVersion: row.case_version }), ...(row.proposed_by === null ? {} : { proposedBy: row.proposed_by }),
    ...(row.other_case_id === null || row.other_case_version === null ? {} : { otherCaseId: row.other_case_id, otherCaseVersion: row.other_case_version }),
    ...(row.case_id === null || row.fictional === null ? {} : { person: { caseId: row.case_id, familyName: row.family_name ?? '', givenNames: row.given_names ?? '', fictional: row.fictional, ...(row.born_on === null ? {} : { bornOn: row.born_on }) } }),
    proposedAt: row.proposed_at.toISOString(), digest: row.digest, content: row.content, state,
    ...(isEnded ? { ending: { outcome: state, accountId, handle, at: at.toISOString(), note: note ?? '', ...(means === null ? {} : { means }), ...(evidence === null ? {} : { evidence }), ...(reason === null ? {} : { reason }) } } : {}),
  }
}
