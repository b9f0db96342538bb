import type { Office, World } from './world.ts'
import { worldKey } from './world.ts'

export type Explored = { readonly worlds: number; readonly transitions: number; readonly depth: number; readonly whole: boolean; readonly frontier: number }

/**
 * Looks at every world that can be reached, breadth first, each once, until there is none left or `most` are reached.
 * `depth`: every world that is at most so many steps from the start was looked at.
 */
export function explore(office: Office, start: World, most: number, deepest = Number.POSITIVE_INFINITY): Explored {
  const known = new Set([worldKey(start)])
  let layer: readonly World[] = [start]
  let transitions = 0
  let depth = 0
  while (layer.length > 0 && depth < deepest) {
    const following: World[] = []
    for (const world of layer) {
      if (known.size >= most) return { worlds: known.size, transitions, depth, whole: false, frontier: following.length }
      for (const next of office.next(world)) {
        transitions += 1
        const key = worldKey(next)
        if (known.has(key)) continue
        known.add(key)
        following.push(next)
      }
    }
    layer = following
    depth += 1
  }
  return { worlds: known.size, transitions, depth, whole: layer.length === 0, frontier: layer.length }
}
