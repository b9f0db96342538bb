/**
 * Joins lines to the text that is shown and signed, so that nothing that somebody typed passes for a line of ours: what is typed over several
 * lines goes on behind a bar, and signs that are not seen, steer the order of others or push what follows out of sight are named.
 */
export function joinLines(lines: readonly string[]): string {
  return lines.map((line) => line.split(breaks).map(named).join(goesOn)).join('\n')
}

const goesOn = '\n    | '
// Whatever a browser or a reader may take for a new line (UAX #14: BK, CR, LF, NL).
const breaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
// The joiners are letters' business: Persian names are written with them.
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu
// Signs of nothing, of which many push the rest to where a new line seems to begin: spaces, Hangul fillers, empty Braille.
const gap = /[\p{Zs}\u115f\u1160\u2800\u3164\uffa0]{9,}/gu

function named(part: string): string {
  return part.replaceAll(unseen, (sign) => `[${codeOf(sign)}]`).replaceAll(gap, (signs) => ` [${codeOf(signs)} × ${Array.from(signs).length}] `)
}

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
