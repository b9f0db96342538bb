import { accept, type Result } from '../kernel/result.ts'
import { rankSets, type RankRefusal } from '../statistics/rank-sets.ts'
import type { Figure } from './figure.ts'
import type { RankSets } from './measurement.ts'

const confidence = 0.95

/**
 * For each country the ranks that the data cannot exclude, all countries at once, by the share answered (or completed) by a day.
 * Only ever on request. Countries whose share is withheld or has no standard error take no part: a rank needs its uncertainty.
 */
export function rankByShare(figures: readonly Figure[], day: number, seed: number): Result<RankSets, RankRefusal> {
  const ranked = figures
    .filter(({ measure, country, stratum, clock }) => ['answered-by', 'completed-by'].includes(measure) && country !== 'all' && stratum === '' && clock !== 'own')
    .flatMap((figure) => {
      const { country, value, standardError } = figure
      return figure.day === day && value !== null && standardError !== null && standardError > 0 ? [{ measure: figure.measure, country, value, standardError }] : []
    })
  const sets = rankSets(ranked, { confidence, kind: 'simultaneous', seed })
  if (!sets.ok) return sets
  const byCode = sets.value.toSorted((a, b) => (a.country < b.country ? -1 : 1))
  return accept({ measure: ranked[0]?.measure ?? 'answered-by', day, confidence, kind: 'simultaneous', seed, countries: byCode })
}
