import { sql } from 'kysely'
import type { Curve } from '../cooperation/measurement.ts'
import type { Transaction } from './tables.ts'

/** The curves that one measurement draws for one country, in its own order. */
export async function curvesOfCountry(tx: Transaction, measurementId: string, country: string): Promise<readonly Curve[]> {
  // A path is twice as fast as unrolling the whole document: 16 ms against 34 in one of 5 MB.
  const { rows } = await sql<{ curves: Curve[] }>`
    select jsonb_path_query_array(document, '$.curves[*] ? (@.country == $country)', jsonb_build_object('country', ${country}::text)) as curves
    from measurement where id = ${measurementId}`.execute(tx)
  return rows[0]?.curves ?? []
}
