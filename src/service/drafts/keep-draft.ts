import { accept, refuse, type Result } from '../../kernel/result.ts'
import { accountOfEndedSession, answerDraft, beginDraft, discardDraft, draftsOf, filesOfDraft, findDraft, keepDraftFile, removeDraftFile, type Answers, type Draft, type DraftFile } from '../../store/drafts.ts'
import { useSession } from '../../store/sessions.ts'
import { mostPacketBytes } from '../../intake/packet-file.ts'
import { checkFiles, type PacketFile } from '../cases/send-request.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { tokenDigest } from '../identity/secret-token.ts'

type Services = Pick<CaseServices, 'database' | 'newId'>
type Own = Pick<SignedIn, 'accountId'>

/** An account's drafts at one time; whoever has so many finishes or throws some away first. */
export const mostDrafts = 100

/** Keeps the first answers to a form and says under which id; undefined when there are too many drafts already, or the id is in use. */
export async function beginDraftOf({ database, newId }: Services, { accountId }: Own, { draftId = newId(), kind, caseId = newId(), seenVersion, answers }: { readonly draftId?: string; readonly kind: string; readonly caseId?: string | undefined; readonly seenVersion: number; readonly answers: Answers }): Promise<string | undefined> {
  if ((await draftsOf(database, accountId)).length >= mostDrafts) return undefined
  // An id that a form brought may be somebody else's: then it is no id of a new draft.
  const begun = await beginDraft(database, { draftId, accountId, caseId, kind, commandId: newId(), madeId: newId(), seenVersion, answers })
  return begun ? draftId : undefined
}

/** A draft of this account; undefined of any other's, as of one that is not there. */
export async function readDraft({ database }: Pick<Services, 'database'>, { accountId }: Own, draftId: string): Promise<(Draft & { readonly files: readonly DraftFile[] }) | undefined> {
  if (!isId(draftId)) return undefined
  const draft = await findDraft(database, { draftId, accountId })
  return draft && { ...draft, files: await filesOfDraft(database, { draftId, accountId }) }
}

export function readDrafts({ database }: Pick<Services, 'database'>, { accountId }: Own): Promise<readonly Draft[]> {
  return draftsOf(database, accountId)
}

export async function keepAnswers({ database }: Pick<Services, 'database'>, { accountId }: Own, draftId: string, answers: Answers): Promise<boolean> {
  return answerDraft(database, { draftId, accountId, answers })
}

/** Whose session it was that ended by itself; see `keepUnsent` of a route. */
export function accountOfEnded({ database }: Pick<Services, 'database'>, token: string): Promise<string | undefined> {
  return accountOfEndedSession(database, tokenDigest(token))
}

/** Whose session a page was made of that came back without it, good or ended by itself; undefined of one that was revoked. It lets nobody in. */
export async function accountOfPage({ database }: Pick<Services, 'database'>, digest: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{64}$/.test(digest)) return undefined
  let accountId: string | undefined
  // Taken back: a page that comes without its session is no sign that the session lives, and must not make it last.
  await database.transaction().execute(async (tx) => {
    accountId = (await useSession(tx, digest))?.accountId ?? (await accountOfEndedSession(tx, digest))
    throw takenBack
  }).catch((fault: unknown) => { if (fault !== takenBack) throw fault })
  return accountId
}

const takenBack = new Error('a look at a session was taken back')

export async function throwDraftAway({ database }: Pick<Services, 'database'>, { accountId }: Own, draftId: string): Promise<void> {
  if (isId(draftId)) await discardDraft(database, { draftId, accountId })
}

export type FileRefusal = Extract<CommandRefusal, { readonly code: 'file-not-clean' }> | { readonly code: 'no-file' | 'most-files' | 'file-too-large' }

/** Keeps a file with a draft after reading it to the last byte; one that would be refused when it leaves is refused here. */
export async function addFile({ database }: Pick<Services, 'database'>, { accountId }: Own, draftId: string, { name, bytes }: PacketFile): Promise<Result<null, FileRefusal>> {
  if (bytes.length === 0) return refuse({ code: 'no-file' })
  if (bytes.length > mostPacketBytes) return refuse({ code: 'file-too-large' })
  const clean = checkFiles([{ name, bytes }])
  if (!clean.ok) return refuse(clean.refusal as FileRefusal)
  const kept = await database.transaction().execute((tx) => keepDraftFile(tx, { draftId, accountId, name, bytes }))
  return kept ? accept(null) : refuse({ code: 'most-files' })
}

export async function removeFile({ database }: Pick<Services, 'database'>, { accountId }: Own, draftId: string, ordinal: number): Promise<void> {
  if (Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= 5) await removeDraftFile(database, { draftId, accountId, ordinal })
}
