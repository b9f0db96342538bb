import { readDecision, readNext, type EngagementFault, type TypedEngagement } from '../../cooperation/engagement.ts'
import { packBytes, packDigest } from '../../cooperation/evidence-pack.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { addEngagement, keepEvidence, listMeasures, type KeptMeasure } from '../../store/country-knowledge.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { isId } from '../cases/load-case-state.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { makeEvidence } from './make-evidence.ts'

export type MeasureRefusal = { readonly code: 'faults'; readonly faults: readonly EngagementFault[] } | { readonly code: 'moved-on' } | { readonly code: 'no-such-measure' }

/** Decides a measure towards a country, and keeps the evidence of that moment with it. The same id twice is one measure. */
export async function decideMeasure(services: CaseServices, { handle }: SignedIn, { country, measureId, typed }: { readonly country: string; readonly measureId: string; readonly typed: TypedEngagement }): Promise<Result<string, MeasureRefusal>> {
  const id = isId(measureId) ? measureId : services.newId()
  // Asked before the evidence is made, which takes a moment, and again with its digest.
  const asked = readDecision(typed, '', services.clock.today())
  if (!asked.ok) return refuse({ code: 'faults', faults: asked.refusal })
  const pack = await makeEvidence(services, country)
  const digest = packDigest(pack)
  return services.database.transaction().execute(async (tx) => {
    await keepEvidence(tx, { digest, country, content: packBytes(pack) })
    await addEngagement(tx, id, country, 0, { ...asked.value, evidence: digest }, handle)
    return accept(id)
  })
}

/** Records what happened next to a measure. `version` is how many events the page had shown. */
export async function recordEngagement(services: CaseServices, { handle }: SignedIn, { country, measureId, version, typed }: { readonly country: string; readonly measureId: string; readonly version: number; readonly typed: TypedEngagement }): Promise<Result<null, MeasureRefusal>> {
  return services.database.transaction().execute(async (tx) => {
    const measure = (await listMeasures(tx, country)).find((one) => one.measureId === measureId)
    if (!measure) return refuse({ code: 'no-such-measure' })
    const next = readNext(measure.events, typed, services.clock.today())
    if (!next.ok) return refuse({ code: 'faults', faults: next.refusal })
    if (measure.events.length !== version) return refuse({ code: 'moved-on' })
    return (await addEngagement(tx, measureId, country, version, next.value, handle)) ? accept(null) : refuse({ code: 'moved-on' })
  })
}

/** Every measure towards every country, for the calendar. */
export async function readMeasures({ database }: CaseServices): Promise<readonly KeptMeasure[]> {
  return listMeasures(database)
}
