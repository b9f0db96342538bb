// The same outcome looks the same in every picture. The classes are in style.css: a colour and a dash pattern for each.
const styleOf: Readonly<Record<string, number>> = {
  issued: 0, submitted: 0, returned: 0, removed: 0, enforced: 0, ordered: 0,
  agreed_at_border: 1, bailed: 1, voluntary: 1, returned_to_third_country: 1,
  refused: 2, refused_entry: 2,
  nationality_not_confirmed: 3, granted: 3,
  withdrawn: 4, other: 4,
  admitted: 5,
  other_country: 6,
  departed: 7,
}

/** Which of the eight line styles each outcome gets; an outcome that we do not know takes the first that is free. */
export function lineStyles(outcomes: readonly string[]): ReadonlyMap<string, number> {
  const styles = new Map<string, number>()
  const free = (wish: number | undefined) => (wish !== undefined && ![...styles.values()].includes(wish) ? wish : undefined)
  for (const outcome of outcomes) {
    const open = [0, 1, 2, 3, 4, 5, 6, 7].find((style) => free(style) !== undefined && !outcomes.some((other) => styleOf[other] === style))
    styles.set(outcome, free(styleOf[outcome]) ?? open ?? free(7) ?? styles.size % 8)
  }
  return styles
}
