import { accept, refuse, type Result } from '../kernel/result.ts'

/** `other`: Russian, and every language for which the table names no exception. */
export type CyrillicLanguage = 'belarusian' | 'bulgarian' | 'macedonian' | 'serbian' | 'ukrainian' | 'other'

type Written = { readonly general: string; readonly firstInUkrainian?: string } & Partial<Readonly<Record<CyrillicLanguage, string>>>

/** Doc 9303 part 3 (eighth edition), section 6 B: letters written alike in every language. */
const alike: Readonly<Record<string, string>> = {
  Ѕ: 'DZ', І: 'I', Ј: 'J', Љ: 'LJ', Њ: 'NJ', Ў: 'U', А: 'A', Б: 'B', В: 'V', Д: 'D', Е: 'E', З: 'Z', К: 'K', Л: 'L', М: 'M', Н: 'N', О: 'O', П: 'P',
  Р: 'R', С: 'S', Т: 'T', У: 'U', Ф: 'F', Ъ: 'IE', Ы: 'Y', Э: 'E', Ѫ: 'U', Ѵ: 'Y', Ґ: 'G',
}

/** And those that differ. */
const different: Readonly<Record<string, Written>> = {
  Ё: { general: 'E', belarusian: 'IO' },
  Є: { general: 'IE', firstInUkrainian: 'YE' },
  Ї: { general: 'I', firstInUkrainian: 'YI' },
  Ќ: { general: 'K', macedonian: 'KJ' },
  Џ: { general: 'DZ', macedonian: 'DJ' },
  Г: { general: 'G', belarusian: 'H', serbian: 'H', ukrainian: 'H' },
  Ж: { general: 'ZH', serbian: 'Z' },
  И: { general: 'I', ukrainian: 'Y' },
  Й: { general: 'I', firstInUkrainian: 'Y' },
  Х: { general: 'KH', serbian: 'H', macedonian: 'H' },
  Ц: { general: 'TS', serbian: 'C', macedonian: 'C' },
  Ч: { general: 'CH', serbian: 'C' },
  Ш: { general: 'SH', serbian: 'S' },
  Щ: { general: 'SHCH', bulgarian: 'SHT' },
  Ю: { general: 'IU', firstInUkrainian: 'YU' },
  Я: { general: 'IA', firstInUkrainian: 'YA' },
}

/**
 * Letters whose code point and language do not fit each other in the table: it prints GJ for Macedonian beside the Kazakh Ғ, C beside Һ,
 * and D beside a code point of Ђ with the shape of Ћ. Written for the one language whose alphabet has the letter, refused for any other.
 */
const ofOneLanguage: Readonly<Record<string, Partial<Readonly<Record<CyrillicLanguage, string>>>>> = {
  Ђ: { serbian: 'D' }, Ћ: { serbian: 'C' }, Ѓ: { macedonian: 'GJ' },
}

/** What is written for a Cyrillic letter; refused where languages differ and none is named; undefined where the table has nothing. */
export function writeCyrillic(letter: string, language: CyrillicLanguage | undefined, first: boolean): Result<string, 'language-needed'> | undefined {
  const same = alike[letter]
  if (same !== undefined) return accept(same)
  if (language === undefined) return letter in different || letter in ofOneLanguage ? refuse('language-needed') : undefined
  const written = different[letter]
  const own = written === undefined ? ofOneLanguage[letter]?.[language] : ownWay(written, language, first)
  return own === undefined ? undefined : accept(own)
}

function ownWay(written: Written, language: CyrillicLanguage, first: boolean): string {
  if (first && language === 'ukrainian' && written.firstInUkrainian !== undefined) return written.firstInUkrainian
  return written[language] ?? written.general
}
