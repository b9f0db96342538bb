import { agree, type Agreeing } from '../../service/approvals/agree.ts'
import type { AgreeRefusal } from '../../service/approvals/agreement.ts'
import { approvalWords } from '../../service/approvals/approval-words.ts'
import { rejectProposal, withdrawProposal, type RejectRefusal } from '../../service/approvals/end-proposal.ts'
import { listApprovals, readApproval, type ApprovalToRead } from '../../service/approvals/read-approvals.ts'
import { challengeOf } from '../../service/approvals/write-proposal.ts'
import type { SignInRefusal } from '../../service/identity/identity-services.ts'
import { mayTry } from '../../service/identity/limit-attempts.ts'
import { readOwnAccount } from '../../service/identity/own-account.ts'
import { askPasskey } from '../../service/identity/passkeys.ts'
import { beginAtProvider } from '../../service/identity/sign-in-at-provider.ts'
import type { SubmitRefusal } from '../../service/work/submit-command.ts'
import type { Language } from '../../text/language.ts'
import { notFoundPage } from '../error-pages.ts'
import { approvalListPage } from './approval-list-page.ts'
import { inOtherLanguage } from './in-other-language.ts'
import { proposalPasskeyPage, proposalProviderPage } from './proposal-asking-page.ts'
import { proposalPage, type ProposalFault } from './proposal-page.ts'
import { recordRefusal } from './record-refusal.ts'
import { switchName } from './work-frame.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const { en, fr } = approvalWords

/** What takes two people: proposals, and a second person's answer. */
export const approvalRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/approvals', action: 'case.propose', group: 'two', name: { en: en.list.name, fr: fr.list.name }, answer: async (services, request) => approvalListPage(request, await listApprovals(services, request.signedIn), zoneOf(services)) },
  { method: 'GET', path: '/work/approvals/:proposalId', action: 'case.read', answer: (services, request) => showProposal(services, request, toldFault(request)) },
  { method: 'POST', path: '/work/approvals/:proposalId/passkey', action: 'case.approve', answer: askForPasskey },
  { method: 'POST', path: '/work/approvals/:proposalId/provider', action: 'case.approve', answer: askAtProvider },
  { method: 'POST', path: '/work/approvals/:proposalId/agree', action: 'case.approve', answer: (services, request) => takeAgreement(services, request, { means: 'passkey', answer: request.form.get('answer') ?? '' }) },
  { method: 'POST', path: '/work/approvals/:proposalId/demonstration', action: 'case.approve', answer: (services, request) => takeAgreement(services, request, { means: 'demonstration', chosen: request.form.get('account') ?? '', address: request.remote.address }) },
  { method: 'POST', path: '/work/approvals/:proposalId/reject', action: 'case.approve', answer: reject },
  { method: 'POST', path: '/work/approvals/:proposalId/withdraw', action: 'case.propose', answer: async (services, request) => ended(services, request, await withdrawProposal(services, request.signedIn, idOf(request))) },
]

const idOf = ({ parameters }: WorkRequest) => parameters['proposalId'] ?? ''
const zoneOf = ({ clock }: WorkServices) => clock.timeZone ?? 'UTC'

/** What does not exist and what one does not reach are one page. */
async function showProposal(services: WorkServices, request: WorkRequest, fault?: ProposalFault): Promise<WorkAnswer> {
  const found = await readApproval(services, request.signedIn, idOf(request))
  if (!found) return notFoundPage(request.visitor.address)
  // An old address must not say that nothing happened where it did.
  const said = fault?.told === true && found.proposal.state === 'agreed' ? undefined : fault
  return proposalPage(request, found, { signIn: services.signIn, timeZone: zoneOf(services) }, said)
}

/** Only of what can be agreed to is anything asked. */
async function asking(services: WorkServices, request: WorkRequest, ask: (found: ApprovalToRead) => Promise<WorkAnswer>): Promise<WorkAnswer> {
  const found = await readApproval(services, request.signedIn, idOf(request))
  if (!found) return notFoundPage(request.visitor.address)
  if (found.mayAgree) return ask(found)
  const { state } = found.proposal
  return showProposal(services, request, faultOf(found.isOwn ? { code: 'same-person' } : { code: state === 'moved-on' || state === 'too-old' ? state : 'ended' }, request))
}

