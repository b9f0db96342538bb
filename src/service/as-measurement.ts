import type { Figure } from '../cooperation/figure.ts'
import type { Curve, Measurement } from '../cooperation/measurement.ts'
import type { Source } from './read-catalogue.ts'

/** A source with some of its figures and curves, in the shape that pictures and cards are drawn from. */
export function asMeasurement(source: Source, figures: readonly Figure[] = [], curves: readonly Curve[] = []): Measurement {
  const { method, asOf, vintage, inputs, gatedTimeRemoved, reconciliation, cautions } = source
  const attribution = source.attribution ? { attribution: source.attribution } : {}
  return { format: 'comity-measurement/1', method, asOf, vintage, inputs, ...attribution, gatedTimeRemoved, reconciliation, cautions, figures, curves }
}
