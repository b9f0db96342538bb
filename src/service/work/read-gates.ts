import { checkDestination } from '../../casework/check-country.ts'
import { hasLeft } from '../../casework/case-state.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import { placeOfStep } from '../../casework/place-of-step.ts'
import { askStep } from '../../casework/take-step.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { everyStep } from '../../law/rule.ts'
import type { Actor } from '../access/actor.ts'
import { destinationsOf } from '../cases/ask-gates.ts'
import type { AskRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import { loadLaw } from '../cases/load-law.ts'
import type { Purpose } from './purposes.ts'
import { lookAtCase } from './read-case.ts'
import type { GatesThere } from './read-case-page.ts'
import { withoutProtected } from './what-is-protected.ts'

export type GatesWanted = { readonly destination?: string; readonly place?: string; readonly purpose?: Purpose }

/** `over`: nothing is to be decided any more, the case is closed or the person has left. */
export type GatesRead = { readonly caseId: string; readonly version: number; readonly on: PlainDate; readonly over: boolean; readonly destinations: readonly GatesThere[]; readonly purpose?: Purpose }

/** What the gates of every step say today, for one destination or for every one that the case speaks of; without a purpose, without the reasons that rest on what is protected. */
export async function readGates(services: CaseServices, actor: Actor, caseId: string, { destination, place, purpose }: GatesWanted): Promise<Result<GatesRead, CaseRefusal | AskRefusal> | undefined> {
  const today = services.clock.today()
  return services.database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const row = await lookAtCase(tx, actor, caseId, purpose)
    const loaded = row && (await loadCaseState(tx, row.caseId))
    if (!row || !loaded) return undefined
    const { state } = loaded
    const wrong = destination === undefined ? undefined : checkDestination(destination, state.jurisdiction)
    if (wrong) return refuse(wrong)
    const { book } = await loadLaw(tx, services)
    const over = state.closed !== undefined || hasLeft(state)
    const places = destination === undefined ? destinationsOf(state) : [{ destination, ...(place === undefined ? {} : { place }) }]
    const destinations = over ? [] : places.map((one): GatesThere => ({
      ...one, steps: everyStep.map((step) => {
        const { answer } = askStep(state, { caseId: row.caseId, today, book }, { step, destination: one.destination, place: placeOfStep(state, { ...one, step, place: one.place }) })
        return { step, answer: purpose === undefined ? withoutProtected(answer, book, today) : answer }
      }),
    }))
    return accept({ caseId: row.caseId, version: state.version, on: today, over, destinations, ...(purpose === undefined ? {} : { purpose }) })
  })
}
