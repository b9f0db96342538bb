import { invariant } from '../kernel/invariant.ts'
import type { Random } from '../kernel/random.ts'
import type { Cell, Counts } from './counts.ts'

/**
 * Variance of any estimate by drawing whole clusters with replacement (Davison and Hinkley 1997, section 3.8): slow, and
 * a check on the closed forms of `cluster-variance.ts`. `estimate` is called on counts without cells, `replicates` times.
 * An interval without a cluster is drawn by itself. Give `random` from a seed and print it.
 */
export function clusterBootstrap(
  counts: Counts, estimate: (drawn: Counts) => ArrayLike<number>, replicates: number, random: Random,
): Float64Array {
  invariant(counts.cells, 'the cluster bootstrap needs the joint counts, and these are margins only')
  const clusters = clustersOf(counts.cells)
  let mean = new Float64Array(0)
  let squares = new Float64Array(0)
  for (let replicate = 0; replicate < replicates; replicate++) {
    const values = Float64Array.from(estimate(draw(counts, clusters, random)))
    if (replicate === 0) [mean, squares] = [new Float64Array(values.length), new Float64Array(values.length)]
    // Welford's running mean and sum of squares: no cancellation when the spread is small.
    values.forEach((value, index) => {
      const apart = value - mean[index]!
      mean[index]! += apart / (replicate + 1)
      squares[index]! += apart * (value - mean[index]!)
    })
  }
  return squares.map((sum) => sum / (replicates - 1))
}

function clustersOf(cells: readonly Cell[]): Cell[][] {
  const named = new Map<number, Cell[]>()
  const single: Cell[][] = []
  for (const cell of cells) {
    if (cell.cluster === undefined) {
      for (let one = 0; one < cell.count; one++) single.push([{ ...cell, count: 1 }])
    } else {
      const members = named.get(cell.cluster)
      if (members) members.push(cell)
      else named.set(cell.cluster, [cell])
    }
  }
  return [...named.values(), ...single]
}

function draw({ horizonDays, exits }: Counts, clusters: readonly (readonly Cell[])[], random: Random): Counts {
  const drawn = { horizonDays, entries: new Uint32Array(horizonDays + 1), exits: exits.map(() => new Uint32Array(horizonDays + 1)) }
  for (let number = 0; number < clusters.length; number++) {
    for (const { entryDay, exitDay, event, count } of clusters[Math.floor(random() * clusters.length)]!) {
      drawn.entries[entryDay]! += count
      drawn.exits[event]![exitDay]! += count
    }
  }
  return drawn
}
