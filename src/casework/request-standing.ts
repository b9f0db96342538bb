import type { Request } from './case-state.ts'
import type { RequestOutcome } from './lists.ts'

/** Where a request stands. `sent`: the state has it, and has yet to answer or to give the document; that it is silent changes nothing. */
export type RequestStanding = 'drafted' | 'checked' | 'approved' | 'sent' | 'answered' | 'withdrawn'

/** Outcomes that decide nothing, and leave the state's clock running: silence, and answers that are none. */
export const openOutcomes = ['no-response', 'no-statement', 'insufficient-information'] as const satisfies readonly RequestOutcome[]

/** Outcomes after which the state still owes something: a decision, or the document of a national that it has recognised. */
const owing: readonly (RequestOutcome | undefined)[] = [undefined, ...openOutcomes, 'nationality-confirmed-no-document']

export function standingOf(request: Request): RequestStanding {
  if (request.withdrawn) return 'withdrawn'
  if (request.sentOn !== undefined) return owing.includes(lastOutcome(request)) ? 'sent' : 'answered'
  if (request.approved) return 'approved'
  return request.checked ? 'checked' : 'drafted'
}

/** The outcome that stands; undefined when the state has said nothing and nobody has recorded its silence. */
export function lastOutcome({ outcomes }: Pick<Request, 'outcomes'>): RequestOutcome | undefined {
  return outcomes.at(-1)?.outcome
}

/** Is something still to come of it: in preparation, or with the state? */
export function isAwaited(request: Request): boolean {
  const standing = standingOf(request)
  return standing !== 'answered' && standing !== 'withdrawn'
}
