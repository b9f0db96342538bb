/**
 * Letters that Doc 9303 part 3 (eighth edition), section 6 A, writes in one way, by what is written for them.
 * Small letters are made capital first; ß becomes SS so, as the table says of ẞ.
 */
const oneWay: Readonly<Record<string, string>> = {
  A: 'ÀÁÂÃĀĂĄ', AE: 'Æ', C: 'ÇĆĈĊČ', D: 'ÐĎĐ', E: 'ÈÉÊËĒĔĖĘĚ', G: 'ĜĞĠĢ', H: 'ĤĦ', I: 'ÌÍÎÏĨĪĬĮİ', IJ: 'Ĳ', J: 'Ĵ', K: 'Ķ', L: 'ĹĻĽĿŁ',
  N: 'ŃŅŇŊ', O: 'ÒÓÔÕŌŎŐ', OE: 'ØŒ', R: 'ŔŖŘ', S: 'ŚŜŞŠ', SS: 'ẞ', T: 'ŢŤŦ', TH: 'Þ', U: 'ÙÚÛŨŪŬŮŰŲ', W: 'Ŵ', Y: 'ÝŶŸ', Z: 'ŹŻŽ',
}

/** Letters for which it leaves the state a choice: first the spelt-out form, then the plain letter. NXX and UXX are read, not written. */
const twoWays: Readonly<Record<string, readonly [spelt: string, plain: string]>> = {
  Ä: ['AE', 'A'], Å: ['AA', 'A'], Ñ: ['N', 'N'], Ö: ['OE', 'O'], Ü: ['UE', 'U'],
}

export type LatinStyle = 'spelt-out' | 'plain'

const table = new Map(Object.entries(oneWay).flatMap(([written, letters]) => Array.from(letters).map((letter) => [letter, written] as const)))

/** What is written for a Latin letter with a mark; undefined where the table has none. */
export function writeLatin(letter: string, style: LatinStyle): string | undefined {
  if (/^[A-Z]$/.test(letter)) return letter
  const choice = twoWays[letter]
  return choice === undefined ? table.get(letter) : choice[style === 'plain' ? 1 : 0]
}
