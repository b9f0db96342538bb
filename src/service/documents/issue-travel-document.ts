import { verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { askStep } from '../../casework/take-step.ts'
import type { StepAnswer } from '../../casework/decide-step.ts'
import { placeOfStep } from '../../casework/place-of-step.ts'
import { encodeC40 } from '../../documents/c40.ts'
import { encodeSealHeader } from '../../documents/seal-header.ts'
import { checkSealSignature, sealHashOf, signerOf } from '../../documents/seal-signature.ts'
import { decodeSeal, emergencyTravelDocument, zoneTag } from '../../documents/seal.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { sha256 } from '../../kernel/digest.ts'
import { invariant } from '../../kernel/invariant.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { PdfFailure, typeset } from '../../render/pdf/typeset.ts'
import { drawDataMatrix } from '../../render/travel-document/data-matrix.ts'
import { zoneFont } from '../../render/travel-document/zone-font.ts'
import { writeAccess } from '../../store/access-log.ts'
import { findProposal } from '../../store/approvals.ts'
import { recordDecision } from '../../store/decisions.ts'
import { keepTravelDocument, takeDocumentNumber, type NumberRefusal } from '../../store/issued-documents.ts'
import { readProposal } from '../approvals/write-proposal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import { loadLaw } from '../cases/load-law.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { reachCase } from '../work/reach-case.ts'
import { draftDocument, linesOfDraft, type DocumentAct } from './document-draft.ts'
import { isLayoutPackage, readLayoutPackage, type LayoutPackage, type ProductionSettings } from './layout-package.ts'
import type { DocumentRefusal } from './propose-travel-document.ts'
import { signWithToken, TokenFailure } from './sign-with-token.ts'

export type IssueDocument = { readonly caseId: string; readonly proposals: readonly [string, string] }

export type IssueRefusal = DocumentRefusal | NumberRefusal | { readonly code: 'gate-held'; readonly answer: StepAnswer } | { readonly code: 'token-does-not-sign' | 'page-cannot-be-set' | 'layout-changed' | 'draft-changed' }

export type IssuedDocument = { readonly documentNumber: string; readonly pdf: Uint8Array }

type IssueServices = CaseServices & { readonly production?: ProductionSettings }

/**
 * Makes the single-journey document of a case: the only way to one that does not say SPECIMEN. It needs a layout, a certificate and a token
 * from outside; a case whose gates are open today for the step `document`; and two agreements to this very draft. What stands on it comes from
 * that draft alone. Given back once: what is kept is its number, its seal and the digest of its page.
 */
export async function issueTravelDocument(services: IssueServices, signedIn: SignedIn, { caseId, proposals }: IssueDocument): Promise<Result<IssuedDocument, IssueRefusal>> {
  const { database, roles, clock, production } = services
  // 1. What comes from outside the repository.
  if (!production) return refuse({ code: 'not-configured' })
  const read = await readLayoutPackage(production, new Date(clock.now()))
  if (!read.ok) return read
  const layout = read.value
  // 2. The draft that was agreed to, and that the case still gives.
  const agreed = await loadAgreed(services, signedIn, { caseId, proposals }, layout)
  if (!agreed.ok) return agreed
  const { act, state, law, row } = agreed.value
  // 3. The gates, today, about this very version; what held is kept too.
  const today = clock.today()
  const { answer, decision } = askStep(state, { caseId: row.caseId, today, book: law.book }, { step: 'document', destination: act.destination, place: placeOfStep(state, { step: 'document', destination: act.destination, place: undefined }) })
  const kept = await recordDecision(roles.gates, decision, law.revision)
  if (!kept.ok) return refuse({ code: 'stale-version' })
  if (answer.state !== 'open') return refuse({ code: 'gate-held', answer })
  // 4. The token answers, its key is the certificate's, and the template sets the page: found out before a number is spent.
  if (!(await tokenSigns(production, layout))) return refuse({ code: 'token-does-not-sign' })
  if (!(await canBeSet(layout, act, today))) return refuse({ code: 'page-cannot-be-set' })
  // 5. The number, which stands for good before anything is signed under it.
  const number = await database.transaction().execute((tx) => takeDocumentNumber(tx, {
    caseId: row.caseId, caseVersion: state.version, series: layout.series, destination: act.destination, day: today, decisionDigest: decision.digest, proposals, draftDigest: act.draft, layoutDigest: layout.digest, accountId: signedIn.accountId,
  }))
  if (!number.ok) return number
  // 6. Zone, seal, page.
  const lines = linesOfDraft(act, number.value)
  invariant(lines.ok, 'a draft that was agreed to cannot be written', { draft: act.draft })
  const zone = [`PU${lines.value[0].slice(2)}`, lines.value[1]] as const
  const seal = await makeSeal(production, layout, zone, today)
  const pdf = await drawPage(layout, act, { number: number.value, zone, seal, issuedOn: today })
  // 7. Kept, and the look with it.
  const { accountId, handle, sessionId } = signedIn
  await database.transaction().execute(async (tx) => {
    await writeAccess(tx, { accountId, handle, sessionId, action: 'case.change', caseId: row.caseId, about: { document: number.value } })
    const isKept = await keepTravelDocument(tx, { documentNumber: number.value, certificateDigest: layout.signerDigest, seal, pageDigest: sha256(pdf) })
    invariant(isKept, 'a document was made under a number that has one', { number: number.value })
  })
  return accept({ documentNumber: number.value, pdf })
}

async function loadAgreed(services: IssueServices, signedIn: SignedIn, { caseId, proposals }: IssueDocument, layout: LayoutPackage) {
  return services.database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const row = await reachCase(tx, signedIn, 'case.change', caseId)
    const state = row && (await loadCaseState(tx, row.caseId))?.state
    if (!row || !state) return refuse({ code: 'not-reached' } as const)
    if (row.fictional) return refuse({ code: 'fictional-case' } as const)
    const proposal = isUuid(proposals[0]) && isUuid(proposals[1]) ? await findProposal(tx, proposals[0]) : undefined
    if (!proposal || proposal.subject !== 'travel-document' || proposal.caseId !== row.caseId) return refuse({ code: 'not-agreed' } as const)
    if (proposal.caseVersion !== state.version) return refuse({ code: 'stale-version' } as const)
    const act = readProposal(proposal.content).act as DocumentAct
    if (act.layout !== layout.digest || act.signer !== layout.signerDigest) return refuse({ code: 'layout-changed' } as const)
    const again = draftDocument(state, layout, act, services.clock.today())
    if (!again.ok) return again
    return again.value.draft === act.draft ? accept({ act: again.value, state, row, law: await loadLaw(tx, services) }) : refuse({ code: 'draft-changed' } as const)
  })
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

