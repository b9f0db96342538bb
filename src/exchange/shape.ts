import { findDay, type PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { findCountry } from '../reference/countries.ts'
import type { Json } from './canonical.ts'
import type { Instant } from './peer.ts'
import { isBirth, isCitation, isDocumentNumber, isName, wasCountry } from './person-text.ts'

/**
 * What a member of a message may hold: a closed language in which nobody can say "a text". The last four are about a person, and
 * stand in a request and a correction to a requested state only: a test walks all shapes and looks.
 */
export type Shape =
  | { readonly kind: 'code'; readonly of: readonly string[] }
  | { readonly kind: 'day' | 'moment' | 'digest' | 'nonce' | 'uuid' | 'country' | 'past-country' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'whole' | 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'list'; readonly of: Shape; readonly least: number; readonly most: number }
  | { readonly kind: 'members'; readonly members: Readonly<Record<string, Shape>> }
  | { readonly kind: 'or-null'; readonly of: Shape }
  | { readonly kind: PersonKind }
export type PersonKind = 'name' | 'birth' | 'document-number' | 'citation'

/** The type of what a shape holds. */
export type ValueOf<Of extends Shape> =
  Of extends { readonly kind: 'code'; readonly of: readonly (infer Code)[] } ? Code
  : Of extends { readonly kind: 'day' } ? PlainDate
  : Of extends { readonly kind: 'moment' } ? Instant
  : Of extends { readonly kind: 'boolean' } ? boolean
  : Of extends { readonly kind: 'whole' | 'number' } ? number
  : Of extends { readonly kind: 'list'; readonly of: infer Inner extends Shape } ? readonly ValueOf<Inner>[]
  : Of extends { readonly kind: 'or-null'; readonly of: infer Inner extends Shape } ? ValueOf<Inner> | null
  : Of extends { readonly kind: 'members'; readonly members: infer Members extends Readonly<Record<string, Shape>> } ? { readonly [Member in keyof Members]: ValueOf<Members[Member]> }
  : string

export const code = <const Codes extends readonly string[]>(of: Codes) => ({ kind: 'code', of }) as const
export const whole = (least: number, most: number) => ({ kind: 'whole', least, most }) as const
export const number = (least: number, most: number) => ({ kind: 'number', least, most }) as const
export const listOf = <const Of extends Shape>(of: Of, most: number, least = 0) => ({ kind: 'list', of, least, most }) as const
export const orNull = <const Of extends Shape>(of: Of) => ({ kind: 'or-null', of }) as const
export const members = <const Members extends Readonly<Record<string, Shape>>>(of: Members) => ({ kind: 'members', members: of }) as const
export const day = { kind: 'day' } as const
export const moment = { kind: 'moment' } as const
export const digest = { kind: 'digest' } as const
export const nonce = { kind: 'nonce' } as const
export const uuid = { kind: 'uuid' } as const
export const country = { kind: 'country' } as const
export const yesOrNo = { kind: 'boolean' } as const

/** `place`: where, as a path of member names and numbers; never what stands there. */
export type ShapeFault = {
  readonly code: 'wrong-kind' | 'not-listed' | 'not-a-day' | 'not-a-country' | 'out-of-bounds' | 'too-many' | 'too-few' | 'repeated' | 'member-missing' | 'unknown-member' | 'no-code'
  readonly place: string
}

/** What becomes of a member that the shape has not: refused, or left unread where a newer schema may have it. */
export type UnknownMembers = 'refused' | 'left-unread'

/** Reads a value strictly. What is given back holds the members of the shape and no others. */
export function readJson(shape: Shape, value: Json, unknown: UnknownMembers = 'refused'): Result<Json, ShapeFault> {
  const fault = faultIn(shape, value, '', unknown)
  return fault ? refuse(fault) : accept(pick(shape, value))
}

/** The same, for a shape that is known where it is asked. */
export function readShape<Of extends Shape>(shape: Of, value: Json, unknown: UnknownMembers = 'refused'): Result<ValueOf<Of>, ShapeFault> {
  return readJson(shape, value, unknown) as Result<ValueOf<Of>, ShapeFault>
}

type Fault = ShapeFault | undefined

function faultIn(shape: Shape, value: Json, place: string, unknown: UnknownMembers): Fault {
  switch (shape.kind) {
    case 'or-null': return value === null ? undefined : faultIn(shape.of, value, place, unknown)
    case 'list': return faultInList(shape, value, place, unknown)
    case 'members': return faultInMembers(shape.members, value, place, unknown)
    case 'boolean': return typeof value === 'boolean' ? undefined : { code: 'wrong-kind', place }
    case 'whole': case 'number': return faultInNumber(shape, value, place)
    case 'code': case 'day': case 'moment': case 'digest': case 'nonce': case 'uuid': case 'country': case 'past-country': case 'name': case 'birth': case 'document-number': case 'citation':
      return typeof value === 'string' ? faultInText(shape, value, place) : { code: 'wrong-kind', place }
  }
}

function faultInList(shape: Extract<Shape, { readonly kind: 'list' }>, value: Json, place: string, unknown: UnknownMembers): Fault {
  if (!Array.isArray(value)) return { code: 'wrong-kind', place }
  const items = value as readonly Json[]
  if (items.length > shape.most || items.length < shape.least) return { code: items.length > shape.most ? 'too-many' : 'too-few', place }
  const inner = firstOf(items, (item, index) => faultIn(shape.of, item, `${place}[${index}]`, unknown))
  // A code that stands twice says nothing more; two records that look alike may be two.
  const twice = shape.of.kind !== 'members' && new Set(items).size < items.length
  return inner ?? (twice ? { code: 'repeated', place } : undefined)
}

function faultInMembers(shapes: Readonly<Record<string, Shape>>, value: Json, place: string, unknown: UnknownMembers): Fault {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { code: 'wrong-kind', place }
  const given = value as { readonly [member: string]: Json }
  const at = (name: string) => (place === '' ? name : `${place}.${name}`)
  const missing = Object.keys(shapes).find((name) => !Object.hasOwn(given, name))
  if (missing !== undefined) return { code: 'member-missing', place: at(missing) }
  const known = firstOf(Object.entries(shapes), ([name, shape]) => faultIn(shape, given[name] ?? null, at(name), unknown))
  // The name of what is unknown is not repeated: it came from outside.
  return known ?? firstOf(Object.entries(given).filter(([name]) => !Object.hasOwn(shapes, name)), ([, inner]): Fault => (unknown === 'refused' ? { code: 'unknown-member', place } : isPlain(inner) ? undefined : { code: 'no-code', place }))
}

function faultInNumber({ kind, least, most }: Extract<Shape, { readonly kind: 'whole' | 'number' }>, value: Json, place: string): Fault {
  if (typeof value !== 'number' || (kind === 'whole' && !Number.isSafeInteger(value))) return { code: 'wrong-kind', place }
  return value >= least && value <= most ? undefined : { code: 'out-of-bounds', place }
}

type TextShape = Exclude<Shape, { readonly kind: 'or-null' | 'list' | 'members' | 'boolean' | 'whole' | 'number' }>

function faultInText(shape: TextShape, text: string, place: string): Fault {
  switch (shape.kind) {
    case 'code': return shape.of.includes(text) ? undefined : { code: 'not-listed', place }
    case 'day': return findDay(text) ? undefined : { code: 'not-a-day', place }
    case 'moment': return isMoment(text) ? undefined : { code: 'not-a-day', place }
    case 'country': return isCountry(text) ? undefined : { code: 'not-a-country', place }
    case 'past-country': return wasCountry(text) ? undefined : { code: 'not-a-country', place }
    case 'digest': return /^[0-9a-f]{64}$/.test(text) ? undefined : { code: 'no-code', place }
    case 'nonce': return /^[0-9a-f]{32}$/.test(text) ? undefined : { code: 'no-code', place }
    // Version 4 of RFC 9562, and no other: the others tell when or on which machine they were made.
    case 'uuid': return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text) ? undefined : { code: 'no-code', place }
    case 'name': return isName(text) ? undefined : { code: 'no-code', place }
    case 'birth': return isBirth(text) ? undefined : { code: 'not-a-day', place }
    case 'document-number': return isDocumentNumber(text) ? undefined : { code: 'no-code', place }
    case 'citation': return isCitation(text) ? undefined : { code: 'no-code', place }
  }
}

