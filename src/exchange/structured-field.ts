import { invariant } from '../kernel/invariant.ts'
import { findBase64, toBase64 } from './byte-text.ts'

/**
 * What Comity needs of RFC 8941 and no more: a dictionary whose members are byte sequences or inner lists of strings. `true` is a
 * parameter without a value. Only what RFC 8941 section 4.1 would write is read: one space after a comma, no key twice.
 */
export type Dictionary = ReadonlyMap<string, Member>
export type Member =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly parameters: Parameters }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly parameters: Parameters }
export type Item = { readonly name: string; readonly parameters: Parameters }
export type Parameters = readonly (readonly [key: string, value: string | number | true])[]

/** Reads a dictionary; undefined unless it is written as `writeDictionary` writes it. */
export function findDictionary(text: string): Dictionary | undefined {
  const reader = { text, at: 0 }
  const members = new Map<string, Member>()
  do {
    const key = take(reader, /[a-z*][a-z0-9_\-.*]*/y)
    const member = key !== undefined && !members.has(key) && take(reader, /=/y) !== undefined ? takeMember(reader) : undefined
    if (key === undefined || member === undefined) return undefined
    members.set(key, member)
  } while (take(reader, /, /y) !== undefined)
  return reader.at === text.length ? members : undefined
}

export function writeDictionary(members: Dictionary): string {
  return [...members].map(([key, member]) => `${key}=${writeMember(member)}`).join(', ')
}

/** A member without its key: RFC 8941 sections 4.1.1.1 and 4.1.8. */
export function writeMember(member: Member): string {
  const value = member.kind === 'bytes' ? `:${toBase64(member.bytes)}:` : `(${member.items.map(writeItem).join(' ')})`
  return value + writeParameters(member.parameters)
}

/** A string with its parameters: `"signature";req;key="comity"`. */
export function writeItem({ name, parameters }: Item): string {
  return writeString(name) + writeParameters(parameters)
}

type Reader = { readonly text: string; at: number }

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)?.[0]
  reader.at += found?.length ?? 0
  return found
}

function takeMember(reader: Reader): Member | undefined {
  const encoded = take(reader, /:[A-Za-z0-9+/=]*:/y)
  if (encoded !== undefined) {
    const [bytes, parameters] = [findBase64(encoded.slice(1, -1)), takeParameters(reader)]
    return bytes && parameters && { kind: 'bytes', bytes, parameters }
  }
  const items = takeItems(reader)
  const parameters = items && takeParameters(reader)
  return items && parameters && { kind: 'list', items, parameters }
}

function takeItems(reader: Reader): readonly Item[] | undefined {
  if (take(reader, /\(/y) === undefined) return undefined
  const items: Item[] = []
  if (take(reader, /\)/y) !== undefined) return items
  do {
    const name = takeString(reader)
    const parameters = name === undefined ? undefined : takeParameters(reader)
    if (name === undefined || parameters === undefined) return undefined
    items.push({ name, parameters })
  } while (take(reader, / /y) !== undefined)
  return take(reader, /\)/y) === undefined ? undefined : items
}

function takeParameters(reader: Reader): Parameters | undefined {
  const parameters: (readonly [string, string | number | true])[] = []
  while (take(reader, /;/y) !== undefined) {
    const key = take(reader, /[a-z*][a-z0-9_\-.*]*/y)
    if (key === undefined || parameters.some(([earlier]) => earlier === key)) return undefined
    const value = take(reader, /=/y) === undefined ? true : takeInteger(reader) ?? takeString(reader)
    if (value === undefined) return undefined
    parameters.push([key, value])
  }
  return parameters
}

function takeInteger(reader: Reader): number | undefined {
  const digits = take(reader, /(?:0|-?[1-9][0-9]{0,14})(?![0-9.])/y)
  return digits === undefined ? undefined : Number(digits)
}

function takeString(reader: Reader): string | undefined {
  const quoted = take(reader, /"(?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"/y)
  return quoted?.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
}

function writeParameters(parameters: Parameters): string {
  return parameters.map(([key, value]) => (value === true ? `;${key}` : `;${key}=${typeof value === 'number' ? value : writeString(value)}`)).join('')
}

function writeString(text: string): string {
  invariant(/^[\x20-\x7e]*$/.test(text), 'a structured string holds printable ASCII only')
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}