// A text that no seal begins with: a seal's first byte is another one.
const trial = new TextEncoder().encode('Comity asks whether the token is there.')

async function tokenSigns(production: ProductionSettings, layout: LayoutPackage): Promise<boolean> {
  try {
    const signature = await signWithToken(production, layout, trial)
    return signature.length > 0 && fits(layout, trial, signature)
  } catch (cause) {
    if (cause instanceof TokenFailure) return false
    throw cause
  }
}

// Without zone and seal, and thrown away.
async function canBeSet(layout: LayoutPackage, act: DocumentAct, today: PlainDate): Promise<boolean> {
  try {
    return (await drawPage(layout, act, { number: '', zone: ['', ''], seal: trial, issuedOn: today })).length > 0
  } catch (cause) {
    if (cause instanceof PdfFailure) return false
    throw cause
  }
}

function fits(layout: LayoutPackage, bytes: Uint8Array, signature: Uint8Array): boolean {
  return verify(sealHashOf(layout.signer.publicKey), bytes, { key: layout.signer.publicKey, dsaEncoding: 'ieee-p1363' }, signature)
}

/** The seal of version 4 over a zone (part 8, section 6), signed in the token, and read back before it counts. */
async function makeSeal(production: ProductionSettings, layout: LayoutPackage, zone: readonly [string, string], issuedOn: PlainDate): Promise<Uint8Array> {
  invariant(isLayoutPackage(layout), 'a seal was asked for a layout that nobody looked through')
  const { name: signer, serial: certificate } = signerOf(layout.signer)
  const header = encodeSealHeader({ version: 4, issuingState: layout.issuingState, signer, certificate, issuedOn, signedOn: issuedOn, ...emergencyTravelDocument })
  const message = encodeC40(zone.join(''))
  invariant(message?.length === 48, 'a zone is not 48 bytes', { zone: zone.join('') })
  const signed = Uint8Array.from([...header, zoneTag, message.length, ...message])
  const signature = await signWithToken(production, layout, signed)
  const length = signature.length < 0x80 ? [signature.length] : [0x81, signature.length]
  const seal = Uint8Array.from([...signed, 0xff, ...length, ...signature])
  const read = decodeSeal(seal)
  const checked = read.ok ? checkSealSignature(read.value, layout.signer.raw) : undefined
  invariant(checked?.ok && checked.value === 'fits' && read.ok && read.value.zone?.join('') === zone.join(''), 'a seal does not read as it was written')
  return seal
}

/** The page by the authority's own template; its data are listed in docs/operating/travel-documents.md. */
async function drawPage(layout: LayoutPackage, act: DocumentAct, { number, zone, seal, issuedOn }: { readonly number: string; readonly zone: readonly [string, string]; readonly seal: Uint8Array; readonly issuedOn: PlainDate }): Promise<Uint8Array> {
  const { draft: _draft, kind: _kind, layout: _layout, signer: _signer, ...fields } = act
  return typeset({ file: layout.template, fonts: zoneFont === undefined ? [] : [await readFile(zoneFont)] }, { ...fields, documentNumber: number, issuedOn, zone, seal: Array.from(new TextEncoder().encode(drawDataMatrix(seal))) })
}
