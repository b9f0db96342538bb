import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import type { Instrument } from '../law/instrument.ts'

/** Where a moratorium or designation stands on a day. An end that nobody verified ends nothing for certain. */
export type InstrumentStanding = 'in-force' | 'may-be-in-force' | 'over' | 'to-come'

/** Everything that the law book holds about a country (ISO 3166-1 alpha-2), with its standing on a day; what is over stands last. */
export function instrumentsOn({ instruments }: Pick<LawBook, 'instruments'>, country: string, day: PlainDate): readonly { readonly instrument: Instrument; readonly standing: InstrumentStanding }[] {
  const order: readonly InstrumentStanding[] = ['in-force', 'may-be-in-force', 'to-come', 'over']
  return instruments.filter(({ place, kind }) => place.country === country && kind !== 'third-country-policy')
    .map((instrument) => ({ instrument, standing: standingOn(instrument, day) }))
    .toSorted((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing))
}

function standingOn({ startsOn, endsOn, text }: Instrument, day: PlainDate): InstrumentStanding {
  if (startsOn !== undefined && startsOn > day) return 'to-come'
  if (endsOn !== undefined && endsOn.day < day) return endsOn.text === 'verified' ? 'over' : 'may-be-in-force'
  return text === 'verified' ? 'in-force' : 'may-be-in-force'
}
