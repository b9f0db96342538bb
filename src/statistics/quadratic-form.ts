import { at } from './array-sums.ts'

// A pivot this small beside its own diagonal is rounding: that direction has no variance of its own.
const negligible = 1e-10

/**
 * u' V⁻ u and the rank of V, for V symmetric and without negative variances (rows of equal length).
 * Directions without variance are left out: a group that could not have differed says nothing about a difference.
 */
export function quadraticForm(vector: readonly number[], matrix: readonly (readonly number[])[]): { value: number; rank: number } {
  // Row by row of V = L D L': what earlier rows explain is taken off, what remains is this row's own.
  const slopes: number[][] = []
  const pivots: number[] = []
  const remainders: number[] = []
  let value = 0
  for (const [row, covariances] of matrix.entries()) {
    const slope = slopesOnEarlier(covariances.slice(0, row), slopes, pivots)
    const explained = slope.reduce((sum, own, earlier) => sum + own * own * at(pivots, earlier), 0)
    const remainder = at(vector, row) - slope.reduce((sum, own, earlier) => sum + own * at(remainders, earlier), 0)
    const pivot = at(covariances, row) - explained
    const counts = pivot > negligible * at(covariances, row)
    if (counts) value += (remainder * remainder) / pivot
    slopes.push(slope)
    pivots.push(counts ? pivot : 0)
    remainders.push(remainder)
  }
  return { value, rank: pivots.filter((pivot) => pivot > 0).length }
}

function slopesOnEarlier(covariances: readonly number[], slopes: readonly (readonly number[])[], pivots: readonly number[]): number[] {
  const slope: number[] = []
  for (const [column, covariance] of covariances.entries()) {
    const pivot = at(pivots, column)
    const shared = slope.reduce((sum, own, earlier) => sum + own * at(slopes[column], earlier) * at(pivots, earlier), 0)
    slope.push(pivot > 0 ? (covariance - shared) / pivot : 0)
  }
  return slope
}
