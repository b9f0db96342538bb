/** Colours by the names of their tokens, each `#rrggbb`. */
export type Colours = ReadonlyMap<string, string>

/** Two colours that are too much alike for what they are used for (WCAG 2.2, 1.4.3 and 1.4.11). */
export type ContrastFault = { readonly one: string; readonly other: string; readonly ratio: number; readonly least: number }

const grounds = ['paper', 'wash']
const lines = Array.from({ length: 8 }, (_, index) => `line-${index}`)
const inks = ['ink-light', 'ink-light', 'ink-light', 'ink-dark', 'ink-dark']

/** Text stands out 4.5 to 1 from each ground, lines and the patterns of maps 3 to 1. */
const pairs: readonly (readonly [one: string, other: string, least: number])[] = [
  ...grounds.flatMap((ground) => ['ink', 'muted', 'accent', 'alarm'].map((text) => [text, ground, 4.5] as const)),
  ...grounds.flatMap((ground) => ['focus', 'rule'].map((line) => [line, ground, 3] as const)),
  ...lines.map((line) => [line, 'paper', 3] as const),
  ...inks.map((ink, index) => [ink, `ground-${index}`, 3] as const),
]

/** Every pair of colours of a look that does not stand out as it must. */
export function findLowContrast(colours: Colours): readonly ContrastFault[] {
  return pairs.flatMap(([one, other, least]) => {
    const ratio = contrast(colours.get(one) ?? '', colours.get(other) ?? '')
    return ratio >= least ? [] : [{ one, other, ratio: Math.floor(ratio * 100) / 100, least }]
  })
}

/** How much two colours stand out from each other, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
