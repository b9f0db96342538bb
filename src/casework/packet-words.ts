import { foldText } from './fold-text.ts'
import { claimPhrases, claimSigns, claimStems } from './packet-word-list.ts'

type Searched = { readonly word: string; readonly pattern: RegExp }

// Up to this many signs that are no letters may stand between two letters: a hyphen, a line break, the margin of the next line.
const between = '[^a-z0-9]{0,8}'

const inNames: readonly Searched[] = [...claimStems.map(stemOf), ...claimPhrases.map(phraseOf)]
const anyInNames = new RegExp(inNames.map(({ pattern }) => pattern.source).join('|'))
const inFiles: readonly Searched[] = [...inNames, ...claimSigns.map(signOf)]

// Machine-readable lines of a stateless person's or a refugee's document: as issuing state, and as nationality (ICAO Doc 9303 parts 3 to 5).
const statusLine = /[PIACV][A-Z<]XX[ABC][A-Z<]|[A-Z0-9<]{9}[0-9O<]XX[ABC][0-9O]{6}|[0-9O<]{7}[MFX<][0-9O<]{7}XX[ABC]/

/** The words in a text, of a file or a file's name, that tell that somebody sought or holds protection: English and French. */
export function claimWordsIn(text: string): readonly string[] {
  return [...search(inFiles, text), ...(statusLine.test(text.toUpperCase().replaceAll(/\s/g, '')) ? ['XXA, XXB, XXC'] : [])]
}

/** Does a name or a place tell of a claim? Short signs are not looked for: there are families called Cat. */
export function tellsOfClaim(text: string): boolean {
  return readingsOf(text).some((reading) => anyInNames.test(reading))
}

function search(words: readonly Searched[], text: string): readonly string[] {
  const readings = readingsOf(text)
  return words.filter(({ pattern }) => readings.some((reading) => pattern.test(reading))).map(({ word }) => word)
}

// With digits as digits and as the letters they are drawn like; with unseen signs as nothing and as gaps.
function readingsOf(text: string): readonly string[] {
  return [...new Set((['digits', 'letters'] as const).flatMap((digits) => [foldText(text, digits, ''), foldText(text, digits, ' ')]))]
}

/** Anywhere, inside longer words too: long enough to be nothing else. */
function stemOf(word: string): Searched {
  return { word, pattern: new RegExp(lettersOf(word).join(between)) }
}

/** Whole words only: "asile" is not Basile. */
function phraseOf(word: string): Searched {
  return { word, pattern: new RegExp(`(?<![a-z])${lettersOf(word).join(between)}(?![a-z])`) }
}

/** Initials and form numbers: whole, with no more than dots, hyphens and spaces in them. */
function signOf(word: string): Searched {
  return { word, pattern: new RegExp(`(?<![a-z0-9])${lettersOf(word).join('[ ._-]{0,2}')}(?![a-z0-9])`) }
}

// r and n together look like m, two v like w.
function lettersOf(word: string): readonly string[] {
  const letters = Array.from(foldText(word, 'digits', '').replaceAll(/[^a-z0-9]/g, ''))
  return letters.map((letter) => (letter === 'm' ? '(?:m|rn)' : letter === 'w' ? '(?:w|vv)' : letter))
}
