import type { ZoneName } from './zone.ts'

export type FittedName = { readonly text: string; readonly cut: boolean }

/**
 * A name in so many places of a zone, filled up. A name that is too long is cut so that the last place holds a letter
 * (Doc 9303 part 4, 4.2.2.1 and 4.2.3; the same in parts 5, 6 and 7).
 *
 * The standard leaves the way of cutting to the state. Ours: the secondary identifier gives way first, down to its first letter; then components of
 * the primary one become initials from the last one on. Of what gives way, as many components as possible keep a letter, and the first
 * ones get back the most. Undefined where there is no such way (two components of one letter in one place).
 */
export function fitName({ primary, secondary }: ZoneName, places: number): FittedName | undefined {
  const whole = join(primary) + (secondary.length > 0 ? `<<${join(secondary)}` : '')
  if (whole.length <= places) return { text: whole.padEnd(places, '<'), cut: false }
  const text = secondary.length === 0 ? shorten(primary, places) : cutBoth(primary, secondary, places)
  return text === undefined ? undefined : { text, cut: true }
}

function cutBoth(primary: readonly string[], secondary: readonly string[], places: number): string | undefined {
  for (const length of lengthsOfPrimary(primary, places - 3)) {
    const [first, second] = [shorten(primary, length), shorten(secondary, places - 2 - length)]
    if (first !== undefined && second !== undefined) return `${first}<<${second}`
  }
  return undefined
}

// The wanted length first, then longer ones (a short secondary identifier leaves room), then shorter ones.
function lengthsOfPrimary(primary: readonly string[], most: number): number[] {
  const wanted = Math.min(lengthWithInitials(primary, most), most)
  const longest = Math.min(join(primary).length, most)
  const longer = Array.from({ length: Math.max(longest - wanted, 0) }, (_, index) => wanted + 1 + index)
  const shorter = Array.from({ length: Math.max(wanted - 1, 0) }, (_, index) => wanted - 1 - index)
  return [wanted, ...longer, ...shorter]
}

function lengthWithInitials(components: readonly string[], most: number): number {
  for (let kept = components.length; kept > 0; kept--) {
    const length = join(components.map((component, index) => (index < kept ? component : component.slice(0, 1)))).length
    if (length <= most) return length
  }
  return most
}

/** Exactly so many places, ending in a letter: as many components as can keep one letter, the first ones as long as they can be. */
function shorten(components: readonly string[], places: number): string | undefined {
  const kept = components.slice(0, Math.floor((places + 1) / 2))
  let spare = places - (2 * kept.length - 1)
  const cut = kept.map((component) => {
    const more = Math.min(component.length - 1, spare)
    spare -= more
    return component.slice(0, 1 + more)
  })
  return kept.length > 0 && spare === 0 ? join(cut) : undefined
}

function join(components: readonly string[]): string {
  return components.join('<')
}
