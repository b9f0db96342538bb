import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { normalQuantile } from './distributions.ts'
import { criticalValue, type Draws, errorsDrawn, pairsOf, type RankChoices, type RankInput, rankSets, surelyAbove } from './rank-sets.ts'
import vectors from './vectors/comparison.json' with { type: 'json' }

const simultaneous: RankChoices = { confidence: 0.95, kind: 'simultaneous', seed: 1 }
const inputsOf = (values: readonly number[], errors: readonly number[]) =>
  values.map((value, index) => ({ country: `c${index}`, value, standardError: errors[index] ?? NaN }))
const ranksOf = (inputs: readonly RankInput[], choices: RankChoices) => {
  const result = rankSets(inputs, choices)
  return result.ok ? result.value.map(({ lowest, highest }) => [lowest, highest]) : result.refusal
}

test.each(vectors.ranks.tukey)('with $countries equal standard errors the first critical value is that of the studentised range', ({ countries, critical }) => {
  const estimates = Array.from({ length: countries }, () => ({ value: 0, standardError: 2 }))
  const draws = errorsDrawn(estimates, 200_000, seededRandom(4))
  // Monte Carlo error of the quantile about 0.004.
  expect(Math.abs(criticalValue(pairsOf(estimates.map((_, index) => index), estimates), draws, 0.95) - critical)).toBeLessThan(0.015)
})

test.each(vectors.ranks.sets)('$kind sets of $value agree with brute force in R', ({ value, standardError, kind, lowest, highest }) => {
  const choices = { ...simultaneous, kind: kind === 'marginal' ? 'marginal' : 'simultaneous', replicates: 50_000 } as const
  expect(ranksOf(inputsOf(value, standardError), choices)).toEqual(lowest.map((low, index) => [low, highest[index]]))
})

test('sets agree with the definition computed the long way, seeds 1 to 40', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed)
    const estimates = Array.from({ length: 2 + seed % 5 }, () => ({ value: 6 * random(), standardError: 0.3 + random() }))
    const draws = errorsDrawn(estimates, 199, random)
    const chosen = seed % 2 === 0 ? estimates.map((_, index) => index) : [seed % estimates.length]
    const ours = surelyAbove(pairsOf(chosen, estimates), draws, 0.9).map(({ first, second }) => `${first}>${second}`).toSorted()
    expect(ours, `seed ${seed}`).toEqual(theLongWay(estimates, chosen, draws, 0.9))
  }
})

test('three countries far apart have one rank each; three alike have all ranks', () => {
  expect(ranksOf(inputsOf([0, 100, 50], [1, 1, 1]), simultaneous)).toEqual([[3, 3], [1, 1], [2, 2]])
  expect(ranksOf(inputsOf([7, 7, 7], [1, 1, 1]), simultaneous)).toEqual([[1, 3], [1, 3], [1, 3]])
})

test('two countries are told apart from 1.96 standard errors of their difference on', () => {
  const apart = (difference: number) => ranksOf(inputsOf([difference, 0], [0.6, 0.8]), { ...simultaneous, replicates: 100_000 })
  expect(apart(-normalQuantile(0.025) + 0.02)).toEqual([[1, 1], [2, 2]])
  expect(apart(-normalQuantile(0.025) - 0.02)).toEqual([[1, 2], [1, 2]])
})

test('stepping down finds what one step leaves: once one is surely above both others, less is asked of these two', () => {
  // Standard error of each difference 1. One step asks 2.344 (Tukey). Without the two pairs that are settled it asks 2.20.
  const inputs = inputsOf([20, 2.3, 0], [Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2])
  const draws = errorsDrawn(inputs, 100_000, seededRandom(2))
  expect(criticalValue(pairsOf([0, 1, 2], inputs), draws, 0.95)).toBeGreaterThan(2.32)
  expect(ranksOf(inputs, { ...simultaneous, replicates: 100_000 })).toEqual([[1, 1], [2, 2], [3, 3]])
})

