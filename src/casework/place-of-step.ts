import type { Step } from '../law/rule.ts'
import type { CaseState } from './case-state.ts'

/** Steps that ask a state or tell it something: they name no part of it, and are about the one to which the person would be taken. */
const stepsThatAsk: readonly Step[] = ['contact', 'request', 'interview', 'document']

/**
 * Which part of the destination is a step about? The one that is named; for a step that asks a state, the one that was proposed.
 * A moratorium on parts of a country would else hold its consulate's door for those too who would be taken elsewhere in it. A journey
 * says by itself where it ends, and its gates are asked about that.
 */
export function placeOfStep({ destinations }: Pick<CaseState, 'destinations'>, { step, destination, place }: { readonly step: Step; readonly destination: string; readonly place?: string | undefined }): string | undefined {
  if (place !== undefined || !stepsThatAsk.includes(step)) return place
  return destinations.find((one) => one.destination === destination && one.setAside === undefined)?.place
}
