import { type Language, languages } from './language.ts'

/**
 * The language that a browser likes best, of the two that we have; English when it names neither.
 * Accept-Language, RFC 9110 section 12.5.4: `fr-CA,fr;q=0.9,en;q=0.8`. Weight 0 means never.
 */
export function preferredLanguage(accepted: string | undefined): Language {
  const wishes = (accepted ?? '').slice(0, 500).split(',').map((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((text) => text !== undefined)
    return { language: languages.find((one) => range === one || range.startsWith(`${one}-`)), weight: weight === undefined ? 1 : Number(weight) }
  })
  const known = wishes.filter(({ language, weight }) => language !== undefined && weight > 0)
  return known.toSorted((one, other) => other.weight - one.weight)[0]?.language ?? 'en'
}
