import { type Language, languages } from '../text/language.ts'

export { preferredLanguage } from '../text/preferred-language.ts'

/** Where a request points: the same path and query exist in both languages. */
export type Address = {
  readonly language: Language
  /** After the language: `/countries/GIN`; empty for the first page. */
  readonly path: string
  /** With its question mark; empty when there is none. */
  readonly search: string
  /** Whether people can sign in at this server: its public pages then lead there. */
  readonly signIn?: boolean
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
