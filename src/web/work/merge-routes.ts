import { checkPastDay } from '../../casework/check-day.ts'
import type { MergeAct } from '../../service/approvals/look-at-merge.ts'
import { mergeWords } from '../../service/approvals/approval-words.ts'
import { isId } from '../../service/cases/load-case-state.ts'
import { beginDraftOf, keepAnswers, readDraft } from '../../service/drafts/keep-draft.ts'
import { readCaseToRecord, type CaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import { previewMerge, readBothCases, submitMergeDraft } from '../../service/work/preview-merge.ts'
import type { SubmitMergeRefusal } from '../../service/work/submit-merge.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { Answers, Draft } from '../../store/drafts.ts'
import type { Language } from '../../text/language.ts'
import { notFoundPage } from '../error-pages.ts'
import { readDate } from '../parts/date-field.ts'
import { inOtherLanguage } from './in-other-language.ts'
import { mergeCheckPage, mergeDonePage, mergeSurePage } from './merge-check-page.ts'
import { isMergeKind, mergeComparePage, mergeStartPage, mergeWhyPage, type MergeKind, type StartFault } from './merge-pages.ts'
import { recordRefusal } from './record-refusal.ts'
import { recordWords } from './record-words.ts'
import { switchName } from './work-frame.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const at = '/work/merges/:draftId'

/** Two records of one person are brought together, or parted again: which, why, what the gates say of it, and then it is done or proposed. */
export const mergeRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/cases/:caseId/merge', action: 'case.change', answer: (services, request) => showStart(services, request) },
  { method: 'POST', path: '/work/cases/:caseId/merge', action: 'case.change', answer: takeOther },
  { method: 'POST', path: '/work/cases/:caseId/unmerge', action: 'case.change', answer: takeParting },
  { method: 'GET', path: at, action: 'case.change', answer: (services, request) => withMerge(services, request, (own) => showCompare(request, own)) },
  { method: 'POST', path: at, action: 'case.change', keepUnsent: keepUnsent('', ({ get }) => staysIn(get)), answer: (services, request) => withMerge(services, request, (own) => takeStays(services, request, own)) },
  { method: 'GET', path: `${at}/why`, action: 'case.change', answer: (services, request) => withMerge(services, request, (own) => showWhy(request, own)) },
  { method: 'POST', path: `${at}/why`, action: 'case.change', keepUnsent: keepUnsent('/why', ({ form }) => whyIn(form)), answer: (services, request) => withMerge(services, request, (own) => takeWhy(services, request, own)) },
  { method: 'GET', path: `${at}/check`, action: 'case.change', answer: (services, request) => withMerge(services, request, (own) => showCheck(services, request, own)) },
  { method: 'POST', path: `${at}/check`, action: 'case.change', answer: (services, request) => withMerge(services, request, (own) => handIn(services, request, own)) },
  { method: 'GET', path: `${at}/sure`, action: 'case.change', answer: (services, request) => withMerge(services, request, (own) => showSure(services, request, own)) },
  { method: 'GET', path: `${at}/done`, action: 'case.change', answer: showDone },
]

/** A draft of one's own about two cases, both as they are now. */
type Own = { readonly draft: Draft; readonly kind: MergeKind; readonly one: CaseToRecord; readonly other: CaseToRecord; readonly today: PlainDate }

/** Another account's draft, one that is gone, and one of which a case is not one's own any more are all not there. */
async function withMerge(services: WorkServices, request: WorkRequest, answer: (own: Own) => WorkAnswer | Promise<WorkAnswer>): Promise<WorkAnswer> {
  const { signedIn, visitor, parameters } = request
  const draft = await readDraft(services, signedIn, parameters['draftId'] ?? '')
  if (!draft || !isMergeKind(draft.kind)) return notFoundPage(visitor.address)
  if (draft.outcome) return { to: `/work/merges/${draft.draftId}/done` }
  const both = await readBothCases(services, signedIn, draft.caseId, textOf(draft.answers, 'other'))
  return both ? answer({ draft, kind: draft.kind, one: both[0], other: both[1], today: services.clock.today() }) : notFoundPage(visitor.address)
}

async function showStart(services: WorkServices, request: WorkRequest, typed?: string, fault?: StartFault): Promise<WorkAnswer> {
  const about = await readCaseToRecord(services, request.signedIn, request.parameters['caseId'] ?? '')
  return about ? mergeStartPage(request, about, typed, fault) : notFoundPage(request.visitor.address)
}

