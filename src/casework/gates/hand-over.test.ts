import { expect, test } from 'vitest'
import { allGates } from './all.ts'

test('whatever holds a hand-over holds the departure too: who leaves without one passes no gate by', () => {
  const ofHandOver = allGates.filter(({ steps }) => steps.includes('hand-over'))
  expect(ofHandOver.length).toBeGreaterThan(20)
  expect(ofHandOver.filter(({ steps }) => !steps.includes('departure')).map(({ code }) => code)).toEqual([])
})
