import { may } from '../../service/access/permissions.ts'
import { addFile, beginDraftOf, keepAnswers, readDraft, readDrafts, removeFile, throwDraftAway } from '../../service/drafts/keep-draft.ts'
import { isId } from '../../service/cases/load-case-state.ts'
import { factsAskedNow } from '../../service/drafts/facts-asked-now.ts'
import { previewCommand } from '../../service/drafts/preview-command.ts'
import { readCaseToRecord, type CaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import { submitDraft } from '../../service/drafts/submit-draft.ts'
import { readPacket } from '../../service/documents/read-packet.ts'
import { isProtectedFact } from '../../service/work/what-is-protected.ts'
import { addPhotograph } from '../../service/work/keep-photograph.ts'
import type { PacketFile } from '../../service/cases/send-request.ts'
import type { SubmitRefusal } from '../../service/work/submit-command.ts'
import type { Answers, Draft, DraftFile } from '../../store/drafts.ts'
import type { RecordedKind } from '../../text/en/record.ts'
import { notFoundPage } from '../error-pages.ts'
import { checkPage, surePage } from './check-page.ts'
import { commandFromAnswers } from './command-from-answers.ts'
import { draftsPage } from './drafts-page.ts'
import { extrasFrom } from './extras.ts'
import { answersOfIdentity } from './papers.ts'
import { photographFault } from './photograph.ts'
import { questionPage } from './question-page.ts'
import { fieldsOf, type Asking } from './question-options.ts'
import { donePage } from './record-part.ts'
import { isRecordedKind, plans, type Question } from './questions.ts'
import { faultsIn, firstUnanswered, readAnswers, readEveryAnswer } from './read-answers.ts'
import { recordFactsRoutes } from './record-facts-routes.ts'
import { recordListPage } from './record-list-page.ts'
import { recordRefusal } from './record-refusal.ts'
import { recordWords } from './record-words.ts'
import { inOtherLanguage } from './in-other-language.ts'
import { filesOfForm } from './uploaded-files.ts'
import { switchName } from './work-frame.ts'
import type { UnsentForm, WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const draftAt = '/work/drafts/:draftId'

/** Recording: what happened, one question a page, all answers once more, and then it counts. */
export const recordRoutes: readonly WorkRoute[] = [
  ...recordFactsRoutes,
  { method: 'GET', path: '/work/new-case', action: 'case.open', group: 'cases', name: { en: recordWords.en.newCase, fr: recordWords.fr.newCase }, answer: (services, request) => showFirst(services, request, 'open-case') },
  { method: 'POST', path: '/work/new-case', action: 'case.open', keepUnsent: (services, unsent) => keepUnsentFirst(services, unsent, 'open-case'), answer: (services, request) => takeFirst(services, request, 'open-case') },
  { method: 'GET', path: '/work/cases/:caseId/record', action: 'case.change', answer: showList },
  { method: 'GET', path: '/work/cases/:caseId/record/:kind', action: 'case.change', answer: (services, request) => withKind(request, (kind) => showFirst(services, request, kind)) },
  { method: 'POST', path: '/work/cases/:caseId/record/:kind', action: 'case.change', keepUnsent: (services, unsent) => keepUnsentFirst(services, unsent, unsent.parameters['kind'] ?? ''), answer: (services, request) => withKind(request, (kind) => takeFirst(services, request, kind)) },
  { method: 'GET', path: '/work/drafts', action: 'case.change', group: 'cases', name: { en: recordWords.en.drafts, fr: recordWords.fr.drafts }, answer: async (services, request) => draftsPage(request, await readDrafts(services, request.signedIn), zoneOf(services)) },
  { method: 'POST', path: `${draftAt}/discard`, action: 'case.change', answer: async (services, { signedIn, parameters }) => (await throwDraftAway(services, signedIn, parameters['draftId'] ?? ''), { to: '/work/drafts' }) },
  { method: 'GET', path: `${draftAt}/check`, action: 'case.change', answer: (services, request) => withDraft(services, request, (own) => showCheck(services, request, own)) },
  { method: 'POST', path: `${draftAt}/check`, action: 'case.change', answer: (services, request) => withDraft(services, request, (own) => handIn(services, request, own)) },
  { method: 'GET', path: `${draftAt}/done`, action: 'case.change', answer: showDone },
  { method: 'GET', path: `${draftAt}/sure`, action: 'case.change', answer: (services, request) => withDraft(services, request, (own) => showSure(services, request, own)) },
  { method: 'POST', path: `${draftAt}/files/add`, action: 'case.change', upload: true, answer: (services, request) => withDraft(services, request, (own) => takeFile(services, request, own)) },
  { method: 'POST', path: `${draftAt}/files/remove`, action: 'case.change', answer: (services, request) => withDraft(services, request, async ({ draft }) => (await removeFile(services, request.signedIn, draft.draftId, Number(request.form.get('ordinal'))), { to: `/work/drafts/${draft.draftId}/${filesAt(draft.kind)}` })) },
  { method: 'GET', path: `${draftAt}/:question`, action: 'case.change', answer: (services, request) => withDraft(services, request, (own) => showQuestion(request, own)) },
  { method: 'POST', path: `${draftAt}/:question`, action: 'case.change', keepUnsent: keepUnsentAnswers, answer: (services, request) => withDraft(services, request, (own) => takeAnswers(services, request, own)) },
]

/** A draft of one's own, with the case that it is about as it is now. */
type Own = { readonly draft: Draft & { readonly files: readonly DraftFile[] }; readonly kind: RecordedKind; readonly asking: Asking; readonly today: Draft['changedAt'] & CaseToRecord['today']; readonly timeZone: string }

function withKind({ parameters: { kind = '' }, visitor }: WorkRequest, answer: (kind: RecordedKind) => Promise<WorkAnswer>): WorkAnswer | Promise<WorkAnswer> {
  return isRecordedKind(kind) && kind !== 'open-case' ? answer(kind) : notFoundPage(visitor.address)
}

/** Another account's draft, one that is gone, and one about a case that is not one's own any more are all not there. */
async function withDraft(services: WorkServices, request: WorkRequest, answer: (own: Own) => WorkAnswer | Promise<WorkAnswer>): Promise<WorkAnswer> {
  const { signedIn, visitor, parameters } = request
  const draft = await readDraft(services, signedIn, parameters['draftId'] ?? '')
  if (!draft || !isRecordedKind(draft.kind)) return notFoundPage(visitor.address)
  // Handed in before: sent twice, or the way back.
  if (draft.outcome) return { to: doneAt(draft) }
  const about = draft.kind === 'open-case' ? undefined : await readCaseToRecord(services, signedIn, draft.caseId)
  if (draft.kind === 'open-case' ? !may(signedIn.roles, 'case.open', true) : !about) return notFoundPage(visitor.address)
  return answer({ draft, kind: draft.kind, asking: askingOf(services, request, draft.kind, draft.answers, about), today: services.clock.today(), timeZone: zoneOf(services) })
}

// Whoever hands a case over does not reach its page any more.
function doneAt({ caseId, draftId, kind }: Pick<Draft, 'caseId' | 'draftId' | 'kind'>): string {
  return kind === 'assign-officer' ? `/work/drafts/${draftId}/done` : `/work/cases/${caseId}?recorded=${draftId}`
}

async function showDone(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const draft = await readDraft(services, request.signedIn, request.parameters['draftId'] ?? '')
  return draft?.outcome ? donePage(request, draft) : notFoundPage(request.visitor.address)
}

function zoneOf({ clock }: WorkServices): string {
  return clock.timeZone ?? 'UTC'
}

function askingOf({ agreements }: WorkServices, { visitor }: WorkRequest, kind: RecordedKind, answers: Answers, about: CaseToRecord | undefined): Asking {
  const askedFacts = about && kind === 'record-fact' ? [...new Set(factsAskedNow(about).facts.map(({ fact }) => fact))] : []
  const waiting = about && kind === 'record-fact' ? about.waiting : []
  return { language: visitor.address.language, answers, agreements, askedFacts, waiting, ...(about ? { about } : {}) }
}

async function showList(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const about = await readCaseToRecord(services, request.signedIn, request.parameters['caseId'] ?? '')
  return about ? recordListPage(request, about, services.agreements) : notFoundPage(request.visitor.address)
}

/** The first question, before anything is kept: what is looked at leaves no draft. */
async function showFirst(services: WorkServices, request: WorkRequest, kind: RecordedKind): Promise<WorkAnswer> {
  const about = await caseOf(services, request, kind)
  const [question] = plans[kind].questions
  if (about === null || !question) return notFoundPage(request.visitor.address)
  return questionPage(request, { question, asking: askingOf(services, request, kind, firstAnswers(kind, about, request.query), about), path: firstPath(request, kind), back: about ? `/work/cases/${about.caseId}/record` : '/work' })
}

async function takeFirst(services: WorkServices, request: WorkRequest, kind: RecordedKind): Promise<WorkAnswer> {
  const about = await caseOf(services, request, kind)
  const [question] = plans[kind].questions
  if (about === null || !question) return notFoundPage(request.visitor.address)
  const before = firstAnswers(kind, about, request.query)
  const typed = readAnswers(question, request.form, askingOf(services, request, kind, before, about))
  // What is looked at leaves no draft, in either language.
  if (request.form.has(switchName) && Object.values(typed).every((value) => value.length === 0)) return inOtherLanguage(services, request, firstPath(request, kind))
  const answers = { ...before, ...typed }
  const asking = askingOf(services, request, kind, answers, about)
  const faults = keepsTyping(request) ? {} : faultsIn(question, asking, services.clock.today())
  if (Object.keys(faults).length > 0) return questionPage(request, { question, asking, faults, path: firstPath(request, kind), back: about ? `/work/cases/${about.caseId}/record` : '/work' })
  const draftId = await beginDraftOf(services, request.signedIn, { kind, caseId: about?.caseId, seenVersion: about?.state.version ?? 0, answers })
  if (draftId === undefined) return { to: '/work/drafts' }
  return onward(services, request, { kind, draftId, question, asking })
}

/** The case of the address; undefined for one that is to be opened; null: there is none for this person. */
async function caseOf(services: WorkServices, { signedIn, parameters }: WorkRequest, kind: RecordedKind): Promise<CaseToRecord | undefined | null> {
  return kind === 'open-case' ? undefined : ((await readCaseToRecord(services, signedIn, parameters['caseId'] ?? '')) ?? null)
}

function firstPath({ parameters }: WorkRequest, kind: RecordedKind): string {
  return kind === 'open-case' ? '/work/new-case' : `/work/cases/${parameters['caseId'] ?? ''}/record/${kind}`
}

/** What is known already need not be typed again: of a person's particulars all, of a link its choice. */
function firstAnswers(kind: RecordedKind, about: CaseToRecord | undefined, query: URLSearchParams): Answers {
  if (kind === 'record-identity' && about) return answersOfIdentity(about.state.identity)
  const fact = query.get('fact')
  return kind === 'record-fact' && fact !== null ? { fact } : {}
}

/** Buttons that keep what was typed without looking at it: for the other language, or for room for another document. */
function keepsTyping({ form }: WorkRequest): boolean {
  return form.has(switchName) || form.has('more')
}

function showQuestion(request: WorkRequest, own: Own, faults = {}, fileFault?: string): WorkAnswer {
  const { draft, kind, asking } = own
  const question = plans[kind].questions.find(({ id }) => id === request.parameters['question']) ?? (fileFault === undefined ? undefined : plans[kind].questions.find(({ id }) => id === filesAt(kind)))
  if (!question) return notFoundPage(request.visitor.address)
  return questionPage(request, { question, asking: withDefaults(asking), faults, path: `/work/drafts/${draft.draftId}/${question.id}`, back: backFrom(own, question), files: draft.files, fileFault, draftId: draft.draftId })
}

// Whoever corrects a record begins with what it says.
function withDefaults(asking: Asking): Asking {
  const { answers, about } = asking
  const readable = about?.state.facts.filter(({ fact }) => about.purpose !== undefined || !isProtectedFact(fact)) ?? []
  const wrong = answers['corrects'] === undefined || answers['value'] !== undefined ? undefined : readable.find(({ id }) => id === answers['corrects'])
  return wrong ? { ...asking, answers: { ...answers, value: wrong.value, on: wrong.on, destination: wrong.destination ?? '', place: wrong.place ?? '' } } : asking
}

function backFrom({ draft, kind, asking }: Own, question: Question): string {
  const { questions } = plans[kind]
  const { about } = asking
  // One of which nothing is asked as the answers stand is not gone back to.
  const before = questions.slice(0, questions.indexOf(question)).findLast((one) => fieldsOf(one, asking).length > 0)
  return before ? `/work/drafts/${draft.draftId}/${before.id}` : about ? `/work/cases/${about.caseId}/record` : '/work/drafts'
}

async function takeAnswers(services: WorkServices, request: WorkRequest, own: Own): Promise<WorkAnswer> {
  const { draft, kind, today } = own
  const question = plans[kind].questions.find(({ id }) => id === request.parameters['question'])
  if (!question) return notFoundPage(request.visitor.address)
  const typed = readAnswers(question, request.form, own.asking)
  await keepAnswers(services, request.signedIn, draft.draftId, typed)
  const asking = { ...own.asking, answers: { ...own.asking.answers, ...typed } }
  const faults = keepsTyping(request) ? {} : faultsIn(question, asking, today)
  return Object.keys(faults).length > 0 ? showQuestion(request, { ...own, asking }, faults) : onward(services, request, { kind, draftId: draft.draftId, question, asking })
}

async function keepUnsentAnswers(services: WorkServices, { accountId, form, parameters }: UnsentForm): Promise<string | undefined> {
  const draft = await readDraft(services, { accountId }, parameters['draftId'] ?? '')
  const question = draft && isRecordedKind(draft.kind) ? plans[draft.kind].questions.find(({ id }) => id === parameters['question']) : undefined
  if (!draft || !question) return undefined
  // Which fields make sense is for the case to say, which nobody reads here: those that came are kept.
  return (await keepAnswers(services, { accountId }, draft.draftId, typedInto(question, form))) ? `/work/drafts/${draft.draftId}/${question.id}?kept=1` : undefined
}

/** The first question has no draft yet: one begins with what was typed. Whether the case is still reached is asked when it is shown. */
async function keepUnsentFirst(services: WorkServices, { accountId, form, parameters: { caseId } }: UnsentForm, kind: string): Promise<string | undefined> {
  if (!isRecordedKind(kind) || (kind === 'open-case') !== (caseId === undefined) || (caseId !== undefined && !isId(caseId))) return undefined
  const [question] = plans[kind].questions
  const answers = question && typedInto(question, form)
  if (!question || !answers || Object.keys(answers).length === 0) return undefined
  const draftId = await beginDraftOf(services, { accountId }, { kind, caseId, seenVersion: readVersion(form.get('seen')) ?? 0, answers })
  return draftId && `/work/drafts/${draftId}/${question.id}?kept=1`
}

function typedInto(question: Question, form: URLSearchParams): Answers {
  return Object.fromEntries(Object.entries(readEveryAnswer(question, form)).filter(([, value]) => value.length > 0))
}

/** To the next question that is not answered, or to all answers; to the same one where typing goes on. */
function onward(services: WorkServices, request: WorkRequest, { kind, draftId, question, asking }: { readonly kind: RecordedKind; readonly draftId: string; readonly question: Question; readonly asking: Asking }): WorkAnswer {
  const at = `/work/drafts/${draftId}`
  if (request.form.has(switchName)) return inOtherLanguage(services, request, `${at}/${question.id}`)
  if (request.form.has('more')) return { to: `${at}/${question.id}` }
  return { to: `${at}/${firstUnanswered(plans[kind].questions, asking, services.clock.today())?.id ?? 'check'}` }
}

async function showCheck(services: WorkServices, request: WorkRequest, own: Own, refusal?: SubmitRefusal, seenVersion = own.draft.seenVersion): Promise<WorkAnswer> {
  const { draft, kind, asking, today, timeZone } = own
  const unanswered = firstUnanswered(plans[kind].questions, asking, today)
  if (unanswered) return { to: `/work/drafts/${draft.draftId}/${unanswered.id}` }
  const { about } = asking
  const { command, preview } = await previewOf(services, request, own)
  const requestId = kind === 'check-request' || kind === 'approve-request' || kind === 'send-request' ? asking.answers['requestId'] : undefined
  const packet = about && typeof requestId === 'string' ? await readPacket(services, request.signedIn, about.caseId, requestId, extrasFrom(asking)) : undefined
  return checkPage(request, { kind, draftId: draft.draftId, asking, files: draft.files, today, seenVersion, preview, packet, timeZone, refusal: refusal ?? (command.ok ? undefined : command.refusal) })
}

/** The command that the answers make, and what would become of it now. */
async function previewOf(services: WorkServices, { signedIn }: WorkRequest, { draft, kind, asking: { about, answers }, today }: Own) {
  const command = commandFromAnswers({ kind, madeId: draft.madeId, answers, today, about, files: draft.files })
  return { command, preview: about && command.ok ? await previewCommand(services, signedIn, about, command.value) : undefined }
}

async function showSure(services: WorkServices, request: WorkRequest, own: Own): Promise<WorkAnswer> {
  const { draft, kind, asking, today } = own
  const unanswered = firstUnanswered(plans[kind].questions, asking, today)
  if (unanswered) return { to: `/work/drafts/${draft.draftId}/${unanswered.id}` }
  const { preview } = await previewOf(services, request, own)
  return surePage(request, { kind, draftId: draft.draftId, about: asking.about, language: asking.language, takesTwo: preview?.takesTwo === true, version: readVersion(request.query.get('version')) ?? draft.seenVersion })
}

/** Hands it in. What casework, the gates, the packet rules or the database refuse stands at the top; the answers stay. */
async function handIn(services: WorkServices, request: WorkRequest, own: Own): Promise<WorkAnswer> {
  const { draft, kind, asking, today } = own
  if (firstUnanswered(plans[kind].questions, asking, today)) return { to: `/work/drafts/${draft.draftId}/check` }
  const version = readVersion(request.form.get('version')) ?? draft.seenVersion
  const command = commandFromAnswers({ kind, madeId: draft.madeId, answers: asking.answers, today, about: asking.about, files: draft.files })
  if (!command.ok) return showCheck(services, request, own, command.refusal)
  const done = await submitDraft(services, request.signedIn, kind === 'record-identity' ? { ...draft, files: [] } : draft, { command: command.value, version, extras: extrasFrom(asking) })
  if (!done.ok) return showCheck(services, request, own, done.refusal, version)
  return kind === 'draft-request' && done.value.kind === 'done' ? goOnToCheck(services, request, draft, done.value.version) : { to: doneAt(draft) }
}

/** A request that was drafted is checked in the same journey: with what the state would receive before one's eyes. */
async function goOnToCheck(services: WorkServices, { signedIn }: WorkRequest, { caseId, madeId }: Draft, version: number): Promise<WorkAnswer> {
  const draftId = await beginDraftOf(services, signedIn, { kind: 'check-request', caseId, seenVersion: version, answers: { requestId: madeId } })
  return { to: draftId === undefined ? `/work/cases/${caseId}` : `/work/drafts/${draftId}/check` }
}

/** The question that takes a file. */
function filesAt(kind: string): 'files' | 'photograph' {
  return kind === 'record-identity' ? 'photograph' : 'files'
}

async function takeFile(services: WorkServices, request: WorkRequest, own: Own): Promise<WorkAnswer> {
  const { draft: { draftId }, kind } = own
  const [file] = filesOfForm(request.form)
  const fault = await (kind === 'record-identity' ? keepPhotograph : keepFile)(services, request, draftId, file)
  return fault === undefined ? { to: `/work/drafts/${draftId}/${filesAt(kind)}` } : showQuestion(request, own, {}, fault)
}

/** Keeps a file with the draft; else why not, in words. */
async function keepFile(services: WorkServices, { signedIn, visitor: { address: { language } } }: WorkRequest, draftId: string, file: PacketFile | undefined): Promise<string | undefined> {
  const { files: words } = recordWords[language]
  const added = file ? await addFile(services, signedIn, draftId, file) : undefined
  if (added?.ok) return undefined
  const { refusal } = added ?? { refusal: { code: 'no-file' } as const }
  return refusal.code === 'file-not-clean' ? recordRefusal(refusal, language) : { 'no-file': words.missing, 'most-files': words.most, 'file-too-large': words.large }[refusal.code]
}

async function keepPhotograph(services: WorkServices, { signedIn: { accountId }, visitor: { address: { language } } }: WorkRequest, draftId: string, file: PacketFile | undefined): Promise<string | undefined> {
  const added = await addPhotograph(services, { draftId, accountId }, file ?? { name: '', bytes: new Uint8Array() })
  return added.ok ? undefined : photographFault(added.refusal, language)
}

function readVersion(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
