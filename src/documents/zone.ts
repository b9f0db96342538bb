import type { PlainDate } from '../kernel/day.ts'

/** Formats of ICAO Doc 9303: cards (TD1, TD2), passports (TD3), visas (MRV-A, MRV-B). */
export const zoneFormats = ['TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B'] as const
export type ZoneFormat = (typeof zoneFormats)[number]

/** What a check digit says about the letters before it. */
export type Verdict = 'verified' | 'refuted' | 'not-printed' | 'ambiguous'

/** A field as printed, what it means, and what its check digit proves. */
export type Field<Value> = { readonly text: string; readonly value: Value; readonly verdict: Verdict }

export type Sex = 'female' | 'male' | 'unspecified'

/** Components in A to Z, as they stand between single fillers. */
export type ZoneName = { readonly primary: readonly string[]; readonly secondary: readonly string[] }

/** Year of two digits, month and day; a part that is not known is left out. */
export type PartialDate = { readonly year?: string; readonly month?: string; readonly day?: string }

export type DateReading =
  | { readonly kind: 'day'; readonly on: PlainDate }
  /** Two centuries are possible, the earlier day first. */
  | { readonly kind: 'two-days'; readonly on: readonly [PlainDate, PlainDate] }
  | { readonly kind: 'partly-unknown'; readonly parts: PartialDate }
  | { readonly kind: 'no-day' }

export type CodeReading =
  /** `country` is the code under which Comity keeps it. */
  | { readonly kind: 'country'; readonly code: string; readonly country: string; readonly standing: 'today' | 'withdrawn' }
  | { readonly kind: 'organization' | 'specimen'; readonly code: string }
  /** Tells that a person is stateless, a refugee, or of a nationality without a state: never to reach a home state. */
  | { readonly kind: 'status'; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string }

/** One way to read a number that goes on in the further data. */
export type NumberReading = {
  readonly number: string
  readonly optionalData: string
  /** How the digit was counted: part 5 leaves the filler after the ninth place out, older practice counts it as 0. */
  readonly counted: 'without-filler' | 'with-filler'
}

/** What stands in a field and cannot stand there. Lines and positions count from 1. */
export type ZoneFault = {
  readonly code: 'digit-in-name' | 'odd-separators' | 'no-name' | 'no-day' | 'no-sex' | 'unknown-code' | 'letter-for-digit' | 'filler-before-data'
  readonly line: number
  readonly position: number
  /** The whole field. */
  readonly text: string
}

export type StatusField = 'document-code' | 'issuing-state' | 'nationality'

/** What a zone says, field by field. */
export type Zone = {
  readonly format: ZoneFormat
  readonly documentCode: Field<string>
  readonly issuingState: Field<CodeReading>
  readonly name: Field<ZoneName>
  /** The last place of the name holds a letter: part of the name may be missing. */
  readonly mayBeCut: boolean
  readonly documentNumber: Field<string>
  /** More than one only where the verdict is `ambiguous`. */
  readonly numberReadings: readonly NumberReading[]
  readonly nationality: Field<CodeReading>
  readonly dateOfBirth: Field<DateReading>
  readonly sex: Field<Sex | undefined>
  readonly dateOfExpiry: Field<DateReading>
  /** The further data of an issuer, or the personal number of a passport. */
  readonly optionalData: Field<string>
  /** The second field of further data of a TD1; empty in the others. */
  readonly moreOptionalData: Field<string>
  /** The digit over several fields; visas have none. */
  readonly composite: Verdict
  readonly disclosesStatus: readonly StatusField[]
  readonly faults: readonly ZoneFault[]
}

export type ZoneRefusal =
  /** Lines and positions count from 1. */
  | { readonly code: 'foreign-character'; readonly line: number; readonly position: number; readonly character: string }
  | { readonly code: 'no-such-format'; readonly lengths: readonly number[] }
  | { readonly code: 'unknown-document-code'; readonly text: string; readonly lines: number; readonly length: number }
