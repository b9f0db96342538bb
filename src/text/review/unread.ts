import { fingerprint, type Pair } from './pairs.ts'

/** By key: the day on which the pair was read side by side, and its fingerprint as it was then. */
export type ReadingList = Readonly<Record<string, readonly [readOn: string, fingerprint: string]>>

/** The pairs that nobody read side by side as they are now. */
export function unreadPairs(pairs: readonly Pair[], list: ReadingList): readonly Pair[] {
  return pairs.filter((pair) => !isRead(pair, list))
}

/** The list once the pairs that `reads` chooses were read on that day; what was read before keeps its day, what is gone is dropped. */
export function listRead(pairs: readonly Pair[], list: ReadingList, readOn: string, reads: (pair: Pair) => boolean): ReadingList {
  return Object.fromEntries(pairs.flatMap((pair) => {
    const known = list[pair.key]
    if (isRead(pair, list) || !reads(pair)) return known === undefined ? [] : [[pair.key, known]]
    return [[pair.key, [readOn, fingerprint(pair)]]]
  }))
}

function isRead(pair: Pair, list: ReadingList): boolean {
  return list[pair.key]?.[1] === fingerprint(pair)
}