async function takeOther(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { signedIn, parameters: { caseId = '' }, form, visitor } = request
  const typed = (form.get('other') ?? '').trim().slice(0, 200)
  const other = typed.toLowerCase()
  const about = await readCaseToRecord(services, signedIn, caseId)
  if (!about) return notFoundPage(visitor.address)
  // Nothing is kept yet: a number that was typed is typed again, unless it leads on.
  if (form.has(switchName) && other === '') return inOtherLanguage(services, request, `/work/cases/${caseId}/merge`)
  const fault = other === '' ? 'empty' : !isId(other) ? 'bad-id' : other === about.caseId ? 'same' : (await readCaseToRecord(services, signedIn, other)) ? undefined : 'not-reached'
  if (fault) return showStart(services, request, typed, fault)
  const draftId = await beginDraftOf(services, signedIn, { kind: 'merge', caseId, seenVersion: about.state.version, answers: { other, on: services.clock.today() } })
  return draftId === undefined ? showStart(services, request, typed, 'full') : form.has(switchName) ? inOtherLanguage(services, request, `/work/merges/${draftId}`) : { to: `/work/merges/${draftId}` }
}

/** From either of the two: which one stayed follows from what happened, and is not chosen again. */
async function takeParting(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { signedIn, parameters: { caseId = '' }, form, visitor } = request
  const other = form.get('other') ?? ''
  const both = await readBothCases(services, signedIn, caseId, other)
  if (!both) return showStart(services, request, other, 'not-reached')
  const stays = both.find(({ caseId: one, state }) => state.absorbed.some((part) => part.undoneOn === undefined && part.caseId === (one === caseId ? other : caseId)))
  if (!stays) return notFoundPage(visitor.address)
  const draftId = await beginDraftOf(services, signedIn, { kind: 'unmerge', caseId, seenVersion: both[0].state.version, answers: { other, stays: stays.caseId, on: services.clock.today() } })
  return draftId === undefined ? showStart(services, request, '', 'full') : { to: `/work/merges/${draftId}/why` }
}

function showCompare(request: WorkRequest, { draft, kind, one, other }: Own, missing = false): WorkAnswer {
  if (kind === 'unmerge') return { to: `/work/merges/${draft.draftId}/why` }
  return mergeComparePage(request, { one, other, draftId: draft.draftId, stays: textOf(draft.answers, 'stays'), missing })
}

async function takeStays(services: WorkServices, request: WorkRequest, own: Own): Promise<WorkAnswer> {
  const { draft, one, other, kind } = own
  const { stays } = staysIn((name) => request.form.get(name))
  const isOne = stays === one.caseId || stays === other.caseId
  if (isOne && kind === 'merge') await keepAnswers(services, request.signedIn, draft.draftId, { stays })
  const at = `/work/merges/${draft.draftId}`
  if (request.form.has(switchName)) return inOtherLanguage(services, request, at)
  return isOne ? { to: `${at}/${isAnswered(own) ? 'check' : 'why'}` } : showCompare(request, own, true)
}

function showWhy(request: WorkRequest, { draft, kind, one }: Own, faults: Readonly<Partial<Record<'on' | 'reason', string>>> = {}): WorkAnswer {
  return mergeWhyPage(request, { kind, draftId: draft.draftId, answers: draft.answers, faults, back: kind === 'merge' ? `/work/merges/${draft.draftId}` : `/work/cases/${one.caseId}/merge` })
}

async function takeWhy(services: WorkServices, request: WorkRequest, own: Own): Promise<WorkAnswer> {
  const { draft, today } = own
  const typed = whyIn(request.form)
  await keepAnswers(services, request.signedIn, draft.draftId, typed)
  if (request.form.has(switchName)) return inOtherLanguage(services, request, `/work/merges/${draft.draftId}/why`)
  const kept = { ...own, draft: { ...draft, answers: { ...draft.answers, ...typed } } }
  const faults = whyFaults(kept.draft.answers, today, request.visitor.address.language)
  return Object.keys(faults).length > 0 ? showWhy(request, kept, faults) : { to: `/work/merges/${draft.draftId}/check` }
}

const longest = 4000

function whyFaults(answers: Answers, today: PlainDate, language: Language): Readonly<Partial<Record<'on' | 'reason', string>>> {
  const { faults } = recordWords[language]
  const { why } = mergeWords[language]
  const [on, reason] = [textOf(answers, 'on'), textOf(answers, 'reason')]
  const day = on === '' ? undefined : checkPastDay('on', on as PlainDate, today)
  return {
    ...(reason === '' ? { reason: faults.fill(why.reason) } : reason.length > longest ? { reason: faults.long(why.reason) } : {}),
    ...(on === '' ? { on: faults.fill(why.on) } : day ? { on: recordRefusal(day, language) } : {}),
  }
}

