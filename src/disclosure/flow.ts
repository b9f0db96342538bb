/** A number between two whole bounds, as a link that so many people pass from one place to another. */
export type Link = { readonly from: number; readonly to: number; readonly value: number; readonly least: number; readonly most: number }

/**
 * The least and the most that each link can carry when all links keep their bounds and as many leave each place as enter it.
 * The links as given must do so already. Places are numbered from 0 to `places - 1`.
 *
 * The most that one link can carry is a largest flow round the ring that it closes (Ford and Fulkerson, 1962);
 * with whole bounds it is whole, so these are the exact bounds over whole numbers, not only over fractions.
 */
export function rangeOfEach(links: readonly Link[], places: number): { least: number; most: number }[] {
  const touching = Array.from({ length: places }, (): number[] => [])
  for (const [index, { from, to }] of links.entries()) {
    touching[from]?.push(index)
    touching[to]?.push(index)
  }
  return links.map(({ from, to, value, least, most }, index) => ({
    least: value - reroute(links, touching, index, from, to, value - least),
    most: value + reroute(links, touching, index, to, from, most - value),
  }))
}

/** How many, up to `room`, can go from start to goal without the link `left`, through the room that the other links have. */
function reroute(links: readonly Link[], touching: readonly number[][], left: number, start: number, goal: number, room: number): number {
  const values = links.map((link) => link.value)
  let sent = 0
  while (sent < room) {
    const path = findPath(links, touching, values, left, start, goal)
    if (path.length === 0) break
    const amount = Math.min(room - sent, ...path.map(({ room: step }) => step))
    for (const { index, sign } of path) values[index] = (values[index] ?? 0) + sign * amount
    sent += amount
  }
  return sent
}

type Step = { readonly index: number; readonly sign: 1 | -1; readonly room: number; readonly before: Step | undefined; readonly at: number }

/** The shortest way from start to goal: along a link that can carry more, or against one that can carry less. */
function findPath(links: readonly Link[], touching: readonly number[][], values: readonly number[], left: number, start: number, goal: number): Step[] {
  const met = new Set([start])
  const queue: (Step | undefined)[] = [undefined]
  for (const before of queue) {
    const here = before?.at ?? start
    for (const index of touching[here] ?? []) {
      const link = links[index]
      if (!link || index === left) continue
      const along = link.from === here
      const at = along ? link.to : link.from
      const room = along ? link.most - (values[index] ?? 0) : (values[index] ?? 0) - link.least
      if (room <= 0 || met.has(at)) continue
      const step: Step = { index, sign: along ? 1 : -1, room, before, at }
      if (at === goal) return trace(step)
      met.add(at)
      queue.push(step)
    }
  }
  return []
}

function trace(last: Step): Step[] {
  const path: Step[] = []
  for (let step: Step | undefined = last; step; step = step.before) path.push(step)
  return path
}
