import { sql } from 'kysely'
import type { Curve } from '../cooperation/measurement.ts'
import type { Transaction } from './tables.ts'

/** The curves that one measurement draws for one country, in its own order. */
export async function curvesOfCountry(tx: Transaction, measurementId: string, country: string): Promise<readonly Curve[]> {
  const { rows } = await sql<{ curve: Curve }>`
    select curve
    from measurement, jsonb_array_elements(document -> 'curves') with ordinality as drawn (curve, place)
    where id = ${measurementId} and curve ->> 'country' = ${country}
    order by place`.execute(tx)
  return rows.map(({ curve }) => curve)
}
