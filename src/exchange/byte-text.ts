/** Base64 with padding, as RFC 8941 and RFC 9530 have it. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

// The last sign before the padding holds bits that no byte has: they must be nought, or one value had several texts.
const strict = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/

/** The bytes; undefined unless this is the one way to write them: no space, no missing padding, no bits left over. */
export function findBase64(text: string): Uint8Array | undefined {
  if (!strict.test(text)) return undefined
  const signs = atob(text)
  const bytes = new Uint8Array(signs.length)
  for (let place = 0; place < bytes.length; place++) bytes[place] = signs.charCodeAt(place)
  return bytes
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes of lower-case hexadecimal; undefined for anything else. */
export function findHex(text: string): Uint8Array | undefined {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return undefined
  return Uint8Array.from({ length: text.length / 2 }, (_, place) => Number.parseInt(text.slice(place * 2, place * 2 + 2), 16))
}
