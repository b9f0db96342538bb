import { contentOf, type PdfObject } from './pdf-file.ts'
import { readValue, skipSpace, type PdfCursor, type PdfValue } from './pdf-values.ts'

/** Turns the bytes of a shown string into the text that it stands for; undefined when some byte stands for nothing that we know. */
export type ReadShown = (bytes: string) => string | undefined

const base14 = /^(?:Helvetica|Times|Courier)(?:-(?:Roman|Bold|Italic|Oblique|BoldOblique|BoldItalic))?$/

/** How to read text that is shown in this font. Without a table of meanings, only the two common codings are known. */
export function readerOfFont(font: ReadonlyMap<string, PdfValue>, resolve: (value: PdfValue | undefined) => PdfValue | undefined, objectOf: (value: PdfValue | undefined) => PdfObject | undefined): ReadShown {
  const meaning = objectOf(font.get('ToUnicode'))
  const wide = nameOf(font.get('Subtype')) === 'Type0'
  if (wide && nameOf(resolve(font.get('Encoding'))) !== 'Identity-H') return () => undefined
  const table = meaning ? readMeanings(Buffer.from(contentOf(meaning, 'ToUnicode')).toString('latin1')) : new Map<string, string>()
  const coding = wide ? undefined : codingOf(font, resolve)
  return (bytes) => {
    const codes = wide ? bytes.match(/[\s\S]{2}|[\s\S]/g) : Array.from(bytes)
    // A code that stands for nothing is drawn all the same.
    const signs = (codes ?? []).map((code) => table.get(code) ?? coding?.(code))
    return signs.some((sign) => sign === undefined || sign === '') ? undefined : signs.join('')
  }
}

function codingOf(font: ReadonlyMap<string, PdfValue>, resolve: (value: PdfValue | undefined) => PdfValue | undefined): ((code: string) => string | undefined) | undefined {
  const name = nameOf(resolve(font.get('Encoding')))
  if (name === 'WinAnsiEncoding') return (code) => new TextDecoder('windows-1252').decode(Buffer.from(code, 'latin1'))
  if (name === 'MacRomanEncoding') return (code) => new TextDecoder('macintosh').decode(Buffer.from(code, 'latin1'))
  // The plain letters of the standard fonts; what is beyond them is another thing in each.
  if (!font.has('Encoding') && base14.test(nameOf(font.get('BaseFont')) ?? '')) return (code) => (/^[ -~]$/.test(code) ? code : undefined)
  return undefined
}

/** The codes that a ToUnicode table explains (ISO 32000-1, 9.10.3). */
function readMeanings(text: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const [, kind, body] of text.matchAll(/beginbf(char|range)([\s\S]*?)endbf\1/g)) {
    const cursor: PdfCursor = { text: body ?? '', at: 0 }
    for (skipSpace(cursor); cursor.at < cursor.text.length; skipSpace(cursor)) {
      if (kind === 'char') table.set(bytesOf(readValue(cursor)), unicodeOf(readValue(cursor)))
      else addRange(table, bytesOf(readValue(cursor)), bytesOf(readValue(cursor)), readValue(cursor))
    }
  }
  return table
}

function addRange(table: Map<string, string>, from: string, to: string, meaning: PdfValue): void {
  const [first, last] = [codeOf(from), codeOf(to)]
  for (let code = first; code <= last && code - first < 65_536; code += 1) {
    const bytes = from.length === 1 ? String.fromCharCode(code) : String.fromCharCode(code >> 8, code & 255)
    if (typeof meaning === 'object' && meaning !== null && meaning.kind === 'list') table.set(bytes, unicodeOf(meaning.items[code - first] ?? null))
    else table.set(bytes, later(unicodeOf(meaning), code - first))
  }
}

function later(text: string, by: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
}

function bytesOf(value: PdfValue): string {
  return typeof value === 'object' && value !== null && value.kind === 'string' ? value.bytes : ''
}

function codeOf(bytes: string): number {
  return Array.from(bytes).reduce((sum, sign) => sum * 256 + sign.charCodeAt(0), 0)
}

function unicodeOf(value: PdfValue): string {
  const bytes = bytesOf(value)
  return bytes.length % 2 === 0 ? Buffer.from(bytes, 'latin1').swap16().toString('utf16le') : ''
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === 'object' && value !== null && value.kind === 'name' ? value.name : undefined
}

