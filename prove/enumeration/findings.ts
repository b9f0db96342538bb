/** What was found about one unit. A fault fails the proof; a note is printed for a reader. */
export type Findings = {
  readonly unit: string
  readonly kind: 'gate' | 'question'
  readonly day: string
  readonly facts: number
  readonly combinations: number
  readonly open: number
  readonly fine: boolean
  readonly milliseconds: number
  readonly faults: readonly string[]
  readonly notes: readonly string[]
  /** Held because something is unknown, although every value of it opens: a fault unless `explained.ts` says why. */
  readonly heldTooLong: readonly string[]
  /** Facts whose yes can open what no holds, with how their definition calls them. */
  readonly openers: readonly string[]
}

/** Counts cases of one fault, and keeps the words of the first. */
export type Counter = { readonly add: (example: () => string) => void; readonly count: () => number; readonly words: () => readonly string[] }

export function counterOf(what: string): Counter {
  let count = 0
  let first = ''
  return {
    add: (example) => {
      if (count === 0) first = example()
      count += 1
    },
    count: () => count,
    words: () => (count === 0 ? [] : [`${what}: ${count} times, first ${first}`]),
  }
}
