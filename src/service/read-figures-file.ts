import type { Figure } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { csvLine } from '../render/csv.ts'
import { figureColumns } from '../render/figure-rows.ts'
import { documentOf, figureBatch } from '../store/figure-batches.ts'
import type { KeptFigure } from '../store/figures.ts'
import { asMeasurement } from './as-measurement.ts'
import { findSource, type Reading, type Source } from './read-catalogue.ts'
import { readOnly } from './read-only.ts'

const batchSize = 2_000

/** Which source a data file is of; undefined when there is none of this key. */
export async function readSourceOfFile(reading: Reading, key: string): Promise<Source | undefined> {
  return readOnly(reading, async (tx) => findSource(await reading.catalogue(tx), key))
}

/** All figures of a source as CSV (RFC 4180), a batch at a time. */
export async function* figuresCsvChunks(reading: Reading, source: Source): AsyncGenerator<string> {
  const measurement = asMeasurement(source)
  yield csvLine(figureColumns.map(({ name }) => name))
  for await (const figures of batches(reading, source)) {
    yield figures.map((figure) => csvLine(figureColumns.map(({ read }) => read(figure, measurement)))).join('')
  }
}

/** The whole measurement as JSON in the format `comity-measurement/1`, a batch of figures at a time. */
export async function* measurementJsonChunks(reading: Reading, source: Source): AsyncGenerator<string> {
  const document = await readOnly(reading, (tx) => documentOf(tx, source.id))
  const { figures: _, ...rest }: Measurement = { ...asMeasurement(source), ...document }
  yield `${JSON.stringify(rest).slice(0, -1)},"figures":[`
  let separator = '\n'
  for await (const figures of batches(reading, source)) {
    yield separator + figures.map((figure) => JSON.stringify(figure)).join(',\n')
    separator = ',\n'
  }
  yield '\n]}\n'
}

// Each batch has a transaction of its own: a slow reader must not hold a connection, and a measurement never changes.
async function* batches(reading: Reading, source: Source): AsyncGenerator<readonly Figure[]> {
  for (let from = 0; ; from += batchSize) {
    const batch = await readOnly(reading, (tx) => figureBatch(tx, source.id, from, batchSize))
    if (batch.length === 0) return
    yield batch.map(withoutSource)
  }
}

function withoutSource(kept: KeptFigure): Figure {
  const { measurementId: _, ...figure } = kept
  return figure
}
