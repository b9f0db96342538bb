import { accept, refuse, type Result } from '../../kernel/result.ts'
import { travelDocuments as english } from '../../text/en/travel-documents.ts'
import { formatDay } from '../../text/format.ts'
import { travelDocuments as french } from '../../text/fr/travel-documents.ts'
import { stateName } from '../../text/state-name.ts'
import { may } from '../access/permissions.ts'
import { joinLines } from '../approvals/join-lines.ts'
import { proposeAct, type ActRefusal } from '../approvals/propose.ts'
import type { ShownText } from '../approvals/write-proposal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { reachCase } from '../work/reach-case.ts'
import { draftDocument, type DocumentAct, type DocumentWishes, type DraftRefusal } from './document-draft.ts'
import { readLayoutPackage, type LayoutRefusal, type ProductionSettings } from './layout-package.ts'

export type ProposeDocument = { readonly caseId: string; readonly version: number; readonly wishes: DocumentWishes; /** Two, one for each agreement: sent again they are the same proposals. */ readonly commandIds: readonly [string, string] }

export type DocumentRefusal = LayoutRefusal | DraftRefusal | ActRefusal | { readonly code: 'not-configured' | 'not-reached' | 'fictional-case' }

/** Asks two other people, each for an agreement of their own, to the very draft of a document. Nothing is made yet. Returns the ids of both proposals. */
export async function proposeTravelDocument(services: CaseServices & { readonly production?: ProductionSettings }, signedIn: SignedIn, { caseId, version, wishes, commandIds }: ProposeDocument): Promise<Result<readonly [string, string], DocumentRefusal>> {
  const { database, clock, production } = services
  if (!production) return refuse({ code: 'not-configured' })
  const layout = await readLayoutPackage(production, new Date(clock.now()))
  if (!layout.ok) return layout
  return database.transaction().execute(async (tx) => {
    const row = await reachCase(tx, signedIn, 'case.propose', caseId)
    const state = row && (await loadCaseState(tx, row.caseId))?.state
    if (!row || !state || !may(signedIn.roles, 'case.change', row.officer === signedIn.handle)) return refuse({ code: 'not-reached' })
    if (row.fictional) return refuse({ code: 'fictional-case' })
    const act = draftDocument(state, layout.value, wishes, clock.today())
    if (!act.ok) return act
    const propose = (commandId: string) => proposeAct(tx, signedIn, { subject: 'travel-document', of: { caseId: row.caseId, version }, commandId, kind: 'travel-document', act: act.value, shown: sayDraft(act.value, row.caseId), isProtected: false })
    const first = await propose(commandIds[0])
    if (!first.ok) return first
    const second = await propose(commandIds[1])
    return second.ok ? accept([first.value, second.value]) : second
  })
}

/** What both people see: every field of the document, the law it rests on, and which layout and certificate it is made with. */
export function sayDraft(act: DocumentAct, caseId: string): ShownText {
  const say = (language: 'en' | 'fr') => {
    const { issue, captions, specimen } = language === 'en' ? english : french
    const fields: readonly (readonly [string, string])[] = [
      [issue.case, caseId], [captions['issuing-state'], act.issuingState], [captions.authority, act.authority], [captions['place-of-issue'], act.placeOfIssue], [issue.legalBasis, act.legalBasis],
      [captions['family-name'], act.familyName], [captions['given-names'], act.givenNames], [issue.inZone, [act.zoneFamilyName, act.zoneGivenNames].filter((part) => part !== '').join(', ')], [captions['date-of-birth'], act.bornOn],
      [captions.sex, specimen.sexes[act.sex as keyof typeof specimen.sexes]], [captions.nationality, act.nationality], [captions.destination, stateName(act.destination, language)],
      [captions['distinguishing-marks'], act.distinguishingMarks], [captions['address-at-destination'], act.addressAtDestination], [captions['valid-until'], formatDay(act.validUntil, language)],
      [issue.layout, act.layout], [issue.signer, act.signer], [issue.draft, act.draft],
    ]
    return joinLines([issue.shownTitle, ...fields.map(([name, value]) => issue.line({ name, value: value === '' ? issue.nothing : value })), issue.shownEnd])
  }
  return { en: say('en'), fr: say('fr') }
}
