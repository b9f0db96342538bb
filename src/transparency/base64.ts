/** Standard Base 64 (RFC 4648, section 4), padded. */
export function writeBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** The bytes, or undefined where the text is not the one way to write them: `atob` itself takes spaces, missing padding and stray bits. */
export function readBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    return writeBase64(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}

/** A hash of 32 bytes, or undefined. */
export function readHash(text: string | undefined): Uint8Array | undefined {
  const bytes = text?.length === 44 ? readBase64(text) : undefined
  return bytes?.length === 32 ? bytes : undefined
}