function askForPasskey(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  return asking(services, request, async (found) => {
    if (!(await mayTry(services, request.remote.address))) return showProposal(services, request, faultOf({ code: 'too-many' }, request))
    const { passkeys } = await readOwnAccount(services, request.signedIn)
    return proposalPasskeyPage(request, found, await askPasskey(services.signIn, { challenge: challengeOf(found.proposal.digest), own: passkeys }))
  })
}

function askAtProvider(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  return asking(services, request, async (found) => {
    if (services.signIn.approval === 'passkey') return showProposal(services, request, faultOf({ code: 'forbidden' }, request))
    const { visitor, signedIn, remote } = request
    const { proposalId, digest } = found.proposal
    const begun = await beginAtProvider(services, { ...remote, language: visitor.address.language, returnTo: `/work/approvals/${proposalId}`, signedIn, approval: { proposalId, digest } })
    return begun.ok ? proposalProviderPage(request, found, begun.value) : showProposal(services, request, faultOf(begun.refusal, request))
  })
}

async function takeAgreement(services: WorkServices, request: WorkRequest, agreeing: Agreeing): Promise<WorkAnswer> {
  return ended(services, request, await agree(services, request.signedIn, idOf(request), agreeing))
}

async function reject(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const [reason, note] = [request.form.get('reason') ?? '', (request.form.get('note') ?? '').replaceAll('\r\n', '\n')]
  const wish = request.form.get(switchName)
  // The form goes along to the other language, and is shown there with what was typed: nothing is rejected.
  if (wish !== null && wish !== request.visitor.address.language) return { ...inOtherLanguage(services, request, `/work/approvals/${idOf(request)}/reject`), again: true }
  if (wish !== null) return showProposal(services, request, { code: '', text: '', status: 200, reason, note, onlyTyped: true })
  return ended(services, request, await rejectProposal(services, request.signedIn, idOf(request), { reason, note }))
}

type Fault = AgreeRefusal | RejectRefusal | SignInRefusal

async function ended(services: WorkServices, request: WorkRequest, done: { readonly ok: true } | { readonly ok: false; readonly refusal: Fault }): Promise<WorkAnswer> {
  return done.ok ? { to: `/work/approvals/${idOf(request)}` } : showProposal(services, request, faultOf(done.refusal, request))
}

const statuses: Readonly<Record<string, number>> = { 'too-many': 429, 'provider-silent': 502, 'not-recognised': 403, forbidden: 403, 'same-person': 403, 'reason-missing': 422, 'note-long': 422, 'account-missing': 422 }

function faultOf(refusal: Fault, { visitor, form }: WorkRequest): ProposalFault {
  const { code } = refusal
  return { code, text: refusal.code === 'refused' ? refusedText(refusal.why, visitor.address.language) : faultText(undefined, code, visitor.address.language), status: statuses[code] ?? 409, reason: form.get('reason') ?? '', note: form.get('note') ?? '', chosen: form.get('account') ?? '' }
}

/** Why what was proposed can no longer be done: in the words of recording where there are some. */
function refusedText(why: Extract<AgreeRefusal, { code: 'refused' }>['why'], language: Language): string {
  // A code that recording has no words for, as those of the law book, is said as it is.
  const said = recordRefusal(why as SubmitRefusal, language)
  return said === why.code ? faultText(why.code, 'refused', language) : approvalWords[language].one.faults.refused(said)
}

function faultText(why: string | undefined, code: Fault['code'], language: Language): string {
  const { faults, refusedCode } = approvalWords[language].one
  return code === 'refused' ? faults.refused(refusedCode(why ?? '')) : faults[code]
}

/** What became of an agreement by way of the provider: the address says it by a code, and nothing else is believed of it. */
function toldFault(request: WorkRequest): ProposalFault | undefined {
  const told = request.query.get('told') ?? ''
  const { language } = request.visitor.address
  if (!(Object.keys(en.one.faults) as readonly string[]).includes(told)) return undefined
  const code = told as Fault['code']
  return { code, text: faultText(request.query.get('why')?.replace(/[^a-z-]/g, '').slice(0, 60), code, language), status: 409, told: true }
}
