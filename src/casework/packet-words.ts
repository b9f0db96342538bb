/** Placeholder until the full list: words that tell of a claim. */
export function tellsOfClaim(text: string): boolean {
  return /asylum|asile\b|refugee|r[eé]fugi[eé]|unhcr/iu.test(text)
}
