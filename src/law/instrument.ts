import type { PlainDate } from '../kernel/day.ts'
import type { Bilingual, Jurisdiction, TextStatus } from './rule.ts'

/** `moratorium`: no removal to a place. `tps`, `ded`: protection of a nationality. `removal-policy`: dated conditions on where. */
export type InstrumentKind = 'moratorium' | 'tps' | 'ded' | 'third-country-policy'

/** Which kinds some gate asks about. One of another kind would hold nothing, whatever its title says, and is refused. */
export const askedInstruments: Readonly<Record<Jurisdiction, readonly InstrumentKind[]>> = { CA: ['moratorium'], US: ['tps', 'ded', 'third-country-policy'] }

/**
 * A whole country, or named parts of one. Codes are ISO 3166-1 alpha-2; parts are names as the instrument spells them.
 * `outside` names places of that country that lie wholly outside the parts; of any other name nobody knows on which side it lies.
 */
export type Place = { readonly country: string; readonly parts?: readonly string[]; readonly outside?: readonly string[] }

/**
 * A dated act of an authority about a place or a nationality: never a constant of the program.
 * A missing `endsOn` means that no end is known; an end that is not verified does not open anything.
 */
export type Instrument = {
  readonly code: string
  readonly kind: InstrumentKind
  readonly jurisdiction: Jurisdiction
  readonly title: Bilingual
  readonly place: Place
  readonly legalBasis: string
  readonly startsOn?: PlainDate
  /** Where the start is not known: the first day on which some source shows it in force. */
  readonly knownInForceOn?: PlainDate
  readonly endsOn?: { readonly day: PlainDate; readonly text: TextStatus }
  /** The end as the publishing notice states it, where it differs from the one that was applied. */
  readonly noticedEndOn?: PlainDate
  readonly text: TextStatus
  readonly source: string
  readonly checkedOn: PlainDate
  readonly reviewBy: PlainDate
}

/**
 * Says how complete a kind of instrument is. A place missing from a list that is past `reviewBy` is unknown, not free; one that is
 * missing from a list that is not `verified` (read in a list of the authority’s own) has not been shown to be free either.
 */
export type InstrumentList = {
  readonly kind: InstrumentKind
  readonly jurisdiction: Jurisdiction
  readonly text: TextStatus
  readonly source: string
  readonly checkedOn: PlainDate
  readonly reviewBy: PlainDate
}
