import type { Figure } from '../cooperation/figure.ts'
import type { RankSets } from '../cooperation/measurement.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { comparisonsOf } from '../store/choices.ts'
import { figuresOfMeasure } from '../store/figures.ts'
import { chooseFigures, type Selection, type Wish } from './choose-figures.ts'
import { type Catalogue, findSource, type Reading } from './read-catalogue.ts'
import { readOnly } from './read-only.ts'

export type Comparison = {
  readonly catalogue: Catalogue
  /** Undefined when nothing is loaded that could be compared. */
  readonly selection: Selection | undefined
  /** One figure for each country, in the order of the codes. */
  readonly figures: readonly Figure[]
  readonly all: Figure | undefined
  /** Only when asked for, and only where the measurement carries them. */
  readonly rankSets: RankSets | null
}

export type UnknownSource = { readonly code: 'unknown-source'; readonly source: string }

/** One measure of many countries, as asked for. */
export async function readComparison(reading: Reading, wish: Wish, wantsRanks = false): Promise<Result<Comparison, UnknownSource>> {
  return readOnly(reading, async (tx) => {
    const catalogue = await reading.catalogue(tx)
    if (wish.source !== undefined && !findSource(catalogue, wish.source)) return refuse({ code: 'unknown-source', source: wish.source })
    const selection = chooseFigures(catalogue, wish)
    if (!selection) return accept({ catalogue, selection, figures: [], all: undefined, rankSets: null })
    const { source, choice: { measure, outcome, clock, stratum, period, day } } = selection
    const figures = (await figuresOfMeasure(tx, source.id, measure, { stratum, outcome, clock, period, day })).filter(({ fromDay }) => fromDay === null)
    const rankSets = wantsRanks ? (await comparisonsOf(tx, source.id)).rankSets : null
    return accept({ catalogue, selection, figures: figures.filter(({ country }) => country !== 'all'), all: figures.find(({ country }) => country === 'all'), rankSets })
  })
}
