import { countries } from './countries.ts'
import { ambiguous, spellings } from './spellings.ts'
import { isStatusCode, statusCodes, type StatusCode } from './status-codes.ts'

/** What a spelling means. Only `country` may be counted as one; the others are quarantined or handled as the profile says. */
export type NameResolution =
  /** `assumed`: the source does not say which country it means, only its makers' custom does; tell the reader. */
  | { readonly kind: 'country'; readonly country: string; readonly assumed: boolean }
  | { readonly kind: 'aggregate' }
  | { readonly kind: 'status'; readonly code: StatusCode }
  | { readonly kind: 'ambiguous'; readonly countries: readonly string[] }
  | { readonly kind: 'unknown' }

/** The sources whose own spellings we know, `ISO 3166` among them. */
const spellingSources: readonly string[] = [...new Set(spellings.map(([source]) => source))].filter((source) => source !== 'common')

/**
 * Finds the country that a spelling means, in the words of one source or, without one, in any.
 * A source that we know to write words is not read as codes: there, `12` or `NA` is a fault of the file, not Algeria or Namibia.
 *
 *     resolveCountry('KOREA, NORTH') // { kind: 'country', country: 'PRK', assumed: false }
 *     resolveCountry('CONGO') // { kind: 'ambiguous', countries: ['COD', 'COG'] }
 *     resolveCountry('CONGO', 'UK Home Office') // { kind: 'country', country: 'COG', assumed: false }
 */
export function resolveCountry(name: string, source?: string): NameResolution {
  return meanings(source).get(normaliseName(name)) ?? { kind: 'unknown' }
}

/**
 * The form in which spellings are compared: no accents, capitals, one blank for whatever is neither letter nor digit,
 * `&` and `St.` written out, and no article at the end (`Gambia, The`; `Pays-Bas (les)`).
 */
export function normaliseName(name: string): string {
  const bare = name.normalize('NFKD').replace(/\p{M}+/gu, '').toUpperCase().replaceAll('&', ' AND ')
  const words = bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return words.replace(/\bST (?=\S)/g, 'SAINT ').replace(/\bSTE (?=\S)/g, 'SAINTE ').replace(/ (THE|LA|LE|LES|L)$/, '')
}

const known = new Map<string, ReadonlyMap<string, NameResolution>>()

function meanings(source: string | undefined): ReadonlyMap<string, NameResolution> {
  const key = source !== undefined && spellingSources.includes(source) ? source : ''
  const found = known.get(key) ?? build(key)
  known.set(key, found)
  return found
}

/** Later entries win: names, then what other sources write, then what nobody may guess, then the source's own words. */
function build(source: string): ReadonlyMap<string, NameResolution> {
  const readsCodes = source === '' || source === 'ISO 3166'
  return new Map<string, NameResolution>([
    ...(readsCodes ? codeMeanings() : []),
    ...countries.toReversed().flatMap((country) => both([country.english, country.french], country.renamedTo ?? country.code)),
    ...spellings.filter(([, , , mark]) => mark === undefined).map(([, spelling, code]) => entry(spelling, code)),
    ...ambiguous.map(([spelling, ...codes]): [string, NameResolution] => [normaliseName(spelling), { kind: 'ambiguous', countries: codes }]),
    // `NA` is Namibia in a list of codes, and a missing value everywhere else.
    ...(source === '' ? [['NA', { kind: 'ambiguous', countries: ['NAM'] }] as [string, NameResolution]] : []),
    ...spellings.filter((row) => row[0] === source).map(([, spelling, code, mark]) => entry(spelling, code, mark === 'assumed')),
  ])
}

/** Today's codes win over withdrawn ones that were given out again (SK, AI); two withdrawn ones with one code (CS, 891) are ambiguous. */
function codeMeanings(): [string, NameResolution][] {
  const found = new Map<string, NameResolution>()
  for (const { code, alpha2, numeric, standing, renamedTo } of countries) {
    for (const written of [code, alpha2, ...paddings(numeric)]) {
      const before = found.get(written)
      if (before?.kind === 'country' && standing === 'withdrawn') {
        if (isWithdrawn(before.country)) found.set(written, { kind: 'ambiguous', countries: [before.country, code] })
      } else found.set(written, meaning(renamedTo ?? code))
    }
  }
  return [...found, ...statusCodes.map((code): [string, NameResolution] => entry(code, code))]
}

const isWithdrawn = (code: string) => countries.some((country) => country.code === code && country.standing === 'withdrawn')

/** `004`, `04` and `4`; nothing where there is no number. */
function paddings(numeric: string): string[] {
  if (numeric === '') return []
  return [...new Set([1, 2, 3].map((digits) => String(Number(numeric)).padStart(digits, '0')))]
}

function both(names: readonly string[], code: string): [string, NameResolution][] {
  return names.map((name) => entry(name, code))
}

function entry(spelling: string, code: string, assumed = false): [string, NameResolution] {
  return [normaliseName(spelling), meaning(code, assumed)]
}

function meaning(code: string, assumed = false): NameResolution {
  if (code === 'aggregate') return { kind: 'aggregate' }
  if (isStatusCode(code)) return { kind: 'status', code }
  return { kind: 'country', country: code, assumed }
}
