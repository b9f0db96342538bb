/** What a PDF file is made of (ISO 32000-1, 7.3). Strings keep one sign for each byte. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfReference | PdfList | PdfDictionary | PdfWord
export type PdfName = { readonly kind: 'name'; readonly name: string }
export type PdfString = { readonly kind: 'string'; readonly bytes: string }
export type PdfReference = { readonly kind: 'reference'; readonly object: number }
export type PdfList = { readonly kind: 'list'; readonly items: readonly PdfValue[] }
export type PdfDictionary = { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
/** A bare word: an operator in a page's content, nothing elsewhere. */
export type PdfWord = { readonly kind: 'word'; readonly word: string }

/** Where the reading stands. One sign for each byte of the file. */
export type PdfCursor = { readonly text: string; at: number }

/** Stops the reading: what is not understood is not read, and a file that is not read whole does not leave. `findInPdf` turns it into a finding. */
export function notUnderstood(place: string): never {
  throw Object.assign(new Error(`a PDF file is not understood at ${place}`), { pdfPlace: place })
}

/** The next value. Comments are not understood: a reader skips them, and so they can say anything. */
export function readValue(cursor: PdfCursor, depth = 0): PdfValue {
  skipSpace(cursor)
  if (depth > 40) notUnderstood(`byte ${cursor.at}`)
  const { text, at } = cursor
  const sign = text[at]
  if (sign === '/') return readName(cursor)
  if (sign === '(') return readString(cursor)
  if (sign === '<') return text[at + 1] === '<' ? readDictionary(cursor, depth) : readHexString(cursor)
  if (sign === '[') return readList(cursor, depth)
  return readNumberOrWord(cursor)
}

export function skipSpace(cursor: PdfCursor): void {
  const from = cursor.at
  while (cursor.at < cursor.text.length && isSpace(cursor.text.charCodeAt(cursor.at))) cursor.at += 1
  // Spaces can be counted: many of them are a message.
  if (cursor.at - from > 64) notUnderstood(`byte ${from}`)
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0
}

function match(cursor: PdfCursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  if (found !== undefined) cursor.at += found.length
  return found
}

const reference = /(\d{1,10}) (\d{1,5}) R(?![^\s/<>[\]()%])/y
const number = /[+-]?(?:\d{1,15}\.?\d{0,15}|\.\d{1,15})(?![^\s\0/<>[\]()%])/y
const word = /[A-Za-z'"*]{1,12}\d?\*?(?![^\s\0/<>[\]()%])/y
const nameSigns = /\/[^\s\0/<>[\](){}%]*/y

function readNumberOrWord(cursor: PdfCursor): PdfValue {
  const from = cursor.at
  const referred = match(cursor, reference)
  if (referred !== undefined) return { kind: 'reference', object: Number.parseInt(referred, 10) }
  const numeral = match(cursor, number)
  if (numeral !== undefined) return Number(numeral)
  const bare = match(cursor, word) ?? notUnderstood(`byte ${from}`)
  if (bare === 'true' || bare === 'false') return bare === 'true'
  return bare === 'null' ? null : { kind: 'word', word: bare }
}

function readName(cursor: PdfCursor): PdfName {
  const signs = match(cursor, nameSigns) ?? notUnderstood(`byte ${cursor.at}`)
  return { kind: 'name', name: signs.slice(1).replaceAll(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) }
}

const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '' }

function readString(cursor: PdfCursor): PdfString {
  const from = cursor.at
  let bytes = ''
  let open = 1
  for (cursor.at += 1; ; cursor.at += 1) {
    const sign = cursor.text[cursor.at] ?? notUnderstood(`byte ${from}`)
    if (sign === '\\') {
      bytes += readEscape(cursor)
      continue
    }
    open += sign === '(' ? 1 : sign === ')' ? -1 : 0
    if (open > 0) {
      bytes += sign
      continue
    }
    cursor.at += 1
    return { kind: 'string', bytes }
  }
}

function readEscape(cursor: PdfCursor): string {
  const octal = /^[0-7]{1,3}/.exec(cursor.text.slice(cursor.at + 1, cursor.at + 4))?.[0]
  if (octal !== undefined) {
    cursor.at += octal.length
    return String.fromCharCode(Number.parseInt(octal, 8) % 256)
  }
  cursor.at += 1
  const sign = cursor.text[cursor.at] ?? ''
  if (sign === '\r' && cursor.text[cursor.at + 1] === '\n') cursor.at += 1
  return escaped[sign] ?? sign
}

const hexSigns = /<[0-9A-Fa-f\s]*>/y

function readHexString(cursor: PdfCursor): PdfString {
  const signs = match(cursor, hexSigns) ?? notUnderstood(`byte ${cursor.at}`)
  const digits = signs.replaceAll(/[^0-9A-Fa-f]/g, '')
  return { kind: 'string', bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1') }
}

function readList(cursor: PdfCursor, depth: number): PdfList {
  const items: PdfValue[] = []
  for (cursor.at += 1; ;) {
    skipSpace(cursor)
    if (cursor.text[cursor.at] === ']') {
      cursor.at += 1
      return { kind: 'list', items }
    }
    items.push(readValue(cursor, depth + 1))
  }
}

function readDictionary(cursor: PdfCursor, depth: number): PdfDictionary {
  const entries = new Map<string, PdfValue>()
  for (cursor.at += 2; ;) {
    skipSpace(cursor)
    if (cursor.text.startsWith('>>', cursor.at)) {
      cursor.at += 2
      return { kind: 'dictionary', entries }
    }
    const { name } = readName(cursor)
    // Of two entries with one name readers show one, and the other is hidden.
    if (entries.has(name)) notUnderstood(`byte ${cursor.at}`)
    entries.set(name, readValue(cursor, depth + 1))
  }
}
