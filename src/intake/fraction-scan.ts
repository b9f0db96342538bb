/**
 * Looks through the bytes of a file (not packed, in UTF-8 or Latin-1) for a number that may be a fraction: a point anywhere,
 * or an exponent below nought. DuckDB rounds `3.7` to 4 where a whole number is declared; a file that passes holds no such
 * thing, and its days can be read as whole numbers, a fifth faster than as others that are then looked at one by one.
 */
export class FractionScan {
  mayHold = false
  private endedInExponent = false

  /** The bytes that follow those seen before. */
  see(bytes: Buffer): void {
    this.mayHold ||= bytes.includes(point) || (this.endedInExponent && bytes[0] === minus) || holdsExponent(bytes)
    this.endedInExponent = exponents.has(bytes.at(-1) ?? 0)
  }
}

// Looking for one byte is many times faster than for two: most files have no minus at all.
function holdsExponent(bytes: Buffer): boolean {
  return bytes.includes(minus) && (bytes.includes('e-') || bytes.includes('E-'))
}

const point = 0x2e
const minus = 0x2d
const exponents: ReadonlySet<number> = new Set([0x65, 0x45])
