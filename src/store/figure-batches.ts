import type { Curve, Measurement } from '../cooperation/measurement.ts'
import { readFigure, type KeptFigure } from './figures.ts'
import type { Transaction } from './tables.ts'

/** The next figures of a measurement from an ordinal on, in its own order: for files too long to hold. */
export async function figureBatch(tx: Transaction, measurementId: string, from: number, size: number): Promise<readonly KeptFigure[]> {
  const rows = await tx.selectFrom('figure').selectAll()
    .where('measurement_id', '=', measurementId).where('ordinal', '>=', from).where('ordinal', '<', from + size)
    .orderBy('ordinal').execute()
  return rows.map(readFigure)
}

/** Curves, funnel, rank sets and comparison, as they were added; undefined when there is no such measurement. */
export async function documentOf(tx: Transaction, measurementId: string): Promise<({ readonly curves: readonly Curve[] } & Pick<Measurement, 'funnel' | 'rankSets' | 'published'>) | undefined> {
  const row = await tx.selectFrom('measurement').select('document').where('id', '=', measurementId).executeTakeFirst()
  return row?.document
}
