import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json }

/** Why bytes are no canonical JSON. `not-canonical`: another order, spacing, escape or number than RFC 8785's, or a member that is there twice. */
export type CanonicalFault = 'too-long' | 'not-utf8' | 'not-json' | 'not-canonical' | 'lone-surrogate' | 'too-deep'

/** Deeper than any message is; without a bound a body of brackets would overflow the stack. */
const mostDeep = 16

/** The one text of a value: RFC 8785, members in the order of their UTF-16 code units, no space, numbers and strings as ECMAScript writes them. */
export function canonicalText(value: Json): string {
  const fault = findFault(value, 0)
  invariant(fault === undefined, 'a value has no canonical text', { fault })
  return write(value)
}

/** The one sequence of bytes of a value: what is hashed, signed, sent and kept. */
export function canonicalBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(canonicalText(value))
}

/** Reads bytes that are exactly what `canonicalBytes` writes, and refuses all others: one value never has two sequences of bytes. */
export function readCanonical(bytes: Uint8Array, mostBytes: number): Result<Json, CanonicalFault> {
  if (bytes.length > mostBytes) return refuse('too-long')
  const text = decode(bytes)
  if (text === undefined) return refuse('not-utf8')
  const value = parse(text)
  if (value === undefined) return refuse('not-json')
  const fault = findFault(value, 0)
  if (fault) return refuse(fault)
  return write(value) === text ? accept(value) : refuse('not-canonical')
}

/** A mark at the beginning is part of the text here, and so refused as no JSON. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function findFault(value: Json, depth: number): CanonicalFault | undefined {
  if (depth > mostDeep) return 'too-deep'
  if (typeof value === 'string') return value.isWellFormed() ? undefined : 'lone-surrogate'
  // A number that is too great for JSON's reader comes out infinite.
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'not-canonical'
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value !== 'object') return 'not-json'
  const inner = Array.isArray(value) ? (value as readonly Json[]) : Object.entries(value as { readonly [member: string]: Json }).flat()
  return inner.reduce<CanonicalFault | undefined>((found, one) => found ?? findFault(one, depth + 1), undefined)
}

function write(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(write).join(',')}]`
  // Sorted without a comparison, JavaScript compares code units: the order of RFC 8785 section 3.2.3.
  const members = Object.entries(value as { readonly [member: string]: Json }).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${write(inner)}`).join(',')}}`
}
