import type { PacketFinding } from '../casework/packet-finding.ts'
import { inflateWhole } from './inflate-whole.ts'
import { unpredict } from './pdf-predictor.ts'
import { notUnderstood, readValue, skipSpace, type PdfCursor, type PdfDictionary, type PdfValue } from './pdf-values.ts'

export type PdfObject = { readonly value: PdfValue; readonly stream?: Uint8Array; /** Where it begins; in an object stream, the number of that one. */ readonly at: number; readonly within?: number }
export type PdfFile = { readonly objects: ReadonlyMap<number, PdfObject>; readonly trailer: PdfDictionary; /** Objects that hold the file together and show nothing. */ readonly frame: ReadonlySet<number>; readonly findings: readonly PacketFinding[] }

export const mostDecoded = 64 * 1024 * 1024

/**
 * Takes a PDF file apart from its first byte to its last one: header, objects, one table of objects, one trailer, one end. Whatever
 * stands between them is not understood; whatever follows the end is a later state of the file, or an earlier one is left behind.
 */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  const cursor: PdfCursor = { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), at: 0 }
  const objects = new Map<number, PdfObject>()
  const frame = new Set<number>()
  take(cursor, /%PDF-[12]\.\d(?:\r\n|\r|\n)/y)
  takeIfThere(cursor, /%[\x80-\xff]{4,16}(?:\r\n|\r|\n)/y)
  for (skipSpace(cursor); /\d/.test(cursor.text[cursor.at] ?? ''); skipSpace(cursor)) {
    const from = cursor.at
    const number = Number.parseInt(take(cursor, /\d{1,10} 0 obj(?![0-9A-Za-z])/y), 10)
    if (objects.has(number)) notUnderstood(`object ${number}`)
    objects.set(number, readObject(cursor, from, number))
  }
  const table = takeIfThere(cursor, /xref\s/y) === undefined ? undefined : readTable(cursor)
  const trailer = table ? readTrailer(cursor) : undefined
  const start = Number(/\d+/.exec(take(cursor, /startxref\s{1,4}\d{1,12}\s{1,4}/y))?.[0])
  take(cursor, /%%EOF(?:\r\n|\r|\n)?/y)
  const findings: PacketFinding[] = cursor.at < cursor.text.length ? [{ code: /\d 0 obj|xref/.test(cursor.text.slice(cursor.at)) ? 'left-behind' : 'data-after-end', place: '%%EOF' }] : []
  checkLengths(objects, frame)
  if (table && trailer) {
    if (cursor.text.slice(start, start + 4) !== 'xref') notUnderstood('startxref')
    checkTable(table, objects)
    return { objects, trailer, frame, findings }
  }
  const stream = [...objects].find(([, object]) => object.at === start)
  if (!stream) return notUnderstood('startxref')
  frame.add(stream[0])
  unpackObjectStreams(objects, frame)
  checkTable(readTableStream(stream[1], objects), objects)
  return { objects, trailer: dictionaryOf(stream[1].value), frame, findings }
}

/** The decoded content of a stream that is packed with Flate or not at all. Other packings are not understood. */
export function contentOf(object: PdfObject, place: string): Uint8Array {
  const { entries } = dictionaryOf(object.value)
  const stream = object.stream ?? notUnderstood(place)
  const filter = single(entries.get('Filter'))
  if (filter === undefined || filter === null) return stream
  if (typeof filter !== 'object' || filter.kind !== 'name' || filter.name !== 'FlateDecode') return notUnderstood(place)
  const inflated = inflateWhole(stream, mostDecoded) ?? notUnderstood(place)
  const parameters = single(entries.get('DecodeParms'))
  return parameters === undefined || parameters === null ? inflated : unpredict(inflated, dictionaryOf(parameters), place)
}

export function dictionaryOf(value: PdfValue | undefined): PdfDictionary {
  return typeof value === 'object' && value !== null && value.kind === 'dictionary' ? value : notUnderstood('dictionary')
}

/** The value itself, or the only one of a list. Two packings on top of each other are not understood. */
export function single(value: PdfValue | undefined): PdfValue | undefined {
  if (typeof value !== 'object' || value === null || value.kind !== 'list') return value
  return value.items.length > 1 ? notUnderstood('filters') : value.items[0]
}

function take(cursor: PdfCursor, pattern: RegExp): string {
  return takeIfThere(cursor, pattern) ?? notUnderstood(`byte ${cursor.at}`)
}

function takeIfThere(cursor: PdfCursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  if (found !== undefined) cursor.at += found.length
  return found
}

function readObject(cursor: PdfCursor, at: number, number: number): PdfObject {
  const value = readValue(cursor)
  skipSpace(cursor)
  if (takeIfThere(cursor, /endobj(?![A-Za-z])/y) !== undefined) return { value, at }
  take(cursor, /stream(?:\r\n|\n)/y)
  const length = dictionaryOf(value).entries.get('Length')
  const end = typeof length === 'number' ? cursor.at + length : findEnd(cursor)
  const stream = Buffer.from(cursor.text.slice(cursor.at, end), 'latin1')
  cursor.at = end
  take(cursor, /(?:\r\n|\r|\n)?endstream\s{1,4}endobj(?![A-Za-z])/y)
  return end > cursor.text.length ? notUnderstood(`object ${number}`) : { value, stream, at }
}

