/** A name as it is looked for: without accents, case, apostrophes or hyphens, family name first. */
export function nameKey(familyName: string, givenNames: string): string {
  return `${plain(familyName)} ${plain(givenNames)}`.trim()
}

function plain(name: string): string {
  // NUL: no text of PostgreSQL can hold it.
  return name.replaceAll('\0', '').normalize('NFKD').toLowerCase().replace(/[\p{M}\p{P}]/gu, '').replace(/\s+/gu, ' ').trim()
}
