/**
 * Moves labels apart along one axis, so that none stands on another.
 *
 * Takes wished positions; returns one position for each, at least `gap` apart in the order of the wishes and within
 * `low` to `high` where that has room. Blocks that touch share the mean of their wishes.
 */
export function spread(wishes: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wishes.map((_, index) => index).sort((one, other) => (wishes[one] ?? 0) - (wishes[other] ?? 0))
  const blocks: { members: number[]; centre: number }[] = []
  for (const index of order) {
    blocks.push(settle({ members: [index], centre: wishes[index] ?? 0 }, gap, low, high))
    while (overlap(blocks.at(-2), blocks.at(-1), gap)) {
      const [later, earlier] = [blocks.pop(), blocks.pop()]
      const members = [...(earlier?.members ?? []), ...(later?.members ?? [])]
      const centre = members.reduce((sum, member) => sum + (wishes[member] ?? 0), 0) / members.length
      blocks.push(settle({ members, centre }, gap, low, high))
    }
  }
  const places = Array.from(wishes, () => 0)
  for (const { members, centre } of blocks) {
    members.forEach((member, rank) => { places[member] = centre + (rank - (members.length - 1) / 2) * gap })
  }
  return places
}

type Block = { readonly members: number[]; readonly centre: number }

function settle(block: Block, gap: number, low: number, high: number): Block {
  const half = ((block.members.length - 1) / 2) * gap
  return { ...block, centre: Math.max(low + half, Math.min(high - half, block.centre)) }
}

function overlap(earlier: Block | undefined, later: Block | undefined, gap: number): boolean {
  if (!earlier || !later) return false
  return later.centre - earlier.centre < ((earlier.members.length + later.members.length) / 2) * gap - 1e-9
}
