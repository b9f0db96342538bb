// Confidence sets for ranks: Mogstad, Romano, Shaikh and Wilhelm 2024, Review of Economic Studies 91:476–518.
import { invariant } from '../kernel/invariant.ts'
import { type Random, seededRandom } from '../kernel/random.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'

export type RankInput = { readonly country: string; readonly value: number; readonly standardError: number }
export type RankSet = { readonly country: string; readonly value: number; readonly lowest: number; readonly highest: number }

export type RankChoices = {
  readonly confidence: number
  /** `marginal`: each set holds its country's rank with that confidence. `simultaneous`: all sets hold at once. */
  readonly kind: 'marginal' | 'simultaneous'
  readonly seed: number
  /** Bootstrap replicates; 5,000 where absent. */
  readonly replicates?: number
  /** Which end has rank 1; the highest value where absent. */
  readonly first?: 'highest' | 'lowest'
}

export type RankRefusal =
  | { readonly code: 'too-few-countries'; readonly countries: number; readonly needed: number }
  | { readonly code: 'no-standard-error'; readonly countries: readonly string[] }

/**
 * For each country the ranks, from `lowest` (best) to `highest`, that the data cannot exclude.
 *
 * A country's rank is one more than the number of countries truly above it, so that equals share a rank. Estimates are
 * independent and normal with the given standard errors; a share is better handed in on a log-log or logit scale, which
 * leaves its rank as it is. For every ordered pair the hypothesis "the first is not above the
 * second" is tested so that a false rejection anywhere has probability 1 − confidence at most, stepping down: pairs
 * rejected are taken out and the rest is tested again. The country is below all that are surely above it, and above all surely below.
 */
export function rankSets(inputs: readonly RankInput[], choices: RankChoices): Result<readonly RankSet[], RankRefusal> {
  if (inputs.length < 2) return refuse({ code: 'too-few-countries', countries: inputs.length, needed: 2 })
  const without = inputs.filter(({ standardError }) => !(standardError > 0))
  if (without.length > 0) return refuse({ code: 'no-standard-error', countries: without.map(({ country }) => country) })

  const sign = choices.first === 'lowest' ? -1 : 1
  const estimates = inputs.map(({ value, standardError }) => ({ value: sign * value, standardError }))
  const draws = errorsDrawn(estimates, choices.replicates ?? 5000, seededRandom(choices.seed))
  const everyone = estimates.map((_, index) => index)
  const together = choices.kind === 'simultaneous' ? surelyAbove(pairsOf(everyone, estimates), draws, choices.confidence) : undefined
  return accept(inputs.map(({ country, value }, own) => {
    const above = together ?? surelyAbove(pairsOf([own], estimates), draws, choices.confidence)
    return {
      country,
      value,
      lowest: 1 + above.filter(({ second }) => second === own).length,
      highest: inputs.length - above.filter(({ first }) => first === own).length,
    }
  }))
}

type Estimate = { readonly value: number; readonly standardError: number }

/** The claim that `first` is above `second`: by how much, and its standard error. */
export type Pair = { readonly first: number; readonly second: number; readonly difference: number; readonly standardError: number }

/** One row per replicate with each country's error, drawn from its normal distribution. */
export type Draws = { readonly replicates: number; readonly countries: number; readonly errors: Float64Array }

export function errorsDrawn(estimates: readonly Estimate[], replicates: number, random: Random): Draws {
  const errors = new Float64Array(replicates * estimates.length)
  for (let index = 0; index < errors.length; index++) {
    errors[index] = normalDraw(random) * (estimates[index % estimates.length]?.standardError ?? NaN)
  }
  return { replicates, countries: estimates.length, errors }
}

/** Every ordered pair in which one of the `chosen` takes part. */
export function pairsOf(chosen: readonly number[], estimates: readonly Estimate[]): Pair[] {
  const isChosen = new Set(chosen)
  return estimates.flatMap((one, first) => estimates.flatMap((other, second) =>
    first === second || !(isChosen.has(first) || isChosen.has(second))
      ? []
      : [{ first, second, difference: one.value - other.value, standardError: Math.hypot(one.standardError, other.standardError) }]))
}

/** The pairs whose first country is above the second, by stepping down. */
export function surelyAbove(pairs: readonly Pair[], draws: Draws, confidence: number): Pair[] {
  const rejected: Pair[] = []
  let remaining = pairs
  while (remaining.length > 0) {
    const critical = criticalValue(remaining, draws, confidence)
    const [beyond, rest] = split(remaining, ({ difference, standardError }) => difference / standardError > critical)
    if (beyond.length === 0) break
    rejected.push(...beyond)
    remaining = rest
  }
  return rejected
}

/** The smallest of the replicates' maxima of (error of first − error of second) / standard error that at least `confidence` of them do not pass. */
export function criticalValue(pairs: readonly Pair[], { replicates, countries, errors }: Draws, confidence: number): number {
  invariant(pairs.length > 0 && replicates > 0, 'a critical value is of at least one pair and one replicate')
  const firsts = Int32Array.from(pairs, ({ first }) => first)
  const seconds = Int32Array.from(pairs, ({ second }) => second)
  const scales = Float64Array.from(pairs, ({ standardError }) => 1 / standardError)
  const maxima = new Float64Array(replicates).fill(-Infinity)
  for (let replicate = 0; replicate < replicates; replicate++) {
    const row = replicate * countries
    let largest = -Infinity
    for (let pair = 0; pair < scales.length; pair++) {
      const score = (errors[row + firsts[pair]!]! - errors[row + seconds[pair]!]!) * scales[pair]!
      if (score > largest) largest = score
    }
    maxima[replicate] = largest
  }
  // Rounding may lift confidence × replicates just over a whole number, as 0.07 · 100.
  return maxima.sort()[Math.ceil(confidence * replicates - 1e-9) - 1]!
}

function split<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))]
}

/** Box and Muller 1958; one draw of each pair is enough here. */
function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
