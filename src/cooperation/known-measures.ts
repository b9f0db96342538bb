import type { PlainDate } from '../kernel/day.ts'
import type { Rung } from './engagement.ts'

/** A measure of another authority that was announced in public. It carries no sunset or evidence, for none was published with it. */
export type KnownMeasure = {
  readonly country: string
  /** ISO 3166-1 alpha-3, or `EUU` for the European Union. */
  readonly takenBy: string
  readonly rung: Rung
  readonly what: InBothLanguages
  readonly legalBasis: InBothLanguages
  /** As far as a source says it: a day, a month or a year. */
  readonly startsOn: string
  readonly endsOn?: string
  readonly source: InBothLanguages
}

type InBothLanguages = { readonly en: string; readonly fr: string }

const research = { en: 'Congressional Research Service, IF11025, and press of the day', fr: 'Congressional Research Service, IF11025, et presse du jour' }
const act = { en: '8 USC 1253(d)', fr: '8 USC 1253(d)' }
const visaCode = { en: 'Regulation (EC) 810/2009, article 25a', fr: 'Règlement (CE) no\u00a0810/2009, article 25\u00a0bis' }
const council = { en: 'Council of the European Union, as told by press and observers', fr: 'Conseil de l’Union européenne, selon la presse et des observateurs' }

/** Announced measures with a date that some source gives. None of these sources was read in full: `secondary` throughout. */
export const knownMeasures: readonly KnownMeasure[] = [
  visas('GUY', '2001', 'Visas of officials and their families', 'Visas des fonctionnaires et de leurs familles'),
  visas('GMB', '2016-10-01', 'Visas of officials', 'Visas des fonctionnaires'),
  visas('KHM', '2017-09-13', 'Visitor visas of senior foreign-ministry officials and their families', 'Visas de visiteur des hauts fonctionnaires des Affaires étrangères et de leurs familles'),
  visas('ERI', '2017-09-13', 'All visitor visas', 'Tous les visas de visiteur', 'class-visa'),
  { ...visas('GIN', '2017-09-13', 'Visitor and student visas of officials and their families', 'Visas de visiteur et d’étudiant des fonctionnaires et de leurs familles'), endsOn: '2018-08-27' },
  visas('SLE', '2017-09-13', 'Visitor visas of foreign-ministry and immigration officials', 'Visas de visiteur des fonctionnaires des Affaires étrangères et de l’immigration'),
  visas('MMR', '2018-07-09', 'Visitor visas of senior officials of named ministries', 'Visas de visiteur des hauts fonctionnaires de ministères désignés'),
  visas('LAO', '2018-07-09', 'Visas of officials', 'Visas des fonctionnaires'),
  union('GMB', '2021-10-07', 'class-visa', 'Slower and fewer visas, no waiver of the fee for some', 'Visas plus lents et moins nombreux, sans exonération de droits pour certains'),
  { ...union('GMB', '2022-12', 'broad-visa', 'Higher visa fee', 'Droits de visa plus élevés'), endsOn: '2024-04' },
  union('ETH', '2024-04', 'class-visa', 'Forty-five days for a visa, no multiple entries, no waivers', 'Quarante-cinq jours pour un visa, sans entrées multiples ni exonérations'),
]

/** Announced measures towards a country, the earliest first. */
export function knownMeasuresOf(country: string): readonly KnownMeasure[] {
  return knownMeasures.filter((one) => one.country === country).toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
}

/** The day from which its effect is looked for; undefined where no source gives a day. */
export function startDayOf({ startsOn }: KnownMeasure): PlainDate | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(startsOn) ? (startsOn as PlainDate) : undefined
}

function visas(country: string, startsOn: string, en: string, fr: string, rung: Rung = 'targeted-visa'): KnownMeasure {
  return { country, takenBy: 'USA', rung, what: { en, fr }, legalBasis: act, startsOn, source: research }
}

function union(country: string, startsOn: string, rung: Rung, en: string, fr: string): KnownMeasure {
  return { country, takenBy: 'EUU', rung, what: { en, fr }, legalBasis: visaCode, startsOn, source: council }
}
