import { describe, expect, test } from 'vitest'
import { fitName } from './fit-name.ts'

const fit = (primary: string, secondary: string, places: number) => {
  const components = (text: string) => (text === '' ? [] : text.split(' '))
  return fitName({ primary: components(primary), secondary: components(secondary) }, places)
}

describe('names of Doc 9303 that fit', () => {
  test.each([
    ['ERIKSSON', 'ANNA MARIA', 39, 'ERIKSSON<<ANNA<MARIA'],
    ['VAN DER MUELLEN', 'MARTIN', 39, 'VAN<DER<MUELLEN<<MARTIN'],
    ['ARKFREITH', '', 30, 'ARKFREITH'],
    ['SATRIYA SUDARPA', '', 31, 'SATRIYA<SUDARPA'],
    ['PAPANDROPOULOUS', 'JONATHON WARREN TREVOR', 39, 'PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR'],
    ['PAPANDROPOULOUS', 'JONATHON ALEC', 30, 'PAPANDROPOULOUS<<JONATHON<ALEC'],
  ])('%s, %s', (primary, secondary, places, text) => {
    expect(fit(primary, secondary, places)).toEqual({ text: text.padEnd(places, '<'), cut: false })
  })
})

describe('names that are cut as an example of part 4, 5 or 6 cuts them', () => {
  test.each([
    ['NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG KRASUANG', 39, 'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K'],
    ['NILAVADHANANANDA', 'ARNPOL PETCH CHARONGUANG', 39, 'NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU'],
    ['BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL', 'DINGO POTOROO', 39, 'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI'],
    ['NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG KRASUANG', 30, 'NILAVADHANANANDA<<CHAYAPA<DE<K'],
    ['BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL', 'DINGO POTOROO', 30, 'BENNELONG<WOOLOOMOOLOO<W<W<<DI'],
    ['VILARCHAO FERNANDEZ', 'JOSE RAMON', 30, 'VILARCHAO<FERNANDEZ<<JOSE<RAMO'],
    ['NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG KRASUANG', 31, 'NILAVADHANANANDA<<CHAYAPA<DEJ<K'],
  ])('%s, %s in %i places', (primary, secondary, places, text) => {
    expect(fit(primary, secondary, places)).toEqual({ text, cut: true })
  })
})

test('a name that is cut always ends in a letter and keeps something of both identifiers', () => {
  for (const [primary, secondary] of [['A'.repeat(50), 'B'], ['A'.repeat(35), 'B C D'], ['A BB C D E F G H I J K L M N O P', 'QQ R S T U'], ['AAAAAAAAAA '.repeat(6).trim(), 'BBBB']] as const) {
    for (const places of [30, 31, 39]) {
      const { text, cut } = fit(primary, secondary, places) ?? { text: '', cut: false }
      expect([text.length, cut, /^A[A-Z<]*<<[BQ][A-Z<]*$/.test(text), /[A-Z]$/.test(text)]).toEqual([places, true, true, true])
    }
  }
})

test('a primary identifier alone is cut to a letter in the last place', () => {
  expect(fit('A'.repeat(28) + ' BCD', '', 30)).toEqual({ text: `${'A'.repeat(28)}<B`, cut: true })
  expect(fit('A'.repeat(29) + ' BCD', '', 30)).toEqual({ text: `${'A'.repeat(28)}<B`, cut: true })
})

test('components of one letter each, which would end in a filler whatever is left out, cannot be cut to an odd number of places', () => {
  expect(fit('A B C D E F G H I J K L M N O P', 'Q R S T U', 31)).toBeUndefined()
  expect(fit('A B C D E F G H I J K L M N O P', 'Q R S T U', 30)).toMatchObject({ cut: true })
})
