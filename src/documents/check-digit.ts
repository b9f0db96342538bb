/** The characters of a zone (Doc 9303 part 3, figure 4), in the order of their values. */
export const zoneAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'

const weights = [7, 3, 1] as const

/** The check digit of letters of the zone: Doc 9303 part 3, section 4.9. Throws for a character that a zone cannot hold. */
export function checkDigit(text: string): string {
  let sum = 0
  for (let index = 0; index < text.length; index++) sum += valueOf(text.charCodeAt(index)) * (weights[index % 3] ?? 0)
  return String(sum % 10)
}

// 0 to 9 as they are, A to Z from 10 to 35, the filler 0.
function valueOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 65 && code <= 90) return code - 55
  if (code === 60) return 0
  throw new Error(`Comity is at fault: no character of a zone: ${code}`)
}

/**
 * The characters that every check digit takes for each other, wherever they stand: their values differ by a multiple of ten.
 * Ten groups, which make 52 of the 666 pairs.
 */
export function charactersTakenForEachOther(): readonly string[] {
  return groups(10)
}

/**
 * Neighbours whose exchange no check digit sees: the weights differ by 4, 2 or 6, so values that differ by a multiple of five pass.
 * Five groups, which make 120 of the 666 pairs.
 */
export function neighboursTakenForEachOther(): readonly string[] {
  return groups(5)
}

function groups(modulus: number): string[] {
  return Array.from({ length: modulus }, (_, rest) => Array.from(zoneAlphabet).filter((character) => valueOf(character.charCodeAt(0)) % modulus === rest).join(''))
}
