import { invariant } from '../kernel/invariant.ts'
import type { PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { fieldsUsed } from './agreed-fields.ts'
import { canonicalText, type Json } from './canonical.ts'
import { checkTerms, standingOn, termsShape, type Instrument, type InstrumentStanding, type Terms, type TermsFault } from './instrument.ts'
import { agreedTypes, endReasons, type AgreedType } from './lists.ts'
import { agreedShapes, type AgreedBody, type AssessedFigure } from './partner-shapes.ts'
import { faultInFigure, roundFigure, type FigureFault } from './rounding.ts'
import { code, day, digest, members, moment, readJson, whole, type Shape, type ShapeFault, type ValueOf } from './shape.ts'

/** Messages that need no instrument: three bring one about, and a checkpoint says what a log was. */
export const bareShapes = {
  'instrument-proposed': members({ terms: termsShape }),
  'instrument-signed': members({ terms: digest, signedOn: day }),
  'instrument-ended': members({ terms: digest, endedOn: day, reason: code(endReasons) }),
  checkpoint: members({ size: whole(0, Number.MAX_SAFE_INTEGER), root: digest, madeAt: moment }),
} as const satisfies Readonly<Record<string, Shape>>
export type BareType = keyof typeof bareShapes
export type BareBody<Type extends BareType = BareType> = ValueOf<(typeof bareShapes)[Type]>

export const partnerShapes = { ...agreedShapes, ...bareShapes } as const
export type PartnerType = AgreedType | BareType

declare const made: unique symbol
/** A message that one of the two functions below made. Nothing else makes one: a value that looks like it is refused where it would be sent. */
export type PartnerMessage = {
  readonly family: 'partner'
  readonly type: PartnerType
  /** Digest of the terms under which it is sent. */
  readonly instrument: string | null
  readonly parties: readonly string[] | null
  readonly body: Json
  readonly [made]: true
}

export type AgreementFault =
  | ShapeFault
  | { readonly code: 'not-in-force'; readonly standing: InstrumentStanding }
  | { readonly code: 'type-not-agreed'; readonly type: AgreedType }
  | { readonly code: 'field-not-agreed'; readonly field: string }
  | { readonly code: FigureFault | 'not-rounded'; readonly place: string }
  | { readonly code: 'days-not-in-order'; readonly place: string }

/** Makes a message under an instrument: one that is in force on the day, lists the type and every member that holds something. Its rounding is applied. */
export function agreedMessage<Type extends AgreedType>(instrument: Instrument, type: Type, body: AgreedBody<Type>, on: PlainDate): Result<PartnerMessage, AgreementFault> {
  const rounded = readJson(agreedShapes[type], roundBody(instrument, body))
  if (!rounded.ok) return rounded
  // Faults of a figure are looked for before rounding too: withholding must not hide that a figure came without its limits.
  const fault = faultInFigures(body) ?? faultUnder(instrument, type, rounded.value, on)
  return fault ? refuse(fault) : accept(keep({ family: 'partner', type, instrument: instrument.digest, parties: instrument.terms.parties, body: rounded.value }))
}

/** Makes a message that needs no instrument. */
export function bareMessage<Type extends BareType>(type: Type, body: BareBody<Type>): Result<PartnerMessage, ShapeFault | TermsFault> {
  const read = readJson(bareShapes[type], body)
  if (!read.ok) return read
  const fault = faultInTerms(type, read.value)
  return fault ? refuse(fault) : accept(keep({ family: 'partner', type, instrument: null, parties: partiesOf(read.value), body: read.value }))
}

/** What is wrong with the terms of a proposal; undefined for every other message. */
export function faultInTerms(type: PartnerType, body: Json): TermsFault | undefined {
  if (type !== 'instrument-proposed') return undefined
  const checked = checkTerms((body as { readonly terms: Terms }).terms)
  return checked.ok ? undefined : checked.refusal
}

/** Between whom a proposal would be; null for what names no parties. */
export function partiesOf(body: Json): readonly string[] | null {
  return (body as { readonly terms?: Terms | string }).terms instanceof Object ? (body as { readonly terms: Terms }).terms.parties : null
}

/** Was this made by one of the two functions above? The type says so; this asks the value, for types can be lied to. */
export function wasMade(message: PartnerMessage): boolean {
  return kept.has(message)
}

/** What a message that came may not hold under the instrument that it names, judged as we judge our own. */
export function faultUnder(instrument: Instrument, type: AgreedType, body: Json, on: PlainDate): AgreementFault | undefined {
  const standing = standingOn(instrument, on)
  if (standing !== 'in-force') return { code: 'not-in-force', standing }
  const agreed = instrument.terms.messages.find((one) => one.type === type)
  if (agreed === undefined) return { code: 'type-not-agreed', type }
  const field = fieldsUsed(type, body as AgreedBody).find((one) => !agreed.fields.includes(one))
  if (field !== undefined) return { code: 'field-not-agreed', field }
  return faultInFigures(body) ?? faultInDays(body) ?? (canonicalText(roundBody(instrument, body)) === canonicalText(body) ? undefined : { code: 'not-rounded', place: 'figures' })
}

export function isAgreedType(type: string): type is AgreedType {
  return (agreedTypes as readonly string[]).includes(type)
}

// Only what stands here goes out. Weak: a message that nobody holds any more is forgotten.
const kept = new WeakSet<object>()

function keep(message: Omit<PartnerMessage, typeof made>): PartnerMessage {
  kept.add(message)
  return message as PartnerMessage
}

function figuresOf(body: unknown): readonly AssessedFigure[] {
  invariant(body !== null && typeof body === 'object', 'a body is an object')
  return 'figures' in body ? body.figures as readonly AssessedFigure[] : []
}

function roundBody({ terms }: Instrument, body: Json): Json {
  const figures = figuresOf(body)
  return figures.length === 0 ? body : { ...body as { readonly [member: string]: Json }, figures: figures.map((figure) => roundFigure(figure, terms.rounding)) }
}

function faultInFigures(body: unknown): AgreementFault | undefined {
  const faults = figuresOf(body).map((figure, index) => ({ code: faultInFigure(figure), place: `figures[${index}]` }))
  const fault = faults.find((one): one is { code: FigureFault; place: string } => one.code !== undefined)
  return fault
}

// A period that ends before it begins, or data from after the day to which they speak.
function faultInDays(body: Json): AgreementFault | undefined {
  const { from, until, asOf } = body as { readonly from?: string; readonly until?: string; readonly asOf?: string }
  if (from === undefined || until === undefined || asOf === undefined) return undefined
  return from <= until && until <= asOf ? undefined : { code: 'days-not-in-order', place: 'until' }
}
