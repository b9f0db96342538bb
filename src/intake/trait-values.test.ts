import { expect, test } from 'vitest'
import { holdTrait } from './trait-values.ts'

test.each([
  [['M', 'F']], [['m', 'w', 'd']], [['H', 'F', '']], [['Male', 'Female', 'Unknown']], [['1 - Homme', '2 - Femme']], [['Männlich', 'weiblich']], [['Adult male', 'Adult female']], [['female']],
  [['0-17', '18-34', '35+']], [['Under 18', '18 to 24', '65 and over']], [['18 à 24 ans', '25 à 34 ans', 'Moins de 18 ans']], [['Adulte', 'Mineur']], [['18–24 years']],
])('%j are sexes or ages', (values) => {
  expect(holdTrait(values)).toBe(true)
})

test.each([
  [['North', 'South', 'East', 'West']], [['N', 'E', 'S', 'W']], [['W']], [['REINST', 'VR', 'F']], [['Isle of Man', 'Jersey']], [['Malé', 'Addu']], [['1', '2', '3']], [['2019-20', '2020-21']],
  [['3 days or less', '4 to 7 days']], [['Unknown', '']], [[]], [['13-Northern', '14-Southern']],
])('%j are none', (values) => {
  expect(holdTrait(values)).toBe(false)
})
