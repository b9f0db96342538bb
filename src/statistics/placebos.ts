import { fitCounts, type RegressionKind } from './count-regression.ts'
import { around, interrupted, type Period } from './interrupted-series.ts'

/**
 * How often nothing looks like as much: (1 + placebos that show as much or more) / (1 + placebos), the measure itself being
 * one of them. Null without placebos. `leftOut` are those on which the model could not be fitted.
 */
export type Placebos = { readonly pValue: number | null; readonly placebos: number; readonly leftOut: number }

/** Periods on either side of a day that a placebo in time looks at, at the measure and elsewhere alike. */
export const placeboWindow = 6

/**
 * The same comparison on days before the measure, when nothing was done. Every window lies wholly before the measure, so
 * that its effect cannot leak in. The windows overlap: the p-value is a rank among them, not an exact probability.
 */
export function placebosInTime(before: readonly Period[], after: readonly Period[], onDay: number, kind: RegressionKind): Placebos {
  const own = evidence([...before.slice(-placeboWindow), ...after.slice(0, placeboWindow)], onDay, kind)
  const places = before.slice(placeboWindow, before.length - placeboWindow + 1)
  return compare(own, places.map(({ fromDay }, index) => evidence(before.slice(index, index + 2 * placeboWindow), fromDay, kind)))
}

/** The same comparison on the same day in countries without the measure. */
export function placebosInSpace(series: readonly Period[], controls: ReadonlyMap<string, readonly Period[]>, onDay: number, kind: RegressionKind): Placebos {
  return compare(evidence(series, onDay, kind), [...controls.values()].map((control) => evidence(control, onDay, kind)))
}

/** F of the change in level and slope together; undefined where there is not enough on either side to fit it. */
function evidence(series: readonly Period[], onDay: number, kind: RegressionKind): number | undefined {
  const { before, after } = around(series, onDay)
  if (before.length < placeboWindow || after.length < placeboWindow) return undefined
  const [plain, changed] = (['no-change', 'level-and-slope'] as const).map((changes) => fitCounts(interrupted([...before, ...after], onDay, changes), kind))
  if (plain === undefined || changed === undefined) return undefined
  // Under one, the dispersion of a short series is luck and would make much of little.
  return Math.max(0, plain.deviance - changed.deviance) / 2 / Math.max(1, changed.dispersion)
}

function compare(own: number | undefined, placebos: readonly (number | undefined)[]): Placebos {
  const known = placebos.filter((placebo) => placebo !== undefined)
  const asMuch = own === undefined ? 0 : known.filter((placebo) => placebo >= own).length
  const pValue = own === undefined || known.length === 0 ? null : (1 + asMuch) / (1 + known.length)
  return { pValue, placebos: known.length, leftOut: placebos.length - known.length }
}
