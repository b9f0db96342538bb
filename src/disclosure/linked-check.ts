import { base } from './controlled-rounding.ts'
import { type Link, rangeOfEach } from './flow.ts'
import { guardedUnder, valuesKept } from './release-check.ts'

/** A true count and every number that was ever released for it; none where nothing was. */
export type Known = { readonly value: number; readonly released: readonly number[] }

/** One group, say a country, counted in two periods; some of both together are timed. */
export type LinkedGroup = {
  readonly name: string
  readonly rounded: Known
  /** Its count in the other period, which somebody else has published exactly. */
  readonly exact: number
  readonly timed: Known
}

export type LinkedRelease = {
  readonly groups: readonly LinkedGroup[]
  /** Timed and not timed in all groups together. The total of each period is taken as published exactly. */
  readonly timed: Known
  readonly untimed: Known
}

/** A true number and the least and the most that it can be for a reader. */
export type LinkedRange = { readonly name: string; readonly part: 'rounded' | 'timed' | 'untimed'; readonly value: number; readonly least: number; readonly most: number }

/**
 * What a reader can find out who takes a rounded period, an exact period and a part of both together.
 *
 * `checkRelease` looks at one table. Here three are linked by group: rounded + exact = timed + not timed. That is a flow
 * again: everybody goes to a period, to a group, to timed or not, and back; so the bounds are exact ones over whole numbers.
 */
export function linkedRanges({ groups, timed, untimed }: LinkedRelease): LinkedRange[] {
  const [everybody, earlier, later, isTimed, isNot] = [0, 1, 2, 3, 4].map((place) => groups.length + place) as [number, number, number, number, number]
  const sum = (read: (group: LinkedGroup) => number) => groups.reduce((total, group) => total + read(group), 0)
  const known = (number: number) => ({ value: number, least: number, most: number })
  const parts: Link[] = groups.flatMap(({ rounded, exact, timed: part }, index) => [
    { from: earlier, to: index, ...boundsOf(rounded) },
    { from: index, to: isTimed, ...boundsOf(part) },
    { from: index, to: isNot, ...boundsOf({ value: rounded.value + exact - part.value, released: [] }) },
  ])
  const frame: Link[] = [
    ...groups.map(({ exact }, index) => ({ from: later, to: index, ...known(exact) })),
    { from: everybody, to: earlier, ...known(sum(({ rounded }) => rounded.value)) },
    { from: everybody, to: later, ...known(sum(({ exact }) => exact)) },
    { from: isTimed, to: everybody, ...boundsOf(timed) },
    { from: isNot, to: everybody, ...boundsOf(untimed) },
  ]
  const ranges = rangeOfEach([...parts, ...frame], groups.length + 5)
  const names = ['rounded', 'timed', 'untimed'] as const
  return parts.map(({ value }, index) => {
    const range = ranges[index] ?? { least: value, most: value }
    return { name: groups[Math.floor(index / 3)]?.name ?? '', part: names[index % 3] ?? 'rounded', value, ...range }
  })
}

/** Counts under ten that are left fewer than five values. */
export function exposedAmong(ranges: readonly LinkedRange[]): LinkedRange[] {
  return ranges.filter(({ value, least, most }) => value < guardedUnder && most - least + 1 < valuesKept)
}

function boundsOf({ value, released }: Known): { value: number; least: number; most: number } {
  return {
    value,
    least: Math.max(0, ...released.map((count) => count - base + 1)),
    most: Math.min(Number.MAX_SAFE_INTEGER, ...released.map((count) => count + base - 1)),
  }
}
