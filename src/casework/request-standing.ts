import type { Request } from './case-state.ts'
import type { RequestOutcome } from './lists.ts'

/** Where a request stands. `sent`: the state has it, and may yet answer; that it is silent changes nothing. */
export type RequestStanding = 'drafted' | 'checked' | 'approved' | 'sent' | 'answered' | 'withdrawn'

/** Outcomes after which the same request may still be answered: silence, and answers that decide nothing. */
export const openOutcomes = ['no-response', 'no-statement', 'insufficient-information'] as const satisfies readonly RequestOutcome[]

export function standingOf(request: Request): RequestStanding {
  if (request.withdrawn) return 'withdrawn'
  if (request.sentOn !== undefined) return isOpenOutcome(lastOutcome(request)) ? 'sent' : 'answered'
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

function isOpenOutcome(outcome: RequestOutcome | undefined): boolean {
  return outcome === undefined || (openOutcomes as readonly RequestOutcome[]).includes(outcome)
}
