import { aalenJohansen } from './aalen-johansen.ts'
import type { Counts } from './counts.ts'
import { everyEvent } from './margins.ts'
import { mergeOutcomes } from './merge-outcomes.ts'
import { dailyCounts, oneMore } from './one-more.ts'
import { incidenceQuantile, type DaysToShare } from './quantiles.ts'
import { mostStoodFor } from './share-limits.ts'

/**
 * Days by which `probability` of all had any of `events`, all other events competing, with log-log limits;
 * null where one person stands for more than a tenth of all on the way there (docs/reference/coverage.md).
 * `days` is null when the share was not reached; `upper` is null when the lower limit of the share did not reach it.
 */
export function daysToShare(counts: Counts, events: readonly number[], probability: number, level: number): DaysToShare | null {
  const merged = mergeOutcomes(counts, [events, everyEvent(counts).filter((event) => !events.includes(event))])
  const { days, incidence, variance } = aalenJohansen(merged, 'multinomial')
  const found = incidenceQuantile(days, incidence[0]!, variance[0]!, probability, level, 'log-log')
  const until = Math.ceil(found.days ?? days.at(-1) ?? 0)
  return oneMore(until, dailyCounts(merged, [1], until)).standsFor > mostStoodFor ? null : found
}
