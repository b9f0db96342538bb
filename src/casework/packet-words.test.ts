import { describe, expect, test } from 'vitest'
import { claimSigns, claimPhrases, claimStems } from './packet-word-list.ts'
import { claimWordsIn, tellsOfClaim } from './packet-words.ts'

const found = (text: string) => claimWordsIn(text).length > 0
const inLine = (word: string) => `Nom / Name: Exemple Un, ${word}, 2026`

describe('every word of the list is found', () => {
  test.each([...claimStems, ...claimPhrases, ...claimSigns])('%s', (word) => {
    const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '')
    for (const text of [word, word.toUpperCase(), word.toLowerCase(), word.normalize('NFD'), bare, bare.toUpperCase()]) expect(found(inLine(text)), text).toBe(true)
  })
})

describe('every word is found in disguise', () => {
  const everyLetter = (word: string, sign: string) => Array.from(word).join(sign)
  const disguises: readonly (readonly [string, (word: string) => string])[] = [
    ['a soft hyphen in it', (word) => `${word.slice(0, 3)}\u00ad${word.slice(3)}`],
    ['zero-width spaces between all letters', (word) => everyLetter(word, '\u200b')],
    ['zero-width joiners between all letters', (word) => everyLetter(word, '\u200d')],
    ['word joiners around it', (word) => `\u2060${word}\u2060`],
    ['a direction mark in it', (word) => `${word.slice(0, 2)}\u200e${word.slice(2)}`],
    ['full-width letters', (word) => Array.from(word, (sign) => (/[!-~]/.test(sign) ? String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0) : sign)).join('')],
    ['dots between all letters', (word) => everyLetter(word.replaceAll(/[^\p{L}\d]/gu, ''), '.')],
    ['marks on its letters', (word) => word.replaceAll(/[aeiou]/gi, '$&\u0308')],
  ]
  test.each(disguises)('%s', (_name, disguise) => {
    for (const word of [...claimStems, ...claimPhrases, ...claimSigns]) expect(found(inLine(disguise(word))), word).toBe(true)
  })

  test('broken at the end of a line', () => {
    for (const word of [...claimStems, ...claimPhrases]) expect(found(inLine(`${word.slice(0, 4)}-\n     ${word.slice(4)}`)), word).toBe(true)
  })

  test.each(['АЅУLUM', 'аsylum', 'αsylυm', 'asyIum', 'asy1um', 'a5ylum', '@sylum', 'ᴀsʏʟᴜᴍ', '𝒂𝒔𝒚𝒍𝒖𝒎', 'ⓐⓢⓨⓛⓤⓜ', 'asylurn', 'ASYLUM-CLAIM.pdf', 'myasylumfile', 'claim4asylum2019', 'demandeur_d_asile', 'DemandeDAsile', 'réfυgié', 'REFUGlE', 'Ṙefugee', 'r e f u g e e', 'Réf­ugiée'])('%s', (text) => {
    expect(found(text)).toBe(true)
  })

  test('unseen signs between two words, or many of them in one', () => {
    expect(found('demande\u200basile')).toBe(true)
    expect(found(`P${'\u200b'.repeat(5)}RRA`)).toBe(true)
  })

  test('a machine-readable line of a refugee or of a stateless person', () => {
    expect(found('P<XXBSAMPLE<<ONE<<<<<<<<<<<<<<<<<<<<<<<<<<<<')).toBe(true)
    expect(found('L898902C36XXA7408122F1204159ZE184226B<<<<<10')).toBe(true)
    expect(found('7408122F1204159XXC<<<<<<<<<<<6')).toBe(true)
    expect(found('P<UTOSAMPLE<<ONE<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10')).toBe(false)
  })
})

test.each([
  'Passport of Sample. Surname: Exemple. Given names: One. Place of birth: São Exemplo. Authority: Ministry of the Interior.',
  'Passeport de la République Exemple. Nom : Basile. Prénoms : Un. Lieu de naissance : Exempleville. Autorité : ministère de l’Intérieur.',
  'Birth certificate no. 1990/17, register of births, district of Sample. Certified copy. Mother and father: see register.',
  'Acte de naissance no 1990/17, registre des naissances. Copie conforme. Tampon de l’officier de l’état civil.',
  'Titre de voyage provisoire', 'Hong Kong SAR', 'Refuge Cove', 'Rivière-du-Rempart', 'visa type: tourist', 'yellow umbrella', 'Sartre', 'Radu',
])('%s: nothing of a claim', (text) => {
  expect(claimWordsIn(text)).toEqual([])
})

test('short signs are looked for in files and not in names', () => {
  expect([tellsOfClaim('Cat'), found('CAT')]).toEqual([false, true])
  expect([tellsOfClaim('Basile'), tellsOfClaim('Asile')]).toEqual([false, true])
})

test('which words were found is said, so that somebody can look', () => {
  expect(claimWordsIn('A refugee from torture')).toEqual(['refugee', 'torture'])
  expect(claimWordsIn('A sample from nowhere')).toEqual([])
})

test('a name tells of a claim when one way of reading it does, though another does not', () => {
  expect(['Asy1um', 'Sample\u200bRefugee', 'Sample'].map(tellsOfClaim)).toEqual([true, true, false])
})
