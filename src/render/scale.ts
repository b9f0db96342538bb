/** Places a number of the data on an axis of the picture. */
export type Scale = (number: number) => number

export function linearScale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const factor = (to[1] - to[0]) / (from[1] - from[0])
  return (number) => to[0] + (number - from[0]) * factor
}

/** Both ends of `from` are above zero. */
export function logarithmicScale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const linear = linearScale([Math.log(from[0]), Math.log(from[1])], to)
  return (number) => linear(Math.log(number))
}

/** The powers of ten from the one at or under `low` to the one at or over `high`. */
export function decades(low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.max(Math.floor(Math.log10(low)) + 1, Math.ceil(Math.log10(high)))]
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index))
}

/** A round top for an axis that starts at zero, and its step: 1, 2 or 5 times a power of ten, at most five steps. */
export function roundAxis(highest: number): { readonly top: number; readonly step: number } {
  const rough = Math.max(highest, 1e-9) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power
  return { top: Math.max(1, Math.ceil(highest / step - 1e-9)) * step, step }
}

/** Coordinates with one decimal: a tenth of a unit is finer than any screen shows. */
export function point(coordinate: number): string {
  return String(Math.round(coordinate * 10) / 10)
}
