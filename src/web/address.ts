import { type Language, languages } from '../text/language.ts'

/** Where a request points: the same path and query exist in both languages. */
export type Address = {
  readonly language: Language
  /** After the language: `/countries/GIN`; empty for the first page. */
  readonly path: string
  /** With its question mark; empty when there is none. */
  readonly search: string
}

/** Reads an address that begins with a language; undefined for every other. */
export function readAddress(url: string): Address | undefined {
  const [, language, path = '', search = ''] = /^\/(en|fr)(\/[^?]*)?(\?.*)?$/.exec(url) ?? []
  return languages.includes(language as Language) ? { language: language as Language, path, search } : undefined
}

export function hrefTo(language: Language, path: string, wishes: Readonly<Record<string, string | number | null>> = {}): string {
  const stated = Object.entries(wishes).flatMap(([name, value]): [string, string][] => (value === null || value === '' ? [] : [[name, String(value)]]))
  return stated.length === 0 ? `/${language}${path}` : `/${language}${path}?${new URLSearchParams(stated).toString()}`
}

/** The same place in the other language. */
export function otherLanguageOf({ language, path, search }: Address): string {
  return `/${language === 'en' ? 'fr' : 'en'}${path}${search}`
}

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
