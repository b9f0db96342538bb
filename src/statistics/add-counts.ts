import type { Cell, Counts } from './counts.ts'

/**
 * The counts of several groups taken as one group. Cells are kept only when every part has them. Each part numbers its
 * clusters for itself, so cluster 1 of one and cluster 1 of another stay two clusters.
 */
export function addCounts(parts: readonly Counts[]): Counts {
  const horizonDays = Math.max(0, ...parts.map((part) => part.horizonDays))
  const events = Math.max(0, ...parts.map((part) => part.exits.length))
  const add = (margins: readonly (Uint32Array | undefined)[]) => {
    const sum = new Uint32Array(horizonDays + 1)
    for (const margin of margins) margin?.forEach((count, day) => { sum[day]! += count })
    return sum
  }
  const entries = add(parts.map((part) => part.entries))
  const exits = Array.from({ length: events }, (_, event) => add(parts.map((part) => part.exits[event])))
  const cells = parts.every((part) => part.cells !== undefined) ? apart(parts.map((part) => part.cells ?? [])) : undefined
  return { horizonDays, entries, exits, ...(cells ? { cells } : {}) }
}

function apart(parts: readonly (readonly Cell[])[]): Cell[] {
  let taken = 0
  return parts.flatMap((cells) => {
    const before = taken
    return cells.map((cell) => {
      if (cell.cluster === undefined) return cell
      taken = Math.max(taken, before + cell.cluster + 1)
      return { ...cell, cluster: before + cell.cluster }
    })
  })
}
