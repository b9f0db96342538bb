import { accept, refuse, type Result } from '../kernel/result.ts'
import { writeArabic } from './arabic-letters.ts'
import { writeCyrillic, type CyrillicLanguage } from './cyrillic-letters.ts'
import { writeLatin, type LatinStyle } from './latin-letters.ts'

export type Spelling = { readonly cyrillic?: CyrillicLanguage; readonly latin?: LatinStyle }

export type NameRefusal =
  | { readonly code: 'digit-in-name' | 'letter-not-in-table' | 'language-needed' | 'doubling-unclear'; readonly character: string; readonly text: string }
  | { readonly code: 'nothing-left'; readonly text: string }

const apostrophes = /['\u2018\u2019\u02BC\u02B9\u02BB\u0060\u00B4]/gu
const separators = /[\s,\u060C\p{Pd}]+/u

/**
 * The components of an identifier in A to Z, as Doc 9303 part 3, sections 4.6 and 6, writes them: hyphens, commas and spaces part,
 * apostrophes and other punctuation vanish. A letter that stands in no table is refused; nobody guesses.
 *
 *     transliterate('O’Connor-Müller')  // OCONNOR, MUELLER
 */
export function transliterate(text: string, spelling: Spelling = {}): Result<readonly string[], NameRefusal> {
  const components: string[] = []
  for (const part of text.split(separators)) {
    const written = writeComponent(part, spelling)
    if (!written.ok) return written
    if (written.value !== '') components.push(written.value)
  }
  return components.length === 0 ? refuse({ code: 'nothing-left', text }) : accept(components)
}

function writeComponent(part: string, spelling: Spelling): Result<string, NameRefusal> {
  const letters = Array.from(part.toUpperCase().normalize('NFC').replace(apostrophes, '').replace(/\p{P}/gu, ''))
  let written = ''
  for (const [index, letter] of letters.entries()) {
    const answer = writeLetter(letters, index, spelling)
    if (answer === undefined) return refuse({ code: /\p{N}/u.test(letter) ? 'digit-in-name' : 'letter-not-in-table', character: letter, text: part })
    if (!answer.ok) return refuse({ code: answer.refusal, character: letter, text: part })
    written += answer.value
  }
  return accept(written)
}

function writeLetter(letters: readonly string[], index: number, { cyrillic, latin }: Spelling): Result<string, 'language-needed' | 'doubling-unclear'> | undefined {
  const letter = letters[index] ?? ''
  const plain = writeLatin(letter, latin ?? 'spelt-out')
  return plain === undefined ? writeCyrillic(letter, cyrillic, index === 0) ?? writeArabic(letters, index) : accept(plain)
}
