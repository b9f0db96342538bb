import { normalQuantile } from './distributions.ts'

/** The scale on which the normal approximation is made. */
export type LimitKind = 'plain' | 'log' | 'log-log'

/**
 * Confidence limits of a probability from its standard error, inside [0, 1]; `level` is, say, 0.95.
 *
 * `survival`: as survfit's `conf.type` on the probability itself. `incidence`: the log-log scale is that of one minus the
 * probability (etm's `cloglog`), so that the limits of a share answered are one minus those of the share still waiting;
 * plain and log are as for survival. At 0 and at 1 a log-log scale has no limits, at 0 a log scale has none, and
 * a survival curve that has reached 0 has none at all: both are then NaN, as in survfit. Use `exactLimits` there.
 */
export function limits(value: number, standardError: number, level: number, kind: LimitKind, of: 'survival' | 'incidence'): Limits {
  return limitsWithin(value, standardError, normalQuantile(0.5 + level / 2), kind, of)
}

export type Limits = { readonly lower: number; readonly upper: number }

/** `limits` for every row of a curve. */
export function curveLimits(values: Float64Array, variance: Float64Array, level: number, kind: LimitKind, of: 'survival' | 'incidence'): CurveLimits {
  const deviate = normalQuantile(0.5 + level / 2)
  const [lower, upper] = [new Float64Array(values.length), new Float64Array(values.length)]
  for (let row = 0; row < values.length; row++) {
    // On most days of a small group nothing happens, and four logarithms and powers are most of the work.
    if (row > 0 && values[row] === values[row - 1] && variance[row] === variance[row - 1]) {
      lower[row] = lower[row - 1]!
      upper[row] = upper[row - 1]!
      continue
    }
    const found = limitsWithin(values[row]!, Math.sqrt(variance[row]!), deviate, kind, of)
    lower[row] = found.lower
    upper[row] = found.upper
  }
  return { lower, upper }
}

export type CurveLimits = { readonly lower: Float64Array; readonly upper: Float64Array }

function limitsWithin(value: number, standardError: number, deviate: number, kind: LimitKind, of: 'survival' | 'incidence'): Limits {
  if (of === 'survival' && value === 0) return none
  if (kind === 'plain') return plain(value, deviate * standardError)
  if (kind === 'log') return logarithmic(value, deviate * standardError)
  if (of === 'survival') return logLog(value, deviate * standardError)
  const { lower, upper } = logLog(1 - value, deviate * standardError)
  return { lower: 1 - upper, upper: 1 - lower }
}

function plain(value: number, margin: number): Limits {
  return { lower: Math.max(value - margin, 0), upper: Math.min(value + margin, 1) }
}

function logarithmic(value: number, margin: number): Limits {
  if (value === 0) return none
  const factor = Math.exp(margin / value)
  return { lower: value / factor, upper: Math.min(value * factor, 1) }
}

/** log(−log p) ± margin / (p log p), turned back: p to the power of e^±. */
function logLog(value: number, margin: number): Limits {
  // A share added up day by day can stop a rounding error short of one, and its standard error of nought.
  if (value < 1e-12 || value >= 1) return none
  const logarithm = Math.log(value)
  const power = Math.exp(margin / (value * -logarithm))
  return { lower: Math.exp(logarithm * power), upper: Math.exp(logarithm / power) }
}

const none: Limits = { lower: Number.NaN, upper: Number.NaN }
