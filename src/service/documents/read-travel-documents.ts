import { nationalitiesOf } from '../../casework/case-state.ts'
import { writeAccess } from '../../store/access-log.ts'
import { proposalsOfCase, type KeptProposal } from '../../store/approvals.ts'
import { documentsOfCase, type KeptDocument } from '../../store/issued-documents.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { reachCase } from '../work/reach-case.ts'
import { readProposal } from '../approvals/write-proposal.ts'
import type { DocumentAct } from './document-draft.ts'
import { readLayoutPackage, type LayoutRefusal, type ProductionSettings } from './layout-package.ts'

export type DocumentProposal = Pick<KeptProposal, 'proposalId' | 'state' | 'proposer'> & { readonly draft: string; readonly agreedBy?: string }

/** What the page of a case's travel documents shows. */
export type TravelDocuments = {
  readonly caseId: string
  readonly version: number
  readonly fictional: boolean
  /** Whether real documents can be made here, or what is wrong with what the authority brought. */
  readonly standing: 'ready' | 'not-configured' | LayoutRefusal
  readonly nationalities: readonly string[]
  /** About this very version. */
  readonly proposals: readonly DocumentProposal[]
  /** This reader's proposals of one draft that two different people agreed to, as long as no number was taken for them. */
  readonly ready?: readonly [string, string]
  readonly numbers: readonly KeptDocument[]
}

/** The travel documents of a case that somebody may change; undefined when there is no such case for them. The look is written down first. */
export async function readTravelDocuments(services: CaseServices & { readonly production?: ProductionSettings }, signedIn: SignedIn, caseId: string): Promise<TravelDocuments | undefined> {
  const { database, clock, production } = services
  const layout = production && (await readLayoutPackage(production, new Date(clock.now())))
  return database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const row = await reachCase(tx, signedIn, 'case.change', caseId)
    const state = row && (await loadCaseState(tx, row.caseId))?.state
    if (!row || !state) return undefined
    const { accountId, handle, sessionId } = signedIn
    await writeAccess(tx, { accountId, handle, sessionId, action: 'case.read', caseId: row.caseId, about: { page: 'travel-document' } })
    const kept = (await proposalsOfCase(tx, row.caseId)).filter(({ subject, caseVersion }) => subject === 'travel-document' && caseVersion === state.version)
    const proposals = kept.map(({ proposalId, state: standing, proposer, content, ending }): DocumentProposal => ({
      proposalId, state: standing, proposer, draft: (readProposal(content).act as DocumentAct).draft, ...(standing === 'agreed' && ending ? { agreedBy: ending.handle } : {}),
    }))
    const numbers = await documentsOfCase(tx, row.caseId)
    const ready = pairOf(proposals.filter(({ proposer, proposalId }) => proposer === handle && !numbers.some((one) => one.proposals.includes(proposalId))))
    return {
      caseId: row.caseId, version: state.version, fictional: row.fictional, standing: layout === undefined ? 'not-configured' : layout.ok ? 'ready' : layout.refusal,
      nationalities: [...new Set(nationalitiesOf(state).map(({ country }) => country))].sort(), proposals, numbers, ...(ready ? { ready } : {}),
    }
  })
}

function pairOf(proposals: readonly DocumentProposal[]): readonly [string, string] | undefined {
  const agreed = proposals.filter(({ agreedBy }) => agreedBy !== undefined)
  for (const one of agreed) {
    const other = agreed.find(({ draft, agreedBy }) => draft === one.draft && agreedBy !== one.agreedBy)
    if (other) return [one.proposalId, other.proposalId]
  }
  return undefined
}
