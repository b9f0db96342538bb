import { systemFaults as english } from './en/system-faults.ts'
import { systemFaults as french } from './fr/system-faults.ts'
import type { Language } from './language.ts'

/** What a fault of the operating system means, from its code or from a message that begins with it; else the system’s own words. */
export function systemFault(cause: string, language: Language): string {
  const { other, ...words }: Readonly<Record<string, string>> & { readonly other: (words: string) => string } = (language === 'fr' ? french : english) as never
  // "ENOENT: no such file or directory, open …", "connect ECONNREFUSED 127.0.0.1:5432", "getaddrinfo ENOTFOUND …".
  const code = /^(?:connect |getaddrinfo |read |write )?([A-Z][A-Z_]+)\b/.exec(cause)?.[1] ?? ''
  return Object.hasOwn(words, code) ? (words[code] ?? '') : other(cause)
}
