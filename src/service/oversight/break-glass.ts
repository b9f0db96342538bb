import { accept, refuse, type Result } from '../../kernel/result.ts'
import { writeAccess } from '../../store/access-log.ts'
import { breakGlass as keepGlass, findGlass, glassLimits, glassOfAccount, glassToReview, reviewGlass as keepReview, type BrokenGlass, type GlassLimits, type GlassRefusal, type GlassVerdict } from '../../store/break-glass.ts'
import { reachOf } from '../access/permissions.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { Services } from '../services.ts'

/** Why somebody reads a case that is not theirs: a closed list. */
export const glassReasons = ['officer-unavailable', 'urgent-step', 'safety', 'court-today'] as const

export type GlassReason = (typeof glassReasons)[number]

export const glassVerdicts = ['justified', 'not-justified'] as const satisfies readonly GlassVerdict[]

export const leastWords = 10
export const mostWords = 1000

export type GlassAsked = { readonly glassId: string; readonly caseId: string; readonly reason: string; readonly words: string }

export type GlassFault =
  | { readonly code: 'bad-id'; readonly field: 'caseId' }
  | { readonly code: 'no-reason'; readonly field: 'reason' }
  | { readonly code: 'few-words' | 'many-words'; readonly field: 'words' }
  | GlassRefusal

/**
 * Lets somebody read a case that is not theirs, for an hour. Whether there is such a case is not asked: the answer is the same, and so is
 * what is kept. It opens reading alone (`reachCase`), and every legal reviewer sees it from this moment on.
 */
export async function breakGlass({ database }: Services, { accountId, handle, sessionId }: SignedIn, { glassId, caseId, reason, words }: GlassAsked): Promise<Result<null, GlassFault>> {
  const fault = faultIn({ glassId, caseId, reason, words })
  if (fault) return refuse(fault)
  return database.transaction().execute(async (tx) => {
    const broken = await keepGlass(tx, { glassId, accountId, caseId, reason, words: clean(words) })
    if (broken.ok) await writeAccess(tx, { accountId, handle, sessionId, action: 'case.break-glass', caseId, purpose: reason })
    return broken
  })
}

function faultIn({ glassId, caseId, reason, words }: GlassAsked): GlassFault | undefined {
  if (!isId(glassId)) return { code: 'repeated-differently' }
  if (!isId(caseId)) return { code: 'bad-id', field: 'caseId' }
  if (!glassReasons.some((one) => one === reason)) return { code: 'no-reason', field: 'reason' }
  return faultInWords(words)
}

function faultInWords(words: string): { readonly code: 'few-words' | 'many-words'; readonly field: 'words' } | undefined {
  // As the database counts: characters, and not the halves that some of them are made of.
  const written = Array.from(clean(words)).length
  if (written < leastWords) return { code: 'few-words', field: 'words' }
  return written > mostWords ? { code: 'many-words', field: 'words' } : undefined
}

/** Lines end in one way, whatever the browser sends; what PostgreSQL cannot keep is left out. */
function clean(words: string): string {
  return words.replaceAll('\r\n', '\n').replaceAll('\0', '').trim()
}

/** How often one person may do it. */
export function readGlassLimits({ database }: Services): Promise<GlassLimits> {
  return glassLimits(database)
}

/** Somebody's own acts, the latest first. */
export function readOwnGlass({ database }: Services, { accountId }: SignedIn): Promise<readonly BrokenGlass[]> {
  return glassOfAccount(database, accountId)
}

/** One act of somebody's own; undefined when it is another's, or none. */
export async function findOwnGlass({ database }: Services, { accountId }: SignedIn, glassId: string): Promise<BrokenGlass | undefined> {
  const found = isId(glassId) ? await findGlass(database, glassId) : undefined
  return found?.accountId === accountId ? found : undefined
}

/** What waits for a legal reviewer, what is due first standing first. One's own acts are among them, and for another to review. */
export function readGlassToReview({ database }: Services): Promise<readonly BrokenGlass[]> {
  return glassToReview(database)
}

/** What stands on the first page of every legal reviewer from the moment on at which somebody broke glass; nothing for others. */
export async function readGlassNotices({ database }: Services, { roles }: Pick<SignedIn, 'roles'>): Promise<readonly BrokenGlass[]> {
  return reachOf(roles, 'case.review-broken-glass') ? glassToReview(database) : []
}

export async function findGlassToReview({ database }: Services, glassId: string): Promise<BrokenGlass | undefined> {
  return isId(glassId) ? findGlass(database, glassId) : undefined
}

export type ReviewFault =
  | { readonly code: 'no-verdict'; readonly field: 'verdict' }
  | { readonly code: 'few-words' | 'many-words'; readonly field: 'words' }
  | { readonly code: 'no-glass' | 'same-person' | 'reviewed-already' }

/** Keeps what a legal reviewer says of an act of somebody else's. */
export async function reviewGlass({ database }: Services, { accountId, handle, sessionId }: SignedIn, { glassId, verdict, words }: { readonly glassId: string; readonly verdict: string; readonly words: string }): Promise<Result<null, ReviewFault>> {
  const said = glassVerdicts.find((one) => one === verdict)
  if (!said) return refuse({ code: 'no-verdict', field: 'verdict' })
  const fault = faultInWords(words)
  if (fault) return refuse(fault)
  return database.transaction().execute(async (tx) => {
    const act = isId(glassId) ? await findGlass(tx, glassId) : undefined
    if (!act) return refuse({ code: 'no-glass' } as const)
    const kept = await keepReview(tx, { glassId, accountId, verdict: said, words: clean(words) })
    if (!kept.ok) return kept
    await writeAccess(tx, { accountId, handle, sessionId, action: 'case.review-broken-glass', caseId: act.caseId, about: { verdict: said, of: act.handle } })
    return accept(null)
  })
}
