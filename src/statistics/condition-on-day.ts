import type { CompletedCurve } from './reversed-time.ts'

/**
 * The same curve, conditional on completion by an earlier day: P(T <= day | T <= conditionDay), for 0 to `conditionDay`.
 *
 * The product-limit estimate in reversed time is a product over the days above, so the condition cuts off its first
 * factors, and their part of Greenwood's sum with them. One condition for all groups makes their shares comparable.
 * Undefined where the curve does not reach that day, or nothing was completed by it.
 */
export function conditionOnDay(curve: CompletedCurve, conditionDay: number): CompletedCurve | undefined {
  const whole = curve.share[conditionDay] ?? 0
  if (conditionDay > curve.conditionalOnDays || whole === 0) return undefined
  const cutOff = (curve.variance[conditionDay] ?? 0) / whole ** 2
  const completions = curve.completions.slice(0, conditionDay + 1)
  const share = curve.share.slice(0, conditionDay + 1).map((value) => value / whole)
  return {
    ...curve,
    conditionalOnDays: conditionDay,
    leftOut: curve.leftOut + curve.completions.subarray(conditionDay + 1).reduce((sum, count) => sum + count, 0),
    completions,
    atRisk: curve.atRisk.slice(0, conditionDay + 1),
    share,
    variance: share.map((value, day) => {
      const before = curve.share[day] ?? 0
      return before === 0 ? 0 : value ** 2 * ((curve.variance[day] ?? 0) / before ** 2 - cutOff)
    }),
  }
}
