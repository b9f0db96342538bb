import { accept, refuse, type Result } from '../kernel/result.ts'
import { studentDistance } from './distributions.ts'

export type YearlyForecast = {
  readonly value: number
  readonly lower: number
  readonly upper: number
  /** Years of counts behind it, and changes from one to the next. */
  readonly years: number
  /** What it would have said in the past of the next year, from what was known then, and how often that held. */
  readonly tried: number
  readonly held: number
  /** Root mean square of the yearly changes of the logarithm. */
  readonly spread: number
}

export type ForecastRefusal = { readonly code: 'too-few-years'; readonly years: number; readonly needed: number }

/** Fewer changes than this say nothing of how large a change can be. */
const neededYears = 9

/**
 * The same stretch some years on: as much as the last time, with limits from how far off that was before.
 *
 * The logarithm of the count is taken for a random walk without drift whose yearly steps are alike: a step of k years divided by √k times
 * their root mean square then has Student's t with as many degrees of freedom as there are steps. One half is added to each
 * count, so that nought has a logarithm. Seasons do not matter, for like is followed by like. A break of the kind that never
 * happened in the series is not foreseen.
 *
 * @param counts of consecutive years, the earliest first
 */
export function yearlyForecast(counts: readonly number[], yearsAhead: number, level: number): Result<YearlyForecast, ForecastRefusal> {
  if (counts.length < neededYears) return refuse({ code: 'too-few-years', years: counts.length, needed: neededYears })
  const places = counts.map((_, place) => place).slice(neededYears)
  const held = places.filter((place) => {
    const { lower, upper } = limitsAfter(counts.slice(0, place), 1, level)
    const actual = counts[place] ?? NaN
    return lower <= actual && actual <= upper
  })
  return accept({ ...limitsAfter(counts, yearsAhead, level), years: counts.length, tried: places.length, held: held.length })
}

function limitsAfter(counts: readonly number[], yearsAhead: number, level: number) {
  const logs = counts.map((count) => Math.log(count + 0.5))
  const steps = logs.slice(1).map((log, place) => log - (logs[place] ?? NaN))
  const spread = Math.sqrt(steps.reduce((sum, step) => sum + step * step, 0) / steps.length)
  const half = studentDistance(1 - level, steps.length) * spread * Math.sqrt(yearsAhead)
  const last = logs.at(-1) ?? NaN
  const countAt = (log: number) => Math.max(0, Math.exp(log) - 0.5)
  return { value: countAt(last), lower: countAt(last - half), upper: countAt(last + half), spread }
}
