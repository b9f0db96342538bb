import type { MeasureCode } from '../cooperation/figure.ts'
import type { Language } from '../text/language.ts'
import { formatWholePercent } from '../text/format.ts'
import { formatIn, type Unit, unitOf } from './value.ts'
import { words } from './words.ts'

// Fixed for each unit, so that two maps can be compared: classes that follow the data would make every map look alike.
const edges: Readonly<Record<Unit, readonly number[]>> = {
  share: [0, 0.2, 0.4, 0.6, 0.8],
  days: [0, 30, 60, 90, 180, 365],
  count: [0, 10, 100, 1000, 10_000],
}

// A rate of different cohorts may pass one; a share may not.
const rateEdges = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** Lower edges of the classes of a measure, in its unit. */
export function classEdges(measure: MeasureCode): readonly number[] {
  return measure === 'return-rate' ? rateEdges : edges[unitOf(measure)]
}

/** Index of the class in which a value falls. */
export function classOf(measure: MeasureCode, value: number): number {
  return Math.max(0, classEdges(measure).findLastIndex((edge) => value >= edge))
}

/** Name of a class: from one edge to under the next. */
export function className(measure: MeasureCode, index: number, language: Language): string {
  const { map } = words[language].charts
  const [from = 0, to] = classEdges(measure).slice(index, index + 2)
  const write = (edge: number) => (unitOf(measure) === 'share' ? formatWholePercent(edge, language) : formatIn(unitOf(measure), edge, language))
  if (to !== undefined) return map.between({ from: write(from), to: write(to) })
  return unitOf(measure) === 'share' && measure !== 'return-rate' ? map.lastShare({ from: write(from), to: write(1) }) : map.last({ from: write(from) })
}
