import { createReadStream } from 'node:fs'

/**
 * Whether a number of this file (not packed, in UTF-8 or Latin-1) may be a fraction: a point stands anywhere in it, or an
 * exponent below nought. DuckDB rounds `3.7` to 4 where a whole number is declared; a file that passes holds no such thing,
 * and its days can be read as whole numbers, a fifth faster than as others that are then looked at one by one.
 */
export async function mayHoldFractions(path: string): Promise<boolean> {
  let endedInExponent = false
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer
    if (bytes.includes(point) || (endedInExponent && bytes[0] === minus)) return true
    // Looking for one byte is many times faster than for two: most files have no minus at all.
    if (bytes.includes(minus) && (bytes.includes('e-') || bytes.includes('E-'))) return true
    endedInExponent = exponents.has(bytes.at(-1) ?? 0)
  }
  return false
}

const point = 0x2e
const minus = 0x2d
const exponents: ReadonlySet<number> = new Set([0x65, 0x45])
