import { describe, expect, test } from 'vitest'
import { transliterate } from './transliterate.ts'

describe('punctuation, part 3, section 4.6', () => {
  test.each([
    ["D'Artagnan", 'DARTAGNAN'], ['D’ARTAGNAN', 'DARTAGNAN'], ['Marie-Elise', 'MARIE ELISE'], ['Anna, Maria', 'ANNA MARIA'],
    ['  Van  der\tMuellen ', 'VAN DER MUELLEN'], ['St. John (Jr.)', 'ST JOHN JR'], ['Sample–One', 'SAMPLE ONE'],
  ])('%s becomes %s', (text, written) => {
    expect(transliterate(text)).toEqual({ ok: true, value: written.split(' ') })
  })
})

describe('Latin letters, section 6 A', () => {
  test.each([
    ['Müller', 'MUELLER', 'MULLER'], ['Ångström', 'AANGSTROEM', 'ANGSTROM'], ['Øre', 'OERE', 'OERE'], ['Weiß', 'WEISS', 'WEISS'], ['Þór', 'THOR', 'THOR'],
    ['Ñandú', 'NANDU', 'NANDU'], ['Çelik', 'CELIK', 'CELIK'], ['ışık', 'ISIK', 'ISIK'], ['İnce', 'INCE', 'INCE'], ['Œuvré', 'OEUVRE', 'OEUVRE'],
  ])('%s becomes %s, or plain %s', (text, speltOut, plain) => {
    expect([transliterate(text), transliterate(text, { latin: 'plain' })]).toEqual([{ ok: true, value: [speltOut] }, { ok: true, value: [plain] }])
  })

  test('a letter written with a separate mark is the same letter', () => {
    expect(transliterate('Mu\u0308ller')).toEqual({ ok: true, value: ['MUELLER'] })
  })
})

describe('Cyrillic letters, section 6 B', () => {
  test.each([
    ['Жуков', 'other', 'ZHUKOV'], ['Жуков', 'serbian', 'ZUKOV'], ['Щ', 'bulgarian', 'SHT'], ['Щ', 'other', 'SHCH'], ['Ёлка', 'other', 'ELKA'], ['Ёлка', 'belarusian', 'IOLKA'],
    ['Ґава', undefined, 'GAVA'], ['Гава', 'ukrainian', 'HAVA'], ['Єва', 'ukrainian', 'YEVA'], ['Мєва', 'ukrainian', 'MIEVA'], ['Яна', 'ukrainian', 'YANA'], ['Яна', 'other', 'IANA'],
    ['Мілія', 'ukrainian', 'MILIIA'], ['Ћ', 'serbian', 'C'], ['Ѓ', 'macedonian', 'GJ'], ['Џ', 'macedonian', 'DJ'], ['Объезд', 'other', 'OBIEEZD'],
  ] as const)('%s (%s) becomes %s', (text, cyrillic, written) => {
    expect(transliterate(text, cyrillic === undefined ? {} : { cyrillic })).toEqual({ ok: true, value: [written] })
  })

  test('where languages differ, one must be named', () => {
    expect(transliterate('Гава')).toEqual({ ok: false, refusal: { code: 'language-needed', character: 'Г', text: 'Гава' } })
  })

  test.each([['Ь', 'other'], ['Ћ', 'macedonian'], ['Ғ', 'other'], ['Һ', 'other'], ['Ө', 'other']] as const)('%s (%s) is in no table that fits, and is refused', (text, cyrillic) => {
    expect(transliterate(text, { cyrillic })).toEqual({ ok: false, refusal: { code: 'letter-not-in-table', character: text, text } })
  })
})

describe('Arabic script, section 6 C', () => {
  test('the name that appendix B.5.7 spells out', () => {
    expect(transliterate('ابو بكر محمد بن زكريا الرازي')).toEqual({ ok: true, value: ['ABW', 'BKR', 'MXHMD', 'BN', 'ZKRYA', 'ALRAZY'] })
  })

  test('teh marbuta is XAH at the end of a component and XTA within it', () => {
    expect(transliterate('\u0628\u0629 \u0629\u0628')).toEqual({ ok: true, value: ['BXAH', 'XTAB'] })
  })

  test('shadda doubles a letter that is written as one, with a vowel mark between or not', () => {
    expect(transliterate('\u0639\u0628\u0651\u0627\u0633')).toEqual({ ok: true, value: ['EBBAS'] })
    expect(transliterate('\u0639\u0628\u0651\u064E\u0627\u0633')).toEqual({ ok: true, value: ['EBBAS'] })
  })

  test('shadda on a letter that is written as several is refused: the standard doubles it in two ways', () => {
    expect(transliterate('\u0641\u0636\u0651\u0629')).toMatchObject({ ok: false, refusal: { code: 'doubling-unclear' } })
  })

  test('letters that the standard leaves unwritten as obsolete are refused, not dropped', () => {
    expect(transliterate('\u0628\u06A7')).toMatchObject({ ok: false, refusal: { code: 'letter-not-in-table' } })
  })
})

test.each([
  ['Sample1', 'digit-in-name'], ['Sample٣', 'digit-in-name'], ['Ștefan', 'letter-not-in-table'], ['Nguyễn', 'letter-not-in-table'], ['山田', 'letter-not-in-table'],
  ['A<B', 'letter-not-in-table'], ['A+B', 'letter-not-in-table'], ['S😀', 'letter-not-in-table'], ["'", 'nothing-left'], ['', 'nothing-left'], [' - , ', 'nothing-left'],
])('%j is refused: %s', (text, code) => {
  expect(transliterate(text)).toMatchObject({ ok: false, refusal: { code } })
})
