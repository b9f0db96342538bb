import { isOutOfDate, standingEntries } from '../../cooperation/country-entry.ts'
import { measureOf, standingOfMeasure } from '../../cooperation/engagement.ts'
import { instrumentsOn } from '../../cooperation/instruments-on.ts'
import { countries } from '../../reference/countries.ts'
import { listEntries, listMeasures, type KeptMeasure } from '../../store/country-knowledge.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadLaw } from '../cases/load-law.ts'
import { readOnly } from '../read-only.ts'

/** One country of the list: how much is known, and what is open. No number in it says how a country behaves. */
export type CountryLine = { readonly code: string; readonly entries: number; readonly outOfDate: number; readonly measures: number; readonly instruments: number }

/** Every country of today. The page puts them in the order of their names. */
export function readCountries(services: CaseServices): Promise<readonly CountryLine[]> {
  const today = services.clock.today()
  return readOnly(services, async (tx) => {
    const entries = Map.groupBy(standingEntries(await listEntries(tx)), ({ country }) => country)
    const measures = Map.groupBy((await listMeasures(tx)).filter(isOpen), ({ country }) => country)
    const { book } = await loadLaw(tx, services)
    return countries.filter(({ standing }) => standing !== 'withdrawn').map(({ code, alpha2 }) => {
      const known = entries.get(code) ?? []
      const instruments = instrumentsOn(book, alpha2, today).filter(({ standing }) => standing !== 'over')
      return { code, entries: known.length, outOfDate: known.filter((entry) => isOutOfDate(entry, today)).length, measures: measures.get(code)?.length ?? 0, instruments: instruments.length }
    })
  })

  function isOpen({ events }: KeptMeasure): boolean {
    return ['decided', 'in-force'].includes(standingOfMeasure(measureOf(events), today))
  }
}
