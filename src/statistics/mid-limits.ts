import { betaCumulative } from './distributions.ts'
import { betaLike, nothingEnded, quantile, shareBy, split, type Beta, type Moments } from './exact-limits.ts'
import type { Limits } from './limits.ts'
import type { Daily, OneMore } from './one-more.ts'

/**
 * Mid-p limits of the share that has ended with an asked event by `day`: narrower than `exactLimits`, whose promise to hold
 * in every sample makes them too wide on the whole. The share is drawn half the time as the lower exact limit takes it
 * and half the time as the upper one does, with one more event (Fay and Brittain, Statistics in Medicine 2016). Without
 * censoring and late entries they are the binomial mid-p limits.
 *
 * Where Fay and Brittain put the one more event on the day on which it counts most, it is parted here among all days by how
 * much it would move the share on each: what both cover is in docs/reference/coverage.md.
 */
export function midLimits(day: number, daily: Daily, { movesOn }: OneMore, level: number): Limits {
  const tail = (1 - level) / 2
  const fewer = betaLike(shareBy(day, daily))
  const more = betaLike(shareWithOneMore(day, daily, movesOn))
  return { lower: mixedQuantile(tail, fewer, more), upper: mixedQuantile(1 - tail, fewer, more) }
}

function shareWithOneMore(day: number, { atRisk, asked, ended }: Daily, movesOn: Float64Array): Moments {
  const all = movesOn.reduce((sum, moves) => sum + moves)
  let [moments, parted] = [nothingEnded, 0]
  for (let past = 1; past <= day; past++) {
    const part = movesOn[past]! / all
    moments = split(moments, asked[past]! + part, ended[past]! + part, atRisk[past]! - parted)
    parted += part
  }
  return moments
}

/** The x below which lies `probability`, half of it each distribution's. Between both quantiles by the Illinois rule (Dowell and Jarratt 1971). */
function mixedQuantile(probability: number, one: Beta, other: Beta): number {
  const excess = (x: number) => (below(x, one) + below(x, other)) / 2 - probability
  const [oneAlone, otherAlone] = [quantile(one, probability), quantile(other, probability)]
  let [low, high] = [Math.min(oneAlone, otherAlone), Math.max(oneAlone, otherAlone)]
  let [under, over, side] = [excess(low), excess(high), 0]
  // All of one distribution may lie on the very end.
  if (under >= 0) return low
  while (high - low > 1e-10) {
    const x = Math.min(high, low + ((high - low) * under) / (under - over))
    const found = excess(x)
    if (Math.abs(found) < 1e-12) return x
    if (found < 0) {
      [low, under, over, side] = [x, found, side < 0 ? over / 2 : over, -1]
    } else {
      [high, over, under, side] = [x, found, side > 0 ? under / 2 : under, 1]
    }
  }
  return high
}

function below(x: number, { mean, size }: Beta): number {
  if (size === Infinity) return x >= mean ? 1 : 0
  return betaCumulative(x, mean * size, (1 - mean) * size)
}
