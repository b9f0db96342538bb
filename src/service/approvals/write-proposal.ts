import type { Command } from '../../casework/command.ts'
import { canonicalJson } from '../../law/canonical.ts'
import type { ApprovalSubject } from '../../store/approvals.ts'

/** The text that both people see, in both languages: over it, among the rest, the second one signs. */
export type ShownText = { readonly en: string; readonly fr: string }

/** A command with the id under which it is done, so that it is done once. */
export type Handed = { readonly commandId: string; readonly command: Command }

/** What is agreed to. `act` is the command itself, or several in their order; of other subjects, what their own room needs to do it. */
export type ProposalContent = {
  readonly format: 'comity-approval/1'
  readonly subject: ApprovalSubject
  readonly caseId?: string | undefined
  readonly version?: number | undefined
  /** The other record, of a merge. */
  readonly other?: { readonly caseId: string; readonly version: number }
  readonly commandId: string
  readonly proposer: string
  readonly act: Command | readonly Handed[] | Readonly<Record<string, string | number | boolean>>
  readonly shown: ShownText
}

/** The very bytes whose digest is signed: one spelling for one content (canonical JSON, as law books have it). */
export function writeProposal(content: Omit<ProposalContent, 'format'>): string {
  return canonicalJson({ format: 'comity-approval/1', ...content })
}

/** Reads kept bytes again. They were written by `writeProposal`, and the database holds their digest. */
export function readProposal(content: string): ProposalContent {
  return JSON.parse(content) as ProposalContent
}

/** The commands that a proposal in a case is about, in their order. */
export function commandsIn({ act, commandId }: ProposalContent): readonly Handed[] {
  return Array.isArray(act) ? (act as readonly Handed[]) : [{ commandId, command: act as Command }]
}

/** The challenge that a passkey signs: the digest itself, as browsers write it. */
export function challengeOf(digest: string): string {
  return Buffer.from(digest, 'hex').toString('base64url')
}