/** A moment of the calendar, written as ECMAScript writes it. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text
}

/** A country under its alpha-3 code of today. The codes that stand for a status (stateless, refugee) are no countries and are not in the list. */
function isCountry(text: string): boolean {
  const found = findCountry(text)
  return found !== undefined && found.standing !== 'withdrawn'
}

/** What a newer schema may hold where we do not read: codes, digests, days, numbers. No space, no capital, nothing beyond ASCII. */
function isPlain(value: Json): boolean {
  if (typeof value === 'string') return /^[a-z0-9][a-z0-9_:.-]{0,63}$/.test(value) || isMoment(value) || isCountry(value)
  if (value === null || typeof value !== 'object') return true
  return (Array.isArray(value) ? (value as readonly Json[]) : Object.values(value)).every(isPlain)
}

function pick(shape: Shape, value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (shape.kind === 'or-null') return pick(shape.of, value)
  if (shape.kind === 'list') return (value as readonly Json[]).map((item) => pick(shape.of, item))
  if (shape.kind !== 'members') return value
  return Object.fromEntries(Object.entries(shape.members).map(([name, inner]) => [name, pick(inner, (value as { readonly [member: string]: Json })[name] ?? null)]))
}

function firstOf<Item>(items: readonly Item[], check: (item: Item, index: number) => Fault): Fault {
  for (const [index, item] of items.entries()) {
    const fault = check(item, index)
    if (fault) return fault
  }
  return undefined
}
