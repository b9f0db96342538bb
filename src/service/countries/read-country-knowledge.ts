import type { Agreement } from '../../casework/agreement.ts'
import { standingEntries } from '../../cooperation/country-entry.ts'
import { instrumentsOn, type InstrumentStanding } from '../../cooperation/instruments-on.ts'
import { knownMeasuresOf, type KnownMeasure } from '../../cooperation/known-measures.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { Instrument } from '../../law/instrument.ts'
import { findCountry, type Country } from '../../reference/countries.ts'
import { listEntries, listMeasures, type KeptEntry, type KeptMeasure } from '../../store/country-knowledge.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadLaw } from '../cases/load-law.ts'
import { readCountry, type CountryPart } from '../read-country.ts'
import { readOnly } from '../read-only.ts'
import { readingOf } from './country-reading.ts'

export type CountryKnowledge = {
  readonly country: Country
  readonly today: PlainDate
  readonly parts: readonly CountryPart[]
  /** Every entry ever recorded, in that order, and those that stand. */
  readonly history: readonly KeptEntry[]
  readonly entries: readonly KeptEntry[]
  readonly agreements: readonly Agreement[]
  readonly instruments: readonly { readonly instrument: Instrument; readonly standing: InstrumentStanding }[]
  readonly measures: readonly KeptMeasure[]
  readonly announced: readonly KnownMeasure[]
}

/** Everything that is known of one country of today; undefined where there is none with this code. */
export async function readCountryKnowledge(services: CaseServices, code: string): Promise<CountryKnowledge | undefined> {
  const country = findKnownCountry(code)
  if (!country) return undefined
  const today = services.clock.today()
  const { parts } = await readCountry(readingOf(services), code)
  return readOnly(services, async (tx) => {
    const history = await listEntries(tx, code)
    const { book } = await loadLaw(tx, services)
    return {
      country, today, parts, history, entries: standingEntries(history), agreements: services.agreements.filter((one) => one.country === country.alpha2),
      instruments: instrumentsOn(book, country.alpha2, today), measures: await listMeasures(tx, code), announced: knownMeasuresOf(code),
    }
  })
}

/** A country of today by its three letters. */
export function findKnownCountry(code: string): Country | undefined {
  const country = findCountry(code)
  return country?.standing === 'withdrawn' ? undefined : country
}
