import type { Command } from '../../casework/command.ts'
import type { SuppliedExtras } from '../../casework/outbound-source.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { finishDraft, type Draft, type DraftFile } from '../../store/drafts.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { submitCommand, type SubmitRefusal } from '../work/submit-command.ts'
import type { RecordServices } from './read-case-to-record.ts'

/** What became of a draft, as it is kept: at which version it was recorded, or which proposal waits for a second person. */
export type Outcome = { readonly kind: 'done'; readonly version: number } | { readonly kind: 'proposed'; readonly proposalId: string }

/**
 * Hands in what was answered. The draft's own command id makes twice the same as once; `version` is the one that the person saw. Refused:
 * the answers stay. Done or proposed: nothing stays of them but what became of them.
 */
export async function submitDraft(services: RecordServices, signedIn: SignedIn, { draftId, caseId, commandId, files }: Draft & { readonly files: readonly DraftFile[] }, { command, version, extras = {} }: { readonly command: Command; readonly version: number; readonly extras?: SuppliedExtras }): Promise<Result<Outcome, SubmitRefusal>> {
  const sent = files.map(({ name, bytes }) => ({ name, bytes }))
  const answer = await submitCommand(services, signedIn, { caseId, command, commandId, version, ...(sent.length === 0 ? {} : { files: sent }), ...(Object.keys(extras).length === 0 ? {} : { extras }) })
  if (!answer.ok) return refuse(answer.refusal)
  const outcome: Outcome = answer.value.kind === 'done' ? { kind: 'done', version: answer.value.appended.version } : answer.value
  await finishDraft(services.database, { draftId, accountId: signedIn.accountId, outcome: { ...outcome, ...subjectOf(command) } })
  return accept(outcome)
}

// Which request it was about, so that the page after it can lead on. Ids only: nothing that was typed.
function subjectOf(command: Command): { readonly requestId?: string } {
  return 'requestId' in command && command.requestId !== undefined ? { requestId: command.requestId } : {}
}
