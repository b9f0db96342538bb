import { expect, test } from 'vitest'
import { figureOf } from '../cooperation/figure.ts'
import { countries } from '../reference/countries.ts'
import { languages } from '../text/language.ts'
import { worldMap } from './world-map.ts'
import { mapSize, worldShapes } from './world-shapes.ts'

const subject = { stratum: '', clock: 'state', period: '2099' }
const share = (country: string, value: number, denominator: number) =>
  figureOf({ ...subject, country }, 'answered-by', { day: 180, value, lower: value / 2, upper: value, interval: 'log-log', denominator })

test('no area of the map is inside out: none covers a fifth of the world', () => {
  for (const { country, area } of worldShapes()) expect(area, country).toBeLessThan((mapSize.width * mapSize.height) / 5)
})

test('nearly every country of ISO 3166 has its place on the map, the smallest too', () => {
  const drawn = new Set(worldShapes().map(({ country }) => country))
  const missing = countries.filter(({ code, standing }) => standing === 'assigned' && !drawn.has(code)).map(({ code }) => code)
  // Uninhabited or part of another area in Natural Earth; Antarctica is left out on purpose.
  expect(missing).toEqual(['ATA', 'BES', 'BVT', 'CCK', 'CXR', 'GIB', 'GLP', 'GUF', 'MTQ', 'MYT', 'REU', 'SJM', 'TKL', 'TUV', 'UMI'])
  expect(drawn).toContain('XKX')
  expect(drawn).toContain('SGP')
})

test('borders are made once', () => {
  expect(worldShapes()).toBe(worldShapes())
})

test.each(languages)('a country with fewer than ten cases is hatched and its value is not written (%s)', (language) => {
  const map = worldMap('map', [share('FRA', 0.7, 100), share('DEU', 0.123, 9)], language).toString()
  expect(map).toContain('class-3')
  expect(map).not.toMatch(/12[.,]3/)
})

test('a small state is a circle of the class of its figure', () => {
  expect(worldMap('map', [share('SGP', 0.95, 100)], 'en').toString()).toMatch(/<circle class="class-4"[^>]*><title>Singapore/)
})
