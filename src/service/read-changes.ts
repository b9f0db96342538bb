import type { Figure } from '../cooperation/figure.ts'
import { figuresOf } from '../store/figures.ts'
import { findSource, type Reading, type Source } from './read-catalogue.ts'
import { readOnly } from './read-only.ts'

export type Change = { readonly earlier: Figure; readonly later: Figure }

export type Changes = {
  readonly earlier: Source
  readonly later: Source
  /** Figures that both editions have. */
  readonly compared: number
  readonly changed: readonly Change[]
  readonly onlyEarlier: number
  readonly onlyLater: number
}

/** Every figure that two editions give differently; undefined when one of them is not there. */
export async function readChanges(reading: Reading, laterKey: string, earlierKey: string): Promise<Changes | undefined> {
  return readOnly(reading, async (tx) => {
    const catalogue = await reading.catalogue(tx)
    const [later, earlier] = [findSource(catalogue, laterKey), findSource(catalogue, earlierKey)]
    if (!later || !earlier || later.id === earlier.id) return undefined
    return { earlier, later, ...compareEditions(await figuresOf(tx, earlier.id), await figuresOf(tx, later.id)) }
  })
}

/** Pairs figures of the same subject; a figure withheld in one edition only counts as changed. */
export function compareEditions(earlier: readonly Figure[], later: readonly Figure[]): Omit<Changes, 'earlier' | 'later'> {
  const before = new Map(earlier.map((figure) => [subjectOf(figure), figure]))
  const pairs = later.flatMap((figure) => {
    const found = before.get(subjectOf(figure))
    return found ? [{ earlier: found, later: figure }] : []
  })
  return {
    compared: pairs.length,
    changed: pairs.filter((pair) => pair.earlier.value !== pair.later.value),
    onlyEarlier: earlier.length - pairs.length,
    onlyLater: later.length - pairs.length,
  }
}

function subjectOf({ measure, country, stratum, clock, period, outcome, fromDay, day }: Figure): string {
  return [measure, country, stratum, clock, period, outcome, fromDay, day].join('\u001f')
}