function isAnswered({ draft, today }: Own): boolean {
  return Object.keys(whyFaults(draft.answers, today, 'en')).length === 0
}

/** What was answered; undefined while something is missing. */
function actOf(own: Own): MergeAct | undefined {
  const { draft: { answers }, kind, one, other } = own
  const chosen = textOf(answers, 'stays')
  const [stays, duplicate] = chosen === other.caseId ? [other.caseId, one.caseId] : [one.caseId, other.caseId]
  if (chosen !== stays || !isAnswered(own)) return undefined
  return { kind, stays, duplicate, on: textOf(answers, 'on') as PlainDate, reason: textOf(answers, 'reason') }
}

async function showCheck(services: WorkServices, request: WorkRequest, own: Own, refusal?: SubmitMergeRefusal): Promise<WorkAnswer> {
  const act = actOf(own)
  const { draft, one, other } = own
  if (!act) return { to: `/work/merges/${draft.draftId}${[one, other].some(({ caseId }) => caseId === textOf(draft.answers, 'stays')) ? '/why' : ''}` }
  const cases = act.stays === one.caseId ? { stays: one, duplicate: other } : { stays: other, duplicate: one }
  return mergeCheckPage(request, { act, draftId: draft.draftId, cases, preview: await previewMerge(services, request.signedIn, act), refusal })
}

async function showSure(services: WorkServices, request: WorkRequest, own: Own): Promise<WorkAnswer> {
  const act = actOf(own)
  const versions = versionsIn((name) => request.query.get(name))
  if (!act || !versions) return { to: `/work/merges/${own.draft.draftId}/check` }
  const { takesTwo } = await previewMerge(services, request.signedIn, act)
  return mergeSurePage(request, { kind: own.kind, draftId: own.draft.draftId, takesTwo, versions })
}

/** Hands it in, on the versions that were read. What is refused stands at the top; the answers stay. */
async function handIn(services: WorkServices, request: WorkRequest, own: Own): Promise<WorkAnswer> {
  const act = actOf(own)
  const versions = versionsIn((name) => request.form.get(name))
  const { draftId, commandId } = own.draft
  if (!act || !versions) return { to: `/work/merges/${draftId}/check` }
  const done = await submitMergeDraft(services, request.signedIn, draftId, { act, mergeId: commandId, versions })
  return done.ok ? { to: `/work/merges/${draftId}/done` } : showCheck(services, request, own, done.refusal)
}

async function showDone(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const draft = await readDraft(services, request.signedIn, request.parameters['draftId'] ?? '')
  return draft?.outcome && isMergeKind(draft.kind) ? mergeDonePage(request, draft) : notFoundPage(request.visitor.address)
}

type Typed = (name: string) => string | null

function staysIn(get: Typed): { readonly stays: string } {
  return { stays: get('stays') ?? '' }
}

function whyIn(form: URLSearchParams): { readonly reason: string; readonly on: string } {
  return { reason: (form.get('reason') ?? '').replaceAll('\r\n', '\n').trim().slice(0, longest + 1), on: readDate(form, 'on') }
}

function versionsIn(get: Typed): { readonly stays: number; readonly duplicate: number } | undefined {
  const [stays, duplicate] = [get('stays') ?? '', get('duplicate') ?? '']
  return /^\d{1,9}$/.test(stays) && /^\d{1,9}$/.test(duplicate) ? { stays: Number(stays), duplicate: Number(duplicate) } : undefined
}

function textOf(answers: Answers, name: string): string {
  const value = answers[name]
  return typeof value === 'string' ? value : ''
}

/** What was typed when the session ended by itself is kept with the draft of the account that it was, and nothing else is done. */
function keepUnsent(where: string, read: (typed: { readonly form: URLSearchParams; readonly get: Typed }) => Readonly<Record<string, string>>): NonNullable<WorkRoute['keepUnsent']> {
  return async (services, { accountId, form, parameters }) => {
    const draft = await readDraft(services, { accountId }, parameters['draftId'] ?? '')
    if (!draft || !isMergeKind(draft.kind)) return undefined
    const typed = Object.fromEntries(Object.entries(read({ form, get: (name) => form.get(name) })).filter(([, value]) => value !== ''))
    return (await keepAnswers(services, { accountId }, draft.draftId, typed)) ? `/work/merges/${draft.draftId}${where}` : undefined
  }
}
