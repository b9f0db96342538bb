import type { Figure } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'
import { curvesOfCountry } from '../store/curves.ts'
import { figuresOfCountry, type KeptFigure } from '../store/figures.ts'
import { type Catalogue, editionsOf, type Reading, type Source } from './read-catalogue.ts'
import { readOnly } from './read-only.ts'

/** What one source says of a country, and what its edition before said. */
export type CountryPart = {
  readonly source: Source
  readonly figures: readonly Figure[]
  readonly curves: readonly Curve[]
  readonly earlier?: { readonly source: Source; readonly figures: readonly Figure[] }
}

export type CountryReading = { readonly catalogue: Catalogue; readonly parts: readonly CountryPart[] }

/** Everything that is kept on one country, source by source. */
export async function readCountry(reading: Reading, country: string): Promise<CountryReading> {
  return readOnly(reading, async (tx) => {
    const catalogue = await reading.catalogue(tx)
    const figures = Map.groupBy(await figuresOfCountry(tx, country), ({ measurementId }) => measurementId)
    const parts: CountryPart[] = []
    for (const part of newestEditions(catalogue, figures)) {
      const curves = part.figures.some(isOfCurve) ? await curvesOfCountry(tx, part.source.id, country) : []
      parts.push({ ...part, curves })
    }
    return { catalogue, parts }
  })
}

/** A source whose figures stand in a newer edition too is shown beside that edition and not by itself. */
function newestEditions(catalogue: Catalogue, figures: ReadonlyMap<string, readonly KeptFigure[]>): Omit<CountryPart, 'curves'>[] {
  const shown = new Set<string>()
  return catalogue.sources.flatMap((source) => {
    const own = figures.get(source.id)
    if (!own || shown.has(source.id)) return []
    const earlier = editionsOf(catalogue, source).filter((other) => !shown.has(other.id) && overlap(own, figures.get(other.id) ?? []))
    for (const { id } of [source, ...earlier]) shown.add(id)
    const [before] = earlier
    return [{ source, figures: own, ...(before ? { earlier: { source: before, figures: figures.get(before.id) ?? [] } } : {}) }]
  })
}

function overlap(one: readonly Figure[], other: readonly Figure[]): boolean {
  const keys = new Set(one.map(keyOf))
  return other.some((figure) => keys.has(keyOf(figure)))
}

function keyOf({ measure, country, stratum, clock, period, outcome, fromDay, day }: Figure): string {
  return [measure, country, stratum, clock, period, outcome, fromDay, day].join('\u001f')
}

function isOfCurve({ measure, value }: Figure): boolean {
  return value !== null && ['answered-by', 'outcome-by', 'completed-by'].includes(measure)
}
