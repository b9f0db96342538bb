import { expect, test } from 'vitest'
import { casework } from './en/casework.ts'
import { theState } from './state-name.ts'

test('in an English sentence some states have an article, large at its beginning', () => {
  expect(['US', 'CD', 'CG', 'NL', 'PH', 'VG'].map((code) => theState(code))).toEqual(['the United States', 'the Democratic Republic of the Congo', 'the Republic of the Congo', 'the Netherlands', 'the Philippines', expect.stringMatching(/^the .*Virgin Islands$/)])
  expect(['GH', 'SO', 'SS', 'GS', 'XX'].map((code) => theState(code))).toEqual(['Ghana', 'Somalia', 'South Sudan', 'South Georgia and the South Sandwich Islands', 'XX'])
  expect([theState('AE', 'beginning'), theState('KE', 'beginning')]).toEqual(['The United Arab Emirates', 'Kenya'])
  expect(casework.refusals['own-citizen']({ code: 'own-citizen', country: 'US' })).toContain('a national of the United States.')
})