test('a marginal set lies within the simultaneous one', () => {
  const random = seededRandom(9)
  const inputs = inputsOf(Array.from({ length: 12 }, () => 5 * random()), Array.from({ length: 12 }, () => 0.3 + random()))
  const [own, joint] = [rankSets(inputs, { ...simultaneous, kind: 'marginal' }), rankSets(inputs, simultaneous)]
  if (!own.ok || !joint.ok) throw new Error('refused')
  for (const [index, set] of own.value.entries()) {
    expect(set.lowest).toBeGreaterThanOrEqual(joint.value[index]?.lowest ?? NaN)
    expect(set.highest).toBeLessThanOrEqual(joint.value[index]?.highest ?? NaN)
  }
})

test('the same seed gives the same sets; ranking from the lowest turns them round', () => {
  const inputs = inputsOf([1, 2, 3.5, 9], [0.5, 0.5, 0.5, 0.5])
  expect(ranksOf(inputs, simultaneous)).toEqual(ranksOf(inputs, simultaneous))
  const turned = inputs.map((input) => ({ ...input, value: -input.value }))
  expect(ranksOf(inputs, { ...simultaneous, first: 'lowest' })).toEqual(ranksOf(turned, simultaneous))
})

test('simultaneous sets hold all true ranks, ties among them, at least 95 times in a hundred, seed 77', () => {
  const random = seededRandom(77)
  const truth = [0, 0, 0, 1.5, 1.5, 4]
  const trueRanks = truth.map((value) => 1 + truth.filter((other) => other > value).length)
  let held = 0
  for (let replicate = 0; replicate < 1000; replicate++) {
    const estimates = truth.map((value) => ({ value, standardError: 0.5 }))
    const { errors } = errorsDrawn(estimates, 1, random)
    const sets = rankSets(inputsOf(truth.map((value, index) => value + (errors[index] ?? NaN)), estimates.map(() => 0.5)), { ...simultaneous, seed: replicate, replicates: 400 })
    if (sets.ok && sets.value.every(({ lowest, highest }, index) => lowest <= (trueRanks[index] ?? 0) && (trueRanks[index] ?? 99) <= highest)) held++
  }
  // Monte Carlo error 0.7 points.
  expect(held).toBeGreaterThan(930)
})

test('one country, and a country without a standard error, are refused', () => {
  expect(ranksOf(inputsOf([1], [1]), simultaneous)).toEqual({ code: 'too-few-countries', countries: 1, needed: 2 })
  expect(ranksOf(inputsOf([1, 2, 0], [1, 0, NaN]), simultaneous)).toEqual({ code: 'no-standard-error', countries: ['c1', 'c2'] })
})

/**
 * The definition word for word: start from every ordered pair; take the smallest number that at least the confidence of the
 * replicates' largest scores do not pass; reject what passes it; go on with the rest until nothing passes.
 */
function theLongWay(estimates: readonly { value: number; standardError: number }[], chosen: readonly number[], draws: Draws, confidence: number): string[] {
  const standardError = (a: number, b: number) => Math.sqrt((estimates[a]?.standardError ?? 0) ** 2 + (estimates[b]?.standardError ?? 0) ** 2)
  const difference = (a: number, b: number) => ((estimates[a]?.value ?? 0) - (estimates[b]?.value ?? 0)) / standardError(a, b)
  const rejected = new Set<string>()
  for (let found = true; found;) {
    const left: [number, number][] = []
    for (let a = 0; a < estimates.length; a++) {
      for (let b = 0; b < estimates.length; b++) {
        if (a !== b && (chosen.includes(a) || chosen.includes(b)) && !rejected.has(`${a}>${b}`)) left.push([a, b])
      }
    }
    const largest = Array.from({ length: draws.replicates }, (_, row) => Math.max(...left.map(([a, b]) =>
      ((draws.errors[row * estimates.length + a] ?? 0) - (draws.errors[row * estimates.length + b] ?? 0)) / standardError(a, b))))
    const enough = largest.filter((bound) => largest.filter((score) => score <= bound).length >= confidence * draws.replicates)
    const critical = Math.min(...enough)
    const beyond = left.filter(([a, b]) => difference(a, b) > critical)
    for (const [a, b] of beyond) rejected.add(`${a}>${b}`)
    found = beyond.length > 0 && rejected.size < estimates.length * (estimates.length - 1)
  }
  return [...rejected].toSorted()
}
