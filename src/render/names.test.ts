import { expect, test } from 'vitest'
import { outcomeName, placeName, stratumName } from './names.ts'

test.each([
  ['all', 'All countries', 'Tous les pays'],
  ['GIN', 'Guinea', 'Guinée'],
  ['XXX', 'Nationality not known', 'Nationalité inconnue'],
  ['QQQ', 'QQQ', 'QQQ'],
])('%s is named, and only a code that nobody knows is shown as a code', (code, english, french) => {
  expect([placeName(code, 'en'), placeName(code, 'fr')]).toEqual([english, french])
})

test.each([
  ['', 'All', 'Ensemble'],
  ['disposition=REINST', 'Disposition: REINST', 'Décision\u00a0: REINST'],
  ['area=Quebec', 'Area: Quebec', 'Région\u00a0: Québec'],
  ['area=DEU;order-type=A;B', 'Area: Germany, Type of order: A;B', 'Région\u00a0: Allemagne, Type d’ordre\u00a0: A;B'],
])('the stratum "%s" is said in words, each part of it', (stratum, english, french) => {
  expect([stratumName(stratum, 'en'), stratumName(stratum, 'fr')]).toEqual([english, french])
})

test('what Canada published first and later has words in both languages', () => {
  expect([outcomeName('removed (first edition)', 'en'), outcomeName('removed (later edition)', 'fr')]).toEqual(['Removed, as first published', 'Renvois, publication ultérieure'])
})
