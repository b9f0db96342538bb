import { findDay } from '../kernel/day.ts'
import { findCountry } from '../reference/countries.ts'

// What a request to a requested state says of a person. Casework judges each of these more closely before anything leaves, and alone
// decides what does; this room sees to it that nothing of another shape travels, and judges alike what a node receives.

/** A name or a place: letters with their marks, spaces, hyphens, apostrophes, full stops and joiners; composed, at most a hundred signs. */
export function isName(text: string): boolean {
  return text === text.normalize('NFC') && Array.from(text).length <= 100 && /^\p{L}[\u{200c}\u{200d}\p{L}\p{M} '’.-]*$/u.test(text)
}

/** As much of a birth as is known: a year, a month or a day. */
export function isBirth(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) && findDay(`${text}${'-01'.repeat((10 - text.length) / 3)}`) !== undefined
}

export function isDocumentNumber(text: string): boolean {
  return text.length <= 30 && /\d/.test(text) && /^[A-Z0-9]+(?:[ /-][A-Z0-9]+)*$/.test(text)
}

/** An article, or the code of an agreement: too short to tell a story. */
export function isCitation(text: string): boolean {
  return text.length <= 40 && /^[A-Za-z0-9]+(?:[ .()/-]{1,2}[A-Za-z0-9]+)*[.)]?$/.test(text)
}

/** A country of today or one that is gone: somebody may have been born there. */
export function wasCountry(code: string): boolean {
  return findCountry(code) !== undefined
}
