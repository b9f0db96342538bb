/** Far above a note with a hundred signatures of two kilobytes; what is longer is not read at all. */
export const mostBytesOfText = 1_000_000

/** The text, or undefined where the bytes are not UTF-8, hold a control character other than the newline, or are too many (signed-note, "Format"). */
export function readText(bytes: Uint8Array): string | undefined {
  if (bytes.length > mostBytesOfText) return undefined
  try {
    // A byte order mark is kept: it is signed like any other character.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return isPlain(text) ? text : undefined
  } catch {
    return undefined
  }
}

/** Text as UTF-8. */
export function writeText(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Can this be a line of a note, so that it is read back as it was written? */
export function isLine(text: string): boolean {
  return text !== '' && !text.includes('\n') && text.isWellFormed() && isPlain(text)
}

/** A whole number without leading zeros, up to 2^53 − 1: greater ones cannot be counted exactly here and are refused. */
export function readWhole(text: string | undefined): number | undefined {
  if (text === undefined || !/^(?:0|[1-9]\d{0,15})$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : undefined
}

function isPlain(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return !/[\u0000-\u0009\u000b-\u001f]/.test(text)
}
