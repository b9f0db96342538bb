import type { PublishedComparison, RankSets } from '../cooperation/measurement.ts'
import { comparisonsOf } from '../store/choices.ts'
import { type Catalogue, editionsOf, findSource, type Reading, type Source } from './read-catalogue.ts'
import { readOnly } from './read-only.ts'

export type SourceReading = {
  readonly source: Source
  readonly published: PublishedComparison | null
  readonly rankSets: RankSets | null
  /** Newest data first. */
  readonly editions: readonly Source[]
}

/** Everything that is loaded, newest data first. */
export async function readSources(reading: Reading): Promise<Catalogue> {
  return readOnly(reading, (tx) => reading.catalogue(tx))
}

/** One loaded measurement without its figures; undefined when there is none of this key. */
export async function readSource(reading: Reading, key: string): Promise<SourceReading | undefined> {
  return readOnly(reading, async (tx) => {
    const catalogue = await reading.catalogue(tx)
    const source = findSource(catalogue, key)
    if (!source) return undefined
    return { source, ...(await comparisonsOf(tx, source.id)), editions: editionsOf(catalogue, source) }
  })
}