// The length stands in another object, which is compared once all are read.
function findEnd({ text, at }: PdfCursor): number {
  const found = /(?:\r\n|\r|\n)endstream\s{1,4}endobj/.exec(text.slice(at))
  return found ? at + found.index : notUnderstood(`byte ${at}`)
}

function checkLengths(objects: ReadonlyMap<number, PdfObject>, frame: Set<number>): void {
  for (const [number, { value, stream }] of objects) {
    if (!stream) continue
    const length = dictionaryOf(value).entries.get('Length')
    if (typeof length === 'number') continue
    if (typeof length !== 'object' || length === null || length.kind !== 'reference') notUnderstood(`object ${number}`)
    else if (objects.get(length.object)?.value !== stream.length) notUnderstood(`object ${number}`)
    else frame.add(length.object)
  }
}

type Table = ReadonlyMap<number, { readonly at: number; readonly within?: number }>

function readTable(cursor: PdfCursor): Table {
  const table = new Map<number, { readonly at: number }>()
  for (skipSpace(cursor); /\d/.test(cursor.text[cursor.at] ?? ''); skipSpace(cursor)) {
    const [first = 0, count = 0] = take(cursor, /\d{1,10} \d{1,10}\s{1,4}/y).trim().split(' ').map(Number)
    for (let number = first; number < first + count; number += 1) {
      const [at = '', generation, kind] = take(cursor, /\d{10} \d{5} [nf](?: \r| \n|\r\n)/y).trim().split(' ')
      if (kind === 'n' && generation !== '00000') notUnderstood('xref')
      if (kind === 'n') table.set(number, { at: Number(at) })
    }
  }
  return table
}

function readTrailer(cursor: PdfCursor): PdfDictionary {
  take(cursor, /trailer\s{0,4}/y)
  const trailer = dictionaryOf(readValue(cursor))
  skipSpace(cursor)
  return trailer
}

function readTableStream(object: PdfObject, objects: ReadonlyMap<number, PdfObject>): Table {
  const { entries } = dictionaryOf(object.value)
  const widths = numbersOf(entries.get('W'))
  const [first = 0, second = 0, third = 0] = widths
  const size = Number(entries.get('Size'))
  const index = entries.has('Index') ? numbersOf(entries.get('Index')) : [0, size]
  const content = contentOf(object, 'xref')
  const table = new Map<number, { readonly at: number; readonly within?: number }>()
  let at = 0
  const read = (width: number) => {
    let value = 0
    for (let left = width; left > 0; left -= 1) value = value * 256 + (content[at++] ?? notUnderstood('xref'))
    return value
  }
  for (let run = 0; run < index.length; run += 2) {
    for (let number = index[run] ?? 0; number < (index[run] ?? 0) + (index[run + 1] ?? 0); number += 1) {
      const kind = first === 0 ? 1 : read(first)
      const [place, last] = [read(second), read(third)]
      if (kind === 1) table.set(number, { at: place })
      else if (kind === 2) table.set(number, { at: last, within: place })
      else if (kind !== 0) notUnderstood('xref')
    }
  }
  return widths.length === 3 && at === content.length && objects.size > 0 ? table : notUnderstood('xref')
}

function numbersOf(value: PdfValue | undefined): readonly number[] {
  if (typeof value !== 'object' || value === null || value.kind !== 'list') return notUnderstood('xref')
  return value.items.map((item) => (typeof item === 'number' ? item : notUnderstood('xref')))
}

/** A reader goes by the table: one that leads it elsewhere shows another file than the one that was read here. */
function checkTable(table: Table, objects: ReadonlyMap<number, PdfObject>): void {
  for (const [number, { at, within }] of objects) {
    const listed = table.get(number)
    if (listed?.at !== at || listed.within !== within) notUnderstood(`object ${number}`)
  }
  for (const number of table.keys()) if (!objects.has(number)) notUnderstood(`object ${number}`)
}

function unpackObjectStreams(objects: Map<number, PdfObject>, frame: Set<number>): void {
  for (const [number, object] of Array.from(objects)) {
    const { value, stream } = object
    if (!stream) continue
    const { entries } = dictionaryOf(value)
    const type = entries.get('Type')
    if (typeof type !== 'object' || type === null || type.kind !== 'name' || type.name !== 'ObjStm') continue
    frame.add(number)
    for (const [inner, held] of objectsIn(object, number)) {
      if (objects.has(inner)) notUnderstood(`object ${inner}`)
      objects.set(inner, held)
    }
  }
}

function objectsIn(object: PdfObject, within: number): ReadonlyMap<number, PdfObject> {
  const place = `object ${within}`
  const { entries } = dictionaryOf(object.value)
  if ([...entries.keys()].some((key) => !['Type', 'N', 'First', 'Length', 'Filter', 'DecodeParms'].includes(key))) notUnderstood(place)
  const cursor: PdfCursor = { text: Buffer.from(contentOf(object, place)).toString('latin1'), at: 0 }
  const count = Number(entries.get('N'))
  const heads = Array.from({ length: count }, () => [Number(readValue(cursor)), Number(readValue(cursor))] as const)
  const found = new Map<number, PdfObject>()
  for (const [order, [number, offset]] of heads.entries()) {
    skipSpace(cursor)
    if (cursor.at !== Number(entries.get('First')) + offset || found.has(number)) notUnderstood(place)
    found.set(number, { value: readValue(cursor), at: order, within })
  }
  skipSpace(cursor)
  return cursor.at === cursor.text.length ? found : notUnderstood(place)
}
