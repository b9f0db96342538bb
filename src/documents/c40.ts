// Three characters in two bytes: Doc 9303 part 13, section 2.6. The filler of a zone stands as a space.

const alphabet = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const firstValue = 3
const single = 0xfe

/** A text of capital letters, digits, spaces and fillers as bytes; undefined for any other character. */
export function encodeC40(text: string): Uint8Array | undefined {
  const values = Array.from(text.replaceAll('<', ' '), (character) => alphabet.indexOf(character))
  if (values.includes(-1)) return undefined
  const bytes: number[] = []
  for (let index = 0; index < values.length; index += 3) bytes.push(...encodeGroup(values.slice(index, index + 3)))
  return Uint8Array.from(bytes)
}

// Two characters are filled up with the value 0; one alone stands as its ASCII code and one more.
function encodeGroup([first = 0, second, third]: readonly number[]): readonly [number, number] {
  if (second === undefined) return [single, (alphabet.charCodeAt(first) + 1)]
  const whole = (first + firstValue) * 1600 + (second + firstValue) * 40 + (third === undefined ? 0 : third + firstValue) + 1
  return [whole >> 8, whole & 0xff]
}

/** The text of such bytes, with spaces; undefined where they are none. A short group may stand at the end only. */
export function decodeC40(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined
  let text = ''
  for (let index = 0; index < bytes.length; index += 2) {
    const group = decodeGroup(bytes[index] ?? 0, bytes[index + 1] ?? 0)
    if (group === undefined || (group.length < 3 && index + 2 < bytes.length)) return undefined
    text += group
  }
  return text
}

function decodeGroup(first: number, second: number): string | undefined {
  if (first === single) return alphabet.includes(String.fromCharCode(second - 1)) ? String.fromCharCode(second - 1) : undefined
  const whole = first * 256 + second - 1
  const values = [Math.floor(whole / 1600), Math.floor(whole / 40) % 40, whole % 40]
  const kept = values[2] === 0 ? values.slice(0, 2) : values
  return kept.every((value) => value >= firstValue && value < firstValue + alphabet.length) ? kept.map((value) => alphabet[value - firstValue]).join('') : undefined
}
