import type { Figure } from '../cooperation/figure.ts'
import { countryName } from '../reference/countries.ts'
import { capitalise, formatCount } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { words } from './words.ts'

/** Which place a figure speaks of: a country's name, all of them, what stands where a nationality would, or the code where we know no name. */
export function placeName(country: string, language: Language): string {
  const { figures } = words[language]
  return country === 'all' ? figures.allCountries : lookUp<string>(figures.noCountry, country) ?? countryName(country, language)
}

/** An outcome in words; a code that a source profile of the user's own brings is shown as it is. */
export function outcomeName(outcome: string, language: Language): string {
  return lookUp(words[language].figures.outcomes, outcome) ?? outcome
}

export function clockName(clock: string, language: Language): string {
  if (clock === '') return ''
  return lookUp(words[language].figures.clocks, clock) ?? words[language].figures.clockOf(clock)
}

/** `Disposition: REINST`; the value stays in the spelling of the source. */
export function stratumName(stratum: string, language: Language): string {
  if (stratum === '') return words[language].figures.allStrata
  // A semicolon may stand in a value too: only before a dimension does it divide.
  return stratum.split(/;(?=(?:area|disposition|order-type)=)/).map((part) => {
    const [dimension = '', ...value] = part.split('=')
    const name = lookUp(words[language].figures.strata, dimension) ?? dimension
    return `${name}${language === 'fr' ? '\u00a0' : ''}: ${dimension === 'area' ? areaName(value.join('='), language) : value.join('=')}`
  }).join(', ')
}

/** An area that is a country or a union of them has a name of ours; another keeps the spelling of its source. */
function areaName(area: string, language: Language): string {
  return lookUp<string>(words[language].figures.areas, area) ?? countryName(area, language)
}

/** What a figure measures, with its day and outcome. */
export function measureName(figure: Pick<Figure, 'measure' | 'day' | 'outcome'> & { readonly clock?: string }, language: Language): string {
  // Only on these two clocks is what was counted a request.
  if (figure.measure === 'requests' && figure.clock !== undefined && !['own', 'state'].includes(figure.clock)) return words[language].figures.casesCounted
  const day = figure.day === null ? '' : formatCount(figure.day, language)
  const outcome = figure.outcome === '' ? '' : outcomeName(figure.outcome, language)
  const name = capitalise(words[language].figures.measures[figure.measure]({ day, outcome }))
  // Counts and rates may be about one outcome too; their sentence has no room for it.
  const apart = outcome !== '' && ['count', 'return-rate', 'stock', 'answered-by', 'completed-by'].includes(figure.measure)
  return apart ? `${name} (${outcome})` : name
}

export function methodName(method: string, language: Language): string {
  return lookUp(words[language].methods, method)?.title ?? method
}

/** An entry that the table itself has: codes come from files, and `constructor` is no outcome. */
export function lookUp<Entry>(table: Readonly<Record<string, Entry>>, code: string): Entry | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined
}
